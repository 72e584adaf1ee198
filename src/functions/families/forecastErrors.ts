import { forecastAccuracy } from "../../core/forecast/forecastAccuracy.js";
import { forecastBias, forecastBiasShare } from "../../core/forecast/forecastBias.js";
import { BENCHMARK_METHODS, forecastSkill } from "../../core/forecast/forecastSkill.js";
import { meanAbsoluteScaledError } from "../../core/forecast/scaledError.js";
import { counted } from "../../core/pipeline/counted.js";
import type { Answer } from "../cells.js";
import { aggregate, type FunctionDefinition, spilling, tabular } from "../definition.js";
import { choice, column, count, date, number, one, optional, text } from "../parameters.js";
import { closingRow, list } from "./pipelineParameters.js";

export const HALF_FILLED =
  "Rows in which only one of the two is filled (a month still to come) are not part of it.";
export const actual = column(number("actual", "What came in, one row a period."));
export const forecast = column(
  number("forecast", "What was forecast for the same periods, in the same order."),
);
const season = (help: string) =>
  one(count("season", help, { min: 1, whole: true, what: "a whole number of 1 or more" }));

export const FORECAST_ERRORS: readonly FunctionDefinition[] = [
  aggregate({
    name: "REVOPS_MASE",
    family: "forecast",
    summary:
      "Mean absolute scaled error: how far forecasts miss compared with saying the same as last time. Below 1 beats that plain forecast, above 1 is worse.",
    formula: "mean |actual − forecast| ÷ mean |history − history one season earlier|",
    parameters: [
      actual,
      forecast,
      optional(
        list(
          number("history", "Actuals known before the forecasts, in order of time; actual where left out."),
        ),
      ),
      optional(
        season("Periods after which the pattern repeats: 12 for months, 4 for quarters; 1 where left out."),
        1,
      ),
    ],
    result: "A ratio: 0.8 misses a fifth less than the plain forecast.",
    notes: [
      HALF_FILLED,
      "Blank cells of history are passed over; give a month without sales as 0. A history that never changes is refused.",
    ],
    source:
      "Hyndman & Koehler (2006), Another look at measures of forecast accuracy; Hyndman & Athanasopoulos, Forecasting: Principles and Practice",
    synonyms: ["scaled error", "better than naive", "forecast error"],
    examples: [
      {
        formula: "=REVOPS_MASE({3;-0.5;2;7;2}, {2.5;0;2;8;1.25}, {5;0.5;4;6;3;5;2})",
        answer: 0.55 / 3,
        from: "sktime, documentation of mean_absolute_scaled_error: 0.1833…",
      },
    ],
    compute: (came, told, history, length) =>
      meanAbsoluteScaledError(
        came,
        told,
        history?.filter((value) => value !== ""),
        length,
      ),
  }),
  aggregate({
    name: "REVOPS_FORECAST_BIAS",
    family: "forecast",
    summary:
      "Whether forecasts lean one way: above 0 they are too high (optimism), below 0 too low (sandbagging).",
    formula: "sum of (forecast − actual) ÷ sum of |actual|",
    parameters: [
      actual,
      forecast,
      optional(
        one(
          choice(
            "measure",
            "share (default), mean for the amount a period, or tracking signal: sum of misses ÷ mean size of a miss.",
            ["share", "mean", "tracking signal"],
          ),
        ),
        "share",
      ),
    ],
    result: "A share as a fraction, an amount, or a signal: beyond 4 or −4 the lean is no accident.",
    notes: [HALF_FILLED, "Misses that cancel out leave no bias: read it beside REVOPS_WAPE."],
    source: "Revenue Operations guide, section 2 (reps are sandbagging or being optimistic)",
    synonyms: ["optimism", "sandbagging", "over-forecast", "under-forecast", "mean error"],
    examples: [
      {
        formula: '=REVOPS_FORECAST_BIAS({100;120;110;130}, {110;125;115;140}, "mean")',
        answer: 7.5,
        from: "CalcBee, forecast bias calculator: average bias 7.50",
      },
      {
        formula: '=REVOPS_FORECAST_BIAS({100;120;110;130}, {110;125;115;140}, "tracking signal")',
        answer: 4,
        from: "CalcBee, forecast bias calculator: tracking signal 4.00",
      },
      {
        formula: "=REVOPS_FORECAST_BIAS({230;310;275}, {250;280;300})",
        answer: 15 / 815,
        from: "Revenue Operations guide, section 2: 20 over, 30 under and 25 over on 815 thousand",
      },
    ],
    compute: (came, told, measure) => {
      const bias = forecastBias(came, told);
      if (measure === "mean") return bias.mean;
      return measure === "tracking signal" ? bias.trackingSignal : forecastBiasShare(bias);
    },
  }),
  spilling({
    name: "REVOPS_FORECAST_ACCURACY",
    family: "forecast",
    summary: "Accuracy of each period's forecast; the target is 90% and more, period after period.",
    formula: "smaller of forecast and actual ÷ larger of the two",
    parameters: [actual, forecast],
    result: "A share for each row, blank where one of the two is still missing.",
    notes: ["Too high and too low by the same factor cost the same. 0 forecast and 0 come in is 100%."],
    source: "Revenue Operations guide, section 2 (forecast accuracy tracking)",
    synonyms: ["accuracy percentage", "forecast vs actual", "how close"],
    examples: [
      {
        formula: "=REVOPS_FORECAST_ACCURACY({230;310;275}, {250;280;300})",
        answer: [[230 / 250], [280 / 310], [275 / 300]],
        from: "Revenue Operations guide, section 2: 92%, 90% and 92%",
      },
    ],
    compute: (came, told) => forecastAccuracy(came, told).map((accuracy) => [accuracy ?? ""]),
  }),
  tabular({
    name: "REVOPS_FORECAST_SKILL",
    family: "forecast",
    summary:
      "Whether each forecaster beats methods that need no judgement: the mean so far, the last period, the same season before, the trend.",
    formula: "1 − mean miss of the forecaster ÷ mean miss of the method, over the same periods",
    parameters: [
      column(text("forecasters", "Who or what made each forecast, one row a forecaster and period.")),
      column(date("periods", "First day of the period forecast.")),
      actual,
      forecast,
      optional(season("Periods in a year: 12 for months, 4 for quarters. Blank leaves seasonal naive out.")),
    ],
    filter: true,
    columns: [
      "Forecaster",
      "Periods",
      "Mean miss",
      "WAPE",
      ...BENCHMARK_METHODS.map((name) => `Skill vs ${name}`),
    ],
    result:
      "Rows Forecaster, Periods, Mean miss, WAPE, and the skill against each method as a fraction: above 0 beats it.",
    notes: [
      "Each method knows only the actuals of earlier periods. Rows without a forecast give history.",
      "A skill is blank where a method lacks the history it needs, or never misses. Over a few periods it is mostly luck.",
      "Closing rows name forecasters without a finished period, and rows without forecaster or period.",
    ],
    source:
      "Hyndman & Athanasopoulos, Forecasting: Principles and Practice (simple forecasting methods; skill scores); Revenue Operations guide, section 2",
    synonyms: ["forecast value added", "FVA", "naive forecast", "who forecasts best", "benchmark forecast"],
    examples: [
      {
        formula:
          '=REVOPS_FORECAST_SKILL({"Ada";"Ada";"Ada";"Ada";"Ada";"Ada"}, {DATE(2026,1,5);DATE(2026,1,12);DATE(2026,1,19);DATE(2026,1,26);DATE(2026,2,2);DATE(2026,2,9)}, {18;13;16;11;17;14}, {"";15;15;13;15;15})',
        answer: [
          [
            "Forecaster",
            "Periods",
            "Mean miss",
            "WAPE",
            "Skill vs mean",
            "Skill vs naive",
            "Skill vs seasonal naive",
            "Skill vs drift",
          ],
          ["Ada", 5, 1.6, 8 / 71, 1 - 24 / 41, 1 - 8 / 22, "", 1 - 72 / 277],
        ],
        from: "Anderson, Sweeney & Williams, Statistics for Business and Economics, naive forecast of weeks 18, 13, 16, 11, 17, 14: mean miss 4.4",
      },
    ],
    compute: (who, when, came, told, length) => {
      const { forecasters, incomplete, unmeasured } = forecastSkill(who, when, came, told, length);
      const rows: Answer[][] = forecasters.map((row) => [
        row.forecaster,
        row.periods,
        row.meanMiss,
        row.weightedError ?? "",
        ...BENCHMARK_METHODS.map((method) => row.skill[method] ?? ""),
      ]);
      for (const name of unmeasured)
        rows.push(closingRow(8, `${name}: no period with forecast and actual yet`));
      if (incomplete > 0) {
        rows.push(
          closingRow(8, `${counted(incomplete, "row lacks", "rows lack")} the forecaster or the period`),
        );
      }
      return rows;
    },
  }),
];
