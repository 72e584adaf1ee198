/** What a custom function returned, as the engine shows it: one cell, a spilled block, or an error that says why not. */

import { type CellValues, isDate } from "./cellValues.js";
import type { EngineResult, EvaluationContext } from "./engine.js";

export type CellResult = EngineResult | EngineResult[][];

type Locale = EvaluationContext["locale"];

/** Google's limit for one cell. */
const MAX_TEXT = 50_000;

export function toCellResult(result: unknown, values: CellValues, locale: Locale): CellResult {
  try {
    if (!Array.isArray(result)) return toCell(result, "the result", values, locale);
    return toMatrix(result, values, locale);
  } catch (error) {
    if (error instanceof NotPromised) return { value: "#ERROR", message: error.message };
    throw error;
  }
}

/** Google's pages promise nothing for such a result, so an add-on must not rely on what it happens to show. */
class NotPromised extends Error {
  constructor(what: string) {
    super(
      `The function returned something Google does not promise to show: ${what}. Return a number, text, true or ` +
        "false, a date, or a two-dimensional array of these with rows of one length.",
    );
  }
}

function toMatrix(rows: readonly unknown[], values: CellValues, locale: Locale): EngineResult[][] {
  const height = rows.length;
  const first = rows[0];
  if (height === 0) throw new NotPromised("an empty array");
  if (!Array.isArray(first)) throw new NotPromised("a one-dimensional array");
  const width = first.length;
  if (width === 0) throw new NotPromised("a row without cells");
  const columns: EngineResult[][] = Array.from({ length: width }, () => new Array<EngineResult>(height));
  for (let row = 0; row < height; row++) {
    const cells = rows[row];
    if (!Array.isArray(cells)) throw new NotPromised(`row ${row + 1} is not an array`);
    if (cells.length !== width)
      throw new NotPromised(`row ${row + 1} has ${cells.length} cells, row 1 has ${width}`);
    for (let col = 0; col < width; col++)
      (columns[col] as EngineResult[])[row] = toCell(cells[col], undefined, values, locale, row, col);
  }
  return columns;
}

function toCell(
  value: unknown,
  place: string | undefined,
  values: CellValues,
  locale: Locale,
  row = 0,
  col = 0,
): EngineResult {
  const where = () => place ?? `row ${row + 1}, column ${col + 1}`;
  switch (typeof value) {
    case "number":
      if (!Number.isFinite(value)) throw new NotPromised(`${where()} is ${value}`);
      return { value };
    case "string":
      if (value.length > MAX_TEXT) throw new NotPromised(`${where()} is longer than 50,000 characters`);
      return { value };
    case "boolean":
      return { value };
    default:
      if (isDate(value)) return dateCell(value, where, values, locale);
      throw new NotPromised(`${where()} is ${describe(value)}`);
  }
}

function dateCell(date: Date, where: () => string, values: CellValues, locale: Locale): EngineResult {
  const instant = date.getTime();
  if (Number.isNaN(instant)) throw new NotPromised(`${where()} is an invalid date`);
  const serial = values.timeZone.serialOf(instant);
  const format = Number.isInteger(serial) ? locale.dateFormat : `${locale.dateFormat} ${locale.timeFormat}`;
  return { value: serial, format };
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (Array.isArray(value)) return "an array";
  if (typeof (value as { then?: unknown }).then === "function") return "a promise";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
