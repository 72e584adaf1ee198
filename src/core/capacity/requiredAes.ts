import { refuse } from "../refusal/refusal.js";

/** People rounded up, but for the hair by which a fraction misses a whole number. */
export const wholePeople = (people: number): number => Math.max(0, Math.ceil(people * (1 - 1e-12) - 1e-12));

/** Fully ramped AEs needed: target ÷ (quota × attainment), exact. */
export function requiredAes(target: number, quota: number, attainment: number): number {
  if (target < 0) refuse("target", `is ${target}, below 0; give the amount to be booked.`);
  if (!(quota > 0)) refuse("quota", `is ${quota}; give what one ramped AE is to sell, above 0.`);
  if (!(attainment > 0)) refuse("attainment", "is 0; with nothing attained no team is large enough.");
  return target / (quota * attainment);
}
