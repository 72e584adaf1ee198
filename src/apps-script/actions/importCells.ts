import type { Zone } from "../../functions/cells.js";
import type { Column, DataTab, DataValue } from "../../workbook/columns.js";
import { asCellText } from "../../workbook/import/index.js";
import type { OpenDataTab } from "../sheets/dataTab.js";

/** Cells as they stand, formulas included, so that an import touches only what it changes and can be taken back. */

/** What a cell holds, in a form that JSON keeps: blank, number, text, a serial day, true or false, a formula. */
export type Content =
  | null
  | number
  | string
  | { readonly day: number }
  | { readonly flag: boolean }
  | { readonly formula: string };

export function contentOf(cell: unknown, formula: string, zone: Zone): Content {
  if (formula !== "") return { formula };
  if (cell === "" || cell === null || cell === undefined) return null;
  if (typeof cell === "boolean") return { flag: cell };
  if (typeof cell === "number") return cell;
  if (Object.prototype.toString.call(cell) === "[object Date]") return { day: zone.serialOf(cell as Date) };
  return String(cell);
}

/** A value of a record as its column stores it. */
export function contentOfValue(value: DataValue | undefined, kind: Column["kind"]): Content {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "number" && (kind === "date" || kind === "moment") ? { day: value } : value;
}

/** A sheet gives a moment back to the millisecond: numbers that are no further apart than a few of those are one. */
const APART = 5e-7;

/** A day is the same whether its cell is formatted as a date or as a number. */
export function sameContent(one: Content, other: Content): boolean {
  const [first, second] = [comparable(one), comparable(other)];
  return typeof first === "number" && typeof second === "number"
    ? Math.abs(first - second) < APART
    : first === second;
}

function comparable(content: Content): number | string {
  if (content === null || typeof content === "number") return content ?? "";
  if (typeof content === "string") return content === "" ? "" : `t${content}`;
  if ("day" in content) return content.day;
  return "flag" in content ? `b${content.flag}` : `f${content.formula}`;
}

function cellOf(content: Content, zone: Zone): string | number | boolean | Date {
  if (content === null) return "";
  if (typeof content === "number") return content;
  if (typeof content === "string") return asCellText(content);
  if ("day" in content) return zone.dateOf(content.day);
  return "flag" in content ? content.flag : content.formula;
}

/** Contents of our columns in rows `from` to `to` (places below the heading, from 0). */
export interface StandingCells {
  at(index: number, key: string): Content;
}

export function readCells(
  tab: DataTab,
  { sheet, columnOf, headingRow }: OpenDataTab,
  [from, to]: readonly [number, number],
  zone: Zone,
): StandingCells {
  const last = Math.min(to, sheet.getMaxRows() - headingRow - 1);
  if (last < from) return { at: () => null };
  const places = tab.columns.map(({ key }) => columnOf.get(key) ?? 1);
  const first = Math.min(...places);
  const range = sheet.getRange(
    headingRow + 1 + from,
    first,
    last - from + 1,
    Math.max(...places) - first + 1,
  );
  // What somebody types between the two is seldom a formula, and the values, read last, hold it.
  const formulas = range.getFormulas();
  const values = range.getValues();
  return {
    at(index, key) {
      const column = (columnOf.get(key) ?? 1) - first;
      return contentOf(values[index - from]?.[column], formulas[index - from]?.[column] ?? "", zone);
    },
  };
}

export interface CellWrite {
  readonly index: number;
  readonly key: string;
  readonly content: Content;
}

/** Up to so many separate stretches of a column are written one by one; Google gathers writes that no read follows. */
const MOST_STRETCHES = 300;

/**
 * Writes single cells. Neighbours in a column go together; where a column has very many stretches, the cells between
 * them are read first and written back as they were, formulas too.
 */
export function writeCells(
  { sheet, columnOf, headingRow }: OpenDataTab,
  writes: readonly CellWrite[],
  zone: Zone,
): void {
  const byColumn = new Map<string, Map<number, Content>>();
  for (const { index, key, content } of writes) {
    const column = byColumn.get(key) ?? new Map<number, Content>();
    byColumn.set(key, column.set(index, content));
  }
  for (const [key, contents] of byColumn) {
    const column = columnOf.get(key);
    if (column === undefined) continue;
    const range = (from: number, rows: number) => sheet.getRange(headingRow + 1 + from, column, rows, 1);
    let stretches = stretchesOf([...contents.keys()]);
    const [from, to] = [stretches[0]?.[0] ?? 0, stretches[stretches.length - 1]?.[1] ?? 0];
    let between = (_index: number): Content => null;
    if (stretches.length > MOST_STRETCHES) {
      const formulas = range(from, to - from + 1).getFormulas();
      const values = range(from, to - from + 1).getValues();
      between = (index) => contentOf(values[index - from]?.[0], formulas[index - from]?.[0] ?? "", zone);
      stretches = [[from, to]];
    }
    for (const [start, end] of stretches) {
      const cells = [];
      for (let index = start; index <= end; index++) {
        const content = contents.get(index);
        cells.push([cellOf(content === undefined ? between(index) : content, zone)]);
      }
      range(start, cells.length).setValues(cells);
    }
  }
}

/** [3, 1, 2, 7] → [1, 3] and [7, 7]. */
export function stretchesOf(indexes: readonly number[]): (readonly [number, number])[] {
  const stretches: [number, number][] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = stretches[stretches.length - 1];
    if (last && index <= last[1] + 1) last[1] = index;
    else stretches.push([index, index]);
  }
  return stretches;
}
