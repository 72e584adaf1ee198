import { refuse } from "../refusal/refusal.js";
import type { Band, Profile } from "./benchmark.js";
import { findBenchmark, publishedBands } from "./findBenchmark.js";

/** Computed values miss a bound by a hair (1.1 − 0.05); within it they count as standing on the bound. */
const HAIR = 1e-9;

function meets(value: number, { atLeast, above, below, upTo }: Band): boolean {
  if (atLeast !== undefined) return value >= atLeast - HAIR;
  if (above !== undefined) return value > above + HAIR;
  if (below !== undefined) return value < below - HAIR;
  return upTo === undefined || value <= upTo + HAIR;
}

/** The band that a value of a metric falls in, under the benchmarks of a profile. */
export function grade(metric: string, value: number, profile: Profile): string {
  const benchmark = findBenchmark(metric);
  const { min, max, outside } = benchmark;
  const { bands } = publishedBands(benchmark, profile);
  if ((min !== undefined && value < min - HAIR) || (max !== undefined && value > max + HAIR)) {
    refuse("value", `is ${value}, ${outside}`);
  }
  // The last band has no condition: every value finds one.
  return (bands.find((band) => meets(value, band)) as Band).name;
}
