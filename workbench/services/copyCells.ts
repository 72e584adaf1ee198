/** Copies a block of cells, repeating it to fill a destination that is a multiple of it, as Google does. */

import type { CellChange } from "../engine/cellWriter.js";
import type { EngineCell, EvaluatedCell } from "../engine/engine.js";
import type { Book } from "./book.js";
import { copyLooks } from "./copyLooks.js";
import type { Place } from "./zones.js";

export function copyCells(book: Book, from: Place, to: Place, valuesOnly: boolean): void {
  const getters = valuesOnly ? book.computed(from.sheetId) : book.applied();
  const height = from.zone.bottom - from.zone.top + 1;
  const width = from.zone.right - from.zone.left + 1;
  const rows = fitted(to.zone.bottom - to.zone.top + 1, height);
  const columns = fitted(to.zone.right - to.zone.left + 1, width);
  if (
    to.zone.top + rows > getters.getNumberRows(to.sheetId) ||
    to.zone.left + columns > getters.getNumberCols(to.sheetId)
  )
    throw new Error("The coordinates of the target range are outside the dimensions of the sheet.");
  const changes: { col: number; row: number; change: CellChange }[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const source = {
        sheetId: from.sheetId,
        row: from.zone.top + (r % height),
        col: from.zone.left + (c % width),
      };
      const row = to.zone.top + r;
      const col = to.zone.left + c;
      const cell = getters.getCell(source);
      const content = valuesOnly
        ? valueText(getters.getEvaluatedCell(source))
        : contentText(book, cell, to.sheetId, col - source.col, row - source.row);
      const change = valuesOnly
        ? { content }
        : { content, style: cell?.style ?? null, format: cell?.format ?? "" };
      changes.push({ col, row, change });
    }
  book.write((writer) => {
    for (const { col, row, change } of changes) writer.write(to.sheetId, col, row, change);
  });
  if (!valuesOnly) copyLooks(book, from, to);
}

function fitted(available: number, needed: number): number {
  return available % needed === 0 ? available : needed;
}

function contentText(
  book: Book,
  cell: EngineCell | undefined,
  sheetId: string,
  right: number,
  down: number,
): string {
  if (!cell) return "";
  if (!cell.isFormula) return cell.content;
  return book.getters.getTranslatedCellFormula(sheetId, right, down, cell.compiledFormula);
}

/** Text that is nothing else however it is read: it begins with a letter and is neither a truth value nor a month. */
const PLAIN_TEXT =
  /^(?!(?:true|false)\s*$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*\d)\p{L}/iu;

/** The value as one would type it; text that would be read otherwise keeps an apostrophe. */
function valueText(cell: EvaluatedCell): string {
  if (cell.value === null) return "";
  if (typeof cell.value === "boolean") return cell.value ? "TRUE" : "FALSE";
  if (typeof cell.value === "number") return String(cell.value);
  if (cell.type === "error" || cell.value === "" || PLAIN_TEXT.test(cell.value)) return cell.value;
  return `'${cell.value}`;
}
