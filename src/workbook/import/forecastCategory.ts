import { FORECAST_CATEGORIES, type ForecastCategory } from "../opportunities.js";

/** The least probability of each category. Nothing at all is Omitted. */
const THRESHOLDS: readonly (readonly [number, ForecastCategory])[] = [
  [0.9, "Commit"],
  [0.6, "Best Case"],
  [0.2, "Pipeline"],
];

/** The category that a probability stands for; null where the probability is not known. */
export function categoryOfProbability(probability: number | null): ForecastCategory | null {
  if (probability === null) return null;
  for (const [least, category] of THRESHOLDS) if (probability >= least) return category;
  return probability > 0 ? "Upside" : "Omitted";
}

/**
 * CRM words beside our own. Salesforce's API says Forecast for Commit and keeps MostLikely between Commit and Best
 * Case; HubSpot says Not forecasted (OMIT). Closed deals stand in a category Closed, which says no more than their
 * outcome, so it counts as no category at all.
 */
const CRM_WORDS: ReadonlyMap<string, ForecastCategory | null> = new Map<string, ForecastCategory | null>(
  Object.entries({
    committed: "Commit",
    forecast: "Commit",
    mostlikely: "Best Case",
    probable: "Best Case",
    notforecasted: "Omitted",
    omit: "Omitted",
    excluded: "Omitted",
    closed: null,
    closedwon: null,
    closedlost: "Omitted",
  }),
);

/** One of our categories, null for a word that says none, undefined for a word that is not known. */
export function categoryOfWord(word: string): ForecastCategory | null | undefined {
  const key = word.toLowerCase().replace(/[^\p{L}]+/gu, "");
  if (key === "") return null;
  const own = FORECAST_CATEGORIES.find((category) => category.toLowerCase().replace(" ", "") === key);
  return own ?? CRM_WORDS.get(key);
}
