import { rowsRangeName } from "../../templates/formula.js";
import { CHOICE_RANGES, type ChoiceList, columnRangeName } from "../../workbook/columns.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";
import { headingRowOf } from "./dataTab.js";
import { DropDowns } from "./dropDowns.js";
import { namedRanges } from "./names.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * A drop-down of a data tab whose list in Settings was deleted offers nothing any more; now it offers the new one. To be
 * done before the list counts as finished: the next run leaves alone what finished lists feed.
 */
export function renewDropDowns(
  spreadsheet: Spreadsheet,
  /** The keys of the lists. */
  renewed: ReadonlySet<string>,
  tabs = DATA_TABS,
): void {
  // In a new workbook there is none yet, and reading all names takes a call for each.
  if (!tabs.some((tab) => spreadsheet.getRangeByName(rowsRangeName(tab)))) return;
  const names = namedRanges(spreadsheet);
  // Its rules are made of the cells as they stand by now.
  const dropDowns = new DropDowns(spreadsheet);
  const offers = (list: ChoiceList | undefined) =>
    list !== undefined && renewed.has(CHOICE_RANGES[list].replace(/_.*/, ""));
  for (const tab of tabs) {
    const offering = tab.columns.flatMap((column) => {
      const range = offers(column.choicesFrom) ? names.get(columnRangeName(tab, column)) : undefined;
      return range ? [{ column, range }] : [];
    });
    const [first] = offering;
    if (!first) continue;
    const sheet = first.range.getSheet();
    const headingRow = headingRowOf(tab, names, first.range);
    const placed = offering.map(({ column, range }) => ({ column, place: range.getColumn() }));
    dropDowns.apply(sheet, placed, headingRow + 1, sheet.getMaxRows() - headingRow);
  }
}
