import { bandRanges } from "../benchmarks/bandRanges.js";
import type { Benchmark, Profile } from "../benchmarks/benchmark.js";
import { grade } from "../benchmarks/grade.js";
import { refuse } from "../refusal/refusal.js";
import { knownStage, transitionBenchmark } from "./transition.js";

export interface FunnelStage {
  readonly stage: string;
  readonly count: number;
  /** From the stage before; undefined for the first one and where that one was empty. */
  readonly conversion: number | undefined;
  /** Undefined where no benchmark is published for the step. */
  readonly band: string | undefined;
  readonly bottleneck: boolean;
  /** Won deals more if a bottleneck converted at the lower end of the median and all else stayed as it is. */
  readonly extraWon: number | undefined;
}

/** The rate at which a step is in its second-worst band: out of the bottom quarter, or on target. */
export function ordinaryRate(benchmark: Benchmark | undefined, profile: Profile): number | undefined {
  if (!benchmark?.profiles[profile]) return undefined;
  const ranges = bandRanges(benchmark, profile);
  return ranges[ranges.length - 2]?.from;
}

/** How each stage of a funnel converts, how good that is, and which steps hold it up. Stages stand from first to won. */
export function diagnoseFunnel(
  stages: readonly (string | null)[],
  counts: readonly (number | null)[],
  profile: Profile,
): FunnelStage[] {
  const rows = stages.map((stage, index) => {
    const count = counts[index] ?? null;
    if (stage === null) return refuse("stages", "is blank; name the stage.", index + 1);
    if (count === null) return refuse("counts", "is blank; give how many reached this stage.", index + 1);
    return { stage, count };
  });
  if (rows.length < 2) refuse("stages", "hold a single stage; give at least two, from first to last.");
  const won = rows[rows.length - 1]?.count ?? 0;

  const judged = (from: string, before: number, stage: string, count: number): FunnelStage => {
    const conversion = before === 0 ? undefined : count / before;
    const found = transitionBenchmark(from, stage);
    const benchmark = found?.profiles[profile] ? found : undefined;
    const band =
      benchmark && conversion !== undefined ? grade(benchmark.key, conversion, profile) : undefined;
    const bands = benchmark?.profiles[profile]?.bands;
    const bottleneck = band !== undefined && band === bands?.[bands.length - 1]?.name;
    const ordinary = ordinaryRate(benchmark, profile);
    const extraWon = bottleneck && conversion && ordinary ? won * (ordinary / conversion - 1) : undefined;
    return { stage, count, conversion, band, bottleneck, extraWon };
  };

  const out = rows.map(({ stage, count }, index): FunnelStage => {
    const before = rows[index - 1];
    if (!before) {
      return { stage, count, conversion: undefined, band: undefined, bottleneck: false, extraWon: undefined };
    }
    if (count > before.count) {
      refuse(
        "counts",
        `is ${count}, more than the ${before.count} of the stage before; follow the same leads all the way down.`,
        index + 1,
      );
    }
    return judged(before.stage, before.count, stage, count);
  });
  const mql = rows.findIndex(({ stage }) => knownStage(stage) === "MQL");
  const last = rows[rows.length - 1];
  const from = rows[mql];
  if (from && last && mql < rows.length - 2 && knownStage(last.stage) === "Closed Won") {
    const whole = judged(from.stage, from.count, last.stage, last.count);
    out.push({ ...whole, stage: `${from.stage} → ${last.stage}`, bottleneck: false, extraWon: undefined });
  }
  return out;
}
