import { THEME } from "../../templates/theme.js";
import type { DataTab } from "../../workbook/columns.js";
import { formatColumns, setWidths, writeHeadings } from "./columnLooks.js";
import { nameRanges, type OpenDataTab, placedColumns } from "./dataTab.js";
import { DropDowns } from "./dropDowns.js";
import { freeTabName, grow } from "./names.js";
import { takeBackNewTabs } from "./newTabs.js";
import { allOrNothing } from "./undo.js";
import { finishTab, insertUnfinished } from "./unfinishedTabs.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Makes the tab: headings with a note that explains each, formats, drop-downs, one named range a column. */
export function makeDataTab(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  position = spreadsheet.getNumSheets(),
  dropDowns = new DropDowns(spreadsheet),
  expectedRows = 1,
): OpenDataTab {
  const { columns } = tab;
  const sheet = insertUnfinished(spreadsheet, tab.title, position);
  // Rows that are there before the formats need no copying of formats afterwards, which is slow.
  grow(sheet, expectedRows + 1, columns.length);
  const rows = sheet.getMaxRows();
  const columnOf = new Map(columns.map(({ key }, index) => [key, index + 1]));
  const placed = placedColumns(tab, columnOf);
  writeHeadings(sheet.getRange(1, 1, 1, columns.length), columns)
    .setBackground(THEME.accent)
    .setFontColor(THEME.paper);
  sheet.setFrozenRows(1);
  setWidths(
    sheet,
    1,
    columns.map(({ width }) => width),
  );
  formatColumns(sheet, placed, 2, rows);
  dropDowns.apply(sheet, placed, 2, rows - 1);
  const open = { sheet, headingRow: 1, columnOf };
  nameRanges(spreadsheet, tab, open);
  finishTab(sheet, freeTabName(spreadsheet, tab.title));
  return open;
}

/** The same for an action that needs one tab only: if it cannot be finished, nothing of it stays. */
export const createDataTab = (spreadsheet: Spreadsheet, tab: DataTab, expectedRows?: number): OpenDataTab =>
  allOrNothing((undo) => {
    takeBackNewTabs(spreadsheet, undo);
    return makeDataTab(spreadsheet, tab, undefined, undefined, expectedRows);
  });
