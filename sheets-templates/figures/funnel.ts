import type { Content } from "../../src/templates/template.js";
import { lostDeals, wonDeals } from "./deals.js";
import { within } from "./period.js";

/**
 * The lead funnel of a period as a cohort: the leads that became known in it, and how many of them have reached each
 * stage since. Counted so, no stage can hold more than the one before it.
 */

const moments = {
  mql: "Leads.mqlAt",
  sal: "Leads.acceptedAt",
  sql: "Leads.sqlAt",
  opportunity: "Leads.opportunityAt",
} as const;

export const FUNNEL_STAGES = ["visitor", "known", "mql", "sal", "sql", "opportunity", "won"] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

/** A stage's name under the profile in Settings: the guide calls a known person a lead. */
export const stageName: Readonly<Record<FunnelStage, string>> = {
  visitor: "Visitor",
  known: '=IF({profile}="B","Lead","Known")',
  mql: "MQL",
  sal: "SAL",
  sql: "SQL",
  opportunity: '=IF({profile}="B","Opportunity","Opportunity created")',
  won: "Closed Won",
};

/** The steps of the funnel, each by the stage that it leaves. */
export type FunnelStep = Exclude<FunnelStage, "won">;
export const FUNNEL_STEPS = FUNNEL_STAGES.slice(0, -1) as readonly FunnelStep[];

/** Short, so that a step fits where a table gives it two columns. */
export const stepName: Readonly<Record<FunnelStep, Content>> = {
  visitor: '="Visitor → "&IF({profile}="B","Lead","Known")',
  known: '=IF({profile}="B","Lead","Known")&" → MQL"',
  mql: "MQL → SAL",
  sal: "SAL → SQL",
  sql: "SQL → Opportunity",
  opportunity: "Opportunity → Won",
};

/** How many of the leads that became known from one day to another have reached the stage. */
export function reached(stage: FunnelStage, from: string, to: string): string {
  const cohort = within("Leads.created", from, to);
  switch (stage) {
    case "visitor":
      return `SUMIFS({Periods.visitors},${within("Periods.start", from, to)})`;
    case "known":
      return `COUNTIFS(${cohort})`;
    case "won":
      return `COUNTIFS(${cohort},{Leads.status},"Customer")`;
    default:
      return `COUNTIFS(${cohort},{${moments[stage]}},">0")`;
  }
}

/** How many came into a stage from one day to another, whenever they became known. */
export function cameInto(stage: FunnelStep, from: string, to: string): string {
  if (stage === "visitor" || stage === "known") return reached(stage, from, to);
  return `COUNTIFS(${within(moments[stage], from, to)})`;
}

/** How many of those have gone on to the next stage since. Visitors have no names: the leads of the same days stand for them. */
export function wentOn(stage: Exclude<FunnelStage, "won">, from: string, to: string): string {
  switch (stage) {
    case "visitor":
      return reached("known", from, to);
    case "known":
      return reached("mql", from, to);
    case "opportunity":
      return `COUNTIFS(${within(moments.opportunity, from, to)},{Leads.status},"Customer")`;
    default: {
      const next = FUNNEL_STAGES[FUNNEL_STAGES.indexOf(stage) + 1] as keyof typeof moments;
      return `COUNTIFS(${within(moments[stage], from, to)},{${moments[next]}},">0")`;
    }
  }
}

/**
 * What came into a stage from one day to another, and how many of it went on; deals count when they close, since open ones say
 * nothing. Visitors are known by period only: `countable` is a formula that says whether these days make one.
 */
export function flowThrough(
  step: FunnelStep,
  from: string,
  to: string,
  countable: string,
): readonly [into: string, on: string] {
  if (step === "opportunity") return [`(${wonDeals(from, to)}+${lostDeals(from, to)})`, wonDeals(from, to)];
  const into = cameInto(step, from, to);
  return [step === "visitor" ? `IF(${countable},${into},0)` : into, wentOn(step, from, to)];
}

const ON_THE_WAY = ["mql", "sal", "sql", "opportunity"] as const;
const STATUSES = { mql: "MQL", sal: "SAL", sql: "SQL", opportunity: "Opportunity" } as const;

/**
 * The same where moments were not all noted: whoever reached a stage by date or status has passed all before it, so a
 * stage never holds more than the one above it, as a diagnosis needs.
 */
export function reachedOrBeyond(stage: FunnelStage, from: string, to: string): string {
  const place = (ON_THE_WAY as readonly FunnelStage[]).indexOf(stage);
  if (place < 0) return reached(stage, from, to);
  const signs = ON_THE_WAY.slice(place).flatMap((one) => [
    `ISNUMBER({${moments[one]}})`,
    `({Leads.status}="${STATUSES[one]}")`,
  ]);
  const created = "{Leads.created}";
  const cohort = `ISNUMBER(${created})*(${created}>=${from})*(${created}<${to}+1)`;
  return `SUMPRODUCT(${cohort}*((${signs.join("+")}+({Leads.status}="Customer"))>0))`;
}
