/** Cell names and ranges: "B3", "Data!A2:A", and the closed form Excel wants for an open range. */

export const LAST_ROW = 1_048_576;
const LAST_COLUMN_LETTERS = "XFD";

/** Column letters of a 0-based index: 0 → A, 26 → AA. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0-based index of column letters: A → 0, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export function cellName(column: number, row: number): string {
  return lettersOf(column) + (row + 1);
}

export interface Cell {
  readonly col: number;
  readonly row: number;
}

/** 0-based place of a cell name, or undefined for anything else. `$` marks are ignored. */
export function parseCell(name: string): Cell | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match?.[1] || !match[2] || match[2] === "0") return undefined;
  return { col: columnOf(match[1]), row: Number(match[2]) - 1 };
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Corners of a closed range or a single cell, without a sheet name. */
export function parseArea(text: string): Area | undefined {
  const [first = "", second = first] = text.split(":");
  const from = parseCell(first);
  const to = parseCell(second);
  if (!from || !to) return undefined;
  return {
    left: Math.min(from.col, to.col),
    right: Math.max(from.col, to.col),
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
  };
}

export function areaName({ left, top, right, bottom }: Area): string {
  const first = cellName(left, top);
  return left === right && top === bottom ? first : `${first}:${cellName(right, bottom)}`;
}

/** Splits "'My sheet'!A2:A" into the unquoted sheet name and the rest. */
export function splitSheet(reference: string): { sheet: string | undefined; rest: string } {
  const mark = reference.lastIndexOf("!");
  if (mark < 0) return { sheet: undefined, rest: reference };
  let sheet = reference.slice(0, mark);
  if (sheet.startsWith("'") && sheet.endsWith("'")) sheet = sheet.slice(1, -1).replaceAll("''", "'");
  return { sheet, rest: reference.slice(mark + 1) };
}

/** A sheet name as a formula writes it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !parseCell(name.toUpperCase())
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/**
 * The row at which a file closes the open ranges of a workbook: far enough below the data for more to be added, and
 * not the last row there is, because LibreOffice and Excel walk every row of an array formula. Sixty SUMPRODUCTs
 * over 9,000 deals took LibreOffice a minute down to row 1,048,576 and a second down to row 20,000.
 */
export function openRangeEnd(rows: number): number {
  return Math.min(LAST_ROW, Math.ceil((rows + 10_000) / 10_000) * 10_000);
}

/**
 * Closes an open range the way Excel can read it: A2:A → A2:A$20000, A2:2 → A2:$XFD2. Whole columns and rows
 * (A:C, 2:5) and closed ranges stay as they are. The last row is marked fixed so that a copied formula keeps it.
 */
export function closeRange(range: string, lastRow: number): string {
  const parts = /^(\$?[A-Z]*)(\$?\d*):(\$?[A-Z]*)(\$?\d*)$/.exec(range);
  if (!parts) return range;
  const [, col1 = "", row1 = "", col2 = "", row2 = ""] = parts;
  if (col1 && row1 && col2 && !row2) return `${col1}${row1}:${col2}$${lastRow}`;
  if (col1 && !row1 && col2 && row2) return `${col1}${row2}:${col2}$${lastRow}`;
  if (col1 && row1 && !col2 && row2) return `${col1}${row1}:$${LAST_COLUMN_LETTERS}${row2}`;
  return range;
}

/** The way back of closeRange: a range that ends in that row, the last row or the last column is an open one. */
export function openRange(range: string, lastRow: number = LAST_ROW): string {
  const parts = /^(\$?[A-Z]+)(\$?\d+):(\$?[A-Z]+)(\$?\d+)$/.exec(range);
  if (!parts) return range;
  const [, col1 = "", row1 = "", col2 = "", row2 = ""] = parts;
  if ([lastRow, LAST_ROW].includes(Number(row2.replace("$", "")))) {
    return row1.replace("$", "") === "1" ? `${col1}:${col2}` : `${col1}${row1}:${col2}`;
  }
  if (col2.replace("$", "") === LAST_COLUMN_LETTERS) {
    return col1.replace("$", "") === "A" ? `${row1}:${row2}` : `${col1}${row1}:${row2}`;
  }
  return range;
}

/** The same range with every column and row marked fixed: A2:A → $A$2:$A. */
export function fixRange(range: string): string {
  return range.replaceAll("$", "").replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}
