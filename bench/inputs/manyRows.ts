import type { FunctionDefinition } from "../../src/functions/definition.js";
import type { Parameter } from "../../src/functions/parameters.js";
import { readFormula } from "../../tests/functions/readFormula.js";
import { between, type Draw, dayAt, dayOrBlank, dayWithin, drawn, oneOf, whole } from "./draw.js";
import {
  COMPANIES,
  CONTACTS,
  type Columns,
  CUSTOMERS,
  DEALS,
  LEAD_SIGNALS,
  LEADS,
  SNAPSHOTS,
  SUBSCRIPTIONS,
  TOUCHES,
} from "./tables.js";

/**
 * Arguments of so many rows for any function of the catalogue. A list is drawn by its name or by the kind its
 * parameter declares; only tables that are read by their headings, and functions whose rows hang together, are told
 * one by one.
 */

type Given = (rows: number) => unknown;

const column =
  (draw: Draw): Given =>
  (rows) =>
    Array.from({ length: rows }, (_, row) => [draw(row, rows)]);

function gridOf(columns: Columns): Given {
  const draws = Object.values(columns);
  return (rows) => Array.from({ length: rows }, (_, row): unknown[] => draws.map((draw) => draw(row, rows)));
}

const table = (columns: Columns, before = "", after = "") => ({
  [`${before}headings${after}`]: () => [Object.keys(columns)],
  [`${before}rows${after}`]: gridOf(columns),
});

const value =
  (given: unknown): Given =>
  () =>
    given;
const list = (...given: unknown[]): Given => value(given.map((one) => [one]));

const STAGES = ["Discovery", "Demo", "Proposal", "Negotiation"];
const AS_OF = dayAt("2026-01-01", 0);

/** Four steps a deal, one after the other. */
const STEPS: Record<string, Given> = {
  deals: column((row) => `D${Math.floor(row / 4)}`),
  stages: column((row) => STAGES[row % 4]),
  entered: column((row) => dayAt("2024-02-01", Math.floor(drawn(row >> 2, 1) * 500) + (row % 4) * 20)),
  stage_order: list(...STAGES),
};

const TERRITORY: Record<string, Given> = {
  accounts: column((row) => `Account ${row}`),
  owners: column(oneOf(2, "Ada", "Ben", "Cy", "Dee", "Eve", "Finn")),
  reps: list("Ada", "Ben", "Cy", "Dee", "Eve", "Finn"),
  effort: column(between(3, 0, 1)),
};

/** By function, then by parameter: what its name and kind do not say. */
const OWN: Readonly<Record<string, Readonly<Record<string, Given>>>> = {
  REVOPS_DEAL_RISK: table(DEALS),
  REVOPS_PIPELINE_CHANGES: {
    ...table(SNAPSHOTS),
    from: value(dayAt("2026-01-02", 0)),
    to: value(dayAt("2026-01-09", 0)),
  },
  REVOPS_PIPELINE_COMPARE: {
    ...table(DEALS, "", "_before"),
    ...table({ ...DEALS, Amount: whole(4, 1_000, 2_000) }, "", "_after"),
    before_date: value(AS_OF),
  },
  REVOPS_STAGE_CONVERSION: STEPS,
  REVOPS_TIME_IN_STAGE: { ...STEPS, as_of: value(AS_OF) },
  REVOPS_STAGE_PROBABILITIES: { ...STEPS, outcomes: column((row) => ["Won", "Lost", "Won"][(row >> 2) % 3]) },
  REVOPS_MEDDPICC: {
    scores: gridOf(
      Object.fromEntries(STAGES.concat(STAGES.map((s) => `${s} 2`)).map((s, at) => [s, whole(at, 0, 2)])),
    ),
  },
  REVOPS_BANT: {
    answers: gridOf({
      B: oneOf(5, true, false),
      A: oneOf(6, true, false),
      N: oneOf(7, true, false),
      T: oneOf(8, true, false),
    }),
  },
  REVOPS_FORECAST_SKILL: {
    forecasters: column((row, rows) => `Forecaster ${row % Math.max(1, Math.round(rows / 100))}`),
    periods: column(
      (row, rows) => new Date(Date.UTC(2010, Math.floor(row / Math.max(1, Math.round(rows / 100))), 1)),
    ),
    actual: column((row, rows) => 1000 + Math.floor(row / Math.max(1, Math.round(rows / 100))) * 7),
  },
  REVOPS_FORECAST_WEIGHTED: { stage_names: list(...STAGES), stage_probabilities: list(0.1, 0.3, 0.5, 0.8) },
  REVOPS_FORECAST_RANGE: { levels: list(0.1, 0.5, 0.9) },
  REVOPS_FORECAST_HISTORICAL: { average_deal_size: value(30_000) },
  REVOPS_MASE: { season: value(12) },
  REVOPS_DEFINITIONS: { metric: value("win rate"), ...table(DEALS) },
  LEAD_SCORE: table(LEAD_SIGNALS),
  LEAD_SCORE_BREAKDOWN: table(LEAD_SIGNALS),
  LEAD_ROUTE: {
    ...table(LEADS),
    reps: value([
      ["Enterprise", "Ada"],
      ["Enterprise", "Ben"],
      ["MM", "Cy"],
      ["SMB", "Dee"],
    ]),
  },
  LEAD_MATCH_ACCOUNT: { ...table(LEADS, "lead_"), ...table(COMPANIES, "account_") },
  REVOPS_SLA_STATUS: {
    start: column((row) => new Date(Date.UTC(2025, 0, 1) + Math.floor(drawn(row, 9) * 3e10))),
    sla_hours: value(4),
    done: column(
      (row) => new Date(Date.UTC(2025, 0, 1) + Math.floor(drawn(row, 9) * 3e10 + drawn(row, 10) * 1e8)),
    ),
    as_of: value(dayAt("2026-06-01", 0)),
    calendar: value("business"),
  },
  REVOPS_EXPANSION_SIGNALS: table(CUSTOMERS),
  REVOPS_ATTRIBUTION: table(TOUCHES),
  REVOPS_ATTRIBUTION_COMPARE: table(TOUCHES),
  REVOPS_DUPLICATES: table(COMPANIES),
  REVOPS_COMPLETENESS: table(DEALS),
  REVOPS_HYGIENE: {
    ...table(DEALS, "deal_"),
    ...table(COMPANIES, "account_"),
    ...table(CONTACTS, "contact_"),
    ...table(LEADS, "lead_"),
    as_of: value(AS_OF),
  },
  REVOPS_HYGIENE_ROWS: { rule: value("duplicates"), ...table(COMPANIES) },
  LEAD_GRADE: { score: column(whole(13, -20, 100)), mql_from: value(50), hot_from: value(75) },
  REVOPS_GRADE: { metric: value("win rate"), value: column(between(11, 0, 1)) },
  REVOPS_PRODUCTIVE_CAPACITY: { from: value(AS_OF), to: value(dayAt("2026-12-31", 0)) },
  REVOPS_HIRING_PLAN: {
    // What the team there already can bring, and fifty million more to hire for.
    target: (rows) => rows * 800_000 * 0.7 + 50e6,
    quota: value(800_000),
    attainment: value(0.7),
    attrition: value(0.1),
    from: value(AS_OF),
    to: value(dayAt("2026-12-31", 0)),
    team: column(dayWithin(12, "2023-01-01", 900)),
  },
  REVOPS_PAYOUT_TIERS: {
    tiers: value([
      [0, 0.5],
      [0.5, 1],
      [1, 1.5],
    ]),
  },
  REVOPS_TERRITORY_SCORE: TERRITORY,
  REVOPS_TERRITORY_ASSIGN: TERRITORY,
  REVOPS_TERRITORY_BALANCE: TERRITORY,
  REVOPS_FORECAST_CATEGORY: { period_end: value(dayAt("2026-03-31", 0)) },
};

/** By the parameter's name: figures that go together, such as an opening ARR above its losses. */
const BY_NAME: Readonly<Record<string, Draw>> = {
  actual: whole(20, 100, 900),
  forecast: whole(21, 100, 900),
  beginning_arr: whole(22, 200_000, 900_000),
  contraction: whole(23, 0, 50_000),
  churn: whole(24, 0, 100_000),
  beginning_customers: whole(22, 200, 900),
  churned_customers: whole(24, 0, 100),
  new_customers: whole(25, 1, 90),
  cycle_days: whole(26, 10, 200),
  churn_rate: between(27, 0.01, 0.4),
  ltv: whole(28, 1_000, 90_000),
  cac: whole(29, 500, 30_000),
  closed: dayWithin(70, "2026-01-01", 300),
  created: dayWithin(71, "2024-02-01", 600),
  months_since_hire: whole(72, 1, 36),
  hire_dates: dayWithin(73, "2023-01-01", 1_400),
  leave_dates: dayOrBlank(74, 0.2, "2027-01-01", 300),
  ramped_aes: whole(75, 1, 60),
  deals: (row) => `Deal ${row}`,
  reasons: oneOf(76, "Price", "No decision", "Competitor", "Timing"),
  by: oneOf(77, ...Array.from({ length: 40 }, (_, rep) => `Rep ${rep}`)),
  stages: oneOf(78, ...STAGES),
  already_won: () => 0,
  target: whole(22, 200_000, 900_000),
  fit_points: whole(24, 0, 40),
  buffer: () => 1.15,
  profile: () => "A",
  of: () => "ARR",
  show: () => "tier",
  rounding: () => "exact",
  accelerator: () => 1.5,
  multiple: () => 3,
  attainment: between(79, 0.2, 1),
  customers: SUBSCRIPTIONS.Account,
  starts: SUBSCRIPTIONS.Starts,
  ends: SUBSCRIPTIONS.Ends,
};

const DATES: Readonly<Record<string, Date>> = {
  as_of: AS_OF,
  opening_date: dayAt("2025-01-01", 0),
  closing_date: dayAt("2025-12-31", 0),
};

/** Parameters of one kind differ in their figures, as columns do. */
const saltOf = (name: string): number =>
  [...name].reduce((salt, letter) => salt * 31 + letter.charCodeAt(0), 7);

function drawFor({ name, kind }: Parameter): Draw | undefined {
  const own = BY_NAME[name];
  if (own) return own;
  const salt = saltOf(name);
  if (kind === "share") return between(salt, 0.01, 0.99);
  if (kind === "date") return dayWithin(salt, "2024-06-01", 800);
  if (kind === "outcome") return oneOf(salt, "Won", "Lost", "Open");
  if (kind === "TRUE or FALSE") return oneOf(salt, true, false);
  if (kind === "count") return whole(salt, 0, 100);
  if (kind === "days") return whole(salt, 0, 90);
  if (kind === "multiple") return between(salt, 0, 2);
  if (kind === "money" || kind === "number") return whole(salt, 1, 90_000);
  return undefined;
}

/** Functions whose rows are a handful by nature: a rubric, a plan, one benchmark. Their published example is called. */
export const SMALL_BY_NATURE: ReadonlySet<string> = new Set([
  "REVOPS_VELOCITY_LEVERS",
  "REVOPS_PIPELINE_HEALTH",
  "REVOPS_BENCHMARK",
  "REVOPS_EXPLAIN",
  "REVOPS_FUNNEL",
  "REVOPS_FUNNEL_REQUIRED",
  "REVOPS_MATURITY",
  "REVOPS_RUBRIC",
  "REVOPS_PLAN",
  "REVOPS_SCENARIOS",
  "REVOPS_COMP_CHECK",
]);

export function argumentsFor(definition: FunctionDefinition, rows: number): unknown[] {
  const { name, parameters, examples } = definition;
  if (SMALL_BY_NATURE.has(name)) return [...readFormula(examples[0]?.formula ?? "").args];
  return parameters.map((parameter) => {
    const own = OWN[name]?.[parameter.name];
    if (own) return own(rows);
    const draw = drawFor(parameter);
    const { shape, optional } = parameter;
    if ((shape === "column" || shape === "each") && draw) return column(draw)(rows);
    if (shape === "one" && DATES[parameter.name] && !optional) return DATES[parameter.name];
    if (optional) return "";
    throw new Error(`${name}: nothing says what ${parameter.name} looks like on many rows.`);
  });
}
