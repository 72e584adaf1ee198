/** How far a sheet is filled: the last row and column with a value or a formula, spilled results included. */

import type { Book } from "./book.js";

export function lastUsed(book: Book, sheetId: string): { row: number; column: number } {
  const getters = book.computed(sheetId);
  const rows = getters.getNumberRows(sheetId);
  const columns = getters.getNumberCols(sheetId);
  const isUsed = (col: number, row: number): boolean => {
    const position = { sheetId, col, row };
    const { value } = getters.getEvaluatedCell(position);
    return (value !== null && value !== "") || getters.getCell(position)?.isFormula === true;
  };
  // From the end backwards: a list of all cells, which the engine offers, would take a second on a long tab.
  const row = lastWhere(rows, (at) => someBelow(columns, (col) => isUsed(col, at)));
  const column = lastWhere(columns, (at) => someBelow(row, (one) => isUsed(at, one)));
  return { row, column };
}

/** One more than the last place below `end` that fits; 0 where none does. */
function lastWhere(end: number, fits: (place: number) => boolean): number {
  for (let place = end - 1; place >= 0; place--) if (fits(place)) return place + 1;
  return 0;
}

function someBelow(end: number, fits: (place: number) => boolean): boolean {
  for (let place = 0; place < end; place++) if (fits(place)) return true;
  return false;
}
