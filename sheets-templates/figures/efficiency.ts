import { monthsBefore, within } from "./period.js";

/** What marketing and finance know and no CRM does, from the list of periods in Settings. */

const perPeriod = (column: string) => (from: string, to: string) =>
  `SUMIFS({Periods.${column}},${within("Periods.start", from, to)})`;

export const spend = perPeriod("spend");
export const burn = perPeriod("burn");
export const revenueTarget = perPeriod("revenueTarget");
export const newArrTarget = perPeriod("newArrTarget");
export const pipelineTarget = perPeriod("pipelineTarget");
export const mqlTarget = perPeriod("mqlTarget");

/** Whether each quarter of the year that ends on a day has spend: a year with a hole would look too cheap. */
export const spentAllYear = (end: string): string =>
  `AND(${[3, 2, 1, 0]
    .map((back) => `${spend(monthsBefore(end, 3 * back + 3), `(${monthsBefore(end, 3 * back)}-1)`)}>0`)
    .join(",")})`;
