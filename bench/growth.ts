import { fittedExponent, medianTime, medianTimes } from "./measure.js";
import { velocitiesOfCells } from "./references/velocity.js";

/** Functions that may grow faster than n log n in rows, each with the reason. */
export const GROWS_FASTER: Readonly<Record<string, string>> = {};

/** What the logarithm of n log n adds to the exponent, fitted from 1,000 to 100,000 rows. */
const LOGARITHM = 0.11;

/**
 * A loop by hand that answers a column grows as its rows, if memory were all alike. Beyond the processor's cache it is
 * slower, for that loop as for every function.
 */
function byHandAt(rows: number): () => unknown {
  const column = (salt: number) =>
    Array.from({ length: rows }, (_, row) => [(((row + 1) * salt) % 997) / 1000 + 0.001]);
  const [count, rate, size, days] = [column(7), column(11), column(13), column(17)];
  return () => velocitiesOfCells(count, rate, size, days);
}

const ofLoop = (sizes: readonly number[], times: readonly number[]): number =>
  Math.max(1, fittedExponent(sizes, times));

export const growthByHand = (sizes: readonly number[]): number =>
  ofLoop(
    sizes,
    sizes.map((rows) => medianTime(byHandAt(rows))),
  );

export interface Growth {
  readonly own: number;
  readonly byHand: number;
}

/** Both in turns, so that what slows the machine for a while slows both. */
export function growthBesideLoop(sizes: readonly number[], callAt: (rows: number) => () => unknown): Growth {
  const times = sizes.map((rows) => medianTimes({ own: callAt(rows), byHand: byHandAt(rows) }));
  return {
    own: fittedExponent(
      sizes,
      times.map(({ own }) => own),
    ),
    byHand: ofLoop(
      sizes,
      times.map(({ byHand }) => byHand),
    ),
  };
}

export const isWithin = ({ own, byHand }: Growth): boolean => own <= byHand + LOGARITHM;
