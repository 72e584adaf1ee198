import type { Band } from "../benchmarks/benchmark.js";
import { findBenchmark } from "../benchmarks/findBenchmark.js";
import { grade } from "../benchmarks/grade.js";
import { refuse } from "../refusal/refusal.js";
import { pipelineCoverage } from "./coverage.js";

interface HealthRatio {
  readonly ratio: string;
  /** Undefined where a figure it needs was not given. */
  readonly value: number | undefined;
  readonly grade: string;
  /** From where on it is at the minimum, healthy, optimal. */
  readonly bounds: readonly number[];
}

/** Past it the two amounts can hardly be in one unit (thousands against millions). */
const BEYOND_MEASURE = 1000;

function inOneUnit(argument: string, ratio: number): number {
  if (ratio > BEYOND_MEASURE) {
    refuse(argument, `is more than ${BEYOND_MEASURE} times the quota; give both in the same unit.`);
  }
  return ratio;
}

function rated(key: string, value: number | undefined): HealthRatio {
  const { name, profiles } = findBenchmark(key);
  const bands = profiles.A?.bands ?? [];
  const bounds = bands.flatMap(({ atLeast }: Band) => (atLeast === undefined ? [] : [atLeast])).reverse();
  return { ratio: name, value, grade: value === undefined ? "Not given" : grade(key, value, "A"), bounds };
}

/**
 * The four ratios by which the RevOps Engine playbook (phase 4) judges a pipeline: total and weighted coverage of
 * what is still to be won, pipeline created in a month against the quota, and the share in negotiation by amount.
 */
export function pipelineHealth(
  quota: number,
  pipeline: number,
  weighted: number | undefined,
  newInMonth: number | undefined,
  inNegotiation: number | undefined,
  alreadyWon: number,
  monthlyQuota: number | undefined,
): HealthRatio[] {
  if (!(quota > 0)) refuse("quota", `is ${quota}; give the amount to be won, above 0.`);
  if (monthlyQuota !== undefined && !(monthlyQuota > 0)) {
    refuse("monthly_quota", `is ${monthlyQuota}; give an amount above 0, or leave it out.`);
  }
  if (weighted !== undefined && weighted > pipeline) {
    refuse("weighted_pipeline", "is larger than pipeline; it counts the same deals by their chance.");
  }
  if (inNegotiation !== undefined && inNegotiation > pipeline) {
    refuse("in_negotiation", "is larger than pipeline, of which it is a part; correct one of the two.");
  }
  return [
    rated("pipelineCoverage", inOneUnit("pipeline", pipelineCoverage(pipeline, quota, alreadyWon))),
    rated(
      "weightedCoverage",
      weighted === undefined ? undefined : pipelineCoverage(weighted, quota, alreadyWon),
    ),
    rated(
      "newPipeline",
      newInMonth === undefined ? undefined : inOneUnit("new_pipeline", newInMonth / (monthlyQuota ?? quota)),
    ),
    rated(
      "negotiationShare",
      // An empty pipeline has no share in negotiation.
      inNegotiation === undefined || pipeline === 0 ? undefined : inNegotiation / pipeline,
    ),
  ];
}
