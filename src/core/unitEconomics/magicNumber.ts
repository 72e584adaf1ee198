import { refuse } from "../refusal/refusal.js";

export const GROWTHS = ["ARR", "quarterly revenue"] as const;

/**
 * Magic number: growth of a quarter ÷ sales and marketing spend of the quarter before. ARR is a year's worth already;
 * a change in quarterly revenue is multiplied by 4 to become one.
 */
export function magicNumber(change: number, priorSpend: number, of: (typeof GROWTHS)[number]): number {
  if (!(priorSpend > 0)) {
    refuse(
      "prior_spend",
      "is 0, so growth was not bought; give the previous quarter's sales and marketing spend.",
    );
  }
  return (of === "ARR" ? change : change * 4) / priorSpend;
}
