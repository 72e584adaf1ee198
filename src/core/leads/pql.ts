/** What is known of an account's use of the product; null where nobody knows. */
export interface ProductUse {
  readonly onboarded: boolean | null;
  readonly activeUsers: number | null;
  readonly coreFeatures: number | null;
  readonly integrated: boolean | null;
  readonly sharedOutside: boolean | null;
  /** Share of the plan's limit that is used; may exceed 1. */
  readonly usage: number | null;
}

export interface ProductQualification {
  readonly qualified: boolean;
  /** Nice-to-haves that are there, 0 to 3. */
  readonly extras: number;
  readonly missing: readonly string[];
}

/** RevOps Engine playbook, phase 13. */
const ACTIVE_USERS = 3;
const CORE_FEATURES = 2;
const USAGE_WARNING = 0.8;

/**
 * Whether an account is a product-qualified lead: it has finished onboarding, 3 users were active in the last 7 days, and
 * 2 core features are in use. What is not known is missing, and said to be so.
 */
export function productQualification(use: ProductUse): ProductQualification {
  const missing: string[] = [];
  if (!use.onboarded)
    missing.push(use.onboarded === null ? "onboarding not known" : "onboarding not completed");
  const enough = (have: number | null, want: number, what: string) => {
    if (have === null) missing.push(`${what} not known`);
    else if (have < want) missing.push(`${have} of ${want} ${what}`);
  };
  enough(use.activeUsers, ACTIVE_USERS, "active users");
  enough(use.coreFeatures, CORE_FEATURES, "core features");
  const extras = [use.integrated, use.sharedOutside, use.usage !== null && use.usage > USAGE_WARNING];
  return { qualified: missing.length === 0, extras: extras.filter(Boolean).length, missing };
}
