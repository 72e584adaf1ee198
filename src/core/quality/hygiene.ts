/** The data hygiene rules of the RevOps Engine playbook, phase 2, in its order. */
export interface HygieneRule {
  readonly key: "duplicates" | "fields" | "stale" | "bounces" | "matching" | "lossReason";
  readonly rule: string;
  readonly frequency: string;
  readonly owner: string;
  readonly threshold: string;
  /** Whether a measured share keeps the rule. */
  readonly passes: (share: number) => boolean;
  /** What to give so that the rule can be measured. */
  readonly needs: string;
}

export const STALE_DAYS = 14;

export const HYGIENE_RULES: readonly HygieneRule[] = [
  {
    key: "duplicates",
    rule: "Duplicate accounts",
    frequency: "Weekly",
    owner: "RevOps",
    threshold: "below 2%",
    passes: (share) => share < 0.02,
    needs: "accounts",
  },
  {
    key: "fields",
    rule: "Required fields on open deals filled",
    frequency: "Daily",
    owner: "Sales managers",
    threshold: "100%",
    passes: (share) => share === 1,
    needs: "open deals and a required column such as Amount",
  },
  {
    key: "stale",
    rule: `Open deals without activity for ${STALE_DAYS} days`,
    frequency: "Daily",
    owner: "AE",
    threshold: "none",
    passes: (share) => share === 0,
    needs: "open deals and a Last activity column",
  },
  {
    key: "bounces",
    rule: "Contacts whose e-mail bounces",
    frequency: "Monthly",
    owner: "Marketing",
    threshold: "below 5%",
    passes: (share) => share < 0.05,
    needs: "contacts with a Bounced column",
  },
  {
    key: "matching",
    rule: "Leads matched to an account",
    frequency: "Real-time",
    owner: "Automation",
    threshold: "95% or more",
    passes: (share) => share >= 0.95,
    needs: "leads with an Account column, or leads and accounts",
  },
  {
    key: "lossReason",
    rule: "Lost deals with a reason",
    frequency: "On close",
    owner: "AE",
    threshold: "100%",
    passes: (share) => share === 1,
    needs: "lost deals",
  },
];
