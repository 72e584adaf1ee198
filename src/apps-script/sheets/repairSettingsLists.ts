import { columnRangeName, type DataTab } from "../../workbook/columns.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import type { DropDowns } from "./dropDowns.js";
import { HEADING_ROW, makeSettingsList } from "./makeSettings.js";
import { type Names, namedRanges } from "./names.js";
import { renewDropDowns } from "./renewDropDowns.js";
import { type Repaired, repairColumns, SETTINGS_LIST_REPAIR } from "./repairColumns.js";
import type { Undo } from "./undo.js";
import { columnsAreFinished, insertUnfinishedColumns } from "./unfinishedColumns.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const hasColumns = (tab: DataTab, names: Names): boolean =>
  tab.columns.some((column) => names.has(columnRangeName(tab, column)));

interface RepairedList {
  readonly key: string;
  readonly title: string;
  /** Undefined where the whole list had to be made again. */
  readonly repaired?: Repaired;
}

/** Puts right the lists beside the settings; a list that is gone as a whole is made again to the right of all. */
export function repairSettingsLists(
  spreadsheet: Spreadsheet,
  settings: Sheet,
  dropDowns: DropDowns,
  undo: Undo,
): RepairedList[] {
  let names = namedRanges(spreadsheet);
  let moved = false;
  return SETTINGS_LISTS.map((list) => {
    // A column put into one list moves all those to the right of it.
    if (moved) names = namedRanges(spreadsheet);
    const { title, tab, initial } = list;
    const { key } = tab;
    const repaired = repairColumns(spreadsheet, tab, names, SETTINGS_LIST_REPAIR, dropDowns, undo);
    moved = !repaired || repaired.added.length > 0;
    if (repaired) return { key, title, repaired };
    const last = settings.getLastColumn();
    const columns = tab.columns.length + 2;
    const words = [title, ...tab.columns.map(({ heading }) => heading), ...initial.flat().map(String)];
    insertUnfinishedColumns(settings, last + 1, columns, words, undo);
    settings
      .getRange(1, last + 1, settings.getMaxRows(), columns)
      .clearFormat()
      .clearDataValidations();
    makeSettingsList(spreadsheet, settings, list, { row: headingRow(names), column: last + 2 });
    renewDropDowns(spreadsheet, new Set([key]));
    columnsAreFinished();
    return { key, title };
  });
}

/** Beside the headings of the other lists, wherever rows put in above have moved them to. */
function headingRow(names: Names): number {
  for (const { tab } of SETTINGS_LISTS) {
    const headings = names.get(`${tab.key}_headings`);
    if (headings) return headings.getRow();
  }
  return HEADING_ROW;
}
