import type { Answer } from "./cells.js";
import { anything, column, flag, one, optional, type Parameter, text, type Values } from "./parameters.js";

/** The families in the order in which the reference lists them. */
export const FAMILIES = [
  "pipeline",
  "forecast",
  "retention",
  "unit economics",
  "benchmarks",
  "funnel",
  "leads",
  "attribution",
  "capacity and plan",
  "compensation and territory",
  "data quality",
  "assessment",
] as const;
export type Family = (typeof FAMILIES)[number];

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
  optional(column(anything("filter_by", "Range as long as the others, such as the owner of each deal."))),
  optional(
    one(
      text("filter_value", "Only rows whose filter_by cell holds this text are counted; blank counts all."),
    ),
  ),
] as const;

const withFilter = (spec: { filter?: true; parameters: readonly Parameter[] }): readonly Parameter[] =>
  spec.filter ? [...spec.parameters, ...FILTER] : spec.parameters;

export interface FunctionDefinition extends Described<readonly Parameter[]> {
  /** elementwise: one answer a cell. whole: one answer for the call, a value or rows. */
  readonly mode: "elementwise" | "whole";
  readonly compute: (...values: never[]) => Answer | readonly (readonly Answer[])[];
}

/** A function that answers cell by cell: single values give one answer, a column of n gives n. */
export function elementwise<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => Answer },
): FunctionDefinition {
  return { ...spec, mode: "elementwise" } as unknown as FunctionDefinition;
}

/** A function that gives one figure for whole ranges. */
export function aggregate<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => Answer },
): FunctionDefinition {
  return { ...spec, parameters: withFilter(spec), mode: "whole" } as unknown as FunctionDefinition;
}

/** A function that gives rows. Its headings come first unless the last argument, `headings`, is FALSE. */
export function tabular<const P extends readonly Parameter[]>(
  spec: Described<P> & {
    columns: readonly string[];
    compute: (...values: Values<P>) => readonly (readonly Answer[])[];
  },
): FunctionDefinition {
  const { columns, compute, parameters } = spec;
  const withHeadings = optional(one(flag("headings", "FALSE leaves out the heading row.")), true);
  return {
    ...spec,
    mode: "whole",
    parameters: [...withFilter(spec), withHeadings],
    compute: (...values: unknown[]) => {
      const rows = compute(...(values.slice(0, parameters.length) as unknown as Values<P>));
      if (values[values.length - 1] !== false) return [columns, ...rows];
      // A spill needs at least one cell; an empty table without headings is one blank row.
      return rows.length > 0 ? rows : [columns.map(() => "")];
    },
  } as unknown as FunctionDefinition;
}

/** A function whose rows differ by what is asked; it gives its own heading row. */
export function spilling<const P extends readonly Parameter[]>(
  spec: Described<P> & { compute: (...values: Values<P>) => readonly (readonly Answer[])[] },
): FunctionDefinition {
  return { ...spec, mode: "whole" } as unknown as FunctionDefinition;
}
