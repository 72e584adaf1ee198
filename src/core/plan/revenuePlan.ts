import { QUOTA_BUFFER, quotaPerAe } from "../capacity/quotaPerAe.js";
import { wholePeople } from "../capacity/requiredAes.js";
import { refuse } from "../refusal/refusal.js";
import { checkedInputs, PLAN_INPUTS, type PlanInput, type PlanInputs } from "./inputs.js";

const DAYS_A_YEAR = 365;

/** A plan's figures; undefined where an input that one needs is blank. */
export interface PlanFigures {
  newBusiness: number;
  expansion?: number;
  churnedArr?: number;
  yearEndArr?: number;
  newShare?: number;
  deals: number;
  opportunities: number;
  sqls?: number;
  mqls?: number;
  pipeline: number;
  openAtATime?: number;
  expansionDeals?: number;
  expansionOpportunities?: number;
  expansionPipeline?: number;
  quota?: number;
  capacity?: number;
  gap?: number;
  hires?: number;
}
export type PlanFigure = keyof PlanFigures;

/** A line of the plan: what it is called, its formula in words, and the inputs without which it stays blank. */
interface PlanLine {
  readonly figure: PlanFigure;
  readonly name: string;
  readonly formula: string;
  readonly needs: readonly PlanInput[];
}
const line = (figure: PlanFigure, name: string, formula: string, ...needs: PlanInput[]): PlanLine => ({
  figure,
  name,
  formula,
  needs,
});

export const PLAN_LINES: readonly PlanLine[] = [
  line("newBusiness", "New business", "as given"),
  line("expansion", "Expansion", "opening ARR × expansion rate", "openingArr", "expansionRate"),
  line("churnedArr", "Churned ARR", "opening ARR × gross churn rate", "openingArr", "churnRate"),
  line(
    "yearEndArr",
    "ARR at year end",
    "opening ARR − churned ARR + expansion + new business",
    "openingArr",
    "churnRate",
  ),
  line(
    "newShare",
    "New business share",
    "new business ÷ (new business + expansion); 60–70% is typical",
    "expansion",
  ),
  line("deals", "New deals needed", "new business ÷ average new deal size"),
  line("opportunities", "Opportunities needed", "new deals needed ÷ new win rate"),
  line("sqls", "SQLs needed", "opportunities needed ÷ SQL to opportunity", "sqlToOpp"),
  line("mqls", "MQLs needed", "SQLs needed ÷ MQL to SQL", "sqlToOpp", "mqlToSql"),
  line("pipeline", "Pipeline needed", "opportunities needed × average new deal size"),
  line(
    "openAtATime",
    "Opportunities open at a time",
    "opportunities needed × sales cycle days ÷ 365",
    "cycleDays",
  ),
  line(
    "expansionDeals",
    "Expansion deals needed",
    "expansion ÷ average expansion deal size",
    "expansion",
    "expansionDealSize",
  ),
  line(
    "expansionOpportunities",
    "Expansion opportunities needed",
    "expansion deals needed ÷ expansion win rate",
    "expansion",
    "expansionDealSize",
    "expansionWinRate",
  ),
  line(
    "expansionPipeline",
    "Expansion pipeline needed",
    "expansion opportunities needed × average expansion deal size",
    "expansion",
    "expansionDealSize",
    "expansionWinRate",
  ),
  line("quota", "Quota per AE", "as given", "rampedAes"),
  line(
    "capacity",
    "Productive capacity",
    "ramped AEs × quota per AE × expected attainment",
    "rampedAes",
    "attainment",
  ),
  line(
    "gap",
    "Gap",
    "new business − productive capacity; below 0 is room to spare",
    "rampedAes",
    "attainment",
  ),
  line(
    "hires",
    "Hires needed",
    "gap ÷ (quota per AE × expected attainment), rounded up, in ramped AEs",
    "rampedAes",
    "attainment",
  ),
];

const over = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a / b;
const times = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a * b;

/**
 * The plan of a year from its targets and assumptions. New business is taken as given; left blank, it is what the
 * ARR target leaves after churn and expansion. Counts of deals and leads are exact, people are rounded up.
 */
export function revenuePlan(given: PlanInputs): PlanFigures {
  const inputs = checkedInputs(given);
  const { openingArr, churnRate, arrTarget } = inputs;
  const dealSize = inputs.dealSize as number;
  const winRate = inputs.winRate as number;
  const expansion = inputs.expansion ?? times(openingArr, inputs.expansionRate);
  const churnedArr = times(openingArr, churnRate);
  let { newBusiness } = inputs;
  if (newBusiness === undefined) {
    if (arrTarget === undefined || openingArr === undefined || churnedArr === undefined) {
      return refuse(
        "inputs",
        `lacks New business; add it, or ${PLAN_INPUTS.arrTarget}, ${PLAN_INPUTS.openingArr} and ${PLAN_INPUTS.churnRate}.`,
      );
    }
    newBusiness = Math.max(0, arrTarget - openingArr + churnedArr - (expansion ?? 0));
  }
  const bookings = newBusiness + (expansion ?? 0);
  const deals = newBusiness / dealSize;
  const opportunities = deals / winRate;
  const sqls = over(opportunities, inputs.sqlToOpp);
  const expansionDeals = over(expansion, inputs.expansionDealSize);
  const expansionOpportunities = over(expansionDeals, inputs.expansionWinRate);
  const { rampedAes } = inputs;
  const quota = inputs.quota ?? (rampedAes === undefined ? undefined : quotaPerAe(newBusiness, rampedAes));
  const each = times(quota, inputs.attainment);
  const capacity = times(rampedAes, each);
  const gap = capacity === undefined ? undefined : newBusiness - capacity;
  const figures: { [K in PlanFigure]: number | undefined } = {
    newBusiness,
    expansion,
    churnedArr,
    yearEndArr:
      openingArr === undefined || churnedArr === undefined ? undefined : openingArr - churnedArr + bookings,
    newShare: expansion === undefined || bookings <= 0 ? undefined : newBusiness / bookings,
    deals,
    opportunities,
    sqls,
    mqls: over(sqls, inputs.mqlToSql),
    pipeline: opportunities * dealSize,
    openAtATime: over(times(opportunities, inputs.cycleDays), DAYS_A_YEAR),
    expansionDeals,
    expansionOpportunities,
    expansionPipeline: times(expansionOpportunities, inputs.expansionDealSize),
    quota,
    capacity,
    gap,
    hires: gap === undefined ? undefined : gap <= 0 ? 0 : wholePeople(gap / (each as number)),
  };
  return figures as PlanFigures;
}

/** The formula behind a line as this plan used it, or which inputs it still needs. */
export function planFormula(
  { figure, formula, needs }: PlanLine,
  figures: PlanFigures,
  inputs: PlanInputs,
): string {
  if (figures[figure] === undefined) {
    const missing = needs.filter((input) => inputs[input] === undefined);
    return missing.length === 0
      ? `no bookings to share out`
      : `needs ${missing.map((input) => PLAN_INPUTS[input]).join(", ")}`;
  }
  if (figure === "newBusiness" && inputs.newBusiness === undefined) {
    return figures.newBusiness === 0
      ? "nothing: expansion covers the ARR target"
      : "ARR target − opening ARR + churned ARR − expansion";
  }
  if (figure === "expansion" && inputs.expansion !== undefined) return "as given";
  if (figure === "quota" && inputs.quota === undefined) return `new business ÷ ramped AEs × ${QUOTA_BUFFER}`;
  return formula;
}
