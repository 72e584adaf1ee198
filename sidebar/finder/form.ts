import { type Argument, ArgumentProblem, type Given, readField } from "./argument.js";
import { composeFormula } from "./formula.js";
import type { ParameterPage } from "./functionPage.js";

/** What the fields of a form amount to: the formula, and what is still in its way. */
export interface ReadForm {
  /** With the names of missing arguments in their places. */
  readonly formula: string;
  /** A sentence for each field at fault, by its place. */
  readonly problems: ReadonlyMap<number, string>;
  /** Needed arguments that are blank. */
  readonly missing: readonly string[];
  /** What to try the function with; undefined where an argument is a formula that only the sheet can compute. */
  readonly tried: readonly (Given | null)[] | undefined;
}

export const isComplete = ({ problems, missing }: ReadForm): boolean =>
  problems.size === 0 && missing.length === 0;

export function readForm(
  name: string,
  parameters: readonly ParameterPage[],
  typed: readonly string[],
  names: ReadonlySet<string>,
): ReadForm {
  const problems = new Map<number, string>();
  const args = parameters.map((parameter, at): Argument | undefined => {
    try {
      return readField(typed[at] ?? "", parameter, names);
    } catch (error) {
      if (!(error instanceof ArgumentProblem)) throw error;
      problems.set(at, `${parameter.name} ${error.message}`);
      return undefined;
    }
  });
  const missing = parameters.flatMap((parameter, at) =>
    parameter.optional || args[at] || problems.has(at) ? [] : [parameter.name],
  );
  const shown = args.map(
    (arg, at) => arg ?? (parameters[at]?.optional ? undefined : placeholder(parameters[at]?.name ?? "")),
  );
  const computable = args.every((arg) => arg === undefined || arg.given !== undefined);
  return {
    formula: composeFormula(name, shown),
    problems,
    missing,
    tried: computable ? args.map((arg) => arg?.given ?? null) : undefined,
  };
}

const placeholder = (name: string): Argument => ({ formula: name, given: undefined });

/** "a, b and c". */
export function listedNames(names: readonly string[]): string {
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
