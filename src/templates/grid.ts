/**
 * The page grid of a generated tab: a hidden column for row keys, twelve equal columns in two halves with a gutter
 * between them, and hidden columns to the right where analyses spill for the visible cells to read.
 */
export const KEY_ROW = 1;
export const KEY_COLUMN = 1;
/** Spreadsheet columns (from 1) of the twelve page columns; column 8 is the gutter. */
export const PAGE_COLUMNS = [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14] as const;
export const GUTTER_COLUMN = 8;
export const LAST_PAGE_COLUMN = 14;
/** Column 15 is a margin; hidden analyses start after it. */
export const ANALYSIS_COLUMN = 16;
export const COLUMN_WIDTH = 102;
export const GUTTER_WIDTH = 22;

/** The spreadsheet columns that a span of page columns covers, the gutter included where it lies between. */
export function spanColumns(start: number, span: number): { first: number; last: number } {
  const first = PAGE_COLUMNS[start];
  const last = PAGE_COLUMNS[start + span - 1];
  if (first === undefined || last === undefined || span < 1) {
    throw new Error(`A block from column ${start + 1} over ${span} does not fit the page's 12 columns.`);
  }
  return { first, last };
}

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function address(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}
