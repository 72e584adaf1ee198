import type { Profile } from "../benchmarks/benchmark.js";
import { refuse } from "../refusal/refusal.js";
import { ordinaryRate } from "./funnel.js";
import { knownStage, transitionBenchmark } from "./transition.js";

export interface RequiredStage {
  readonly stage: string;
  readonly required: number;
  readonly rate: number;
  /** Whether the rate was given or is the lower end of the published median. */
  readonly benchmark: boolean;
}

/** Computed volumes miss a whole number by a hair (14 ÷ 0.4); within it they are not rounded up once more. */
const roundedUp = (value: number) => Math.ceil(value * (1 - 1e-12));

/**
 * How many must enter each stage for a number of won deals: won ÷ win rate, ÷ the rate of the stage before, and so on
 * up. Only what is shown is rounded up, so that rounding does not build up from stage to stage.
 */
export function requiredFunnel(
  wonDeals: number,
  stages: readonly (string | null)[],
  rates: readonly (number | null)[] | undefined,
  profile: Profile,
): RequiredStage[] {
  const out: RequiredStage[] = [];
  let required = wonDeals;
  // A list copied from a funnel ends in the won deals themselves, from which nothing goes on.
  const last = stages.length - 1;
  const endsWon = knownStage(stages[last] ?? "") === "Closed Won";
  if (endsWon && (rates?.[last] ?? null) !== null) {
    refuse("rates", "stands beside Closed Won; set each rate beside the stage it starts from.", last + 1);
  }
  if (endsWon && last === 0) refuse("stages", "hold only Closed Won; give the stages before it.");
  for (let index = endsWon ? last - 1 : last; index >= 0; index--) {
    const stage =
      stages[index] ?? refuse("stages", "is blank; name the stage that this rate starts from.", index + 1);
    const next = stages[index + 1] ?? "Closed Won";
    const given = rates?.[index] ?? null;
    const rate =
      given ??
      ordinaryRate(transitionBenchmark(stage, next), profile) ??
      refuse(
        rates ? "rates" : "stages",
        rates
          ? "is blank and this step has no published benchmark; give the share that goes on to the next stage."
          : "names a step without a published benchmark; give the rates.",
        index + 1,
      );
    if (rate === 0) refuse("rates", "is 0%, so nothing would ever be won; give a rate above 0%.", index + 1);
    required /= rate;
    out.unshift({ stage, required: roundedUp(required), rate, benchmark: given === null });
  }
  return out;
}
