import { Refusal } from "../core/refusal/refusal.js";

/**
 * What arrives from a cell and what goes back to one. Google passes a blank as "", a date as Date, an error as
 * its text; inside, a blank is null and a date is its spreadsheet serial day, wrapped so that it is told from a count.
 */

export interface CellDate {
  readonly serial: number;
}
export type Cell = number | string | boolean | CellDate | null;

/** One answer for a cell. "" leaves it blank. */
export type Answer = number | string | boolean | CellDate;

/** Turns dates into serial days and back as the spreadsheet's time zone has them. */
export interface Zone {
  serialOf(date: Date): number;
  dateOf(serial: number): Date;
}

export const isCellDate = (value: unknown): value is CellDate =>
  typeof value === "object" && value !== null && "serial" in value;

const ERROR_TEXT = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERROR!?|SPILL!|CALC!|CYCLE|BAD_EXPR|LINK)/;

/** A string of nothing but spaces looks blank to a person, so it is blank. */
export function isBlank(raw: unknown): boolean {
  if (typeof raw !== "string") return raw === null || raw === undefined;
  // Most texts begin with a letter or a digit: no need to look further.
  const first = raw.charCodeAt(0);
  return !(first > 32 && first < 160) && /^\s*$/.test(raw);
}

/** Problem with one cell; the caller knows which argument and row it stands in. */
export class CellProblem extends Error {}

export function problem(text: string): never {
  throw new CellProblem(text);
}

/** A date made in another script context is a date all the same. */
const isDate = (raw: unknown): raw is Date =>
  raw instanceof Date || Object.prototype.toString.call(raw) === "[object Date]";

export function arrive(raw: unknown, zone: Zone): Cell {
  if (typeof raw === "number") {
    return Number.isFinite(raw) ? raw : problem("is not a finite number; mend that cell first.");
  }
  if (isBlank(raw)) return null;
  if (typeof raw === "string") {
    if (raw.charCodeAt(0) === 35 && ERROR_TEXT.test(raw)) {
      problem(`holds the error ${raw}; mend that cell first.`);
    }
    return raw;
  }
  if (typeof raw === "boolean") return raw;
  if (isDate(raw)) {
    const serial = zone.serialOf(raw);
    return Number.isFinite(serial) ? { serial } : problem("is not a valid date; write it as 2026-01-31.");
  }
  return problem("holds something that is neither a number, text, date nor TRUE/FALSE.");
}

/** The value as a message may show it: short, and never a wall of text. */
export function shown(cell: Cell): string {
  if (cell === null) return "a blank";
  if (isCellDate(cell)) return "a date";
  if (typeof cell === "string") return `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`;
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);
}

/** Adds the argument and place to a problem found in a cell; a core refusal that knows both passes unchanged. */
export function located(
  error: unknown,
  argument: string,
  row?: number,
  column?: number,
  heading = "",
): unknown {
  if (!(error instanceof CellProblem)) return error;
  const problem = heading === "" ? error.message : `under ${heading} ${error.message}`;
  return new Refusal(argument, problem, row, column);
}
