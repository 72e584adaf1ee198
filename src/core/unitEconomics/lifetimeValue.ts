import { refuse } from "../refusal/refusal.js";

/**
 * Lifetime value: gross profit of an average customer ÷ churn rate, both for the same length of time. 1 ÷ churn is how
 * many such periods a customer stays.
 */
export function lifetimeValue(arpa: number, grossMargin: number, churnRate: number): number {
  if (!(churnRate > 0)) {
    refuse(
      "churn_rate",
      "is 0%, so a customer would stay for ever; take a longer period in which some left, or a cautious guess.",
    );
  }
  return (arpa * grossMargin) / churnRate;
}

/** LTV:CAC, how many times a customer's lifetime value pays for winning it. */
export function ltvToCac(ltv: number, cac: number): number {
  if (!(cac > 0)) refuse("cac", "is 0, so there is no cost to compare with; give what a new customer costs.");
  return ltv / cac;
}
