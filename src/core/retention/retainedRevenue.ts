import { refuse } from "../refusal/refusal.js";

/** Amounts that add up to the opening ARR but for rounding still do. */
const HAIR = 1e-9;

/**
 * What is left of the opening ARR after contraction and churn. Both are amounts lost, written as positive numbers,
 * and the customers of the opening date cannot lose more than they had.
 */
function keptArr(beginningArr: number, contraction: number, churn: number): number {
  if (!(beginningArr > 0)) {
    refuse("beginning_arr", `is ${beginningArr}; give the ARR on the opening date, above 0.`);
  }
  if (contraction < 0) {
    refuse(
      "contraction",
      `is ${contraction}, below 0; give the ARR lost to downgrades as a positive amount.`,
    );
  }
  if (churn < 0) {
    refuse("churn", `is ${churn}, below 0; give the ARR lost to cancellations as a positive amount.`);
  }
  if (contraction + churn > beginningArr * (1 + HAIR)) {
    refuse(
      "churn",
      "and contraction together exceed beginning_arr; leave out losses of customers who joined later.",
    );
  }
  return Math.max(0, beginningArr - contraction - churn);
}

/**
 * Net revenue retention: (opening ARR + expansion − contraction − churn) ÷ opening ARR, over the customers of the
 * opening date. New business and customers who return are outside.
 */
export function netRevenueRetention(
  beginningArr: number,
  expansion: number,
  contraction: number,
  churn: number,
): number {
  const kept = keptArr(beginningArr, contraction, churn);
  if (expansion < 0) {
    refuse(
      "expansion",
      `is ${expansion}, below 0; give upgrades as a positive amount and downgrades as contraction.`,
    );
  }
  return (kept + expansion) / beginningArr;
}

/** Gross revenue retention: (opening ARR − contraction − churn) ÷ opening ARR. Expansion never lifts it above 100%. */
export function grossRevenueRetention(beginningArr: number, contraction: number, churn: number): number {
  return keptArr(beginningArr, contraction, churn) / beginningArr;
}
