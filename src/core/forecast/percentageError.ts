import { refuse } from "../refusal/refusal.js";
import { pairSums, type Series } from "./pairs.js";

/**
 * Mean absolute percentage error: the mean of |actual − forecast| ÷ |actual| over the pairs where both are filled.
 * A period whose actual is 0 has no percentage error and is refused by its row.
 */
export function meanAbsolutePercentageError(actual: Series, forecast: Series): number {
  const { pairs, shares, zeroRow } = pairSums(actual, forecast);
  if (zeroRow !== undefined)
    refuse("actual", "is 0, which no error can be a percentage of; use REVOPS_WAPE instead.", zeroRow);
  return shares / pairs;
}

/**
 * Weighted absolute percentage error: Σ|actual − forecast| ÷ Σ|actual|. Large periods weigh more, and a period
 * without any actual is no obstacle.
 */
export function weightedAbsolutePercentageError(actual: Series, forecast: Series): number {
  const { missed, came } = pairSums(actual, forecast);
  if (came === 0)
    refuse("actual", "adds up to 0, which no error can be a share of; give a period with sales.");
  return missed / came;
}
