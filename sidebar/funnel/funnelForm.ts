import type { Profile } from "../../src/core/benchmarks/benchmark.js";
import { publishedBands } from "../../src/core/benchmarks/findBenchmark.js";
import { diagnoseFunnel, type FunnelStage, ordinaryRate } from "../../src/core/funnel/funnel.js";
import { transitionBenchmark } from "../../src/core/funnel/transition.js";
import { Refusal } from "../../src/core/refusal/refusal.js";
import { arrayLiteral } from "../finder/argument.js";

/** From what is typed in the funnel's rows to its diagnosis and the formula that gives it in the sheet. */

export interface TypedStage {
  readonly stage: string;
  readonly count: string;
}

export interface Diagnosis {
  readonly formula: string;
  readonly rows: readonly FunnelStage[];
  /** What to mend first, or that nothing stands out. */
  readonly verdict: string;
  /** What is in the way of a diagnosis; "" where there is one. */
  readonly lacks: string;
}

const share = (value: number): string => `${Number((value * 100).toFixed(1))}%`;
const deals = (value: number): string => {
  const rounded = Number(value.toFixed(1));
  return `${rounded} more ${rounded === 1 ? "deal" : "deals"}`;
};

/** Rows without a count are not part of the funnel. */
export function diagnose(typed: readonly TypedStage[], profile: Profile): Diagnosis {
  const used = typed.filter(({ count }) => count.trim() !== "");
  const nothing = { formula: "=REVOPS_FUNNEL(stages, counts)", rows: [], verdict: "" };
  const faulty = used.find(({ count }) => !/^\d+(\.\d+)?$/.test(count.trim()));
  if (faulty) {
    return {
      ...nothing,
      lacks: `${faulty.stage || "A stage"} has the count "${faulty.count.trim()}"; give a plain number.`,
    };
  }
  const unnamed = used.find(({ stage }) => stage.trim() === "");
  if (unnamed) return { ...nothing, lacks: `Name the stage that ${unnamed.count.trim()} reached.` };
  if (used.length < 2) return { ...nothing, lacks: "Give the counts of at least two stages." };
  const column = (texts: readonly string[]) => arrayLiteral(texts.map((text) => [text]));
  const formula = `=REVOPS_FUNNEL(${[
    column(used.map(({ stage }) => `"${stage.trim().replace(/"/g, '""')}"`)),
    column(used.map(({ count }) => count.trim())),
    ...(profile === "A" ? [] : [`"${profile}"`]),
  ].join(", ")})`;
  try {
    const rows = diagnoseFunnel(
      used.map(({ stage }) => stage.trim()),
      used.map(({ count }) => Number(count)),
      profile,
    );
    return { formula, rows, verdict: verdictOn(rows, profile), lacks: "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const at = (error.row ?? 0) - 1;
    const where = used[at]?.stage.trim() ?? "";
    return { ...nothing, lacks: where ? `${where}: the count ${error.problem}` : error.message };
  }
}

/** The bottleneck that costs most deals, and what mending it would yield. */
function verdictOn(rows: readonly FunnelStage[], profile: Profile): string {
  const worst = rows
    .filter(({ bottleneck }) => bottleneck)
    .sort((one, other) => (other.extraWon ?? 0) - (one.extraWon ?? 0))[0];
  if (!worst) {
    return rows.some(({ band }) => band !== undefined)
      ? "No step is in its lowest band: there is no bottleneck that the benchmarks would show."
      : "None of these steps has a published benchmark; name the stages as MQL, SAL, SQL, Opportunity and Closed Won to compare them.";
  }
  const before = rows[rows.indexOf(worst) - 1]?.stage ?? "";
  const benchmark = transitionBenchmark(before, worst.stage);
  const ordinary = ordinaryRate(benchmark, profile);
  const target = profile === "A" ? "the median" : "the benchmark";
  const yields =
    ordinary !== undefined && worst.extraWon !== undefined
      ? ` At the lower end of ${target}, ${share(ordinary)}, the same funnel would win ${deals(worst.extraWon)}.`
      : "";
  return `Fix first: ${before} → ${worst.stage}. ${share(worst.conversion ?? 0)} go on, “${worst.band}”.${yields}`;
}

/** A step's published bands, best first, for the line under its figure. */
export function bandsOf(from: string, to: string, profile: Profile): string {
  const benchmark = transitionBenchmark(from, to);
  if (!benchmark?.profiles[profile]) return "no published benchmark";
  const { source } = publishedBands(benchmark, profile);
  const ordinary = ordinaryRate(benchmark, profile);
  return ordinary === undefined
    ? source
    : `${profile === "A" ? "median" : "benchmark"} from ${share(ordinary)}`;
}

export const shownShare = share;
