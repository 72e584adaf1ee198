import { THEME } from "../../templates/theme.js";
import { type Column, columnRangeName, type DataTab } from "../../workbook/columns.js";
import { formatColumns, setWidths, writeHeadings } from "./columnLooks.js";
import { coversAll, headingRowOf, nameRanges } from "./dataTab.js";
import type { DropDowns } from "./dropDowns.js";
import type { Names } from "./names.js";
import type { Undo } from "./undo.js";
import { columnsAreFinished, insertUnfinishedColumns } from "./unfinishedColumns.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** How a column that is brought back is to look, and where it goes. */
export interface ColumnRepair {
  readonly heading: { readonly background: string; readonly color: string };
  readonly cells: string;
  /** A list in Settings has neighbours to the right, so it grows from within; a data tab grows at its end. */
  readonly place: "after the last of ours" | "at the end";
}

export const DATA_TAB_REPAIR: ColumnRepair = {
  heading: { background: THEME.accent, color: THEME.paper },
  cells: THEME.paper,
  place: "at the end",
};

export const SETTINGS_LIST_REPAIR: ColumnRepair = {
  heading: { background: THEME.paper, color: THEME.quiet },
  cells: THEME.input,
  place: "after the last of ours",
};

/** What was done to a tab, for the message. */
export interface Repaired {
  /** Headings of columns that were brought back. */
  readonly added: string[];
  /** Headings of columns that stood there and only lacked their name. */
  readonly named: string[];
  /** The named ranges had to be laid anew for rows or columns that they did not reach. */
  readonly widened: boolean;
}

/**
 * Puts right the columns of a tab that is there in part: a column whose heading still stands gets its name back, any
 * other is added with all that belongs to it. What people typed, moved or formatted stays as it is.
 */
export function repairColumns(
  spreadsheet: Spreadsheet,
  tab: DataTab,
  names: Names,
  repair: ColumnRepair,
  dropDowns: DropDowns,
  undo: Undo,
): Repaired | undefined {
  const standing = standingColumns(tab, names);
  if (!standing) return undefined;
  const { sheet, headingRow, columnOf } = standing;
  const missing = tab.columns.filter(({ key }) => !columnOf.has(key));
  const named = missing.length > 0 ? findByHeading(sheet, headingRow, missing, columnOf) : [];
  const lost = missing.filter(({ key }) => !columnOf.has(key));
  if (lost.length > 0) {
    const after = placeAfter(sheet, columnOf, repair);
    addColumns(sheet, headingRow, lost, after, repair, dropDowns, undo);
    lost.forEach(({ key }, index) => {
      columnOf.set(key, after + 1 + index);
    });
  }
  const open = { sheet, headingRow, columnOf };
  const complete = missing.length === 0 && coversAll(tab, open, names);
  if (!complete) nameRanges(spreadsheet, tab, open, undo, names);
  if (lost.length > 0) columnsAreFinished();
  return {
    added: lost.map(({ heading }) => heading),
    named: named.map(({ heading }) => heading),
    widened: !complete && missing.length === 0,
  };
}

/** The columns that can be found by name, all on one sheet: a column that was moved to another tab is not in ours. */
function standingColumns(tab: DataTab, names: Names) {
  const found = tab.columns.flatMap((column) => {
    const range = names.get(columnRangeName(tab, column));
    return range ? [{ key: column.key, range, sheetId: range.getSheet().getSheetId() }] : [];
  });
  const whole = names.get(`${tab.key}_headings`) ?? names.get(`${tab.key}_rows`);
  const home: Range | undefined = whole ?? found[0]?.range;
  if (!home) return undefined;
  const sheet = home.getSheet();
  const id = sheet.getSheetId();
  const ours = found.filter(({ sheetId }) => sheetId === id);
  return {
    sheet,
    headingRow: headingRowOf(tab, names, ours[0]?.range ?? home),
    columnOf: new Map(ours.map(({ key, range }) => [key, range.getColumn()])),
  };
}

const plain = (heading: unknown): string => String(heading).trim().toLowerCase();

function findByHeading(
  sheet: Sheet,
  headingRow: number,
  missing: readonly Column[],
  columnOf: Map<string, number>,
): Column[] {
  const headings = sheet.getRange(headingRow, 1, 1, sheet.getMaxColumns()).getValues()[0] ?? [];
  const taken = new Set(columnOf.values());
  return missing.filter(({ key, heading }) => {
    const place =
      headings.findIndex((cell, index) => plain(cell) === plain(heading) && !taken.has(index + 1)) + 1;
    if (place === 0) return false;
    taken.add(place);
    columnOf.set(key, place);
    return true;
  });
}

function placeAfter(sheet: Sheet, columnOf: ReadonlyMap<string, number>, { place }: ColumnRepair): number {
  const last = Math.max(0, ...columnOf.values());
  return place === "at the end" ? Math.max(last, sheet.getLastColumn()) : last;
}

function addColumns(
  sheet: Sheet,
  headingRow: number,
  columns: readonly Column[],
  after: number,
  { heading, cells }: ColumnRepair,
  dropDowns: DropDowns,
  undo: Undo,
): void {
  const headings = columns.map((column) => column.heading);
  insertUnfinishedColumns(sheet, after + 1, columns.length, headings, undo);
  const rows = sheet.getMaxRows();
  const placed = columns.map((column, index) => ({ column, place: after + 1 + index }));
  // A column put in takes over the looks and the drop-down of its neighbour, which may be anything.
  const whole = sheet.getRange(1, after + 1, rows, columns.length);
  whole.clearFormat().clearDataValidations();
  whole.setVerticalAlignment("middle");
  sheet.getRange(headingRow + 1, after + 1, rows - headingRow, columns.length).setBackground(cells);
  writeHeadings(sheet.getRange(headingRow, after + 1, 1, columns.length), columns)
    .setBackground(heading.background)
    .setFontColor(heading.color);
  setWidths(
    sheet,
    after + 1,
    columns.map(({ width }) => width),
  );
  formatColumns(sheet, placed, headingRow + 1, rows);
  dropDowns.apply(sheet, placed, headingRow + 1, rows - headingRow);
}
