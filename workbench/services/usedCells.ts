/** How far a sheet is filled: the last row and column with a value or a formula, spilled results included. */

import type { Book } from "./book.js";

export function lastUsed(book: Book, sheetId: string): { row: number; column: number } {
  const getters = book.computed();
  let [row, column] = [0, 0];
  const reach = (position: { row: number; col: number }) => {
    if (position.row >= row) row = position.row + 1;
    if (position.col >= column) column = position.col + 1;
  };
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    if (position.row < row && position.col < column) continue;
    const { value } = getters.getEvaluatedCell(position);
    if (value !== null && value !== "") reach(position);
    else if (getters.getCell(position)?.isFormula) reach(position);
  }
  return { row, column };
}
