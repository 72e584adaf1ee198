import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RUBRIC, RUBRIC_CRITERIA, rubricVerdict, scoreRubric } from "../../../src/core/assessment/rubric.js";
import { refused } from "../refused.js";

const all = (score: number) => RUBRIC_CRITERIA.map(() => score);

describe("the 100-point rubric (RevOps Engine playbook, phase 14)", () => {
  it("has eight dimensions of the published weights and 27 sub-criteria", () => {
    expect(RUBRIC.map(({ weight }) => weight)).toEqual([20, 15, 15, 15, 10, 10, 8, 7]);
    expect(RUBRIC.map(({ criteria }) => criteria.length)).toEqual([4, 3, 3, 4, 3, 3, 4, 3]);
    expect(RUBRIC_CRITERIA).toHaveLength(27);
    expect(new Set(RUBRIC_CRITERIA.map(({ key }) => key)).size).toBe(27);
    for (const { full } of RUBRIC_CRITERIA) expect(full).toMatch(/^[A-Z].*\.$/);
  });

  it("gives 0, 50 and 100 points for nothing, half and everything", () => {
    expect([0, 1, 2].map((score) => scoreRubric(all(score)).total)).toEqual([0, 50, 100]);
    expect([0, 1, 2].map((score) => scoreRubric(all(score)).verdict.name)).toEqual([
      "RevOps is a title, not a function",
      "Gaps are costing revenue",
      "World-class RevOps",
    ]);
  });

  it("weighs a dimension by its share of points, however many criteria it has", () => {
    const one = (at: number) =>
      scoreRubric(RUBRIC_CRITERIA.map((_, criterion) => (criterion === at ? 1 : 0))).total;
    expect(one(0)).toBeCloseTo(20 / 8, 12);
    expect(one(26)).toBeCloseTo(7 / 6, 12);
  });

  it("names what is still open, the lowest first", () => {
    const scores = all(2);
    scores[1] = 1;
    scores[2] = 0;
    expect(scoreRubric(scores).dimensions[0]).toMatchObject({
      points: 12.5,
      open: [{ key: "requiredFields" }, { key: "fewDuplicates" }],
    });
  });

  it("begins its verdicts at 80, 60 and 40", () => {
    expect([100, 80, 79.9, 60, 59.9, 40, 39.9, 0].map((total) => rubricVerdict(total).from)).toEqual([
      80,
      80,
      60,
      60,
      40,
      40,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
  });

  it("never falls as a score rises, and adds up by dimension", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 27, maxLength: 27 });
    fc.assert(
      fc.property(scores, fc.nat(26), (list, at) => {
        const { total, dimensions } = scoreRubric(list);
        expect(dimensions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(total, 9);
        expect(scoreRubric(list.with(at, 2)).total).toBeGreaterThanOrEqual(total - 1e-9);
      }),
    );
  });

  it("asks for what is missing by name", () => {
    expect(refused(() => scoreRubric([1, 2]))).toBe(
      "scores must be 27, one for each sub-criterion; there are 2.",
    );
    expect(refused(() => scoreRubric(all(2).with(4, 3)))).toBe(
      "scores, row 5, must be 0, 1 or 2; All stages defined is 3.",
    );
    expect(refused(() => scoreRubric([null, ...all(1).slice(1)]))).toMatch(
      /Single source of truth is blank\.$/,
    );
  });
});
