import { refuse } from "../refusal/refusal.js";

/** RevOps Engine playbook, phase 9: half the rate below half the quota, 1.5 to 2 times the rate above all of it. */
const DECELERATED_BELOW = 0.5;
const DECELERATOR = 0.5;
export const ACCELERATOR = 1.5;
export const ACCELERATOR_RANGE = [1.5, 2] as const;

/** Days after the sale within which a churned customer costs the commission: RevOps Engine playbook, phase 9. */
export const CLAWBACK_DAYS = 90;

/** From which attainment on each further point pays at which multiple of the base rate. */
export interface Tier {
  readonly from: number;
  readonly rate: number;
}

/**
 * Share of the target variable that an attainment pays: attainment itself between 50% and 100%; below 50% half of
 * it throughout, so that passing 50% is a step up; what lies above 100% times the accelerator.
 */
export function payoutShare(attainment: number, accelerator = ACCELERATOR): number {
  const [low, high] = ACCELERATOR_RANGE;
  if (!(accelerator >= low && accelerator <= high)) {
    refuse("accelerator", `is ${accelerator}; give ${low} to ${high}, or tiers of your own.`);
  }
  if (attainment < DECELERATED_BELOW) return attainment * DECELERATOR;
  return Math.min(1, attainment) + Math.max(0, attainment - 1) * accelerator;
}

/** Marginal tiers, as tax brackets are: each part of the attainment pays at the rate of the tier it lies in. */
export function tieredShare(attainment: number, tiers: readonly Tier[]): number {
  return tiers.reduce((sum, { from, rate }, index) => {
    const upTo = Math.min(attainment, tiers[index + 1]?.from ?? attainment);
    return sum + Math.max(0, upTo - from) * rate;
  }, 0);
}

/** Refuses tiers that leave a gap at the bottom, are out of order or take back what was earned. */
export function checkedTiers(tiers: readonly Tier[], rows: readonly number[]): readonly Tier[] {
  if (tiers.length === 0) refuse("tiers", "holds no tier; give rows of attainment and rate.");
  tiers.forEach(({ from, rate }, index) => {
    const row = rows[index];
    if (index === 0 && from !== 0) {
      refuse("tiers", "begins above 0%; add a first row that says what attainment from 0% on pays.", row);
    }
    if (index > 0 && from <= (tiers[index - 1] as Tier).from) {
      refuse("tiers", "does not rise; sort the rows by attainment.", row);
    }
    if (rate < 0) refuse("tiers", `pays ${rate}; give a rate of 0 or more.`, row);
  });
  return tiers;
}

/** Commission paid on customers who left: taken back within 90 days of the sale, kept after. */
export function clawback(commission: number | undefined, daysToChurn: number | undefined): number {
  if (commission === undefined && daysToChurn === undefined) return 0;
  if (commission === undefined) {
    return refuse("churned_commission", "is blank; give the commission paid on the customer who left.");
  }
  if (daysToChurn === undefined) {
    return refuse("days_to_churn", "is blank; give the days from the sale to the day the customer left.");
  }
  return daysToChurn <= CLAWBACK_DAYS ? commission : 0;
}
