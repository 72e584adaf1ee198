import { bandRanges } from "../../src/core/benchmarks/bandRanges.js";
import type { Profile } from "../../src/core/benchmarks/benchmark.js";
import { findBenchmark } from "../../src/core/benchmarks/findBenchmark.js";
import type { Tones } from "../../src/templates/template.js";
import type { FunnelStep } from "./funnel.js";

/** The published bounds of each step of the funnel under the profile in Settings, as formulas without their "=". */

const METRICS: Readonly<Record<FunnelStep | "whole", string>> = {
  visitor: "Visitor → Known",
  known: "Known → MQL",
  mql: "MQL → SAL",
  sal: "SAL → SQL",
  sql: "SQL → Opportunity",
  opportunity: "Opportunity → Closed Won",
  whole: "MQL → Closed Won",
};

function boundOf(step: FunnelStep | "whole", profile: Profile, above: number): string {
  const benchmark = findBenchmark(METRICS[step]);
  if (!benchmark.profiles[profile]) return '""';
  // The worst band, which stands last, has no lower bound.
  const bound = bandRanges(benchmark, profile).reverse()[above]?.from;
  return bound === undefined ? '""' : String(bound);
}

/** Where the band begins that is so many above the lowest: 1 for the median (profile B: the benchmark's lower end). */
export const bandFrom = (step: FunnelStep | "whole", above: 1 | 2 | 3): string =>
  `IF({profile}="B",${boundOf(step, "B", above)},${boundOf(step, "A", above)})`;

export const bandTones: Tones = {
  bad: '=OR({this}="Bottom 25%",{this}="Below benchmark")',
  good: '=OR({this}="Top 25%",{this}="World-class",{this}="Above benchmark")',
};
