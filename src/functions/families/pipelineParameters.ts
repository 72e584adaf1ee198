import { column, count, date, money, one, optional, outcome, type Parameter } from "../parameters.js";

/** Parameters that several functions over deals share, so that they are named and explained alike. */

export const outcomes = column(
  outcome("outcomes", "Won, Lost or Open, one row a deal; a blank counts as open."),
);
export const openOnly = optional(
  column(outcome("outcomes", "Won, Lost or Open, one row a deal; left out, every deal is taken for open.")),
);
export const amounts = column(money("amounts", "What each deal is worth, one row a deal."));
export const asOf = one(
  date(
    "as_of",
    "The day to look from. A date typed in a cell, since Sheets never resolves TODAY() in a custom function.",
  ),
);
export const limitOf = (help: string) =>
  count("limit", help, { min: 1, whole: true, what: "a whole number of 1 or more" });

/** The same parameter as a list of its own length, in a column or a row: stages in order, levels. A blank is "". */
export function list<T>(parameter: Parameter<T>): Parameter<readonly (T | "")[]> {
  return { ...parameter, shape: "headings" } as unknown as Parameter<readonly (T | "")[]>;
}

/** A list's entries with its blanks as null. */
export const orNull = <T>(entries: readonly (T | "")[]): (T | null)[] =>
  entries.map((entry) => (entry === "" ? null : entry));

/** A closing row: how many were left out and why, padded to the width of the table. */
export const closingRow = (width: number, said: string): string[] => [
  said,
  ...new Array<string>(width - 1).fill(""),
];
