import { refuse } from "../refusal/refusal.js";

/** What a revenue plan knows, after RevOps Engine playbook, phase 11. Undefined where a cell is blank. */
export const PLAN_INPUTS = {
  newBusiness: "New business",
  arrTarget: "ARR target",
  openingArr: "Opening ARR",
  churnRate: "Gross churn rate",
  expansion: "Expansion",
  expansionRate: "Expansion rate",
  dealSize: "Average new deal size",
  winRate: "New win rate",
  cycleDays: "Sales cycle days",
  sqlToOpp: "SQL to opportunity",
  mqlToSql: "MQL to SQL",
  expansionDealSize: "Average expansion deal size",
  expansionWinRate: "Expansion win rate",
  rampedAes: "Ramped AEs",
  quota: "Quota per AE",
  attainment: "Expected attainment",
} as const;

export type PlanInput = keyof typeof PLAN_INPUTS;
export type PlanInputs = { readonly [K in PlanInput]?: number };

/** Other names under which people, and the playbook's own template, write the same thing. */
const ALSO: ReadonlyMap<string, PlanInput> = new Map<string, PlanInput>(
  Object.entries({
    newbusinessarr: "newBusiness",
    totalarrtarget: "arrTarget",
    beginningarr: "openingArr",
    churnrate: "churnRate",
    grosschurn: "churnRate",
    expansionarr: "expansion",
    averagedealsize: "dealSize",
    winrate: "winRate",
    salescycle: "cycleDays",
    averagesalescycle: "cycleDays",
    averagesalescyclenew: "cycleDays",
    sqltoopp: "sqlToOpp",
    sqltoopprate: "sqlToOpp",
    mqltosqlrate: "mqlToSql",
    aesatfullramp: "rampedAes",
    attainment: "attainment",
  }),
);

const bare = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z]+/g, "")
    .replace(/^avg/, "average");

/** The input that a label names, or undefined where it names none. */
export function planInput(label: string): PlanInput | undefined {
  const key = bare(label);
  const own = (Object.keys(PLAN_INPUTS) as PlanInput[]).find((input) => bare(PLAN_INPUTS[input]) === key);
  return own ?? ALSO.get(key);
}

/** Refuses figures that no plan can be made of, by the name of the input. */
export function checkedInputs(inputs: PlanInputs): PlanInputs {
  const above = ["dealSize", "winRate", "cycleDays", "sqlToOpp", "mqlToSql"] as const;
  const more = ["expansionDealSize", "expansionWinRate", "rampedAes", "quota", "attainment"] as const;
  for (const input of [...above, ...more]) {
    if ((inputs[input] ?? 1) <= 0) {
      refuse(
        "inputs",
        `gives ${inputs[input]} as ${PLAN_INPUTS[input]}; give a figure above 0, or leave it blank.`,
      );
    }
  }
  for (const input of ["dealSize", "winRate"] as const) {
    if (inputs[input] === undefined) refuse("inputs", `lacks ${PLAN_INPUTS[input]}; add a row with it.`);
  }
  return inputs;
}
