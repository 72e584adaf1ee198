import { daysBetween } from "../dates/days.js";
import { type DealOutcome, isOpen, type PerDeal } from "./outcome.js";

interface StaleDeal {
  readonly deal: string;
  readonly idleDays: number;
  readonly amount: number | null;
}

export interface StaleDeals {
  /** Most idle first, the larger amount first among equals. */
  readonly stale: readonly StaleDeal[];
  /** Open deals of which nobody knows when they were last touched. */
  readonly withoutActivity: number;
}

/** Open deals that had no activity for at least `thresholdDays`. */
export function staleDeals(
  deals: PerDeal<string>,
  lastActivity: PerDeal<number>,
  asOf: number,
  thresholdDays: number,
  outcomes?: PerDeal<DealOutcome>,
  amounts?: PerDeal<number>,
): StaleDeals {
  const stale: StaleDeal[] = [];
  let withoutActivity = 0;
  lastActivity.forEach((last, deal) => {
    if (!isOpen(outcomes, deal)) return;
    if (last === null) {
      withoutActivity++;
      return;
    }
    const idleDays = daysBetween(last, asOf);
    if (idleDays < thresholdDays) return;
    stale.push({ deal: deals[deal] ?? "(no name)", idleDays, amount: amounts?.[deal] ?? null });
  });
  const size = ({ amount }: StaleDeal) => amount ?? Number.NEGATIVE_INFINITY;
  stale.sort((one, other) => other.idleDays - one.idleDays || size(other) - size(one));
  return { stale, withoutActivity };
}
