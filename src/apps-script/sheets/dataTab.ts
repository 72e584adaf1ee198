import type { Zone } from "../../functions/cells.js";
import { headingsRangeName, rowsRangeName } from "../../templates/formula.js";
import { type Column, columnRangeName, type DataRecord, type DataTab } from "../../workbook/columns.js";
import { cellOf, recordValueOf } from "./cellValues.js";
import { formatColumns, type PlacedColumn } from "./columnLooks.js";
import { DropDowns } from "./dropDowns.js";
import { grow, type Names, namedRanges, nameRange } from "./names.js";
import type { Undo } from "./undo.js";

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
  /**
   * How far down its names reach. Rows below, which a run that was cut off may have added, have neither formats nor
   * drop-downs yet. Without it all rows are as they should be.
   */
  lastNamedRow?: number;
}

const SPARE_ROWS = 200;

export function findDataTab(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  names: Names = namedRanges(spreadsheet, `${tab.key}_`),
): OpenDataTab | undefined {
  const found = tab.columns.map((column) => names.get(columnRangeName(tab, column)));
  const first = found.find((range) => range !== undefined);
  if (!first) return undefined;
  const missing = tab.columns.find((_, index) => !found[index]);
  if (missing) {
    throw new Error(
      `${first.getSheet().getName()} lacks the column "${missing.heading}"; undo its deletion, or choose Set up workbook in the menu to bring it back empty.`,
    );
  }
  return {
    sheet: first.getSheet(),
    headingRow: headingRowOf(tab, names, first),
    // The last of the names to be laid.
    lastNamedRow: names.get(rowsRangeName(tab))?.getLastRow() ?? headingRowOf(tab, names, first),
    columnOf: new Map(tab.columns.map(({ key }, index) => [key, (found[index] as Range).getColumn()])),
  };
}

/** The headings have a name of their own: a row put in right below them moves the columns' ranges away from them. */
export const headingRowOf = (tab: DataTab, names: Names, anyColumn: Range): number =>
  names.get(headingsRangeName(tab))?.getRow() ?? anyColumn.getRow() - 1;

export const placedColumns = (tab: DataTab, columnOf: OpenDataTab["columnOf"]): PlacedColumn[] =>
  tab.columns.map((column) => ({ column, place: columnOf.get(column.key) ?? 1 }));

/** Named ranges reach to the sheet's last row; they are laid again whenever rows were added. */
export function nameRanges(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  { sheet, columnOf, headingRow }: OpenDataTab,
  undo?: Undo,
  before?: Names,
): void {
  const rows = sheet.getMaxRows() - headingRow;
  const name = (title: string, range: Range) =>
    nameRange(spreadsheet, title, range, undo, before?.get(title));
  for (const { column, place } of placedColumns(tab, columnOf))
    name(columnRangeName(tab, column), sheet.getRange(headingRow + 1, place, rows, 1));
  const places = [...columnOf.values()];
  const [first, last] = [Math.min(...places), Math.max(...places)];
  name(headingsRangeName(tab), sheet.getRange(headingRow, first, 1, last - first + 1));
  name(rowsRangeName(tab), sheet.getRange(headingRow + 1, first, rows, last - first + 1));
}

/**
 * Whether the named ranges cover every row below the headings and every column of ours. They cease to where somebody
 * adds rows at the very bottom or right under the headings, and what is typed there would count nowhere.
 */
export function coversAll(tab: DataTab, { sheet, columnOf, headingRow }: OpenDataTab, names: Names): boolean {
  const lastRow = sheet.getMaxRows();
  const places = [...columnOf.values()];
  const spans = (range: Range | undefined, rows: boolean, first: number, last: number) =>
    range !== undefined &&
    range.getRow() === headingRow + (rows ? 1 : 0) &&
    range.getLastRow() === (rows ? lastRow : headingRow) &&
    range.getColumn() === first &&
    range.getLastColumn() === last;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return (
    spans(names.get(headingsRangeName(tab)), false, first, last) &&
    spans(names.get(rowsRangeName(tab)), true, first, last) &&
    placedColumns(tab, columnOf).every(({ column, place }) =>
      spans(names.get(columnRangeName(tab, column)), true, place, place),
    )
  );
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
): void {
  if (writes.length === 0) return;
  const { sheet, columnOf, headingRow } = open;
  const indexes = writes.map(({ index }) => index);
  const from = indexes.reduce((min, index) => Math.min(min, index), Number.POSITIVE_INFINITY);
  const to = indexes.reduce((max, index) => Math.max(max, index), 0);
  reserveRows(spreadsheet, tab, open, to + 1);
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

/** Makes room for so many rows below the headings at once: growing again and again for parts of them is slow. */
export function reserveRows(spreadsheet: Spreadsheet, tab: DataTab, open: OpenDataTab, rows: number): void {
  const [there, needed] = [open.sheet.getMaxRows(), open.headingRow + rows];
  const had = Math.min(there, open.lastNamedRow ?? there);
  if (needed > had) addRows(spreadsheet, tab, open, had, needed > there ? needed + SPARE_ROWS : there);
}

/** New rows look and work like those above them; the looks of those stay as people left them. */
function addRows(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  open: OpenDataTab,
  had: number,
  wanted: number,
): void {
  grow(open.sheet, wanted, 1);
  const placed = placedColumns(tab, open.columnOf);
  formatColumns(open.sheet, placed, had + 1, wanted);
  new DropDowns(spreadsheet).apply(open.sheet, placed, had + 1, wanted - had);
  nameRanges(spreadsheet, tab, open);
  open.lastNamedRow = wanted;
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
