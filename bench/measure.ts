import { cpuMs } from "../tests/cpuMs.js";

/**
 * Times are CPU milliseconds: what else the machine does at the time stretches the clock on the wall, not these.
 */

/** Shorter runs are repeated until together they take so long, or the clock's grain would be measured. */
const LEAST_MS = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;

function timed(act: () => unknown, times: number): number {
  const before = cpuMs();
  for (let run = 0; run < times; run++) act();
  return cpuMs() - before;
}

/** So long a run is repeated first: code that has run only once or twice is not yet compiled as it is from then on. */
const WARM_MS = 150;

/** How often a run is made at a time; by then it is warm. */
function timesOf(act: () => unknown): number {
  // The shortest take less than the grain of the clock, and count for a little all the same.
  for (let spent = 0; spent < WARM_MS; ) spent += Math.max(timed(act, 1), 0.001);
  let times = 1;
  while (timed(act, times) < LEAST_MS) times *= 2;
  return times;
}

/**
 * The median time of each act in milliseconds. They take turns, so that a machine that is slow for a while is slow for
 * all of them and their ratios hold.
 */
export function medianTimes<Name extends string>(
  acts: Readonly<Record<Name, () => unknown>>,
  rounds = 9,
): Record<Name, number> {
  const names = Object.keys(acts) as Name[];
  const times = new Map(names.map((name) => [name, timesOf(acts[name])]));
  const seen = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const count = times.get(name) as number;
      seen.get(name)?.push(timed(acts[name], count) / count);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

export const medianTime = (act: () => unknown, rounds = 5): number => medianTimes({ act }, rounds).act;

/**
 * How time grows with the number of rows: the slope of the least-squares line through the logarithms of both. 1 is
 * linear, 2 quadratic; n log n from 1,000 to 100,000 rows is 1.11.
 */
export function fittedExponent(sizes: readonly number[], times: readonly number[]): number {
  const [xs, ys] = [sizes.map(Math.log), times.map(Math.log)];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  let [together, alone] = [0, 0];
  xs.forEach((x, at) => {
    together += (x - middleX) * ((ys[at] as number) - middleY);
    alone += (x - middleX) ** 2;
  });
  return together / alone;
}
