import { identityOf, type PipelineDeal } from "./pipelineDeal.js";
import type { SnapshotRow } from "./snapshots.js";

/** A deal of the workbook on the day of the snapshot. */
export interface StandingDeal extends PipelineDeal {
  readonly closed: number | null;
}

/**
 * The deals that a snapshot of this day stores: all open ones, and those that closed since the snapshot before it. A
 * closed deal belongs to it when the history last saw it otherwise, or never saw it and it closed after that snapshot.
 * A first snapshot stores open deals only: there is nothing yet that could have changed.
 */
export function dealsToStore<D extends StandingDeal>(
  standing: readonly D[],
  history: readonly SnapshotRow[],
  day: number,
): D[] {
  const earlier = history.filter((row) => Math.floor(row.day) < Math.floor(day));
  const previousDay = earlier.reduce(
    (max, row) => Math.max(max, Math.floor(row.day)),
    Number.NEGATIVE_INFINITY,
  );
  const lastSeen = new Map<string, SnapshotRow>();
  for (const row of earlier) {
    const identity = identityOf(row);
    const known = lastSeen.get(identity);
    if (!known || row.day >= known.day) lastSeen.set(identity, row);
  }
  return standing.filter((deal) => {
    if (deal.outcome === "Open") return true;
    if (previousDay === Number.NEGATIVE_INFINITY) return false;
    const seen = lastSeen.get(identityOf(deal));
    if (seen) return seen.outcome !== deal.outcome;
    return deal.closed !== null && Math.floor(deal.closed) > previousDay;
  });
}
