/** One sheet's cells and sizes, from the file's sheet part into the engine's data. */
import { areaName, parseArea, parseCell } from "./address.js";
import type { FileValue } from "./cellValues.js";
import type { Engine, SheetData } from "./engine.js";
import { fromFileFormula } from "./formulas.js";
import type { FileSheet } from "./readCells.js";
import type { Looks } from "./readLooks.js";
import { readAttributes } from "./xml.js";

const PIXELS_PER_POINT = 4 / 3;
const DEFAULT_COLUMN_PIXELS = 96;

/** Puts cells, their looks, and the sizes of rows and columns into a sheet. */
export function fillSheet(
  engine: Engine,
  sheet: SheetData,
  read: FileSheet,
  looks: Looks,
  sheetXml: string,
  links: ReadonlyMap<string, string>,
  lastOpenRow?: number,
): void {
  let lastRow = 0;
  let lastCol = 0;
  const spilled = new Set<string>();
  const content: Record<string, string> = {};
  sheet.styles = {};
  sheet.formats = {};
  sheet.borders = {};
  for (const [name, cell] of read.cells) {
    const { col, row } = parseCell(name) ?? { col: 0, row: 0 };
    lastRow = Math.max(lastRow, row);
    lastCol = Math.max(lastCol, col);
    const look = cell.look === 0 ? undefined : looks.cells[cell.look];
    if (look) {
      sheet.styles[name] = look.style;
      if (look.format) sheet.formats[name] = look.format;
      if (look.border) sheet.borders[name] = look.border;
    }
    if (cell.array) for (const other of namesIn(cell.array)) if (other !== name) spilled.add(other);
    if (cell.formula !== undefined) content[name] = fromFileFormula(engine, cell.formula, lastOpenRow);
    else {
      const text = toContent(cell.value);
      const link = links.get(name);
      if (text !== undefined) content[name] = link === undefined ? text : `[${text}](${link})`;
    }
  }
  for (const name of spilled) delete content[name];
  sheet.cells = content;
  fillSizes(sheet, read, sheetXml, lastRow, lastCol);
  for (const [name, cell] of read.cells) {
    if (cell.value.type === "text" && content[name] === cell.value.value)
      keepText(sheet, name, cell.value.value, looks.cells[cell.look]?.isPlainText === true);
  }
}

/**
 * A text that the engine would take for something else gets the apostrophe that keeps it one. Cells of the format for
 * plain text need none, and would show it; but a formula is one in them too.
 */
function keepText(sheet: SheetData, name: string, text: string, isPlain: boolean): void {
  if (isPlain && !text.startsWith("=")) return;
  if (!/^[\s+\-.$€£%]*\d|^(?:true|false)$|^[=#']/i.test(text)) return;
  sheet.cells[name] = `'${text}`;
  if (isPlain) delete sheet.formats[name];
}

/** Names of all cells of an area. */
export function* namesIn(area: string): Generator<string> {
  const corners = parseArea(area);
  if (!corners) return;
  for (let row = corners.top; row <= corners.bottom; row++) {
    for (let col = corners.left; col <= corners.right; col++) {
      yield areaName({ left: col, right: col, top: row, bottom: row });
    }
  }
}

function toContent(value: FileValue): string | undefined {
  switch (value.type) {
    case "empty":
      return undefined;
    case "boolean":
      return value.value ? "TRUE" : "FALSE";
    default:
      return String(value.value);
  }
}

function fillSizes(
  sheet: SheetData,
  read: FileSheet,
  sheetXml: string,
  lastRow: number,
  lastCol: number,
): void {
  const rows: SheetData["rows"] = {};
  for (const [row, { height, isHidden }] of read.rows) {
    rows[row] = {
      ...(height ? { size: Math.round(height * PIXELS_PER_POINT) } : {}),
      ...(isHidden ? { isHidden: true } : {}),
    };
    lastRow = Math.max(lastRow, row);
  }
  const cols: SheetData["cols"] = {};
  const columns = [...sheetXml.matchAll(/<col\b([^<>]*)>/g)].map(([, tag = ""]) => readAttributes(tag));
  for (const { min, max, width, hidden } of columns) {
    const last = Math.min(Number(max), 16_384);
    // A last element that reaches the end of the sheet only states the default for columns nobody uses.
    if (last - Number(min) > 1000) continue;
    lastCol = Math.max(lastCol, last - 1);
    for (let col = Number(min) - 1; col < last; col++) {
      const size = width ? Math.round(Number(width) * 7) : DEFAULT_COLUMN_PIXELS;
      const isHidden = hidden === "1" || hidden === "true";
      if (size !== DEFAULT_COLUMN_PIXELS || isHidden) cols[col] = { size, ...(isHidden ? { isHidden } : {}) };
    }
  }
  for (const figure of sheet.figures) {
    lastRow = Math.max(lastRow, figure.row);
    lastCol = Math.max(lastCol, figure.col);
  }
  for (const merge of sheet.merges) {
    const area = parseArea(merge);
    lastRow = Math.max(lastRow, area?.bottom ?? 0);
    lastCol = Math.max(lastCol, area?.right ?? 0);
  }
  sheet.rows = rows;
  sheet.cols = cols;
  sheet.rowNumber = lastRow + 1;
  sheet.colNumber = lastCol + 1;
}
