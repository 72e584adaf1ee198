import { THEME } from "../../templates/theme.js";
import { SETTING_GROUPS } from "../../workbook/settingGroups.js";
import { SETTINGS, settingRangeName } from "../../workbook/settings.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import { formatColumns, setWidths, writeHeadings } from "./columnLooks.js";
import { nameRanges, placedColumns } from "./dataTab.js";
import { DropDowns } from "./dropDowns.js";
import { freeTabName, grow } from "./names.js";
import { takeBackNewTabs } from "./newTabs.js";
import { renewDropDowns } from "./renewDropDowns.js";
import { drawSettingRows, type SettingRow } from "./settingRows.js";
import type { OpenSettings } from "./settingsTab.js";
import { allOrNothing } from "./undo.js";
import { finishTab, insertUnfinished } from "./unfinishedTabs.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where the parts of the Settings tab stand when it is first made; afterwards their named ranges tell. */
const TITLE = "Settings";
const MARGIN = 24;
const GAP = 12;
const LABEL_COLUMN = 2;
const WIDTHS = { label: 215, value: 125, help: 490 };
const TITLE_ROW = 2;
export const HEADING_ROW = 5;
const FIRST_LIST_COLUMN = 7;

/** Each group under its heading, and a blank row between two of them. */
const ROWS: readonly SettingRow[] = SETTING_GROUPS.flatMap(({ title, settings }, index): SettingRow[] => [
  ...(index > 0 ? [null] : []),
  title,
  ...settings,
]);

/** The lists are long enough to write in as far down as the settings go; below them they are free to grow. */
const LIST_ROWS = ROWS.length;

/** Makes the Settings tab with its lists, those apart that the workbook still has. It reports for that day at first. */
export function makeSettings(spreadsheet: Spreadsheet, asOf: Date, lists = SETTINGS_LISTS): OpenSettings {
  const sheet = insertUnfinished(spreadsheet, TITLE, 0);
  sheet.setHiddenGridlines(true);
  grow(sheet, HEADING_ROW + ROWS.length, FIRST_LIST_COLUMN + listsWidth());
  const cells = new Map(
    ROWS.flatMap((row, index) =>
      row === null || typeof row === "string"
        ? []
        : [[row.key, sheet.getRange(HEADING_ROW + 1 + index, LABEL_COLUMN + 1)] as const],
    ),
  );
  // Names first, those of the lists included: a formula that is written before its names exist would stay an error.
  for (const { key } of SETTINGS) {
    const cell = cells.get(key);
    if (cell) spreadsheet.setNamedRange(settingRangeName(key), cell);
  }
  let column = FIRST_LIST_COLUMN;
  for (const list of lists) {
    makeSettingsList(spreadsheet, sheet, list, { row: HEADING_ROW, column });
    column += list.tab.columns.length + 1;
  }
  drawHead(sheet);
  drawSettingRows(sheet, HEADING_ROW + 1, LABEL_COLUMN, ROWS);
  cells.get("asOf")?.setValue(asOf);
  sheet.setFrozenRows(HEADING_ROW);
  renewDropDowns(spreadsheet, new Set(lists.map(({ tab }) => tab.key)));
  finishTab(sheet, freeTabName(spreadsheet, TITLE));
  return { sheet, cells };
}

export const createSettings = (spreadsheet: Spreadsheet, asOf: Date): OpenSettings =>
  allOrNothing((undo) => {
    takeBackNewTabs(spreadsheet, undo);
    return makeSettings(spreadsheet, asOf);
  });

function drawHead(sheet: Sheet): void {
  setWidths(sheet, 1, [MARGIN, WIDTHS.label, WIDTHS.value, GAP, WIDTHS.help, MARGIN]);
  sheet
    .getRange(TITLE_ROW, LABEL_COLUMN)
    .setValue(TITLE)
    .setFontSize(THEME.size.title)
    .setFontWeight("bold")
    .setFontColor(THEME.ink);
  sheet
    .getRange(TITLE_ROW + 1, LABEL_COLUMN)
    .setValue("Every tab reads these cells. Yellow cells are yours to fill in; grey ones are worked out.")
    .setFontColor(THEME.quiet);
  sheet
    .getRange(HEADING_ROW, LABEL_COLUMN, 1, 4)
    .setValues([["Setting", "Value", "", "What it does"]])
    .setHorizontalAlignments([["left", "right", "left", "left"]])
    .setVerticalAlignment("middle")
    .setFontWeight("bold")
    .setFontColor(THEME.quiet);
}

const listsWidth = (): number => SETTINGS_LISTS.reduce((sum, { tab }) => sum + tab.columns.length + 1, 0);

/** A list with its title, headings, notes and named ranges, and a narrow column after it. */
export function makeSettingsList(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  { tab, title, initial }: (typeof SETTINGS_LISTS)[number],
  headings: { readonly row: number; readonly column: number },
): void {
  const { columns } = tab;
  const firstRow = headings.row + 1;
  const columnOf = new Map(columns.map(({ key }, index) => [key, headings.column + index]));
  const placed = placedColumns(tab, columnOf);
  sheet
    .getRange(headings.row - 1, headings.column)
    .setValue(title)
    .setFontWeight("bold")
    .setFontColor(THEME.accent);
  writeHeadings(sheet.getRange(headings.row, headings.column, 1, columns.length), columns).setFontColor(
    THEME.quiet,
  );
  setWidths(sheet, headings.column, [...columns.map(({ width }) => width), MARGIN]);
  const lastRow = sheet.getMaxRows();
  formatColumns(sheet, placed, firstRow, lastRow);
  new DropDowns(spreadsheet).apply(sheet, placed, firstRow, lastRow - headings.row);
  sheet
    .getRange(firstRow, headings.column, Math.min(LIST_ROWS, lastRow - headings.row), columns.length)
    .setBackground(THEME.input)
    .setFontColor(THEME.ink)
    .setBorder(true, null, true, null, null, true, THEME.faint, SpreadsheetApp.BorderStyle.SOLID);
  if (initial.length > 0)
    sheet
      .getRange(firstRow, headings.column, initial.length, columns.length)
      .setValues(initial.map((row) => [...row]));
  nameRanges(spreadsheet, tab, { sheet, headingRow: headings.row, columnOf });
}
