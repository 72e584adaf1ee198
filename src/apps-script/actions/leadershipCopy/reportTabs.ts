import { namedRanges } from "../../sheets/names.js";
import { TAB_PREFIX } from "../../sheets/ourNames.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface ReportTab {
  readonly sheet: Sheet;
  /** Where the hidden cell stands that says which template the tab is; the page begins below and right of it. */
  readonly keyRow: number;
  readonly keyColumn: number;
}

/** The tabs drawn from templates, in the order in which they stand in the workbook. */
export function reportTabs(spreadsheet: Spreadsheet): ReportTab[] {
  return [...namedRanges(spreadsheet, TAB_PREFIX).values()]
    .map((cell) => ({ sheet: cell.getSheet(), keyRow: cell.getRow(), keyColumn: cell.getColumn() }))
    .sort((one, other) => one.sheet.getIndex() - other.sheet.getIndex());
}
