import { openPipelineReceipt, weightedPipelineReceipt } from "./pipelineReceipts.js";
import type { Quarter, ReceiptDeal, Verdict } from "./verdict.js";
import { winRateReceipt } from "./winRateReceipt.js";
import { wonCycleReceipt, wonRevenueReceipt } from "./wonReceipts.js";

/** A headline figure with what makes it up. */
export interface Figure {
  readonly key: string;
  /** As the reviews name it. */
  readonly name: string;
  readonly kind: "share" | "money" | "days";
  /** How what the counted deals count becomes the figure. */
  readonly by: "mean" | "sum" | "median";
  readonly rule: string;
  readonly verdict: (deal: ReceiptDeal, quarter: Quarter | undefined) => Verdict;
}

export const FIGURES: readonly Figure[] = [
  {
    key: "winRate",
    name: "Win rate",
    kind: "share",
    by: "mean",
    rule: "Won ÷ (won + lost), by number of deals",
    verdict: winRateReceipt,
  },
  {
    key: "open",
    name: "Open pipeline",
    kind: "money",
    by: "sum",
    rule: "Sum of the amounts of open deals",
    verdict: openPipelineReceipt,
  },
  {
    key: "weighted",
    name: "Weighted pipeline",
    kind: "money",
    by: "sum",
    rule: "Sum of amount × probability of open deals, deal by deal",
    verdict: weightedPipelineReceipt,
  },
  {
    key: "wonQuarter",
    name: "Won revenue this quarter",
    kind: "money",
    by: "sum",
    rule: "Sum of the amounts of deals won in the quarter of the as-of date",
    verdict: wonRevenueReceipt,
  },
  {
    key: "cycleDays",
    name: "Won cycle, median days",
    kind: "days",
    by: "median",
    rule: "Median of days from created to won",
    verdict: wonCycleReceipt,
  },
];
