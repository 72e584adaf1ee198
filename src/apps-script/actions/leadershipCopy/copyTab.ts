import { THEME } from "../../../templates/theme.js";
import { asCellText } from "../../../workbook/import/index.js";
import type { Undo } from "../../sheets/undo.js";
import { copyUnfinished } from "../../sheets/unfinishedTabs.js";
import { fixTones } from "./fixTones.js";
import { keepPage } from "./keepPage.js";
import type { ReportTab } from "./reportTabs.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface Copied {
  readonly sheet: Sheet;
  /** Cells of the original that show an error; the copy shows it as text. */
  readonly errors: number;
  /** Charts that draw from another tab, so that they go on changing. */
  readonly foreignCharts: number;
}

const STILL_COMPUTING = /^Loading\.\.\.$/;
const ERROR = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERROR!|SPILL!)/;

/** A tab as plain values on a tab of its own, looking as the original does, with a line below that says what it is. */
export function copyTab(
  spreadsheet: Spreadsheet,
  { sheet, keyRow, keyColumn }: ReportTab,
  footer: string,
  undo: Undo,
): Copied {
  const [lastRow, lastColumn] = [sheet.getLastRow(), sheet.getLastColumn()];
  const original = sheet.getRange(1, 1, lastRow, lastColumn);
  const shown = original.getDisplayValues();
  if (shown.some((row) => row.some((text) => STILL_COMPUTING.test(text)))) {
    throw new Error(
      `${sheet.getName()} is still being computed; wait until no cell says "Loading...", then copy it again.`,
    );
  }
  const copy = copyUnfinished(spreadsheet, sheet, undo);
  for (const named of copy.getNamedRanges()) named.remove();
  for (const type of [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE])
    for (const protection of copy.getProtections(type)) protection.remove();

  const values = copy.getRange(1, 1, lastRow, lastColumn);
  // A formula's cell may owe its format to the formula, which the copy no longer has.
  const formats = original.getNumberFormats();
  original.copyTo(values, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  values.setNumberFormats(formats);
  copy.getRange(1, 1, copy.getMaxRows(), copy.getMaxColumns()).clearDataValidations();
  fixTones(copy);
  // Cells to fill in are no longer that.
  const papers = values.getBackgrounds();
  values.setBackgrounds(
    papers.map((row) => row.map((paper) => (paper === THEME.input ? THEME.paper : paper))),
  );

  const footerRow = Math.max(lastRow, drawnRows(original.getCell(keyRow, keyColumn).getValue(), keyRow)) + 2;
  const missing = footerRow + 1 - copy.getMaxRows();
  if (missing > 0) copy.insertRowsAfter(copy.getMaxRows(), missing);
  copy
    .getRange(footerRow, keyColumn + 1)
    .setValue(asCellText(footer))
    .setNumberFormat("General")
    .setFontSize(THEME.size.small)
    .setFontColor(THEME.quiet)
    .setFontWeight("normal")
    .setHorizontalAlignment("left")
    .setWrap(false);
  keepPage(copy, footerRow + 1, Math.max(lastShownColumn(copy, shown), keyColumn + 1));
  copy.setTabColor(THEME.quiet);
  const charts = copy.getCharts();
  const own = copy.getSheetId();
  return {
    sheet: copy,
    errors: shown.reduce((sum, row) => sum + row.filter((text) => ERROR.test(text)).length, 0),
    foreignCharts: charts.filter((chart) =>
      chart.getRanges().some((range) => range.getSheet().getSheetId() !== own),
    ).length,
  };
}

/** The tab's own mark says over how many rows it was drawn: a chart at its end fills no cell. */
function drawnRows(mark: unknown, keyRow: number): number {
  const match = /\/(\d+)$/.exec(String(mark));
  return match ? keyRow - 1 + Number(match[1]) : 0;
}

/** The last column that a reader sees something in, and the margin beside it. */
function lastShownColumn(copy: Sheet, shown: readonly (readonly string[])[]): number {
  const width = shown[0]?.length ?? 1;
  for (let column = width; column >= 1; column--) {
    if (copy.isColumnHiddenByUser(column)) continue;
    if (shown.some((row) => (row[column - 1] ?? "") !== "")) return column + 1;
  }
  return width;
}
