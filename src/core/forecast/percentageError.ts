import { refuse } from "../refusal/refusal.js";
import { eachPair, type Series } from "./pairs.js";

/**
 * Mean absolute percentage error: the mean of |actual − forecast| ÷ |actual| over the pairs where both are filled.
 * A period whose actual is 0 has no percentage error and is refused by its row.
 */
export function meanAbsolutePercentageError(actual: Series, forecast: Series): number {
  let sum = 0;
  const pairs = eachPair(actual, forecast, (a, f, row) => {
    if (a === 0)
      refuse("actual", "is 0, which no error can be a percentage of; use REVOPS_WAPE instead.", row);
    sum += Math.abs((a - f) / a);
  });
  return sum / pairs;
}

/**
 * Weighted absolute percentage error: Σ|actual − forecast| ÷ Σ|actual|. Large periods weigh more, and a period
 * without any actual is no obstacle.
 */
export function weightedAbsolutePercentageError(actual: Series, forecast: Series): number {
  let errors = 0;
  let actuals = 0;
  eachPair(actual, forecast, (a, f) => {
    errors += Math.abs(a - f);
    actuals += Math.abs(a);
  });
  if (actuals === 0)
    refuse("actual", "adds up to 0, which no error can be a share of; give a period with sales.");
  return errors / actuals;
}
