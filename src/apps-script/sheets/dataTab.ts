import type { Zone } from "../../functions/cells.js";
import { headingsRangeName, rowsRangeName } from "../../templates/formula.js";
import { numberFormat } from "../../templates/numberFormats.js";
import { THEME } from "../../templates/theme.js";
import { type Column, columnRangeName, type DataRecord, type DataTab } from "../../workbook/columns.js";
import { cellOf, recordValueOf } from "./cellValues.js";
import { freeTabName, grow, namedRanges } from "./names.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * A data tab in the workbook. Its columns are found by their named ranges, so a person may rename the tab, reorder
 * the columns or put their own beside them.
 */
export interface OpenDataTab {
  readonly sheet: Sheet;
  /** Spreadsheet column (from 1) of each of our columns by key. */
  readonly columnOf: ReadonlyMap<string, number>;
  readonly headingRow: number;
}

const SPARE_ROWS = 200;

export function findDataTab(spreadsheet: Spreadsheet, tab: DataTab): OpenDataTab | undefined {
  const names = namedRanges(spreadsheet);
  const found = tab.columns.map((column) => names.get(columnRangeName(tab, column)));
  const first = found.find((range) => range !== undefined);
  if (!first) return undefined;
  const missing = tab.columns.filter((_, index) => !found[index]);
  if (missing.length > 0) {
    throw new Error(
      `${tab.title} lacks the column "${missing[0]?.heading}"; undo its deletion or name the range ${columnRangeName(tab, missing[0] as Column)} again.`,
    );
  }
  return {
    sheet: first.getSheet(),
    headingRow: first.getRow() - 1,
    columnOf: new Map(tab.columns.map(({ key }, index) => [key, (found[index] as Range).getColumn()])),
  };
}

/** Figures and dates line up on the right, their headings with them. */
export const alignmentOf = ({ kind }: Column): "left" | "right" => (kind === "text" ? "left" : "right");

/**
 * Text columns are not formatted as plain text: there a leading apostrophe, which keeps text from being read as a
 * formula or a number, would become part of the text.
 */
export function columnFormat({ kind }: Column, currency: string): string {
  if (kind === "moment") return `${numberFormat("date", currency)} hh:mm`;
  return numberFormat(kind === "number" ? "text" : kind, currency);
}

/** Makes the tab: headings with a note that explains each, formats, drop-downs, one named range a column. */
export function createDataTab(spreadsheet: Spreadsheet, tab: DataTab, currency: string): OpenDataTab {
  const sheet = spreadsheet.insertSheet(freeTabName(spreadsheet, tab.title), spreadsheet.getSheets().length);
  const { columns } = tab;
  const headings = sheet.getRange(1, 1, 1, columns.length);
  headings.setValues([columns.map(({ heading }) => heading)]);
  headings.setNotes([columns.map(({ help, required }) => (required ? `${help} Required.` : help))]);
  headings
    .setBackground(THEME.accent)
    .setFontColor(THEME.paper)
    .setFontWeight("bold")
    .setVerticalAlignment("middle")
    .setHorizontalAlignments([columns.map(alignmentOf)]);
  sheet.setFrozenRows(1);
  columns.forEach((column, index) => {
    sheet.setColumnWidth(index + 1, column.width);
    if (!column.choices) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...column.choices], true)
      .setAllowInvalid(true)
      .setHelpText(column.help)
      .build();
    sheet.getRange(2, index + 1, sheet.getMaxRows() - 1, 1).setDataValidation(rule);
  });
  const open = { sheet, headingRow: 1, columnOf: new Map(columns.map(({ key }, index) => [key, index + 1])) };
  nameRanges(spreadsheet, tab, open);
  formatColumns(tab, open, currency);
  return open;
}

/** Named ranges reach to the sheet's last row; they are laid again whenever rows were added. */
export function nameRanges(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  { sheet, columnOf, headingRow }: OpenDataTab,
): void {
  const rows = sheet.getMaxRows() - headingRow;
  for (const column of tab.columns) {
    spreadsheet.setNamedRange(
      columnRangeName(tab, column),
      sheet.getRange(headingRow + 1, columnOf.get(column.key) ?? 1, rows, 1),
    );
  }
  const places = [...columnOf.values()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  spreadsheet.setNamedRange(headingsRangeName(tab), sheet.getRange(headingRow, first, 1, last - first + 1));
  spreadsheet.setNamedRange(
    rowsRangeName(tab),
    sheet.getRange(headingRow + 1, first, rows, last - first + 1),
  );
}

function formatColumns(tab: DataTab, { sheet, columnOf, headingRow }: OpenDataTab, currency: string): void {
  const rows = sheet.getMaxRows() - headingRow;
  for (const column of tab.columns) {
    sheet
      .getRange(headingRow + 1, columnOf.get(column.key) ?? 1, rows, 1)
      .setNumberFormat(columnFormat(column, currency))
      .setHorizontalAlignment(alignmentOf(column));
  }
}

/** All rows down to the last filled one as records, in sheet order; a blank row between is null and keeps its place. */
export function readRecords(
  tab: DataTab,
  { sheet, columnOf, headingRow }: OpenDataTab,
  zone: Zone,
): (DataRecord | null)[] {
  const last = sheet.getLastRow();
  if (last <= headingRow) return [];
  const places = [...columnOf.values()];
  const [first, width] = [Math.min(...places), Math.max(...places) - Math.min(...places) + 1];
  const cells = sheet.getRange(headingRow + 1, first, last - headingRow, width).getValues();
  const records = cells.map((row) => {
    const record: Record<string, ReturnType<typeof recordValueOf>> = {};
    let filled = false;
    for (const { key } of tab.columns) {
      const value = recordValueOf(row[(columnOf.get(key) ?? 1) - first], zone);
      if (value === null) continue;
      record[key] = value;
      filled = true;
    }
    return filled ? record : null;
  });
  // The sheet's last row may belong to something else that stands beside the list.
  while (records.length > 0 && records[records.length - 1] === null) records.pop();
  return records;
}

export interface RowWrite {
  /** Place among the rows below the heading, from 0. */
  readonly index: number;
  readonly record: DataRecord;
}

/**
 * Writes records in blocks of neighbouring columns over the rows they span. Only our columns are touched; rows in
 * between that are not written keep what `standing` says they hold.
 */
export function writeRecords(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  open: OpenDataTab,
  standing: readonly (DataRecord | null)[],
  writes: readonly RowWrite[],
  zone: Zone,
  currency: string,
): void {
  if (writes.length === 0) return;
  const { sheet, columnOf, headingRow } = open;
  const indexes = writes.map(({ index }) => index);
  const [from, to] = [Math.min(...indexes), indexes.reduce((max, index) => Math.max(max, index), 0)];
  const needed = headingRow + to + 1;
  if (needed > sheet.getMaxRows()) {
    grow(sheet, needed + SPARE_ROWS, 1);
    formatColumns(tab, open, currency);
    nameRanges(spreadsheet, tab, open);
  }
  const byIndex = new Map(writes.map(({ index, record }) => [index, record]));
  for (const block of neighbours(tab.columns, columnOf)) {
    const values = [];
    for (let index = from; index <= to; index++) {
      const record = byIndex.get(index) ?? standing[index] ?? {};
      values.push(block.map((column) => cellOf(record[column.key], column.kind, zone)));
    }
    const first = columnOf.get(block[0]?.key ?? "") ?? 1;
    sheet.getRange(headingRow + 1 + from, first, values.length, block.length).setValues(values);
  }
}

/** Our columns in sheet order, split wherever a foreign column stands between them. */
function neighbours(columns: readonly Column[], columnOf: ReadonlyMap<string, number>): Column[][] {
  const ordered = [...columns].sort((a, b) => (columnOf.get(a.key) ?? 0) - (columnOf.get(b.key) ?? 0));
  const blocks: Column[][] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (const column of ordered) {
    const place = columnOf.get(column.key) ?? 0;
    if (place === previous + 1) blocks[blocks.length - 1]?.push(column);
    else blocks.push([column]);
    previous = place;
  }
  return blocks;
}
