/** A deal as a receipt looks at it; null is a blank cell. */
export interface ReceiptDeal {
  /** As it stands in the cell; an outcome that is none of Open, Won and Lost counts nowhere. */
  readonly outcome: string | null;
  readonly amount: number | null;
  readonly probability: number | null;
  readonly created: number | null;
  readonly closed: number | null;
}

/** The first and the last day of a quarter, or undefined where the workbook has no as-of date. */
export interface Quarter {
  readonly from: number;
  readonly to: number;
}

/** Whether a deal counts towards a figure, with what, and why. */
export type Verdict =
  | { readonly counts: number; readonly reason: string }
  | { readonly counts: undefined; readonly reason: string };

export const counted = (counts: number, reason: string): Verdict => ({ counts, reason });
export const leftOut = (reason: string): Verdict => ({ counts: undefined, reason });

/** The outcome in the words of the workbook, whatever their case. */
export function outcomeOf({ outcome }: ReceiptDeal): "Open" | "Won" | "Lost" | undefined {
  const word = outcome?.toLowerCase();
  return word === "open" ? "Open" : word === "won" ? "Won" : word === "lost" ? "Lost" : undefined;
}

/** Why a deal that is not what a figure looks at counts nowhere in it. */
export function notThat(deal: ReceiptDeal): Verdict {
  const outcome = outcomeOf(deal);
  if (outcome === "Open") return leftOut("Still open");
  if (outcome !== undefined) return leftOut(outcome);
  return leftOut(deal.outcome === null ? "No outcome given" : `Outcome is neither Open, Won nor Lost`);
}
