import { type Cell, isCellDate, problem, shown } from "./cells.js";
import { serialOfIsoText } from "./serial.js";

/**
 * A parameter is data: its name, its help, how one cell of it is read, and in which shape it is taken. Coercion and
 * error sentences live here once, so that the body of a function is only maths.
 */

/**
 * - each: a value or a range; ranges are answered cell by cell
 * - one: a single value that holds for the whole call
 * - column: a list, one row a case; blanks arrive as null
 * - headings: one row (or column) of texts
 * - table: rows as they stand
 */
export type Shape = "each" | "one" | "column" | "headings" | "table";

export interface Parameter<T = unknown> {
  readonly name: string;
  readonly help: string;
  /** What the cell holds, in words for the reference: "share (25% or 0.25)". */
  readonly kind: string;
  /** What to give, as a sentence goes on after "give": "a date", "an amount as a plain number". */
  readonly what: string;
  readonly shape: Shape;
  readonly optional: boolean;
  /** Taken where an optional argument is left out or blank. */
  readonly fallback?: unknown;
  /** Reads one filled cell, or throws the problem in words that complete "<name>, row 3: …". */
  readonly read: Reader;
  /** Only there for the type of what the function's body receives. */
  readonly type?: T;
}

interface Reader {
  (cell: Exclude<Cell, null>): unknown;
  /** Numbers that it takes as they stand, so that a column of them is read without a call for each cell. */
  readonly plain?: Plain | undefined;
}

/** Every number from `least` to `most`, which are finite. */
export interface Plain {
  readonly least: number;
  readonly most: number;
}

interface Bounds {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  /** Only whole numbers. */
  readonly whole?: true;
  /** What to give instead, where the kind's own words would not say it. */
  readonly what?: string;
}

/** Text that is plainly a number, as CRM exports paste it: "1200", "25%", "-3.5". */
const NUMBER_TEXT = /^\s*[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?\s*(?:(%)\s*)?$/i;

function readNumber(cell: Exclude<Cell, null>, what: string): number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "string") {
    const match = NUMBER_TEXT.exec(cell);
    if (match) return match[3] ? Number(cell.replace("%", "")) / 100 : Number(cell);
  }
  return problem(`is ${shown(cell)}; give ${what}.`);
}

function bounded(value: number, what: string, { min, above, max, whole }: Bounds): number {
  if (min !== undefined && value < min) problem(`is ${value}, below ${min}; give ${what}.`);
  if (above !== undefined && value <= above) problem(`is ${value}; it must be above ${above}: give ${what}.`);
  if (max !== undefined && value > max) problem(`is ${value}, above ${max}; give ${what}.`);
  if (whole && !Number.isInteger(value)) problem(`is ${value}, not a whole number; give ${what}.`);
  return value;
}

/** What passes `bounded` untouched; nothing where each number has to be looked at more closely. */
function plainWithin({ min, above, max, whole }: Bounds): Plain | undefined {
  if (above !== undefined || whole) return undefined;
  return { least: min ?? -Number.MAX_VALUE, most: max ?? Number.MAX_VALUE };
}

function numeric(kind: string, what: string, limits: Bounds) {
  return (name: string, help: string, own: Bounds = {}): Parameter<number> => {
    const bounds = { ...limits, ...own };
    const give = own.what ?? what;
    const read = (cell: Exclude<Cell, null>) => bounded(readNumber(cell, give), give, bounds);
    return {
      name,
      help,
      kind,
      what: give,
      shape: "each",
      optional: false,
      read: Object.assign(read, { plain: plainWithin(bounds) }),
    };
  };
}

/** Any number. */
export const number = numeric("number", "a number", {});
/** How many: never below zero. */
export const count = numeric("count", "a count of 0 or more", { min: 0 });
/** An amount in the workbook's currency. */
export const money = numeric("money", "an amount as a plain number", {});
/** A length of time in days. */
export const days = numeric("days", "a number of days", { min: 0 });
/** A factor such as a coverage multiple. */
export const multiple = numeric("multiple", "a number of 0 or more", { min: 0 });

/** A rate between 0 and 1. A whole percentage such as 25 is refused, never guessed at. */
export function share(name: string, help: string): Parameter<number> {
  const what = "a share such as 25% or 0.25";
  const read = (cell: Exclude<Cell, null>) => {
    const value = readNumber(cell, what);
    if (value > 1) problem(`is ${value}, above 100%; write 25% or 0.25 for twenty-five per cent.`);
    if (value < 0) problem(`is ${value}, below 0; give a share between 0% and 100%.`);
    return value;
  };
  return {
    name,
    help,
    kind: "share",
    what,
    shape: "each",
    optional: false,
    read: Object.assign(read, { plain: { least: 0, most: 1 } }),
  };
}

/** The first and last serial day that count as a date: 1 January 1900 and 31 December 9999. */
const FIRST_DAY = 2;
const LAST_DAY = 2_958_465;

export function date(name: string, help: string): Parameter<number> {
  return {
    name,
    help,
    kind: "date",
    what: "a date",
    shape: "each",
    optional: false,
    read: (cell) => {
      const serial = isCellDate(cell)
        ? cell.serial
        : typeof cell === "number"
          ? cell
          : typeof cell === "string"
            ? serialOfIsoText(cell)
            : undefined;
      if (serial === undefined) {
        return problem(`is ${shown(cell)}, not a date; enter a date cell or text such as 2026-01-31.`);
      }
      if (serial < FIRST_DAY) return problem("lies before 1900; correct the date.");
      if (serial > LAST_DAY) return problem("lies after the year 9999; correct the date.");
      return serial;
    },
  };
}

export function text(name: string, help: string): Parameter<string> {
  return {
    name,
    help,
    kind: "text",
    what: "text",
    shape: "each",
    optional: false,
    read: (cell) => (isCellDate(cell) ? problem("is a date; give text.") : String(cell).trim()),
  };
}

export function flag(name: string, help: string): Parameter<boolean> {
  return {
    name,
    help,
    kind: "TRUE or FALSE",
    what: "TRUE or FALSE",
    shape: "each",
    optional: false,
    read: (cell) => {
      if (typeof cell === "boolean") return cell;
      if (cell === 1 || cell === 0) return cell === 1;
      const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
      if (word === "true" || word === "yes") return true;
      if (word === "false" || word === "no") return false;
      return problem(`is ${shown(cell)}; write TRUE or FALSE.`);
    },
  };
}

/** One of a few words; case and spacing do not matter. */
export function choice<const C extends readonly string[]>(
  name: string,
  help: string,
  options: C,
): Parameter<C[number]> {
  const bare = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, "");
  return {
    name,
    help,
    kind: options.map((option) => `"${option}"`).join(", "),
    what: `one of ${options.map((option) => `"${option}"`).join(", ")}`,
    shape: "each",
    optional: false,
    read: (cell) =>
      options.find((option) => typeof cell === "string" && bare(option) === bare(cell)) ??
      problem(`is ${shown(cell)}; write one of ${options.map((option) => `"${option}"`).join(", ")}.`),
  };
}

/** A deal's outcome. Words that CRMs use are understood; a stage that is neither won nor lost is asked about. */
export function outcome(name: string, help: string): Parameter<"Won" | "Lost" | "Open"> {
  return {
    name,
    help,
    kind: "outcome",
    what: "Won, Lost or Open",
    shape: "each",
    optional: false,
    read: (cell) => {
      const word = String(cell).trim().toLowerCase();
      if (/^(closed[\s_-]?)?won$|^true$/.test(word)) return "Won";
      if (/^(closed[\s_-]?)?lost$|^false$/.test(word)) return "Lost";
      if (word === "open") return "Open";
      return problem(`is ${shown(cell)}; write Won, Lost or Open (a blank counts as open).`);
    },
  };
}

/** Any cell as it stands, for functions that tell counts, dates and flags apart themselves. */
export function anything(name: string, help: string): Parameter<Exclude<Cell, null>> {
  return { name, help, kind: "any", what: "a value", shape: "each", optional: false, read: (cell) => cell };
}

/** The same parameter taken as a list: one row a case, blanks as null. */
export function column<T>(parameter: Parameter<T>): Parameter<readonly (T | null)[]> {
  return { ...parameter, shape: "column" } as Parameter<readonly (T | null)[]>;
}

/** The same parameter as a single value for the whole call. */
export function one<T>(parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, shape: "one" };
}

/** One row of headings. */
export function headings(name: string, help: string): Parameter<readonly string[]> {
  return {
    ...text(name, help),
    kind: "row of headings",
    what: "the row of headings",
    shape: "headings",
  } as unknown as Parameter<readonly string[]>;
}

/** Rows under the headings. */
export function table(name: string, help: string): Parameter<readonly (readonly Cell[])[]> {
  return {
    ...anything(name, help),
    kind: "table",
    what: "the rows under the headings",
    shape: "table",
  } as unknown as Parameter<readonly (readonly Cell[])[]>;
}

/** Marks a parameter as one that may be left out; `fallback` then stands in for it. */
export function optional<T>(parameter: Parameter<T>, fallback: T): Parameter<T>;
export function optional<T>(parameter: Parameter<T>): Parameter<T | undefined>;
export function optional<T>(parameter: Parameter<T>, fallback?: T): Parameter<T | undefined> {
  return { ...parameter, optional: true, fallback };
}

/** What the body of a function receives for its parameters. */
export type Values<P extends readonly Parameter[]> = {
  -readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};
