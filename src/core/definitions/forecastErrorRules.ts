import type { Part, Rule } from "./sideBySide.js";

/** A period of which forecast and actual are both known. */
export interface ForecastPair {
  readonly label: string;
  readonly actual: number;
  readonly forecast: number;
}

const error = ({ actual, forecast }: ForecastPair): number => Math.abs(actual - forecast);

/** A mean over periods: each weighs 1. A period that misses nothing has no error, whatever it is measured against. */
const mean = (missed: number, against: number): Part => ({
  over: missed === 0 ? 0 : missed / against,
  under: 1,
});

const named = (pairs: readonly ForecastPair[], wrong: (pair: ForecastPair) => boolean, text: string) => {
  const found = pairs.find(wrong);
  return found ? `${found.label} ${text}` : undefined;
};

/** The error of a forecast under five rules. The first is ours: the mean of |actual − forecast| ÷ |actual|. */
export const FORECAST_ERROR_RULES: readonly Rule<ForecastPair>[] = [
  {
    definition: "MAPE",
    countsSo: "Mean of |actual − forecast| ÷ actual: every period weighs the same, however small.",
    part: (pair) => mean(error(pair), Math.abs(pair.actual)),
    objection: (pairs) =>
      named(
        pairs,
        ({ actual }) => actual === 0,
        "has an actual of 0, which no error can be a percentage of.",
      ),
  },
  {
    definition: "WAPE",
    countsSo:
      "Sum of |actual − forecast| ÷ sum of actual: large periods weigh more. Amazon Forecast reports it beside MAPE.",
    part: (pair) => ({ over: error(pair), under: Math.abs(pair.actual) }),
  },
  {
    definition: "sMAPE",
    countsSo: "Mean of |actual − forecast| ÷ the mean of the two; so sktime with symmetric=True.",
    part: (pair) => mean(error(pair), (Math.abs(pair.actual) + Math.abs(pair.forecast)) / 2),
  },
  {
    definition: "Against the forecast",
    countsSo:
      'Mean of |actual − forecast| ÷ forecast: mild on forecasts that are too high; so sktime with relative_to="y_pred".',
    part: (pair) => mean(error(pair), Math.abs(pair.forecast)),
    objection: (pairs) =>
      named(
        pairs,
        (pair) => pair.forecast === 0 && pair.actual !== 0,
        "has a forecast of 0, which no error can be a percentage of.",
      ),
  },
  {
    definition: "1 − smaller ÷ larger",
    countsSo:
      "Mean of what the smaller of forecast and actual lacks of the larger: 1 − the accuracy of the Revenue Operations guide.",
    part: (pair) => mean(error(pair), Math.max(pair.actual, pair.forecast)),
    objection: (pairs) =>
      named(pairs, ({ actual, forecast }) => actual < 0 || forecast < 0, "has a figure below 0."),
  },
];
