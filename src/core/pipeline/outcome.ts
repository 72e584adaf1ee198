/** How a deal ended. A blank outcome counts as open. */
export type DealOutcome = "Won" | "Lost" | "Open";

/** A list with one entry a deal; null where the cell is blank. */
export type PerDeal<T> = readonly (T | null)[];

/** Whether a deal is still open. Where no outcomes are given at all, every deal is taken for open. */
export function isOpen(outcomes: PerDeal<DealOutcome> | undefined, deal: number): boolean {
  const outcome = outcomes?.[deal];
  return outcome === undefined || outcome === null || outcome === "Open";
}
