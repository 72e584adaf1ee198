import type { Benchmark } from "../benchmarks/benchmark.js";
import { lookUpBenchmark } from "../benchmarks/findBenchmark.js";

/** Stage names as people write them, by how they begin; first match counts. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/^(website )?(visit|session|traffic)/, "Visitor"],
  [/^(closed[- ]?)?won|^deals won$|^(new )?customers?$/, "Closed Won"],
  [/\bmqls?\b|marketing[- ]qualified/, "MQL"],
  [/\bsals?\b|sales[- ]accepted/, "SAL"],
  [/\bsqls?\b|sales[- ]qualified/, "SQL"],
  [/^opp(s|ortunit)?/, "Opportunity"],
  [/^(known|leads?$|leads? (created|generated)|contacts?$)/, "Known"],
];

/** The stage of the benchmarks that a name stands for, or the name itself. */
export function knownStage(name: string): string {
  const bare = name.trim().toLowerCase();
  return STAGES.find(([pattern]) => pattern.test(bare))?.[1] ?? name.trim();
}

/** The benchmark of going from one stage to another, where the sources publish one. */
export const transitionBenchmark = (from: string, to: string): Benchmark | undefined =>
  lookUpBenchmark(`${knownStage(from)} → ${knownStage(to)}`);
