import { between, drawn, whole } from "../../bench/inputs/draw.js";

/**
 * What a spreadsheet can compute with formulas of its own, written from each definition without a look at our code.
 * The data stand on the sheet Data in the columns below, in rows 2 to 201; some cells are blank.
 */

const ROWS = 200;
export const LAST_ROW = ROWS + 1;

type Cell = number | string;
const amount = whole(1, 100, 90_000);
const OUTCOMES = ["Won", "Lost", "Open"] as const;
const sometimesBlank =
  (salt: number, value: (row: number) => Cell): ((row: number) => Cell) =>
  (row) =>
    drawn(row, salt + 500) < 0.1 ? "" : value(row);
const figure =
  (salt: number, from: number, to: number) =>
  (row: number): number =>
    whole(salt, from, to)(row, ROWS) as number;
const fraction = (salt: number) => (row: number) => between(salt, 0.02, 0.95)(row, ROWS) as number;

/** Column letters by what stands in them. */
export const DATA = {
  A: { heading: "Actual", value: sometimesBlank(1, figure(2, 50, 900)) },
  B: { heading: "Forecast", value: sometimesBlank(3, figure(4, 50, 900)) },
  C: { heading: "Amount", value: (row: number) => amount(row, ROWS) as number },
  D: { heading: "Probability", value: fraction(5) },
  E: { heading: "Outcome", value: (row: number) => OUTCOMES[Math.floor(drawn(row, 6) * 3)] as string },
  F: { heading: "Created", value: figure(7, 45_000, 45_400) },
  G: { heading: "Closed", value: figure(8, 45_400, 45_700) },
  H: { heading: "Opening ARR", value: figure(9, 200_000, 900_000) },
  I: { heading: "Expansion", value: figure(10, 0, 90_000) },
  J: { heading: "Contraction", value: figure(11, 0, 60_000) },
  K: { heading: "Churn", value: figure(12, 0, 60_000) },
  L: { heading: "Count", value: figure(13, 1, 80) },
  M: { heading: "Days", value: figure(14, 10, 200) },
  N: { heading: "Ends", value: sometimesBlank(15, figure(16, 45_500, 46_500)) },
} as const satisfies Record<string, { heading: string; value: (row: number) => Cell }>;
export type Letter = keyof typeof DATA;

export const AS_OF = 45_600;

export interface Native {
  readonly name: string;
  /** The arguments of our function: a column of Data, or a value. */
  readonly args: readonly (Cell | { readonly column: Letter })[];
  /** The native formula; `{A}` is column A's data, `{A1}` in a formula by row its cell in that row. */
  readonly formula: string;
  /** One formula a row, or one for all. */
  readonly by?: "row";
}

const [A, B, C, D, E, F, G, H, I, J, K, L, M, N] = [
  { column: "A" },
  { column: "B" },
  { column: "C" },
  { column: "D" },
  { column: "E" },
  { column: "F" },
  { column: "G" },
  { column: "H" },
  { column: "I" },
  { column: "J" },
  { column: "K" },
  { column: "L" },
  { column: "M" },
  { column: "N" },
] as const;

const BOTH = '({A}<>"")*({B}<>"")';

export const NATIVE: readonly Native[] = [
  {
    name: "REVOPS_MAPE",
    args: [A, B],
    formula: `SUMPRODUCT(IFERROR(${BOTH}*ABS({A}-{B})/ABS({A}),0))/SUMPRODUCT(${BOTH})`,
  },
  {
    name: "REVOPS_WAPE",
    args: [A, B],
    formula: `SUMPRODUCT(${BOTH}*ABS({A}-{B}))/SUMPRODUCT(${BOTH}*ABS({A}))`,
  },
  {
    name: "REVOPS_FORECAST_BIAS",
    args: [A, B],
    formula: `SUMPRODUCT(${BOTH}*({B}-{A}))/SUMPRODUCT(${BOTH}*ABS({A}))`,
  },
  { name: "REVOPS_WEIGHTED_PIPELINE", args: [C, D], formula: "SUMPRODUCT({C},{D})" },
  { name: "REVOPS_WEIGHTED_PIPELINE", args: [C, D, E], formula: 'SUMPRODUCT(({E}="Open")*{C}*{D})' },
  {
    name: "REVOPS_WIN_RATE",
    args: [E],
    formula: 'COUNTIFS({E},"Won")/(COUNTIFS({E},"Won")+COUNTIFS({E},"Lost"))',
  },
  {
    name: "REVOPS_WIN_RATE",
    args: [E, "amount", C],
    formula: 'SUMIFS({C},{E},"Won")/(SUMIFS({C},{E},"Won")+SUMIFS({C},{E},"Lost"))',
  },
  {
    name: "REVOPS_SALES_CYCLE",
    args: [F, G, E, "mean"],
    formula: 'SUMPRODUCT(({E}="Won")*({G}-{F}))/COUNTIFS({E},"Won")',
  },
  {
    // The middle one of the won deals: as many days are at most it as are at least it.
    name: "REVOPS_SALES_CYCLE",
    args: [F, G, E, "median"],
    formula:
      '(SUMPRODUCT(SMALL(({E}="Won")*({G}-{F})+({E}<>"Won")*1000000,INT((COUNTIFS({E},"Won")+1)/2)))+SUMPRODUCT(SMALL(({E}="Won")*({G}-{F})+({E}<>"Won")*1000000,INT((COUNTIFS({E},"Won")+2)/2))))/2',
  },
  {
    name: "REVOPS_AGED_PIPELINE",
    args: [C, G, AS_OF],
    formula: `SUMPRODUCT({C}*(1-0.5*(${AS_OF}-{G}>=30)-0.25*(${AS_OF}-{G}>=60)))`,
  },
  {
    name: "REVOPS_ARR",
    args: [{ column: "L" }, C, F, N, AS_OF],
    formula: `SUMIFS({C},{F},"<=${AS_OF}",{N},">=${AS_OF}")+SUMPRODUCT(({F}<=${AS_OF})*({N}="")*{C})`,
  },
  { name: "REVOPS_VELOCITY", by: "row", args: [L, D, C, M], formula: "{L1}*{D1}*{C1}/{M1}" },
  { name: "REVOPS_COVERAGE", by: "row", args: [C, H], formula: "{C1}/{H1}" },
  { name: "REVOPS_REQUIRED_PIPELINE", by: "row", args: [C, D, 3], formula: "{C1}/{D1}*3" },
  { name: "REVOPS_NRR", by: "row", args: [H, I, J, K], formula: "({H1}+{I1}-{J1}-{K1})/{H1}" },
  { name: "REVOPS_GRR", by: "row", args: [H, J, K], formula: "({H1}-{J1}-{K1})/{H1}" },
  { name: "REVOPS_LOGO_RETENTION", by: "row", args: [M, 9], formula: "1-9/{M1}" },
  { name: "REVOPS_CAC", by: "row", args: [C, L], formula: "{C1}/{L1}" },
  { name: "REVOPS_LTV", by: "row", args: [C, 0.8, D], formula: "{C1}*0.8/{D1}" },
  { name: "REVOPS_LTV_CAC", by: "row", args: [H, C], formula: "{H1}/{C1}" },
  { name: "REVOPS_CAC_PAYBACK", by: "row", args: [C, L, D], formula: "{C1}/({L1}*{D1})" },
  { name: "REVOPS_MAGIC_NUMBER", by: "row", args: [I, C], formula: "{I1}/{C1}" },
  { name: "REVOPS_BURN_MULTIPLE", by: "row", args: [C, H], formula: "{C1}/{H1}" },
  { name: "REVOPS_CAPACITY", by: "row", args: [H, C, D], formula: "{H1}/({C1}*{D1})" },
  { name: "REVOPS_QUOTA", by: "row", args: [H, L], formula: "{H1}/{L1}*1.15" },
  {
    name: "REVOPS_FORECAST_ACCURACY",
    by: "row",
    args: [C, G],
    formula: "MIN({C1},{G1})/MAX({C1},{G1})",
  },
];

const WORDS = "answers in words or with a verdict: there is no figure to compare";
const TABLE = "a table over groups or stages that come out of the data: no single native formula says it";
const ALGORITHM = "an algorithm (search, chain, distribution), which native formulas do not express";
const PLAN = "a calculation over months or drivers, step by step: a workbook of formulas, not one";

/** Every other function of the catalogue, with the reason why it is not compared here. */
export const NOT_COMPARED: Readonly<Record<string, string>> = {
  REVOPS_STALE_DEALS: TABLE,
  REVOPS_LOSS_REASONS: TABLE,
  REVOPS_DEAL_RISK: WORDS,
  REVOPS_BREAKDOWN: TABLE,
  REVOPS_VELOCITY_LEVERS: PLAN,
  REVOPS_PIPELINE_HEALTH: WORDS,
  REVOPS_STAGE_CONVERSION: TABLE,
  REVOPS_TIME_IN_STAGE: TABLE,
  REVOPS_MEDDPICC: WORDS,
  REVOPS_BANT: WORDS,
  REVOPS_PIPELINE_CHANGES: TABLE,
  REVOPS_PIPELINE_COMPARE: TABLE,
  REVOPS_FORECAST_CATEGORY: WORDS,
  REVOPS_FORECAST_BOTTOMS_UP: "weights of its own that only its source defines; its examples are from there",
  REVOPS_MASE:
    "its scale runs over the filled actuals one after the other: blanks in between need a helper column",
  REVOPS_FORECAST_SKILL: TABLE,
  REVOPS_FORECAST_WEIGHTED: TABLE,
  REVOPS_FORECAST_HISTORICAL: TABLE,
  REVOPS_FORECAST_RANGE: ALGORITHM,
  REVOPS_STAGE_PROBABILITIES: TABLE,
  REVOPS_ARR_BRIDGE: TABLE,
  REVOPS_RETENTION: "compares each customer on two days: a helper table a customer, not one formula",
  REVOPS_COHORTS: TABLE,
  REVOPS_ACV_TIER: WORDS,
  REVOPS_GRADE: WORDS,
  REVOPS_BENCHMARK: WORDS,
  REVOPS_EXPLAIN: WORDS,
  REVOPS_DEFINITIONS: TABLE,
  REVOPS_FUNNEL: TABLE,
  REVOPS_FUNNEL_REQUIRED: PLAN,
  LEAD_SCORE:
    "the model is data with decay and caps; its arithmetic is checked against a loop by hand in the bench",
  LEAD_SCORE_BREAKDOWN: TABLE,
  LEAD_GRADE: WORDS,
  LEAD_ROUTE: WORDS,
  LEAD_MATCH_ACCOUNT: ALGORITHM,
  REVOPS_SLA_STATUS: WORDS,
  REVOPS_PQL: WORDS,
  REVOPS_EXPANSION_SIGNALS: WORDS,
  REVOPS_ATTRIBUTION: ALGORITHM,
  REVOPS_ATTRIBUTION_COMPARE: ALGORITHM,
  REVOPS_ATTRIBUTION_RECOMMEND: WORDS,
  REVOPS_DUPLICATES: ALGORITHM,
  REVOPS_COMPLETENESS: TABLE,
  REVOPS_HYGIENE: TABLE,
  REVOPS_HYGIENE_ROWS: TABLE,
  REVOPS_MATURITY: WORDS,
  REVOPS_RUBRIC: WORDS,
  REVOPS_RAMP: PLAN,
  REVOPS_PRODUCTIVE_CAPACITY: PLAN,
  REVOPS_HIRING_PLAN: PLAN,
  REVOPS_PLAN: PLAN,
  REVOPS_SCENARIOS: PLAN,
  REVOPS_PAYOUT: "rules by band with claw-back: cases, which its own tests go through",
  REVOPS_PAYOUT_TIERS: "rules by band with claw-back: cases, which its own tests go through",
  REVOPS_COMP_CHECK: WORDS,
  REVOPS_TERRITORY_SCORE:
    "factors scaled over the whole list, four columns deep: a helper table, not one formula",
  REVOPS_TERRITORY_ASSIGN: ALGORITHM,
  REVOPS_TERRITORY_BALANCE: TABLE,
};
