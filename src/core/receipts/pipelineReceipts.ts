import { counted, leftOut, notThat, outcomeOf, type ReceiptDeal, type Verdict } from "./verdict.js";

/** Open pipeline: the amount of every open deal. */
export function openPipelineReceipt(deal: ReceiptDeal): Verdict {
  if (outcomeOf(deal) !== "Open") return notThat(deal);
  return deal.amount === null ? leftOut("Open, but has no amount") : counted(deal.amount, "Open");
}

/** Weighted pipeline: amount × probability of every open deal, deal by deal. */
export function weightedPipelineReceipt(deal: ReceiptDeal): Verdict {
  const { amount, probability } = deal;
  if (outcomeOf(deal) !== "Open") return notThat(deal);
  if (amount === null) return leftOut("Open, but has no amount");
  if (probability === null) return leftOut("Open, but has no probability");
  return counted(amount * probability, `Open, at ${Math.round(probability * 1000) / 10}% of its amount`);
}
