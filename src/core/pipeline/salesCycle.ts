import { daysBetween } from "../dates/days.js";
import { refuse } from "../refusal/refusal.js";
import { median } from "./median.js";
import type { DealOutcome, PerDeal } from "./outcome.js";

export interface SalesCycle {
  /** Undefined where no won deal has both dates. */
  readonly meanDays: number | undefined;
  readonly medianDays: number | undefined;
  /** Won deals with both dates. */
  readonly counted: number;
  /** Won deals that lack the created or the closed date. */
  readonly leftOut: number;
}

/**
 * Days from created to won, over won deals only: a lost deal tells how long it takes to lose. Mean and median are
 * both given because a few very long deals pull the mean up.
 */
export function salesCycle(
  created: PerDeal<number>,
  closed: PerDeal<number>,
  outcomes: PerDeal<DealOutcome>,
): SalesCycle {
  const lengths: number[] = [];
  let leftOut = 0;
  let total = 0;
  outcomes.forEach((outcome, deal) => {
    if (outcome !== "Won") return;
    const [start, end] = [created[deal] ?? null, closed[deal] ?? null];
    if (start === null || end === null) {
      leftOut++;
      return;
    }
    const days = daysBetween(start, end);
    if (days < 0)
      refuse("closed", "lies before the deal was created; correct one of the two dates.", deal + 1);
    lengths.push(days);
    total += days;
  });
  return {
    meanDays: lengths.length === 0 ? undefined : total / lengths.length,
    medianDays: median(lengths),
    counted: lengths.length,
    leftOut,
  };
}
