import { forecastRange } from "../../core/forecast/forecastRange.js";
import { historicalForecast } from "../../core/forecast/historicalForecast.js";
import { stageForecast } from "../../core/forecast/stageForecast.js";
import { stageProbabilities } from "../../core/forecast/stageProbabilities.js";
import { counted } from "../../core/pipeline/counted.js";
import { refuse } from "../../core/refusal/refusal.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, figureOrTable, tabular } from "../definition.js";
import { choice, column, count, date, money, one, optional, outcome, share, text } from "../parameters.js";
import { amounts, closingRow, list, openOnly, orNull } from "./pipelineParameters.js";
import { unknownStageRows } from "./pipelineStages.js";

const TOTAL_OR_STAGES = ["total", "by stage"] as const;
const DEFAULT_LEVELS = [0.1, 0.5, 0.9];
const duePeriod = [
  optional(column(date("expected_close", "Day each deal is expected to close; needed with from or to."))),
  optional(one(date("from", "First day of the period; blank for no beginning."))),
  optional(one(date("to", "Last day of the period; blank for no end."))),
] as const;
/** Closing row for open deals that a period may or may not hold. */
const undatedRow = (width: number, undated: number) =>
  closingRow(width, `${counted(undated, "open deal has", "open deals have")} no expected close`);

export const FORECAST_MODELS: readonly FunctionDefinition[] = [
  figureOrTable({
    name: "REVOPS_FORECAST_WEIGHTED",
    family: "forecast",
    summary: "Forecast from the open deals of a period: each amount × the probability of the deal's stage.",
    formula: "sum of amount × probability of the stage",
    parameters: [
      amounts,
      column(text("stages", "Stage of each deal.")),
      list(text("stage_names", "The stages that have a probability, as on the Settings tab.")),
      list(share("stage_probabilities", "Chance of winning from each of them, in the same order.")),
      openOnly,
      ...duePeriod,
      optional(
        one(
          choice(
            "measure",
            "total (default), by stage for a table, left out for the number of deals it lacks.",
            [...TOTAL_OR_STAGES, "left out"],
          ),
        ),
        "total",
      ),
    ],
    filter: true,
    result: "Expected revenue; or rows Stage, Deals, Amount, Probability, Forecast; or a number of deals.",
    notes: [
      "Open deals without an amount, a stage or (where a period is asked for) an expected close are left out; the table and left out say how many.",
      "A deal in a stage without a probability is refused, never counted as 0.",
    ],
    source: "Revenue Operations guide, section 2 (weighted pipeline)",
    synonyms: ["stage forecast", "opportunity stage forecasting", "weighted forecast", "quarter forecast"],
    examples: [
      {
        formula:
          '=REVOPS_FORECAST_WEIGHTED({100;500}, {"Nurture";"Proposal"}, {"Nurture";"Proposal"}, {20%;45%}, , , , , "by stage")',
        answer: [
          ["Stage", "Deals", "Amount", "Probability", "Forecast"],
          ["Nurture", 1, 100, 0.2, 20],
          ["Proposal", 1, 500, 0.45, 225],
          ["Total", 2, 600, "", 245],
        ],
        from: "Lucidchart, opportunity stage forecasting: $100 at 20% is $20, $500 at 45% is $225",
      },
      {
        formula:
          '=REVOPS_FORECAST_WEIGHTED({3950;3060;1460;1340;1285;1190}, {"Negotiation";"Negotiation";"Negotiation";"Negotiation";"Negotiation";"Negotiation"}, {"Negotiation"}, {70%})',
        answer: 8599.5,
        from: "Freshworks CRM, weighted pipelines: 70% of $12,285, about $8,600",
      },
    ],
    compute: (sizes, at, names, chances, ended, due, from, to, measure) => {
      const result = stageForecast(sizes, at, names, orNull(chances), ended, due, from, to);
      const leftOut = result.incomplete + result.undated;
      if (measure === "left out") return leftOut;
      const deals = result.stages.reduce((sum, row) => sum + row.deals, 0);
      if (measure === "total") {
        if (deals === 0 && leftOut > 0) {
          refuse(
            "amounts",
            `belong to no deal that can be forecast (${leftOut} left out); fill in the blanks.`,
          );
        }
        return result.total;
      }
      const rows: Answer[][] = result.stages.map((row) => [
        row.stage,
        row.deals,
        row.amount,
        row.probability ?? "",
        row.forecast,
      ]);
      rows.push(["Total", deals, result.stages.reduce((sum, row) => sum + row.amount, 0), "", result.total]);
      if (result.incomplete > 0) {
        const said = counted(result.incomplete, "open deal lacks", "open deals lack");
        rows.push(closingRow(5, `${said} the amount or the stage`));
      }
      if (result.undated > 0) rows.push(undatedRow(5, result.undated));
      return { columns: ["Stage", "Deals", "Amount", "Probability", "Forecast"], rows };
    },
  }),
  figureOrTable({
    name: "REVOPS_FORECAST_HISTORICAL",
    family: "forecast",
    summary:
      "Expected revenue from what history says: deals in each stage × share that used to close × deal size.",
    formula: "sum of deals in the stage × stage-to-close rate × average deal size",
    parameters: [
      column(count("counts", "Deals now in each stage, one row a stage.")),
      column(
        share(
          "close_rates",
          "Share of deals that used to close from the stage, as REVOPS_STAGE_PROBABILITIES learns.",
        ),
      ),
      one(money("average_deal_size", "Average amount of a won deal.", { min: 0 })),
      optional(column(text("stages", "Name of each stage, for the table."))),
      optional(column(money("deal_sizes", "Average deal size of a stage, where it differs.", { min: 0 }))),
      optional(one(choice("measure", "total (default), or by stage for a table.", TOTAL_OR_STAGES)), "total"),
    ],
    result: "Expected revenue; or rows Stage, Deals, Close rate, Deal size, Expected revenue with a total.",
    source: "Revenue Operations guide, section 2 (historical conversion)",
    synonyms: ["historical conversion", "stage to close", "expected revenue"],
    examples: [
      {
        formula: '=REVOPS_FORECAST_HISTORICAL({50;20}, {10%;60%}, 1000, {"Demo";"Proposal"}, , "by stage")',
        answer: [
          ["Stage", "Deals", "Close rate", "Deal size", "Expected revenue"],
          ["Demo", 50, 0.1, 1000, 5000],
          ["Proposal", 20, 0.6, 1000, 12000],
          ["Total", 70, "", "", 17000],
        ],
        from: "Revenue Operations guide, section 2: count × rate × size; Forecastio, sales forecasting examples: 30 of 50 proposals closed, 60%",
      },
    ],
    compute: (counts, rates, size, names, sizes, measure) => {
      const stages = historicalForecast(counts, rates, size, sizes);
      const total = stages.reduce((sum, row) => sum + row.expected, 0);
      if (measure === "total") return total;
      const rows: Answer[][] = stages.map((row, index) => [
        names?.[index] ?? `Stage ${index + 1}`,
        row.deals,
        row.closeRate,
        row.dealSize,
        row.expected,
      ]);
      rows.push(["Total", stages.reduce((sum, row) => sum + row.deals, 0), "", "", total]);
      return { columns: ["Stage", "Deals", "Close rate", "Deal size", "Expected revenue"], rows };
    },
  }),
  tabular({
    name: "REVOPS_FORECAST_RANGE",
    family: "forecast",
    summary:
      "The range that open deals may bring, computed exactly and without random numbers: P10, P50, P90 or any levels, the mean, and the chance of a target.",
    formula: "distribution of the sum of independent deals, each its amount with its probability and else 0",
    parameters: [
      { ...amounts, read: money("", "", { min: 0 }).read },
      column(share("probabilities", "Chance of winning each deal, such as 60% or 0.6, one row a deal.")),
      openOnly,
      optional(
        list(share("levels", "Chances to give totals for; 10%, 50% and 90% where left out.")),
        DEFAULT_LEVELS,
      ),
      optional(one(money("target", "Amount whose chance of being reached is wanted."))),
      ...duePeriod,
    ],
    filter: true,
    columns: ["Figure", "Value", "Error at most"],
    result:
      "Rows P10 … with amounts, Mean, Chance of target (a fraction), Grid step; each with its largest error.",
    notes: [
      "P10: there is a 10% chance that the deals bring this much or less. P90 is the high figure.",
      "Few deals, deals at 0% or 100%, and amounts that are multiples of one step are exact. Else amounts are rounded to the grid step shown, and the error says what that can do.",
      "Deals are taken as independent: where one cause can sink many, the true range is wider. A closing row counts deals left out.",
    ],
    source:
      "RevOps Engine playbook, phase 11 (scenarios with their confidence); Hoeffding (1963) for the bound of the error",
    synonyms: ["P10", "P90", "Monte Carlo", "confidence interval", "best case worst case", "simulation"],
    examples: [
      {
        formula: "=REVOPS_FORECAST_RANGE({1;1;1}, {10%;20%;20%}, , {57.6%;92.8%;99.6%}, 2)",
        answer: [
          ["Figure", "Value", "Error at most"],
          ["P57.6", 0, 0],
          ["P92.8", 1, 0],
          ["P99.6", 2, 0],
          ["Mean", 0.5, 0],
          ["Chance of target", 0.072, 0],
          ["Grid step", "none: exact", ""],
        ],
        from: "fast-poibin, documentation: probabilities 0.1, 0.2, 0.2 give the cdf 0.576, 0.928, 0.996, 1",
      },
    ],
    compute: (sizes, chances, ended, levels, target, due, from, to) => {
      const range = forecastRange(sizes, chances, ended, due, from, to);
      const wanted = levels.filter((level) => level !== "");
      const rows: Answer[][] = wanted.map((level) => {
        const { value, error } = range.quantile(level);
        return [`P${Number((level * 100).toFixed(6))}`, value, error];
      });
      rows.push(["Mean", range.mean, 0]);
      if (target !== undefined) {
        const { value, error } = range.chanceOf(target);
        rows.push(["Chance of target", value, error]);
      }
      rows.push(["Grid step", range.step === 0 ? "none: exact" : range.step, ""]);
      if (range.leftOut > 0) {
        const said = counted(range.leftOut, "open deal lacks", "open deals lack");
        rows.push(closingRow(3, `${said} the amount or the probability`));
      }
      if (range.undated > 0) rows.push(undatedRow(3, range.undated));
      return rows;
    },
  }),
  tabular({
    name: "REVOPS_STAGE_PROBABILITIES",
    family: "forecast",
    summary:
      "The chance that a deal in a stage is won, learnt from your own closed deals, with its 95% interval.",
    formula: "won ÷ closed, among the closed deals that were in the stage",
    parameters: [
      column(text("deals", "Deal of each row: a stage history, or one row a deal with its last open stage.")),
      column(text("stages", "Stage the deal was in.")),
      optional(
        column(outcome("outcomes", "Won, Lost or Open; left out, rows in Closed Won and Closed Lost tell.")),
      ),
      optional(
        list(
          text("stage_order", "The stages in order. A deal then counts in every stage up to its furthest."),
        ),
      ),
      optional(
        one(
          count("minimum", "Closed deals needed; 30 where left out. Stages with fewer are marked.", {
            min: 1,
            whole: true,
            what: "a whole number of 1 or more",
          }),
        ),
        30,
      ),
    ],
    filter: true,
    columns: ["Stage", "Closed deals", "Won", "Probability", "Low", "High", "Remark"],
    result: "Rows Stage, Closed deals, Won, Probability, Low, High (fractions), Remark.",
    notes: [
      "Fewer closed deals than minimum, or only won or only lost ones, are refused. Open deals teach nothing yet.",
      "Without stage_order a deal counts in the stages on record only; with it a won deal counts in all.",
      "Closing rows name deals and rows left out.",
    ],
    source: "RevOps Engine playbook, phase 2 (stage history); Wilson (1927) for the interval",
    synonyms: ["win probability", "stage weights", "close rate by stage", "calibrate probabilities"],
    examples: [
      {
        formula:
          '=REVOPS_STAGE_PROBABILITIES({"A";"B";"C";"D";"E"}, {"Proposal";"Proposal";"Demo";"Proposal";"Demo"}, {"Won";"Won";"Lost";"Lost";"Open"}, {"Demo";"Proposal"}, 3)',
        answer: [
          ["Stage", "Closed deals", "Won", "Probability", "Low", "High", "Remark"],
          ["Demo", 4, 2, 0.5, 0.15003898915214953, 0.8499610108478505, ""],
          ["Proposal", 3, 2, 2 / 3, 0.20765960080204782, 0.9385080552796038, ""],
          ["1 deal is still open", "", "", "", "", "", ""],
        ],
        from: 'Forecastio, sales forecasting examples: share of past proposals that closed; intervals from scipy.stats.binomtest(k, n).proportion_ci(method="wilson")',
      },
    ],
    compute: (names, at, ended, order, minimum) => {
      const learnt = stageProbabilities(names, at, ended, order, minimum);
      const rows: Answer[][] = learnt.stages.map(({ stage, closed, won, probability, interval, tooFew }) => [
        stage,
        closed,
        won,
        probability ?? "",
        ...(interval ?? ["", ""]),
        tooFew ? `Fewer than ${counted(minimum, "closed deal", "closed deals")}` : "",
      ]);
      const close = (deals: number, one: string, many: string) => {
        if (deals > 0) rows.push(closingRow(7, counted(deals, one, many)));
      };
      close(learnt.openDeals, "deal is still open", "deals are still open");
      close(learnt.contradictory, "deal is both won and lost", "deals are both won and lost");
      close(learnt.withoutStage, "closed deal was in no stage", "closed deals were in no stage");
      close(learnt.incomplete, "row lacks the deal or the stage", "rows lack the deal or the stage");
      rows.push(...unknownStageRows(7, learnt.unknownRows, learnt.unknownStages));
      return rows;
    },
  }),
];
