import { fittedExponent, medianTime } from "./measure.js";
import { velocitiesOfCells } from "./references/velocity.js";

/** Functions that may grow faster than n log n in rows, each with the reason. */
export const GROWS_FASTER: Readonly<Record<string, string>> = {};

/** What the logarithm of n log n adds to the exponent, fitted from 1,000 to 100,000 rows. */
const LOGARITHM = 0.11;

/**
 * How a loop by hand that answers a column grows: as its rows, if memory were all alike. Beyond the processor's cache
 * it is slower, for that loop as for every function.
 */
export function growthByHand(sizes: readonly number[]): number {
  const times = sizes.map((rows) => {
    const column = (salt: number) =>
      Array.from({ length: rows }, (_, row) => [(((row + 1) * salt) % 997) / 1000 + 0.001]);
    const [count, rate, size, days] = [column(7), column(11), column(13), column(17)];
    return medianTime(() => velocitiesOfCells(count, rate, size, days));
  });
  return Math.max(1, fittedExponent(sizes, times));
}

export const mostExponent = (byHand: number): number => byHand + LOGARITHM;
