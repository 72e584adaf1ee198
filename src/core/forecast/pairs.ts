import { refuse } from "../refusal/refusal.js";

/** Actual and forecast side by side; null where a cell is blank. */
export type Series = readonly (number | null)[];

/** What the measures of forecast error are made of, over the pairs of which both are filled. */
export interface PairSums {
  readonly pairs: number;
  /** Σ(forecast − actual), so that misses in both directions cancel out. */
  readonly lean: number;
  /** Σ|actual − forecast|. */
  readonly missed: number;
  /** Σ|actual|. */
  readonly came: number;
  /** Σ|actual − forecast| ÷ |actual|; of no use where a pair's actual is 0. */
  readonly shares: number;
  /** The first row (from 1) of a pair whose actual is 0. */
  readonly zeroRow: number | undefined;
}

/** All sums in one walk, and no closure called for each pair, which takes longer than the sums. */
export function pairSums(actual: Series, forecast: Series): PairSums {
  let pairs = 0;
  let lean = 0;
  let missed = 0;
  let came = 0;
  let shares = 0;
  let zeroRow: number | undefined;
  for (let index = 0; index < actual.length; index++) {
    const a = actual[index] ?? null;
    const f = forecast[index] ?? null;
    if (a === null || f === null) continue;
    pairs++;
    lean += f - a;
    missed += Math.abs(a - f);
    came += Math.abs(a);
    shares += Math.abs((a - f) / a);
    if (a === 0) zeroRow ??= index + 1;
  }
  if (pairs === 0) refuse("actual", "and forecast are never both filled in one row; give at least one pair.");
  return { pairs, lean, missed, came, shares, zeroRow };
}
