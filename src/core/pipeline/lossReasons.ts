import type { DealOutcome, PerDeal } from "./outcome.js";
import { placeInPeriod } from "./placeInPeriod.js";
import { spellingKey } from "./spelling.js";

interface LossReason {
  readonly reason: string;
  readonly deals: number;
  /** Share of the lost deals counted. */
  readonly share: number;
  readonly amount: number;
}

export interface LossReasons {
  readonly reasons: readonly LossReason[];
  /** Lost deals outside a wanted period because they have no closed date. */
  readonly withoutClosed: number;
  /** Lost deals counted whose amount is not known. */
  readonly withoutAmount: number;
}

export const NO_REASON = "(no reason given)";

/**
 * Why deals were lost, most frequent first. Spellings that differ in case or spacing are one reason, shown as first
 * met. A period takes in both its days.
 */
export function lossReasons(
  outcomes: PerDeal<DealOutcome>,
  reasons: PerDeal<string>,
  closed: PerDeal<number> | undefined,
  from: number | undefined,
  to: number | undefined,
  amounts: PerDeal<number> | undefined,
): LossReasons {
  const placeOf = placeInPeriod("closed", closed, from, to);
  const tallies = new Map<string, { reason: string; deals: number; amount: number }>();
  let total = 0;
  let withoutClosed = 0;
  let withoutAmount = 0;
  outcomes.forEach((outcome, deal) => {
    if (outcome !== "Lost") return;
    const place = placeOf(deal);
    if (place === "undated") withoutClosed++;
    if (place !== "within") return;
    const reason = reasons[deal] ?? NO_REASON;
    const key = spellingKey(reason);
    const tally = tallies.get(key) ?? { reason, deals: 0, amount: 0 };
    tallies.set(key, tally);
    total++;
    tally.deals++;
    const amount = amounts?.[deal] ?? null;
    if (amount === null) withoutAmount++;
    else tally.amount += amount;
  });
  const sorted = [...tallies.values()].sort(
    (one, other) => other.deals - one.deals || other.amount - one.amount,
  );
  return {
    reasons: sorted.map((tally) => ({ ...tally, share: tally.deals / total })),
    withoutClosed,
    withoutAmount: amounts ? withoutAmount : 0,
  };
}
