/** Closed-won deals a year from which a data-driven model has enough to learn from. */
const ENOUGH_DEALS = 500;

/**
 * Which model to use, by the decision rule of the RevOps Engine playbook, phase 2: start with U-shaped, move on to
 * W-shaped once the creation of opportunities is tracked, and to data-driven with 500 closed-won deals a year.
 */
export function recommendModel(wonDealsPerYear: number, tracksOpportunities: boolean): string {
  if (wonDealsPerYear >= ENOUGH_DEALS) return "Data-driven";
  return tracksOpportunities ? "W-shaped" : "U-shaped";
}
