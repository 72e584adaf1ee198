/**
 * Heights of rows with wrapped text. In the page the engine measures them; in Node it cannot, and an application
 * that opens the file measures again only where no merged cell is in the way. So they are estimated.
 */
import type { Model } from "./engine.js";

export interface GrownRow {
  readonly pixels: number;
  /** The text stands in merged cells, which no application measures by itself. */
  readonly isMerged: boolean;
}

const PIXELS_PER_POINT = 4 / 3;
/** Width of a usual letter as a share of the font's size. */
const LETTER_WIDTH = 0.52;
const LINE_HEIGHT = 1.25;
const PADDING = 6;

export function growRow(
  rows: Map<number, GrownRow>,
  { model }: { readonly model: Model },
  position: { readonly sheetId: string; readonly col: number; readonly row: number },
  text: string,
): void {
  if (text === "") return;
  const { getters } = model;
  const merge = getters.getMerge(position);
  let width = 0;
  for (let col = merge?.left ?? position.col; col <= (merge?.right ?? position.col); col++) {
    width += getters.getColSize(position.sheetId, col);
  }
  const size = (getters.getCellStyle(position)?.fontSize ?? 10) * PIXELS_PER_POINT;
  const letters = Math.max(1, Math.floor((width - PADDING) / (size * LETTER_WIDTH)));
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  // A merge over several rows has the room of all of them.
  const rowCount = merge ? merge.bottom - merge.top + 1 : 1;
  const pixels = Math.ceil((lines * size * LINE_HEIGHT + PADDING) / rowCount);
  const before = rows.get(position.row);
  if (lines < 2 || (before && before.pixels >= pixels)) return;
  rows.set(position.row, { pixels, isMerged: merge !== undefined });
}
