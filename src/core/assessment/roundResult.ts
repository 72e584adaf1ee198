import { maturityStage } from "./maturity.js";
import type { AssessmentRound } from "./rounds.js";
import { rubricVerdict } from "./rubric.js";
import { lostPoints } from "./rubricGains.js";

/** Total and result of a round, whose scores are means of several assessors' and seldom whole. */
export interface RoundResult {
  readonly total: number;
  readonly result: string;
}

/** Stages are declared for whole totals: a mean total belongs to the nearest. */
export function maturityOfRound({ scores }: Pick<AssessmentRound, "scores">): RoundResult {
  const total = scores.reduce((sum, score) => sum + score, 0);
  // Thirds add up only but for rounding, which must not push a half to the wrong side.
  return { total, result: maturityStage(Math.round(total + 1e-9)).name };
}

export function rubricOfRound({ scores }: Pick<AssessmentRound, "scores">): RoundResult {
  const total = lostPoints(scores).reduce((sum, { points }) => sum + points, 0);
  return { total, result: rubricVerdict(total).name };
}
