import { columnLetters } from "../../../templates/grid.js";
import { isServiceFailure } from "../../serviceFailure.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The cell that a formula would go into. */
export interface ActiveCell {
  readonly sheet: string;
  /** As B7. */
  readonly cell: string;
  /** What stands in it; "" where it is empty. */
  readonly holds: string;
}

/** What is selected in the sheet, as a formula would name it. */
export interface Selection {
  readonly reference: string;
  /** A sentence where the reference is not quite what was selected. */
  readonly note: string;
}

/** The first cell of the selection: what a person sees as the place they stand in. */
export function activeRange(): Range {
  const range = SpreadsheetApp.getActive().getActiveRange();
  if (!range) throw new Error("No cell is selected; click the cell that the formula is to go into.");
  return range.getCell(1, 1);
}

export function readActiveCell(): ActiveCell {
  return describeCell(activeRange());
}

export function describeCell(range: Range): ActiveCell {
  return {
    sheet: range.getSheet().getName(),
    cell: cellName(range.getRow(), range.getColumn()),
    holds: contentOf(range),
  };
}

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** The formula or else what the cell shows; a formula that shows nothing is not nothing. */
const contentOf = (cell: Range): string => cell.getFormula() || cell.getDisplayValue();

/** The workbook's named ranges, which a field may name instead of cells. */
export const readRangeNames = (): string[] =>
  SpreadsheetApp.getActive()
    .getNamedRanges()
    .map((named) => named.getName());

/** The selection as a range with its sheet's name. Whole columns become the open range below their headings. */
export function readSelection(): Selection {
  const range = SpreadsheetApp.getActive().getActiveRange();
  if (!range) throw new Error("Nothing is selected in the sheet; select the cells to use.");
  const sheet = range.getSheet();
  const [top, bottom] = [range.getRow(), range.getLastRow()];
  const [left, right] = [columnLetters(range.getColumn()), columnLetters(range.getLastColumn())];
  const prefix = sheetPrefix(sheet.getName());
  if (top === 1 && bottom === sheet.getMaxRows() && bottom > 1) {
    const first = Math.max(1, sheet.getFrozenRows()) + 1;
    return {
      reference: `${prefix}${left}${first}:${right}`,
      note: first > 2 ? `The ${first - 1} frozen rows are left out.` : "The heading in row 1 is left out.",
    };
  }
  const single = top === bottom && left === right;
  return { reference: `${prefix}${left}${top}${single ? "" : `:${right}${bottom}`}`, note: "" };
}

/** A sheet's name in front of a cell: in quotes unless it is a plain word that no cell reference looks like. */
function sheetPrefix(name: string): string {
  const isPlain =
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(?:[A-Za-z]{1,3}\d+|R\d*C\d*|TRUE|FALSE)$/i.test(name);
  return isPlain ? `${name}!` : `'${name.replace(/'/g, "''")}'!`;
}

/** The cells that a reference names: a named range, or cells with or without their sheet. */
export function cellsNamed(reference: string): Range {
  const spreadsheet = SpreadsheetApp.getActive();
  const named = spreadsheet.getRangeByName(reference);
  if (named) return named;
  const parted = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference);
  const name = parted?.[1]?.replace(/''/g, "'") ?? parted?.[2];
  const sheet: Sheet | null =
    name === undefined ? spreadsheet.getActiveSheet() : spreadsheet.getSheetByName(name);
  if (!sheet) throw new Error(`${reference} names a tab that is not there; check its spelling.`);
  try {
    return sheet.getRange((parted?.[3] ?? reference).replace(/\$/g, ""));
  } catch (error) {
    if (isServiceFailure(error)) throw error;
    throw new Error(`${reference} is not a range of ${sheet.getName()}; check it.`);
  }
}
