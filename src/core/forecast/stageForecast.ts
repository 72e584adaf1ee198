import { type DealOutcome, isOpen, type PerDeal } from "../pipeline/outcome.js";
import { placeInPeriod } from "../pipeline/placeInPeriod.js";
import { spellingKey } from "../pipeline/spelling.js";
import { stagesInOrder } from "../pipeline/stageName.js";
import { refuse } from "../refusal/refusal.js";

interface ForecastStage {
  readonly stage: string;
  readonly deals: number;
  readonly amount: number;
  readonly probability: number | null;
  readonly forecast: number;
}

export interface StageForecast {
  readonly stages: readonly ForecastStage[];
  readonly total: number;
  /** Open deals without an amount or a stage. */
  readonly incomplete: number;
  /** Open deals that may belong to the period but have no expected close. */
  readonly undated: number;
}

/**
 * Forecast by stage (Revenue Operations guide, section 2): each open deal's amount × the probability of its stage. A
 * period takes in both its days. A deal in a stage without a probability is refused, since leaving it out would
 * forecast too little.
 */
export function stageForecast(
  amounts: PerDeal<number>,
  stages: PerDeal<string>,
  stageNames: readonly string[],
  stageProbabilities: PerDeal<number>,
  outcomes: PerDeal<DealOutcome> | undefined,
  expectedClose: PerDeal<number> | undefined,
  from: number | undefined,
  to: number | undefined,
): StageForecast {
  const due = placeInPeriod("expected_close", expectedClose, from, to);
  const names = stagesInOrder("stage_names", stageNames);
  const rows = new Map<
    string,
    { stage: string; deals: number; amount: number; probability: number | null }
  >();
  stageNames.forEach((name, index) => {
    const stage = names.get(spellingKey(name));
    if (stage === undefined) return;
    rows.set(spellingKey(name), {
      stage,
      deals: 0,
      amount: 0,
      probability: stageProbabilities[index] ?? null,
    });
  });
  let incomplete = 0;
  let undated = 0;
  amounts.forEach((amount, deal) => {
    if (!isOpen(outcomes, deal)) return;
    const place = due(deal);
    if (place === "undated") undated++;
    if (place !== "within") return;
    const stage = stages[deal] ?? null;
    if (amount === null || stage === null) {
      incomplete++;
      return;
    }
    const shown = stage.length > 40 ? `${stage.slice(0, 40)}…` : stage;
    const row =
      rows.get(spellingKey(stage)) ??
      refuse(
        "stages",
        `is "${shown}", which stage_names lacks; add it there with its probability.`,
        deal + 1,
      );
    if (row.probability === null) {
      refuse("stage_probabilities", `is blank for "${shown}", in which deals stand; fill it in.`);
    }
    row.deals++;
    row.amount += amount;
  });
  const forecast = [...rows.values()].map((row) => ({
    ...row,
    forecast: row.amount * (row.probability ?? 0),
  }));
  return {
    stages: forecast,
    total: forecast.reduce((sum, row) => sum + row.forecast, 0),
    incomplete,
    undated,
  };
}
