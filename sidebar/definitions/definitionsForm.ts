import { callFunction } from "../../src/functions/call.js";
import { DEFINITIONS, type METRICS } from "../../src/functions/families/definitions.js";
import { zoneOf } from "../../src/functions/zone.js";
import { arrayLiteral } from "../finder/argument.js";

/** From the choices of the form to the comparison and the formula that gives it in the sheet. */

export type Metric = (typeof METRICS)[number];

/** One rule of the comparison as the page shows it. */
export interface Compared {
  readonly definition: string;
  /** Undefined where the rule has no answer; `why` then says what is in the way. */
  readonly value: number | undefined;
  readonly counted: number;
  readonly differ: number;
  readonly why: string;
  readonly how: string;
}

/** A table typed or pasted: its first row are the headings. */
export interface TypedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Longer lists belong in a tab: a formula that long can be neither read nor mended. */
const MOST_CELLS = 120;

/** Rows as copied from a sheet, or typed with commas or semicolons between the cells. */
export function readTable(text: string): TypedTable {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  const sign = ["\t", ";", ","].find((each) => first.includes(each)) ?? "\t";
  const cells = lines.map((line) => line.split(sign).map((cell) => cell.trim()));
  const [headings = [], ...rows] = cells;
  return { headings, rows: rows.map((row) => headings.map((_, at) => row[at] ?? "")) };
}

const dayLiteral = (iso: string): string => {
  const [year, month, day] = iso.split("-").map(Number);
  return `DATE(${year},${month},${day})`;
};

export interface Period {
  /** As 2026-01-31, or "". */
  readonly from: string;
  readonly to: string;
}

/** The formula over named ranges or typed rows. */
export function definitionsFormula(
  metric: Metric,
  source: { readonly headings: string; readonly range: string } | TypedTable,
  { from, to }: Period,
): string {
  const [headings, rows] =
    "range" in source
      ? [source.headings, source.range]
      : [arrayLiteral([source.headings]), arrayLiteral(source.rows)];
  const days = to ? [from ? dayLiteral(from) : "", dayLiteral(to)] : from ? [dayLiteral(from)] : [];
  return `=REVOPS_DEFINITIONS(${[`"${metric}"`, headings, rows, ...days].join(", ")})`;
}

export const isTooLong = ({ headings, rows }: TypedTable): boolean =>
  headings.length * (rows.length + 1) > MOST_CELLS;

/** What is lacking before the metric can be compared; "" where nothing is. */
export function lackOf(metric: Metric, table: TypedTable | undefined, { from, to }: Period): string {
  if (metric === "NRR" && (from === "" || to === "")) return "Give the opening and the closing date.";
  if (table && table.rows.length === 0) return "Paste at least one row below the headings.";
  return "";
}

/** Computes typed rows as a cell would; throws the sentence of a refusal. */
export function compareTyped(
  metric: Metric,
  { headings, rows }: TypedTable,
  { from, to }: Period,
): Compared[] {
  const [definition] = DEFINITIONS;
  if (!definition) return [];
  return comparedRows(
    callFunction(definition, [metric, [headings], rows, from, to], zoneOf("UTC")) as unknown[][],
  );
}

/** The rows of REVOPS_DEFINITIONS' answer, without its headings. */
export const comparedRows = (answer: readonly (readonly unknown[])[]): Compared[] =>
  answer.slice(1).map(([definition, value, counted, differ, why, how]) => ({
    definition: String(definition),
    value: typeof value === "number" ? value : undefined,
    counted: Number(counted),
    differ: Number(differ),
    why: String(why),
    how: String(how),
  }));

/** Beside the first rule's figure: by how many points another one lies above or below. */
export function pointsApart(value: number | undefined, first: number | undefined): string {
  if (value === undefined || first === undefined) return "";
  const points = Number(((value - first) * 100).toFixed(1));
  return points === 0 ? "same figure" : `${points > 0 ? "+" : "−"}${Math.abs(points)} points`;
}

/** What to paste, by metric. */
export const SAMPLE_ROWS: Readonly<Record<Metric, string>> = {
  "win rate": "Deal;Outcome;Amount;Created;Closed;Expected close\nAsh;Won;30000;2026-01-05;2026-02-10;",
  NRR: "Account;Annual amount;Starts;Ends\nAsh;40000;2025-01-01;",
  MAPE: "Period;Forecast;Actual\n2026-01-01;250;230",
};
