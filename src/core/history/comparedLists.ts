import { type PipelineChanges, pipelineChanges } from "./pipelineChanges.js";
import { byIdentity, type PipelineDeal } from "./pipelineDeal.js";

/** A deal of a plain export. */
export interface ListedDeal extends PipelineDeal {
  /** Day it was won or lost. */
  readonly closed: number | null;
}

export interface ComparedLists extends PipelineChanges {
  /** Closed deals that the first list does not hold and that had closed by its day: they never moved in between. */
  readonly closedEarlier: number;
  /** Closed deals that the first list does not hold and of which nobody knows when they closed. */
  readonly undated: readonly ListedDeal[];
}

/**
 * The time machine: what happened between two exports of a CRM, without any snapshot. `day` is the day of the first
 * export. A later export often brings years of closed deals along which an export of the open pipeline never had; only
 * those that closed after `day` can have moved.
 */
export function comparedLists(
  before: readonly PipelineDeal[],
  after: readonly ListedDeal[],
  day: number,
  owner?: string,
): ComparedLists {
  const earlier = byIdentity(before);
  const later = [...byIdentity(after)];
  const fresh = new Set(
    later.filter(([key, { outcome }]) => outcome !== "Open" && !earlier.has(key)).map(([, deal]) => deal),
  );
  const undated = [...fresh].filter(({ closed }) => closed === null);
  const closedEarlier = [...fresh].filter(
    ({ closed }) => closed !== null && Math.floor(closed) <= Math.floor(day),
  );
  const leftOut = new Set([...undated, ...closedEarlier]);
  return {
    ...pipelineChanges(
      before,
      after.filter((deal) => !leftOut.has(deal)),
      owner,
    ),
    closedEarlier: closedEarlier.length,
    undated,
  };
}
