/** Words that several tabs offer in their drop-downs. */

/** A blank cell means that nobody knows, which is not the same as No. */
export const YES_NO = ["Yes", "No"] as const;

/** Fit with the ideal customer profile, best first. */
export const ICP_TIERS = ["A", "B", "C", "D"] as const;
