import type { DataRecord } from "../columns.js";
import { monthEnd, monthOf, monthStart, monthsLater, quarterEnd, quarterStart } from "./calendar.js";
import { PEOPLE } from "./company.js";
import type { Deal } from "./deal.js";
import type { Dice } from "./random.js";

/** Months before the current one. */
const MONTHS = 18;
/** Days back from which quarters have targets. */
const FIRST_PLAN = 530;
/** Share of a quarter's target that each of its months is to bring. */
const MONTH_SHARES = [0.25, 0.3, 0.45];
export const GROSS_MARGIN = 0.78;
/** What the figures of the last year come to: payback longer than it should be, the rest in order. */
const PAYBACK_MONTHS = 19;
const BURN_MULTIPLE = 1.7;
/** Of a hundred visitors so many leave their address. */
const VISITORS_A_LEAD = 41;

const thousands = (amount: number) => Math.round(amount / 1000) * 1000;

export interface Figures {
  readonly quarterlyTarget: number;
  /** Recurring revenue of new customers over the last twelve months. */
  readonly newArr: number;
  /** All recurring revenue gained less what was lost over the last twelve months. */
  readonly netNewArr: number;
  /** Days on which leads became known, and on which they became MQLs. */
  readonly known: readonly number[];
  readonly qualified: readonly number[];
}

/** Rows of the list Periods: what was planned and spent each month, and the plan to the end of the next quarter. */
export function periods(dice: Dice, asOf: number, deals: readonly Deal[], figures: Figures): DataRecord[] {
  const rows: DataRecord[] = [];
  const quarterTarget = (quarter: number) =>
    quarter === quarterStart(asOf)
      ? figures.quarterlyTarget
      : quarter > asOf
        ? thousands(figures.quarterlyTarget * 1.06)
        : thousands(won(deals, quarter, quarterEnd(quarter)) * (0.92 + 0.22 * dice.unit()));
  // Marketing is to bring a little more than it does.
  const mqlsNow = (figures.qualified.filter((day) => day > asOf - 90).length / 3) * 1.08;
  let target = 0;
  const current = monthStart(asOf);
  for (
    let month = monthsLater(current, -MONTHS);
    month <= quarterEnd(quarterEnd(asOf) + 1);
    month = monthsLater(month, 1)
  ) {
    const end = monthEnd(month);
    const quarter = quarterStart(month);
    const place = monthOf(month) % 3;
    if (place === 0 || rows.length === 0) target = quarterTarget(quarter);
    const shares = MONTH_SHARES.slice(0, place + 1).map((share) => thousands(target * share));
    const before = shares.slice(0, place).reduce((total, share) => total + share, 0);
    const revenueTarget = place === 2 ? target - before : (shares[place] as number);
    const done = Math.max(0, Math.min(1, (asOf - month + 1) / (end - month + 1)));
    const monthsAgo = Math.max(0, (asOf - end) / 30.4);
    const trend = (1.09 - 0.016 * monthsAgo) * (0.96 + 0.08 * dice.unit()) * done;
    const inMonth = (days: readonly number[]) => days.filter((day) => day >= month && day < end + 1).length;
    const spent = done > 0;
    // Nothing was planned for a quarter in which the first deals were only being made.
    const planned = asOf - quarter < FIRST_PLAN;
    rows.push({
      start: month,
      revenueTarget: planned ? revenueTarget : null,
      newArrTarget: planned ? thousands(revenueTarget * 0.95) : null,
      pipelineTarget: planned ? thousands((target / 3) * 3.6) : null,
      mqlTarget: Math.round(mqlsNow * (1 - 0.028 * monthsAgo)),
      visitors: spent
        ? Math.round(inMonth(figures.known) * VISITORS_A_LEAD * (0.9 + 0.2 * dice.unit()))
        : null,
      spend: spent ? thousands(((figures.newArr * GROSS_MARGIN * PAYBACK_MONTHS) / 144) * trend) : null,
      burn: spent ? thousands(((figures.netNewArr * BURN_MULTIPLE) / 12) * trend) : null,
    });
  }
  return rows;
}

const won = (deals: readonly Deal[], from: number, to: number, owner?: string) =>
  sum(
    deals.filter(
      (deal) =>
        deal.outcome === "Won" &&
        (deal.closed as number) >= from &&
        (deal.closed as number) <= to &&
        (owner === undefined || deal.owner === owner),
    ),
  );

const sum = (deals: readonly Deal[]) => deals.reduce((total, { amount }) => total + (amount ?? 0), 0);

/** Who calls too low and who too high. */
const BIAS: Readonly<Record<string, number>> = { "Leila Haddanou": -0.24, "Declan Farrowby": 0.27 };

/**
 * Rows of the Forecasts tab: what each rep called for each quarter, a few weeks into it, and what it brought. A rep who
 * won nothing in a quarter had called nothing.
 */
export function forecasts(dice: Dice, asOf: number, deals: readonly Deal[]): DataRecord[] {
  const rows: DataRecord[] = [];
  const current = quarterStart(asOf);
  let sign = 1;
  for (
    let quarter = quarterStart(monthsLater(current, -MONTHS));
    quarter <= asOf;
    quarter = quarterEnd(quarter) + 1
  ) {
    const end = quarterEnd(quarter);
    // Quarters are called too high and too low in turn: that much the whole team errs.
    sign = -sign;
    for (const { rep } of PEOPLE) {
      const actual = won(deals, quarter, Math.min(end, asOf), rep);
      const row = { period: quarter, forecaster: rep, submitted: Math.min(asOf, quarter + 20) };
      if (quarter === current) {
        const due = deals.filter(
          (deal) => deal.owner === rep && deal.outcome === "Open" && deal.expectedClose <= end,
        );
        const of = (...categories: string[]) =>
          sum(due.filter(({ forecastCategory }) => categories.includes(forecastCategory)));
        const [commit, bestCase, pipeline] = [
          actual + of("Commit"),
          of("Best Case"),
          of("Pipeline", "Upside"),
        ];
        if (commit + bestCase + pipeline === 0) continue;
        rows.push({
          ...row,
          commit,
          bestCase,
          pipeline,
          forecast: thousands(commit + bestCase * 0.5 + pipeline * 0.15),
          actual: null,
          note: null,
        });
      } else if (actual > 0) {
        const error = 0.07 * sign + (BIAS[rep] ?? 0) + 0.13 * (2 * dice.unit() - 1);
        const forecast = Math.max(1000, Math.round((actual * (1 + error)) / 500) * 500);
        const [bestCase, pipeline] = [0.3, 0.5].map((share) => thousands(forecast * share)) as [
          number,
          number,
        ];
        rows.push({
          ...row,
          commit: Math.max(0, Math.round(forecast - bestCase * 0.5 - pipeline * 0.15)),
          bestCase,
          pipeline,
          forecast,
          actual,
          note: null,
        });
      }
    }
  }
  return rows;
}
