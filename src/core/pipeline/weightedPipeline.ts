import { refuse } from "../refusal/refusal.js";
import { type DealOutcome, isOpen, type PerDeal } from "./outcome.js";

export interface WeightedPipeline {
  readonly weighted: number;
  readonly counted: number;
  /** Open deals that lack the amount or the probability. */
  readonly leftOut: number;
}

/** Amount × probability added up deal by deal. Total × average probability would be wrong: large deals differ. */
export function weightedPipeline(
  amounts: PerDeal<number>,
  probabilities: PerDeal<number>,
  outcomes?: PerDeal<DealOutcome>,
): WeightedPipeline {
  let weighted = 0;
  let counted = 0;
  let leftOut = 0;
  for (let deal = 0; deal < amounts.length; deal++) {
    if (!isOpen(outcomes, deal)) continue;
    const [amount, probability] = [amounts[deal] ?? null, probabilities[deal] ?? null];
    if (amount === null || probability === null) {
      leftOut++;
    } else {
      weighted += amount * probability;
      counted++;
    }
  }
  return { weighted, counted, leftOut };
}

/** The weighted amount alone. Where no open deal has both figures the sum is unknown, not 0. */
export function weightedAmount({ weighted, counted, leftOut }: WeightedPipeline): number {
  if (counted === 0 && leftOut > 0) {
    refuse(
      "probabilities",
      `and amounts are never both filled on an open deal (${leftOut} left out); fill in both columns.`,
    );
  }
  return weighted;
}
