import { FORECAST_ERROR_RULES, type ForecastPair } from "../../core/definitions/forecastErrorRules.js";
import { NET_RETENTION_RULES } from "../../core/definitions/netRetentionRules.js";
import { type Compared, sideBySide } from "../../core/definitions/sideBySide.js";
import {
  type DecidedDeal,
  isBounded,
  type Stretch,
  winRateRules,
  within,
} from "../../core/definitions/winRateRules.js";
import { Refusal, refuse } from "../../core/refusal/refusal.js";
import { customerMovements } from "../../core/retention/arrBridge.js";
import { customersOf } from "../../core/retention/subscriptions.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, tabular } from "../definition.js";
import { choice, date, headings, money, one, optional, outcome, table, text } from "../parameters.js";
import { isoTextOfSerial } from "../serial.js";
import { DEAL_HEADINGS } from "./dealRows.js";
import { HISTORY_HEADINGS } from "./historyRows.js";
import { type FieldNames, fieldReader, isBlankRow, listed, type Row } from "./rowsByHeading.js";

export const METRICS = ["win rate", "NRR", "MAPE"] as const;

const DEALS = {
  name: DEAL_HEADINGS.name,
  id: DEAL_HEADINGS.id,
  outcome: HISTORY_HEADINGS.outcome,
  amount: HISTORY_HEADINGS.amount,
  created: DEAL_HEADINGS.created,
  closed: HISTORY_HEADINGS.closed,
  expectedClose: HISTORY_HEADINGS.expectedClose,
} satisfies FieldNames<string>;

const SUBSCRIPTIONS = {
  customer: ["Account", "Customer", "Company"],
  amount: ["Annual amount", "ARR", "Amount"],
  starts: ["Starts", "Start", "Start date"],
  ends: ["Ends", "End", "End date"],
  product: ["Product"],
} satisfies FieldNames<string>;

const FORECASTS = {
  period: ["Period", "Month", "Quarter"],
  forecaster: ["Forecaster"],
  forecast: ["Forecast"],
  actual: ["Actual"],
} satisfies FieldNames<string>;

const [word, day, amountOf, outcomeOf] = [text("", ""), date("", ""), money("", ""), outcome("", "")];

interface Comparison {
  readonly compared: readonly Compared<{ readonly label: string }>[];
  /** Rows that no rule could count, with the reason. */
  readonly leftOut: readonly { readonly why: string; readonly labels: readonly string[] }[];
}

function winRates(names: readonly string[], rows: readonly Row[], period: Stretch): Comparison {
  const { has, read } = fieldReader(names, DEALS);
  if (!has("outcome")) refuse("headings", "hold no Outcome; name the column that says Open, Won or Lost.");
  const deals = rows.flatMap((row, at): DecidedDeal[] => {
    if (isBlankRow(row)) return [];
    const line = at + 1;
    return [
      {
        label: read(word, "name", row, line) ?? read(word, "id", row, line) ?? `row ${line}`,
        outcome: read(outcomeOf, "outcome", row, line) ?? "Open",
        amount: read(amountOf, "amount", row, line) ?? null,
        created: read(day, "created", row, line) ?? null,
        expectedClose: read(day, "expectedClose", row, line) ?? null,
        closed: read(day, "closed", row, line) ?? null,
      },
    ];
  });
  const undated = isBounded(period)
    ? deals.filter((deal) => deal.outcome !== "Open" && deal.closed === null && !within(period, deal.created))
    : [];
  return {
    compared: sideBySide(winRateRules(period), deals),
    leftOut: [{ why: "Decided, but without a closing date", labels: undated.map(({ label }) => label) }],
  };
}

/** The customers of a table's columns; what is wrong with a column is said of the table's row, under its heading. */
function subscribersOf(lines: readonly number[], ...columns: Parameters<typeof customersOf>) {
  try {
    return customersOf(...columns);
  } catch (error) {
    if (!(error instanceof Refusal) || error.row === undefined) throw error;
    const field = error.argument === "amounts" ? "amount" : error.argument === "ends" ? "ends" : "starts";
    // There is no end_day to set here: Ends is the last day.
    const problem = error.problem.replace('set end_day to "excluded"', "end it the day before");
    return refuse("rows", `under ${SUBSCRIPTIONS[field][0]} ${problem}`, lines[error.row - 1]);
  }
}

function netRetentions(names: readonly string[], rows: readonly Row[], { from, to }: Stretch): Comparison {
  if (from === undefined) refuse("from", "is missing; give the opening date that NRR starts from.");
  if (to === undefined) refuse("to", "is missing; give the closing date that NRR ends on.");
  const { has, read } = fieldReader(names, SUBSCRIPTIONS);
  for (const field of ["customer", "amount", "starts"] as const) {
    if (!has(field)) {
      refuse("headings", `hold no ${SUBSCRIPTIONS[field][0]}; give the heading row of Subscriptions.`);
    }
  }
  const filled = rows.map((row, at) => ({ row, line: at + 1 })).filter(({ row }) => !isBlankRow(row));
  const given = <T>(value: T | null | undefined, field: keyof typeof SUBSCRIPTIONS, line: number): T =>
    value ?? refuse("rows", `under ${SUBSCRIPTIONS[field][0]} is blank; fill it in.`, line);
  if (Math.floor(to) < Math.floor(from)) refuse("to", "lies before from; swap the two.");
  const customers = subscribersOf(
    filled.map(({ line }) => line),
    filled.map(({ row, line }) => given(read(word, "customer", row, line), "customer", line)),
    filled.map(({ row, line }) => given(read(amountOf, "amount", row, line), "amount", line)),
    filled.map(({ row, line }) => given(read(day, "starts", row, line), "starts", line)),
    filled.map(({ row, line }) => read(day, "ends", row, line) ?? null),
    "included",
    has("product") ? filled.map(({ row, line }) => read(word, "product", row, line) ?? null) : undefined,
  );
  const moved = customerMovements(customers, from, to).map((each) => ({ ...each, label: each.name }));
  return { compared: sideBySide(NET_RETENTION_RULES, moved) as Comparison["compared"], leftOut: [] };
}

function forecastErrors(names: readonly string[], rows: readonly Row[], period: Stretch): Comparison {
  const { has, read } = fieldReader(names, FORECASTS);
  for (const field of ["actual", "forecast"] as const) {
    if (!has(field)) refuse("headings", `hold no ${FORECASTS[field][0]}; give the row of headings.`);
  }
  const pairs: ForecastPair[] = [];
  const unfinished: string[] = [];
  const undated: string[] = [];
  rows.forEach((row, at) => {
    if (isBlankRow(row)) return;
    const line = at + 1;
    const start = read(day, "period", row, line) ?? null;
    const by = read(word, "forecaster", row, line) ?? "";
    const month = start === null ? "" : isoTextOfSerial(start);
    const label = [month, by].filter((part) => part !== "").join(" ") || `row ${line}`;
    const actual = read(amountOf, "actual", row, line) ?? null;
    const forecast = read(amountOf, "forecast", row, line) ?? null;
    if (start === null && isBounded(period)) undated.push(label);
    else if (!within(period, start)) return;
    else if (actual === null || forecast === null) unfinished.push(label);
    else pairs.push({ label, actual, forecast });
  });
  return {
    compared: sideBySide(FORECAST_ERROR_RULES, pairs),
    leftOut: [
      { why: "Forecast or actual is blank", labels: unfinished },
      { why: "No period to go by", labels: undated },
    ],
  };
}

const COMPARE = { "win rate": winRates, NRR: netRetentions, MAPE: forecastErrors };
/** How many rows are named; the largest influence comes first. */
const NAMED = 5;

const COLUMNS = ["Definition", "Value", "Counted", "Differ", "Why it differs", "How it counts"];

/** What the rules say of themselves; an answer of the examples repeats it. */
const toldBy = (rules: readonly { readonly countsSo: string }[]) => (at: number) => rules[at]?.countsSo ?? "";
const told = toldBy(winRateRules({ from: undefined, to: undefined }));
const toldOfRetention = toldBy(NET_RETENTION_RULES);
const toldOfErrors = toldBy(FORECAST_ERROR_RULES);

export const DEFINITIONS: readonly FunctionDefinition[] = [
  tabular({
    name: "REVOPS_DEFINITIONS",
    family: "definitions",
    summary:
      "Win rate, NRR or MAPE under the rules that tools and teams use, side by side on your own rows, with the rows that make the difference.",
    formula: "sum over the rows a rule counts ÷ another sum over them, rule by rule",
    parameters: [
      one(choice("metric", "win rate, NRR or MAPE.", METRICS)),
      headings("headings", "The row of headings, such as Opportunities_headings."),
      table("rows", "The rows below: deals, subscriptions or forecasts beside actuals."),
      optional(one(date("from", "First day of the period; for NRR the opening date."))),
      optional(one(date("to", "Last day of the period; for NRR the closing date."))),
    ],
    columns: COLUMNS,
    result:
      "A row a rule, ours first: Definition, Value, Counted, Differ, Why it differs, How it counts; values as fractions.",
    notes: [
      "Differ is how many rows (for NRR: customers) a rule counts otherwise than the first one does: not at all, besides, or with another weight or error. Up to five are named, those that move the figure most first.",
      "A rule that these rows cannot bear has no value; Why it differs then says what is in the way. Rows that no rule can count stand in a last row, Left out.",
      "A rule bears the name of a tool only where that tool's public documentation describes it. Rates of the same name may still differ by what each tool filters before.",
      "Deals are read under Deal, Outcome, Amount, Created, Closed and Expected close; subscriptions under Account, Annual amount, Starts, Ends (the last day) and Product; forecasts under Period, Forecaster, Forecast and Actual.",
    ],
    source:
      "RevOps Engine playbook, phases 5 and 8; Revenue Operations guide, section 2; Salesforce Help 000387867; Pipeline CRM help, Win Ratio; Zoho Motivator help, Pipeline Stages; Varicent Lift guide, Created Win Rate; ChartMogul help, Net MRR Churn Rate; sktime reference, MeanAbsolutePercentageError; Amazon Forecast, ErrorMetric",
    synonyms: [
      "definitions side by side",
      "why do our numbers differ",
      "which win rate is right",
      "compare definitions",
      "CRM shows another win rate",
      "sMAPE",
      "reconcile",
    ],
    examples: [
      {
        formula:
          '=REVOPS_DEFINITIONS("MAPE", {"Period","Forecast","Actual"}, {DATE(2026,1,1),250,230;DATE(2026,2,1),280,310;DATE(2026,3,1),300,275})',
        answer: [
          COLUMNS,
          ["MAPE", (20 / 230 + 30 / 310 + 25 / 275) / 3, 3, 0, "", toldOfErrors(0)],
          ["WAPE", 75 / 815, 3, 3, "2026-02-01, 2026-01-01, 2026-03-01", toldOfErrors(1)],
          [
            "sMAPE",
            (20 / 240 + 30 / 295 + 25 / 287.5) / 3,
            3,
            3,
            "2026-02-01, 2026-03-01, 2026-01-01",
            toldOfErrors(2),
          ],
          [
            "Against the forecast",
            (20 / 250 + 30 / 280 + 25 / 300) / 3,
            3,
            3,
            "2026-02-01, 2026-03-01, 2026-01-01",
            toldOfErrors(3),
          ],
          [
            "1 − smaller ÷ larger",
            (0.08 + 30 / 310 + 25 / 300) / 3,
            3,
            2,
            "2026-03-01, 2026-01-01",
            toldOfErrors(4),
          ],
        ],
        from: "Revenue Operations guide, section 2: its three months, 92%, 90% and 92% accurate",
      },
      {
        formula:
          '=REVOPS_DEFINITIONS("win rate", {"Deal","Outcome","Amount","Created","Closed","Expected close"}, {"Ash","Won",30000,DATE(2026,1,5),DATE(2026,2,10),DATE(2026,2,10);"Birch","Lost",50000,DATE(2026,1,12),DATE(2026,3,2),DATE(2026,3,2);"Cedar","Won",20000,DATE(2025,11,3),DATE(2026,1,20),DATE(2026,1,20);"Dogwood","Open",10000,DATE(2026,2,1),"",DATE(2026,3,15)}, DATE(2026,1,1), DATE(2026,3,31))',
        answer: [
          COLUMNS,
          ["By count", 2 / 3, 3, 0, "", told(0)],
          ["By amount", 0.5, 3, 3, "Birch, Cedar, Ash", told(1)],
          ["Won ÷ all created", 1 / 3, 3, 2, "Dogwood, Cedar", told(2)],
          ["Created cohort", 0.5, 2, 1, "Cedar", told(3)],
          ["Won now ÷ created now", 2 / 3, 4, 2, "Cedar, Dogwood", told(4)],
          ["Overdue counts as lost", 0.5, 4, 1, "Dogwood", told(5)],
        ],
        from: "Salesforce Help 000387867, Varicent and Zoho Motivator: their formulas counted by hand over four deals",
      },
      {
        formula:
          '=REVOPS_DEFINITIONS("NRR", {"Account","Annual amount","Starts","Ends"}, {"Ash",40000,DATE(2025,1,1),DATE(2025,12,31);"Ash",55000,DATE(2026,1,1),"";"Birch",30000,DATE(2025,1,1),DATE(2025,12,31);"Birch",27000,DATE(2026,1,1),"";"Cedar",5000,DATE(2025,1,1),DATE(2025,12,31);"Elm",25000,DATE(2025,6,1),"";"Fir",9000,DATE(2026,2,1),""}, DATE(2025,12,31), DATE(2026,3,31))',
        answer: [
          COLUMNS,
          ["Opening customers", 1.07, 4, 0, "", toldOfRetention(0)],
          ["Returned as well", 1.07, 4, 0, "", toldOfRetention(1)],
          ["New and returned", 1.16, 5, 1, "Fir", toldOfRetention(2)],
          ["Only who stayed", 107 / 95, 3, 1, "Cedar", toldOfRetention(3)],
          ["Without upgrades", 0.92, 4, 1, "Ash", toldOfRetention(4)],
          ["By customers", 0.75, 4, 4, "Cedar, Ash, Birch, Elm", toldOfRetention(5)],
        ],
        from: "PitchKit glossary, net dollar retention: $100k, +15k, −3k, −5k gives 107%, here as four customers and a new one",
      },
    ],
    compute: (metric, names, rows, from, to): readonly (readonly Answer[])[] => {
      const { compared, leftOut } = COMPARE[metric](names, rows, { from, to });
      return [
        ...compared.map(({ definition, value, reason, counted, differs, countsSo }) => [
          definition,
          value ?? "",
          counted,
          differs.length,
          reason ??
            listed(
              differs.map(({ label }) => label),
              NAMED,
            ),
          countsSo,
        ]),
        ...leftOut
          .filter(({ labels }) => labels.length > 0)
          .map(({ why, labels }) => ["Left out", "", labels.length, "", listed(labels, NAMED), `${why}.`]),
      ];
    },
  }),
];
