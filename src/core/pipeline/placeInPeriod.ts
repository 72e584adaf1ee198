import { refuse } from "../refusal/refusal.js";
import type { PerDeal } from "./outcome.js";

export type Place = "within" | "outside" | "undated";

/**
 * Whether a deal's date lies in a period, both its days included. Without bounds every deal belongs to it; with one, a
 * deal without a date may or may not, and is counted as undated rather than guessed.
 */
export function placeInPeriod(
  argument: "closed" | "expected_close",
  dates: PerDeal<number> | undefined,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): (deal: number) => Place {
  if (from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY) return () => "within";
  if (!dates) refuse(argument, "is missing; give the dates that from and to are compared with.");
  const [first, last] = [Math.floor(from), Math.floor(to)];
  if (first > last) refuse("from", "lies after to; swap the two dates.");
  return (deal) => {
    const date = dates[deal] ?? null;
    if (date === null) return "undated";
    const day = Math.floor(date);
    return first <= day && day <= last ? "within" : "outside";
  };
}
