import { cpus } from "node:os";
import type { Declared, Found } from "./declared.js";

/** The table of a run, for the terminal and for the README. */

export interface Line {
  readonly group: string;
  readonly declared: Declared;
  readonly found: Found;
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() || "an unnamed processor"}, Node ${process.version}`;

/** "at most 25 ms: met". */
export const verdict = ({ target }: Declared, { met }: Found): string =>
  target === undefined ? "" : `${target}: ${met ? "met" : "missed"}`;

export function printed({ declared, found }: Line): string {
  return [
    declared.what,
    `    ${found.result}`,
    ...(found.against ? [`    against ${found.against}`] : []),
    ...(declared.target ? [`    target ${verdict(declared, found)}`] : []),
  ].join("\n");
}

/** A bar inside a table cell would end it. */
const cell = (text: string) => text.replace(/\|/g, "\\|");

function table(lines: readonly Line[]): string {
  const compared = lines.some(({ found }) => found.against);
  const aimed = lines.some(({ declared }) => declared.target);
  const row = (...cells: readonly (string | false)[]) =>
    `| ${cells
      .filter((one) => one !== false)
      .map((one) => cell(one as string))
      .join(" | ")} |`;
  return [
    row("what", "measured", compared && "against", aimed && "target"),
    row("---", "---", compared && "---", aimed && "---").replace(/ /g, ""),
    ...lines.map(({ declared, found }) =>
      row(declared.what, found.result, compared && (found.against ?? ""), aimed && verdict(declared, found)),
    ),
  ].join("\n");
}

const START = "<!-- performance -->";
const END = "<!-- /performance -->";

/** The README with the table of this run between its two marks. */
export function withPerformance(readme: string, lines: readonly Line[]): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < 0)
    throw new Error(`README.md lacks ${START} and ${END}; put them where the table goes.`);
  const groups = [...new Set(lines.map(({ group }) => group))];
  const body = [
    `Measured on ${machine()}; times are CPU time, medians of several runs.`,
    ...groups.flatMap((group) => [`${group}:`, table(lines.filter((line) => line.group === group))]),
  ].join("\n\n");
  return `${readme.slice(0, start)}${START}\n${body}\n${readme.slice(end)}`;
}

/** What the README's table names, in its order. */
export function namedIn(readme: string): string[] {
  const body = readme.slice(readme.indexOf(START), readme.indexOf(END));
  return [...body.matchAll(/^\| (?!what \||---)([^|]+?) \|/gm)].map(([, what]) => what as string);
}
