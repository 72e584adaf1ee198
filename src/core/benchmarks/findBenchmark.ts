import { refuse } from "../refusal/refusal.js";
import type { Benchmark } from "./benchmark.js";
import { BENCHMARKS } from "./benchmarks.js";

/** Words that people add or leave out without meaning another metric. */
const FILLERS = new Set(["to", "rate", "ratio", "conversion", "of", "the", "in", "per", "month", "stage"]);

/** A metric's name as it is compared: "SQL to Opp" and "SQL → Opp" are one. */
export function bareMetric(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !FILLERS.has(word)).join("");
}

let byName: Map<string, Benchmark> | undefined;

function index(): Map<string, Benchmark> {
  if (!byName) {
    byName = new Map();
    for (const benchmark of BENCHMARKS) {
      for (const name of [benchmark.key, benchmark.name, ...benchmark.aliases])
        byName.set(bareMetric(name), benchmark);
    }
  }
  return byName;
}

/** Share of letter pairs that two names have in common, 0 to 1. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) => new Set(Array.from(text, (letter, at) => letter + (text[at + 1] ?? "")));
  const [first, second] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** The metrics whose names come nearest, nearest first. */
function nearest(bare: string, count: number): string[] {
  return BENCHMARKS.map((benchmark) => ({
    name: benchmark.name,
    like: Math.max(...[benchmark.name, ...benchmark.aliases].map((name) => likeness(bare, bareMetric(name)))),
  }))
    .sort((one, other) => other.like - one.like)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Finds a metric by any of its names, in any case and punctuation; an unknown one is refused with its neighbours. */
export function findBenchmark(metric: string): Benchmark {
  const bare = bareMetric(metric);
  const found = index().get(bare);
  if (found) return found;
  const shown = metric.length > 40 ? `${metric.slice(0, 40)}…` : metric;
  return refuse(
    "metric",
    `is "${shown}", which has no benchmark here; did you mean one of ${nearest(bare, 4).join(", ")}?`,
  );
}
