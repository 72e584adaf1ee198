import { refuse } from "../refusal/refusal.js";
import { pairSums, type Series } from "./pairs.js";

/**
 * Mean absolute scaled error (Hyndman & Koehler 2006): the mean miss, divided by the mean change of the history from
 * one season to the next, which is how far the plainest forecast (the same as last time) would have missed. Below 1
 * beats it. The history is what was known when the forecast was made; the actuals stand in where it is left out.
 */
export function meanAbsoluteScaledError(
  actual: Series,
  forecast: Series,
  history: Series | undefined,
  season: number,
): number {
  const { pairs, missed } = pairSums(actual, forecast);
  const [argument, known] = history ? ["history", history] : ["actual", actual];
  let changes = 0;
  let counted = 0;
  known.forEach((value, index) => {
    const before = known[index - season] ?? null;
    if (value === null || before === null) return;
    changes += Math.abs(value - before);
    counted++;
  });
  if (counted === 0) {
    refuse(argument, `holds no two values ${season} apart; give more than ${season} values.`);
  }
  if (changes === 0)
    refuse(argument, "never changes, so there is nothing to scale the error by; use REVOPS_WAPE.");
  return missed / pairs / (changes / counted);
}
