/** Recurring revenue as native formulas on the Subscriptions tab; movements need REVOPS_ARR_BRIDGE. */

const amount = "{Subscriptions.annualAmount}";
const begun = (day: string) => `{Subscriptions.starts},"<"&${day}+1`;

/** ARR at the end of a day: what has begun less what has ended; a blank end runs on. */
export const arrOn = (day: string): string =>
  `(SUMIFS(${amount},${begun(day)})-SUMIFS(${amount},${begun(day)},{Subscriptions.ends},"<"&${day}))`;

const columns =
  "{Subscriptions.account},{Subscriptions.annualAmount},{Subscriptions.starts},{Subscriptions.ends}";

/** Spills Opening, New, Expansion, Contraction, Churn, Returned, Closing with ARR and customers: 7 rows, 3 columns. */
export const arrBridge = (openingDay: string, closingDay: string): string =>
  `REVOPS_ARR_BRIDGE(${columns},${openingDay},${closingDay},"bridge",,,,,FALSE)`;

/** Spills opening ARR, opening customers, lost customers, NRR, GRR, logo retention: 6 rows, 2 columns. */
export const retentionTable = (openingDay: string, closingDay: string): string =>
  `REVOPS_RETENTION(${columns},${openingDay},${closingDay},"table",,,,,,FALSE)`;

/** Rows of the bridge's spill, from 1. */
export const BRIDGE_ROWS = {
  opening: 1,
  new: 2,
  expansion: 3,
  contraction: 4,
  churn: 5,
  returned: 6,
  closing: 7,
} as const;
