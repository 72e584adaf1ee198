import { refuse } from "../refusal/refusal.js";
import type { Series } from "./pairs.js";

/**
 * Accuracy of each period's forecast: the smaller of forecast and actual ÷ the larger (Revenue Operations guide,
 * section 2), so that too high and too low by as much cost the same. Null where one of the two is still missing; a
 * forecast of 0 of which 0 came is right.
 */
export function forecastAccuracy(actual: Series, forecast: Series): (number | null)[] {
  return actual.map((a, index) => {
    const f = forecast[index] ?? null;
    if (a === null || f === null) return null;
    if (a < 0) refuse("actual", `is ${a}, below 0; give what came in as 0 or more.`, index + 1);
    if (f < 0) refuse("forecast", `is ${f}, below 0; give the forecast as 0 or more.`, index + 1);
    return a === f ? 1 : Math.min(a, f) / Math.max(a, f);
  });
}
