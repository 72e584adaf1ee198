import { bottomsUpForecast } from "../../core/forecast/bottomsUp.js";
import { forecastCategory } from "../../core/forecast/forecastCategory.js";
import {
  meanAbsolutePercentageError,
  weightedAbsolutePercentageError,
} from "../../core/forecast/percentageError.js";
import { aggregate, elementwise, type FunctionDefinition } from "../definition.js";
import { date, money, multiple, optional, share } from "../parameters.js";
import { actual, FORECAST_ERRORS, forecast, HALF_FILLED } from "./forecastErrors.js";
import { FORECAST_MODELS } from "./forecastModels.js";

export const FORECAST: readonly FunctionDefinition[] = [
  aggregate({
    name: "REVOPS_MAPE",
    family: "forecast",
    summary:
      "Mean absolute percentage error: how far forecasts miss on average, as a share of what came in. Below 10% a forecast can be trusted; above 25% the method needs rebuilding.",
    formula: "mean of |actual − forecast| ÷ |actual|",
    parameters: [actual, forecast],
    result: "An error as a fraction: 0.12 is 12%.",
    notes: [
      HALF_FILLED,
      "A period whose actual is 0 has no percentage error and is refused; REVOPS_WAPE copes with it.",
      "Every period weighs the same, so a small month that missed by far counts as much as a large one.",
    ],
    source: "RevOps Engine playbook, phase 4 (forecast accuracy)",
    synonyms: ["forecast accuracy", "forecast error", "percentage error", "how good is our forecast"],
    examples: [
      {
        formula: "=REVOPS_MAPE({3;-0.5;2;7}, {2.5;0;2;8})",
        answer: 0.3273809523809524,
        from: "scikit-learn, documentation of mean_absolute_percentage_error: 0.3273…",
      },
      {
        formula: "=REVOPS_MAPE({100;200}, {110;180})",
        answer: 0.1,
        from: "RevOps Engine playbook, phase 4: 10% over and 10% under",
      },
    ],
    compute: meanAbsolutePercentageError,
  }),
  aggregate({
    name: "REVOPS_WAPE",
    family: "forecast",
    summary:
      "Weighted absolute percentage error: all misses together as a share of everything that came in. Use it where periods differ in size or some have no sales.",
    formula: "sum of |actual − forecast| ÷ sum of |actual|",
    parameters: [actual, forecast],
    result: "An error as a fraction: 0.09 is 9%.",
    notes: [HALF_FILLED, "Refused where the actuals add up to 0."],
    source: "Revenue Operations guide, section 2 (forecast against actual by month)",
    synonyms: ["weighted MAPE", "wMAPE", "MAD/mean ratio", "forecast error"],
    examples: [
      {
        formula: "=REVOPS_WAPE({230;310;275}, {250;280;300})",
        answer: 75 / 815,
        from: "Revenue Operations guide, section 2: misses of 20, 30 and 25 thousand over 815 thousand",
      },
      {
        formula: "=REVOPS_WAPE({100;200;150}, {90;210;140})",
        answer: 30 / 450,
        from: "Askvity, weighted average percent error: 30 ÷ 450, or 6.67%",
      },
    ],
    compute: weightedAbsolutePercentageError,
  }),
  elementwise({
    name: "REVOPS_FORECAST_CATEGORY",
    family: "forecast",
    summary:
      "Sorts deals into Commit, Best Case, Pipeline, Upside and Omitted by how likely they are to close in the period.",
    formula:
      "from 90% Commit, from 60% Best Case, from 20% Pipeline, above 0% Upside, else Omitted; expected to close after the period: Omitted",
    parameters: [
      share("probability", "Chance of winning the deal, such as 60% or 0.6."),
      optional(date("expected_close", "Day the deal is expected to close; blank leaves the date out of it.")),
      optional(date("period_end", "Last day of the forecast period; needed where expected_close is given.")),
    ],
    result: "The category's name.",
    notes: ["A deal expected on the last day of the period still belongs to it."],
    source: "RevOps Engine playbook, phase 4 (forecast categories)",
    synonyms: ["commit", "best case", "forecast stage", "sandbagging"],
    examples: [
      {
        formula: "=REVOPS_FORECAST_CATEGORY({0.95;0.6;0.25;0.1;0})",
        answer: [["Commit"], ["Best Case"], ["Pipeline"], ["Upside"], ["Omitted"]],
        from: "RevOps Engine playbook, phase 4: one deal of each confidence",
      },
      {
        formula: "=REVOPS_FORECAST_CATEGORY(90%, DATE(2026,4,2), DATE(2026,3,31))",
        answer: "Omitted",
        from: "RevOps Engine playbook, phase 4: Omitted is what does not close this period",
      },
    ],
    compute: forecastCategory,
  }),
  elementwise({
    name: "REVOPS_FORECAST_BOTTOMS_UP",
    family: "forecast",
    summary:
      "A rep's forecast from the deals up: the whole commit, half the best case and 15% of the pipeline. Add up the reps for the team's.",
    formula: "(committed + best case × 0.5 + pipeline × 0.15) × accuracy",
    parameters: [
      money("committed", "Amount the rep commits to.", { min: 0 }),
      money("best_case", "Amount in best case, without the commit.", { min: 0 }),
      money("pipeline", "Amount in pipeline, without commit and best case.", { min: 0 }),
      optional(
        multiple("accuracy", "What past forecasts came true at, such as 92% or 0.92; 1 where left out.", {
          above: 0,
          max: 2,
          what: "a factor above 0 and up to 2, such as 92% or 0.92",
        }),
        1,
      ),
    ],
    result: "Expected revenue, in the currency of the amounts.",
    notes: ["An accuracy above 100% means that past forecasts were too low."],
    source: "Revenue Operations guide, section 2 (bottoms-up forecast)",
    synonyms: ["rep forecast", "roll-up", "bottom up", "team forecast"],
    examples: [
      {
        formula: "=REVOPS_FORECAST_BOTTOMS_UP(100000, 80000, 200000)",
        answer: 170000,
        from: "Revenue Operations guide, section 2: 100,000 + 80,000 × 0.5 + 200,000 × 0.15",
      },
      {
        formula: "=REVOPS_FORECAST_BOTTOMS_UP({100000;50000}, {80000;0}, {200000;100000}, 90%)",
        answer: [[153000], [58500]],
        from: "Revenue Operations guide, section 2: two reps, forecasts that came true at 90%",
      },
    ],
    compute: bottomsUpForecast,
  }),
  ...FORECAST_ERRORS,
  ...FORECAST_MODELS,
];
