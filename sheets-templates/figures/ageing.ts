/**
 * Days past the expected close, the share at which such a deal still counts, and the condition on the open deals.
 * The shares stand in the tab's own cells.
 */
export const AGES = [
  ["due", "Not yet due", 1, '{Opportunities.expectedClose},">="&{asOf}'],
  [
    "fresh",
    "Under 30 days past",
    1,
    '{Opportunities.expectedClose},"<"&{asOf},{Opportunities.expectedClose},">"&{asOf}-30',
  ],
  [
    "ageing",
    "30 to 59 days past",
    0.5,
    '{Opportunities.expectedClose},"<="&{asOf}-30,{Opportunities.expectedClose},">"&{asOf}-60',
  ],
  ["stale", "60 days past or more", 0.25, '{Opportunities.expectedClose},"<="&{asOf}-60'],
] as const;
