import { refuse } from "../refusal/refusal.js";
import { type Credits, type Journeys, total } from "./journey.js";
import { markovCredits } from "./markov.js";
import { RULES, ruleCredits } from "./ruleCredits.js";
import { shapleyCredits, simplifiedShapleyCredits } from "./shapley.js";

export const MODELS = [...RULES, "markov", "data-driven", "shapley", "shapley simplified"] as const;
export type Model = (typeof MODELS)[number];

export interface ModelOptions {
  /** For time decay: days (touches, where no days are known) after which a touch counts half. */
  readonly halfLife?: number | undefined;
  /** For Markov: how many touches the chain remembers, 1 to 3. */
  readonly order?: number | undefined;
}

/** Conversions and value credited to each channel; both add up to what the paths brought. */
export function attribute(
  journeys: Journeys,
  model: Model,
  { halfLife, order = 1 }: ModelOptions = {},
): Credits {
  const conversions = total(journeys.paths, "conversions");
  if (!(conversions > 0)) refuse("rows", "hold no conversion, so there is no credit to share out.");
  if (!Number.isFinite(conversions + total(journeys.paths, "nonConversions"))) {
    refuse("rows", "hold counts too large to add up; correct them.");
  }
  switch (model) {
    case "markov":
    case "data-driven":
      return markovCredits(journeys, order);
    case "shapley":
      return shapleyCredits(journeys);
    case "shapley simplified":
      return simplifiedShapleyCredits(journeys);
    default:
      return ruleCredits(journeys, model, halfLife);
  }
}
