import { describe, expect, it } from "vitest";
import { maturityOfRound, rubricOfRound } from "../../../src/core/assessment/roundResult.js";
import { roundsOf } from "../../../src/core/assessment/rounds.js";
import { RUBRIC_CRITERIA, rubricVerdict } from "../../../src/core/assessment/rubric.js";

const entry = (date: string, round: string, assessor: string, scores: readonly number[]) => ({
  ...{ date, round, assessor, scores },
});

describe("rounds of assessments", () => {
  it("hold the means of their assessors, and the lowest and highest of each", () => {
    const [first] = roundsOf([
      entry("2026-01-12", "Q1", "Ada", [1, 4]),
      entry("2026-01-14", "q1 ", "Ben", [2, 4]),
      entry("2026-01-15", "Q1", "Cem", [3, 1]),
    ]);
    expect(first).toMatchObject({
      ...{ name: "Q1", firstDate: "2026-01-12", lastDate: "2026-01-15" },
      ...{ scores: [2, 3], lowest: [1, 1], highest: [3, 4] },
    });
  });

  it("run from the first to the last day that their assessors name, in whatever order they were saved", () => {
    const [late] = roundsOf([
      entry("2026-01-15", "Q1", "Cem", [3]),
      entry("2026-01-12", "Q1", "Ada", [1]),
      entry("2026-01-14", "Q1", "Ben", [2]),
    ]);
    expect(late).toMatchObject({ firstDate: "2026-01-12", lastDate: "2026-01-15" });
  });

  it("stand in the order of their newest entry", () => {
    const names = roundsOf([
      entry("2026-01-12", "Q1", "Ada", [1]),
      entry("2026-04-01", "Q2", "Ada", [2]),
      entry("2026-04-02", "Q1", "late", [1]),
    ]).map(({ name }) => name);
    expect(names).toEqual(["Q2", "Q1"]);
  });
});

describe("a round's result", () => {
  /** Six scores that add up to the total. */
  const scoresOf = (total: number) => Array.from({ length: 6 }, (_, at) => Math.floor((total + at) / 6));

  // The playbook, phase 1: 6–12, 13–20, 21–25, 26–30.
  it.each([
    [6, "Foundation"],
    [12, "Foundation"],
    [13, "Building"],
    [20, "Building"],
    [21, "Scaling"],
    [25, "Scaling"],
    [26, "World-class"],
    [30, "World-class"],
  ])("is, at %i of 30, %s", (total, result) => {
    expect(maturityOfRound({ scores: scoresOf(total) })).toEqual({ total, result });
  });

  it("takes the nearest stage for a mean total, and the higher one half-way", () => {
    expect(maturityOfRound({ scores: [2, 2, 2, 2, 2, 2.4] }).result).toBe("Foundation");
    expect(maturityOfRound({ scores: [2, 2, 2, 2, 2, 2.5] }).result).toBe("Building");
    expect(maturityOfRound({ scores: [13 / 6, 13 / 6, 12 / 6, 13 / 6, 12 / 6, 12 / 6] }).result).toBe(
      "Building",
    );
  });

  // The playbook, phase 14: below 40, 40–59, 60–79, 80–100.
  it.each([
    [0, "RevOps is a title, not a function"],
    [39, "RevOps is a title, not a function"],
    [40, "Gaps are costing revenue"],
    [59, "Gaps are costing revenue"],
    [60, "Strong foundation"],
    [79, "Strong foundation"],
    [80, "World-class RevOps"],
    [100, "World-class RevOps"],
  ])("is, at %i of 100, %s", (total, name) => {
    expect(rubricVerdict(total).name).toBe(name);
    const scores = RUBRIC_CRITERIA.map(() => total / 50);
    expect(rubricOfRound({ scores })).toEqual({ total: expect.closeTo(total, 9), result: name });
  });
});
