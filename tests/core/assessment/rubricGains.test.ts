import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUBRIC_CRITERIA, scoreRubric } from "../../../src/core/assessment/rubric.js";
import { lostPoints, rubricGains } from "../../../src/core/assessment/rubricGains.js";
import { EFFORTS, RUBRIC_LEVELS } from "../../../src/core/assessment/rubricLevels.js";

const keys = RUBRIC_CRITERIA.map(({ key }) => key);
const scores = fc.array(fc.constantFrom<number[]>(0, 1, 2), {
  minLength: keys.length,
  maxLength: keys.length,
});

describe("points to win", () => {
  it("say for every criterion what 0 and 1 mean, and how long a step takes", () => {
    expect(Object.keys(RUBRIC_LEVELS).sort()).toEqual([...keys].sort());
    const sentences = RUBRIC_CRITERIA.flatMap(({ key, full }) => {
      const { none = "", partly = "", effort } = RUBRIC_LEVELS[key] ?? {};
      expect(EFFORTS, key).toContain(effort);
      return [none, partly, full];
    });
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("put the least effort first, then the most points, and leave out full marks", () => {
    fc.assert(
      fc.property(scores, (given) => {
        const gains = rubricGains(given);
        expect(gains).toHaveLength(given.filter((score) => score < 2).length);
        gains.slice(1).forEach((gain, at) => {
          const before = gains[at] as typeof gain;
          const [one, other] = [before, gain].map(({ effort }) => EFFORTS.indexOf(effort)) as [
            number,
            number,
          ];
          expect(one < other || (one === other && before.points >= gain.points)).toBe(true);
        });
      }),
    );
  });

  it("pass over what has no score yet, and say what the next level looks like", () => {
    const gains = rubricGains(keys.map((_, at) => (at < 3 ? at : null)));
    // The first scores 0, the second 1, the third 2; both steps add 20 ÷ 8, days before months.
    expect(gains.map(({ criterion, next, points }) => [criterion.key, next, points])).toEqual([
      ["fewDuplicates", RUBRIC_CRITERIA[1]?.full, 2.5],
      ["singleSource", RUBRIC_LEVELS.singleSource?.partly, 2.5],
    ]);
  });

  it("add to the total exactly what each step promises", () => {
    fc.assert(
      fc.property(scores, fc.nat(), (given, pick) => {
        const gains = rubricGains(given);
        const gain = gains[pick % Math.max(1, gains.length)];
        if (!gain) return;
        const at = keys.indexOf(gain.criterion.key);
        const raised = scoreRubric(given.with(at, gain.score + 1)).total;
        expect(raised - scoreRubric(given).total).toBeCloseTo(gain.points, 9);
      }),
    );
  });

  it("count points won and lost up to the weights, and to the rubric's own total", () => {
    fc.assert(
      fc.property(scores, (given) => {
        const losses = lostPoints(given);
        for (const { dimension, points, lost } of losses)
          expect(points + lost).toBeCloseTo(dimension.weight, 9);
        expect(losses.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(scoreRubric(given).total, 9);
      }),
    );
  });

  it("hold nothing that has no score yet for won or lost", () => {
    const [data, funnel] = lostPoints(keys.map((_, at) => (at === 0 ? 0 : null)));
    expect(data).toMatchObject({ points: 0, lost: 5, scored: 1 });
    expect(funnel).toMatchObject({ points: 0, lost: 0, scored: 0 });
  });
});
