import { isRubricScore, RUBRIC, type RubricCriterion, type RubricDimension } from "./rubric.js";
import { EFFORTS, type Effort, RUBRIC_LEVELS } from "./rubricLevels.js";

/** Where points are lost, and which are the cheapest to win. */

export interface RubricGain {
  readonly dimension: RubricDimension;
  readonly criterion: RubricCriterion;
  readonly score: number;
  /** Points that one step up adds to the total. */
  readonly points: number;
  readonly effort: Effort;
  /** What the next level looks like. */
  readonly next: string;
}

/** Points that one step, from 0 to 1 or from 1 to 2, adds to the total. */
export const pointsOfStep = ({ weight, criteria }: RubricDimension): number => weight / (2 * criteria.length);

/**
 * Steps not yet taken, the cheapest first: least effort, then most points, then the rubric's order. Criteria without a
 * score yet are passed over, so that it can be asked half-way.
 */
export function rubricGains(scores: readonly (number | null)[]): RubricGain[] {
  let at = 0;
  const gains = RUBRIC.flatMap((dimension) =>
    dimension.criteria.flatMap((criterion): RubricGain[] => {
      const score = scores[at++];
      const levels = RUBRIC_LEVELS[criterion.key];
      if (!isRubricScore(score) || score === 2 || !levels) return [];
      const next = score === 0 ? levels.partly : criterion.full;
      return [{ dimension, criterion, score, points: pointsOfStep(dimension), effort: levels.effort, next }];
    }),
  );
  const rank = ({ effort }: RubricGain) => EFFORTS.indexOf(effort);
  return gains.sort((one, other) => rank(one) - rank(other) || other.points - one.points);
}

export interface LostPoints {
  readonly dimension: RubricDimension;
  readonly points: number;
  readonly lost: number;
  /** Criteria that have a score. */
  readonly scored: number;
}

/** By dimension, in the rubric's order; what has no score yet is neither won nor lost. Half scores of a round's mean count as they are. */
export function lostPoints(scores: readonly (number | null)[]): LostPoints[] {
  let at = 0;
  return RUBRIC.map((dimension) => {
    const own = dimension.criteria.map(() => scores[at++] ?? null).filter((score) => score !== null);
    const sum = own.reduce((all, score) => all + score, 0);
    const step = pointsOfStep(dimension);
    return { dimension, points: step * sum, lost: step * (2 * own.length - sum), scored: own.length };
  });
}
