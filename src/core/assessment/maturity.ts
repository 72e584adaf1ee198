import { refuse } from "../refusal/refusal.js";
import {
  MATURITY_DIMENSIONS,
  MATURITY_STAGES,
  type MaturityDimension,
  type MaturityLevel,
  type MaturityStage,
  type MaturityStep,
} from "./maturityModel.js";

/** RevOps maturity: six scores of 1 to 5 give a total of 6 to 30, a stage, and the order in which to work. */

export interface Priority {
  readonly dimension: MaturityDimension;
  readonly score: number;
  /** What to do from this score; one or two sentences. */
  readonly steps: readonly string[];
  /** No other dimension scores lower. */
  readonly weakest: boolean;
}

export interface Maturity {
  readonly scores: readonly number[];
  readonly total: number;
  readonly stage: MaturityStage;
  /** All six dimensions, the weakest first. */
  readonly priorities: readonly Priority[];
}

/** A of the playbook, B of the guide: a few steps name another figure. */
export type MaturityProfile = "A" | "B";

export const stepsOf = ({ next }: MaturityLevel, profile: MaturityProfile): string[] =>
  (next as readonly MaturityStep[]).map((step) => (typeof step === "string" ? step : step[profile]));

export const isMaturityScore = (score: unknown): score is number =>
  typeof score === "number" && Number.isInteger(score) && score >= 1 && score <= 5;

/**
 * Scores in the order of MATURITY_DIMENSIONS. Refused unless there are six and each is a whole number from 1 to 5: half
 * points would make two assessments impossible to compare.
 */
export function assessMaturity(scores: readonly number[], profile: MaturityProfile = "A"): Maturity {
  const count = MATURITY_DIMENSIONS.length;
  if (scores.length !== count) {
    const names = MATURITY_DIMENSIONS.map(({ name }) => name).join(", ");
    refuse("scores", `must be ${count}, one each for ${names}; there are ${scores.length}.`);
  }
  MATURITY_DIMENSIONS.forEach(({ name }, index) => {
    const score: unknown = scores[index];
    if (isMaturityScore(score)) return;
    const given = score === null || score === undefined || score === "" ? "blank" : String(score);
    refuse("scores", `must be whole numbers from 1 to 5; ${name} is ${given}.`);
  });
  const total = scores.reduce((sum, score) => sum + score, 0);
  const stage = maturityStage(total);
  return { scores: [...scores], total, stage, priorities: prioritise(scores, stage, profile) };
}

/** The stage of a total from 6 to 30. */
export function maturityStage(total: number): MaturityStage {
  return (
    MATURITY_STAGES.find(({ from, to }) => Number.isInteger(total) && total >= from && total <= to) ??
    refuse("total", `must be a whole number from 6 to 30; ${total} is not.`)
  );
}

/** Lowest score first; among equals what the stage's focus is about, then the model's order. */
function prioritise(
  scores: readonly number[],
  { firstAmongEquals }: MaturityStage,
  profile: MaturityProfile,
): Priority[] {
  const lowest = Math.min(...scores);
  const rank = ({ key }: MaturityDimension): number => {
    const place = firstAmongEquals.indexOf(key);
    return place === -1 ? firstAmongEquals.length : place;
  };
  return MATURITY_DIMENSIONS.map((dimension, index) => {
    const score = scores[index] as number;
    const steps = stepsOf(dimension.levels[score - 1] as MaturityLevel, profile);
    return { dimension, score, steps, weakest: score === lowest };
  }).sort((one, other) => one.score - other.score || rank(one.dimension) - rank(other.dimension));
}
