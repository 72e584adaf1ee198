import { refuse } from "../refusal/refusal.js";
import { pairSums, type Series } from "./pairs.js";

export interface ForecastBias {
  /** Mean of forecast − actual: above 0 the forecasts were too high. */
  readonly mean: number;
  /** The same as a share of what came in; undefined where the actuals add up to 0. */
  readonly share: number | undefined;
  /** Sum of the misses with their sign ÷ mean miss without it. From −n to n over n periods; 0 where nothing was missed. */
  readonly trackingSignal: number;
}

/** Whether forecasts lean one way: optimism shows above 0, sandbagging below. Misses that cancel out are no bias. */
export function forecastBias(actual: Series, forecast: Series): ForecastBias {
  const { pairs, lean, missed, came } = pairSums(actual, forecast);
  return {
    mean: lean / pairs,
    share: came === 0 ? undefined : lean / came,
    trackingSignal: missed === 0 ? 0 : lean / (missed / pairs),
  };
}

/** The share alone; refused where nothing came in to be a share of. */
export function forecastBiasShare({ share }: ForecastBias): number {
  return (
    share ?? refuse("actual", "adds up to 0, which no bias can be a share of; ask for the mean instead.")
  );
}
