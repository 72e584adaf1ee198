import type { Answer } from "./cells.js";
import { anything, column, flag, one, optional, type Parameter, text, type Values } from "./parameters.js";

/** The families in the order in which the reference lists them. */
export const FAMILIES = [
  "pipeline",
  "forecast",
  "retention",
  "unit economics",
  "benchmarks",
  "definitions",
  "funnel",
  "leads",
  "attribution",
  "capacity and plan",
  "compensation and territory",
  "data quality",
  "assessment",
] as const;
export type Family = (typeof FAMILIES)[number];

/** How our functions are named: the prefix keeps them clear of every built-in function and every cell reference. */
export const CUSTOM_FUNCTION_NAME = /^(REVOPS|LEAD)_[A-Z0-9_]+$/;

/** A formula with its answer, shown in the help and run as a test. */
export interface Example {
  readonly formula: string;
  readonly answer: Answer | readonly (readonly Answer[])[];
  /** Where the figures come from, so that the answer is not our own say-so. */
  readonly from: string;
}

interface Described<P extends readonly Parameter[]> {
  readonly name: string;
  readonly family: Family;
  /** What it tells a RevOps person, in one or two sentences. */
  readonly summary: string;
  /** The formula in words and signs. */
  readonly formula: string;
  readonly parameters: P;
  /** What comes back, with its unit. */
  readonly result: string;
  /** Edge cases and decisions a user should know. */
  readonly notes?: readonly string[];
  /** Where definition and figures come from. */
  readonly source: string;
  /** Other words under which somebody would look for it. */
  readonly synonyms?: readonly string[];
  readonly examples: readonly Example[];
  /** Adds filter_by and filter_value: only the rows whose filter_by cell equals filter_value are looked at. */
  readonly filter?: true;
}

const FILTER = [
  optional(column(anything("filter_by", "Range as long as the others, such as owners."))),
  optional(one(text("filter_value", "Counts only rows with this text in filter_by; blank counts all."))),
] as const;

const withFilter = (spec: { filter?: true; parameters: readonly Parameter[] }): readonly Parameter[] =>
  spec.filter ? [...spec.parameters, ...FILTER] : spec.parameters;

/** What a whole call gives: one figure, or the rows of a table. */
export type Result = Answer | readonly (readonly Answer[])[];

export interface FunctionDefinition extends Described<readonly Parameter[]> {
  /** elementwise: one answer a cell. whole: one answer for the call, a value or rows. */
  readonly mode: "elementwise" | "whole";
  /** Whether a row that is blank in every list is passed on: only where the answer has a row for each. */
  readonly blankRows: "kept" | "dropped";
  readonly compute: (...values: never[]) => Result;
}

/** A function that answers cell by cell: single values give one answer, a column of n gives n. */
export function elementwise<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => Answer },
): FunctionDefinition {
  return { ...spec, mode: "elementwise", blankRows: "kept" } as unknown as FunctionDefinition;
}

/** A function that gives one figure for whole ranges. */
export function aggregate<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => Answer },
): FunctionDefinition {
  return {
    ...spec,
    parameters: withFilter(spec),
    mode: "whole",
    blankRows: "dropped",
  } as unknown as FunctionDefinition;
}

/** A table with its headings, before it is known whether the headings are wanted. */
export interface HeadedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Answer[])[];
}

/** A function that gives one figure or, where asked for more, a table that brings its headings. */
export function figureOrTable<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => Answer | HeadedTable },
): FunctionDefinition {
  const { compute, parameters } = spec;
  const withHeadings = optional(one(flag("with_headings", "FALSE leaves out a table's heading row.")), true);
  return {
    ...spec,
    mode: "whole",
    blankRows: "dropped",
    parameters: [...withFilter(spec), withHeadings],
    compute: (...values: unknown[]) => {
      const answer = compute(...(values.slice(0, parameters.length) as unknown as Values<P>));
      if (typeof answer !== "object" || !("rows" in answer)) return answer;
      const { columns, rows } = answer;
      if (values[values.length - 1] !== false) return [columns, ...rows];
      // A spill needs at least one cell; an empty table without headings is one blank row.
      return rows.length > 0 ? rows : [columns.map(() => "")];
    },
  } as unknown as FunctionDefinition;
}

/** A function that gives rows. Its headings come first unless the last argument, `with_headings`, is FALSE. */
export function tabular<const P extends readonly Parameter[]>(
  spec: Described<P> & {
    columns: readonly string[];
    compute: (...values: Values<P>) => readonly (readonly Answer[])[];
  },
): FunctionDefinition {
  const { columns, compute, ...described } = spec;
  return figureOrTable<P>({
    ...(described as unknown as Described<P>),
    compute: (...values) => ({ columns, rows: compute(...values) }),
  });
}

/** A function whose answer has a row for each row it was given, without headings of its own. */
export function spilling<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => readonly (readonly Answer[])[] },
): FunctionDefinition {
  return {
    ...spec,
    parameters: withFilter(spec),
    mode: "whole",
    blankRows: "kept",
  } as unknown as FunctionDefinition;
}
