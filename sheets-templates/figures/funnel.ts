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
export function cameInto(stage: Exclude<FunnelStage, "won">, from: string, to: string): string {
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
