import { refuse } from "../refusal/refusal.js";

/** Buffer for attrition: Revenue Operations guide, section 4. */
export const QUOTA_BUFFER = 1.15;

/** Quota per AE: target ÷ ramped AEs × buffer. */
export function quotaPerAe(target: number, rampedAes: number, buffer = QUOTA_BUFFER): number {
  if (target < 0) refuse("target", `is ${target}, below 0; give the company's target.`);
  if (!(rampedAes > 0)) refuse("ramped_aes", "is 0; there is nobody to carry the target.");
  return (target / rampedAes) * buffer;
}
