import { type DealOutcome, isOpen, type PerDeal } from "../pipeline/outcome.js";
import { placeInPeriod } from "../pipeline/placeInPeriod.js";
import { refuse } from "../refusal/refusal.js";
import { type TotalDistribution, totalDistribution, type UncertainDeal } from "./totalDistribution.js";

export interface ForecastRange extends TotalDistribution {
  readonly counted: number;
  /** Open deals that lack the amount or the probability. */
  readonly leftOut: number;
  /** Open deals that may belong to the period asked for but have no expected close. */
  readonly undated: number;
}

/** What the open deals of a period may bring, from all lost to all won, with the chance of each total. */
export function forecastRange(
  amounts: PerDeal<number>,
  probabilities: PerDeal<number>,
  outcomes?: PerDeal<DealOutcome>,
  expectedClose?: PerDeal<number>,
  from?: number,
  to?: number,
): ForecastRange {
  const due = placeInPeriod("expected_close", expectedClose, from, to);
  const deals: UncertainDeal[] = [];
  let leftOut = 0;
  let undated = 0;
  amounts.forEach((amount, deal) => {
    if (!isOpen(outcomes, deal)) return;
    const place = due(deal);
    if (place === "undated") undated++;
    if (place !== "within") return;
    const probability = probabilities[deal] ?? null;
    if (amount === null || probability === null) leftOut++;
    else deals.push({ amount, probability });
  });
  if (deals.length === 0) {
    const bounded = from !== undefined || to !== undefined;
    refuse(
      "probabilities",
      leftOut > 0
        ? `and amounts are never both filled on an open deal (${leftOut} left out); fill in both columns.`
        : `belong to no open deal${bounded ? " that is expected to close in the period" : ""}, so there is nothing to forecast.`,
    );
  }
  return { ...totalDistribution(deals), counted: deals.length, leftOut, undated };
}
