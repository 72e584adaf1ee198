import { refuse } from "../refusal/refusal.js";
import type { Benchmark, Profile, PublishedBands } from "./benchmark.js";
import { BENCHMARKS } from "./benchmarks.js";

/** Words that people add or leave out without meaning another metric. */
const FILLERS = new Set(["to", "rate", "ratio", "conversion", "of", "the", "in", "per", "month", "stage"]);

/** A metric's name as it is compared: "SQL to Opp" and "SQL → Opp" are one. */
export function bareMetric(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => !FILLERS.has(word)).join("");
}

interface Named {
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
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
function nearest(pool: readonly Named[], bare: string, count: number): string[] {
  return pool
    .map(({ name, aliases }) => ({
      name,
      like: Math.max(...[name, ...aliases].map((one) => likeness(bare, bareMetric(one)))),
    }))
    .sort((one, other) => other.like - one.like)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Looks metrics up by any of their names, in any case and punctuation. Nothing is built before the first question. */
export function finderOf<T extends Named>(
  pool: () => readonly T[],
  lacks: string,
): { find: (metric: string) => T; look: (metric: string) => T | undefined } {
  let byName: Map<string, T> | undefined;
  const look = (metric: string) => {
    byName ??= new Map(
      pool().flatMap((one) =>
        [one.key, one.name, ...one.aliases].map((name) => [bareMetric(name), one] as const),
      ),
    );
    return byName.get(bareMetric(metric));
  };
  const find = (metric: string) => {
    const found = look(metric);
    if (found) return found;
    const shown = metric.length > 40 ? `${metric.slice(0, 40)}…` : metric;
    const near = nearest(pool(), bareMetric(metric), 4).join(", ");
    return refuse("metric", `is "${shown}", which ${lacks} here; did you mean one of ${near}?`);
  };
  return { find, look };
}

const benchmarks = finderOf(() => BENCHMARKS, "has no benchmark");

/** Finds a metric by any of its names; an unknown one is refused with its neighbours. */
export const findBenchmark: (metric: string) => Benchmark = benchmarks.find;

/** The same where a metric need not have a benchmark. */
export const lookUpBenchmark: (metric: string) => Benchmark | undefined = benchmarks.look;

/** What a profile publishes for a metric; where it publishes nothing the other one does. */
export function publishedBands({ name, profiles }: Benchmark, profile: Profile): PublishedBands {
  const other = profile === "A" ? "B" : "A";
  return (
    profiles[profile] ??
    refuse("metric", `is "${name}", which has no benchmark in profile ${profile}; use profile ${other}.`)
  );
}
