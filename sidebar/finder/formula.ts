import type { Argument } from "./argument.js";

/** The formula with its arguments; what was left blank at the end is left out, in between it stays an empty place. */
export function composeFormula(name: string, args: readonly (Argument | undefined)[]): string {
  const last = args.reduce((found, argument, at) => (argument ? at : found), -1);
  return `=${name}(${args
    .slice(0, last + 1)
    .map((argument) => argument?.formula ?? "")
    .join(", ")})`;
}
