import { bandRanges } from "./bandRanges.js";
import type { Profile } from "./benchmark.js";
import { BENCHMARKS } from "./benchmarks.js";
import { EXPLANATIONS, PLAIN_METRICS, type PlainMetric } from "./explanations.js";
import { finderOf, lookUpBenchmark } from "./findBenchmark.js";

export interface Explained {
  readonly metric: string;
  readonly formula: string;
  readonly meaning: string;
  readonly benchmark: string;
  readonly lever: string;
  readonly source: string;
}

const { find } = finderOf<{ key: string; name: string; aliases: readonly string[] }>(
  () => [...BENCHMARKS, ...PLAIN_METRICS],
  "is not explained",
);

/** "MQL → SAL" counts those who reach the second among those who reached the first. */
function conversionFormula(name: string): string {
  const [from, to] = name.split(" → ");
  return `number that reach ${to} ÷ number that reached ${from}`;
}

/** What a metric is, what counts as good under a profile, and what to do about it. */
export function explain(metric: string, profile: Profile): Explained {
  const found = find(metric);
  const benchmark = lookUpBenchmark(found.key);
  const plain = found as PlainMetric;
  const given = benchmark ? benchmark.profiles : plain.targets;
  const other = profile === "A" ? "B" : "A";
  const used = given[profile] || !given[other] ? profile : other;
  const published = benchmark
    ? bandRanges(benchmark, used)
        .map(({ band, range }) => `${band}: ${range}`)
        .join("; ")
    : (plain.targets[used] ?? "None published.");
  const [formula, meaning, lever] = benchmark
    ? (EXPLANATIONS[benchmark.key] ?? ["", "", ""])
    : plain.explanation;
  return {
    metric: found.name,
    formula: formula || conversionFormula(found.name),
    meaning,
    benchmark: used === profile ? published : `Profile ${used}: ${published}`,
    lever,
    source: benchmark ? (benchmark.profiles[used]?.source ?? "") : plain.sources[used],
  };
}
