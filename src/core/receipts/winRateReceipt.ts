import { counted, notThat, outcomeOf, type ReceiptDeal, type Verdict } from "./verdict.js";

/** Win rate: every decided deal counts, won ones as 1 and lost ones as 0; the rate is their mean. */
export function winRateReceipt(deal: ReceiptDeal): Verdict {
  const outcome = outcomeOf(deal);
  if (outcome === "Won") return counted(1, "Won");
  if (outcome === "Lost") return counted(0, "Lost");
  return notThat(deal);
}
