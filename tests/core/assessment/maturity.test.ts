import { describe, expect, it } from "vitest";
import { assessMaturity, maturityStage, stepsOf } from "../../../src/core/assessment/maturity.js";
import {
  LEVEL_NAMES,
  MATURITY_DIMENSIONS,
  MATURITY_STAGES,
} from "../../../src/core/assessment/maturityModel.js";

describe("maturityStage", () => {
  it.each([
    [6, "Foundation"],
    [12, "Foundation"],
    [13, "Building"],
    [20, "Building"],
    [21, "Scaling"],
    [25, "Scaling"],
    [26, "World-class"],
    [30, "World-class"],
  ])("places a total of %i in %s", (total, name) => {
    expect(maturityStage(total).name).toBe(name);
  });

  it.each([5, 31, 12.5, Number.NaN])("refuses a total of %d", (total) => {
    expect(() => maturityStage(total)).toThrow("total must be a whole number from 6 to 30");
  });
});

describe("assessMaturity", () => {
  it("adds the six scores up and names the stage with its focus", () => {
    const { total, stage } = assessMaturity([2, 3, 3, 2, 4, 3]);
    expect(total).toBe(17);
    expect(stage.name).toBe("Building");
    expect(stage.focus).toContain("same way");
  });

  it.each([
    [[1, 1, 1, 1, 1, 1], 6],
    [[5, 5, 5, 5, 5, 5], 30],
  ])("takes the ends of the scale", (scores, total) => {
    expect(assessMaturity(scores).total).toBe(total);
  });

  it("puts the weakest dimension first, with steps that follow from its score", () => {
    const [first, second] = assessMaturity([3, 4, 4, 5, 4, 1]).priorities;
    expect(first?.dimension.name).toBe("Enablement");
    expect(first?.weakest).toBe(true);
    expect(first?.steps[0]).toContain("first 30 days");
    expect(second?.dimension.name).toBe("Data");
    expect(second?.weakest).toBe(false);
    expect(assessMaturity([3, 4, 4, 5, 4, 2]).priorities[0]?.steps[0]).not.toBe(first?.steps[0]);
  });

  it("orders equally weak dimensions by the focus of the stage, then as the model does", () => {
    const names = (scores: number[]) =>
      assessMaturity(scores).priorities.map(({ dimension }) => dimension.name);
    expect(names([2, 2, 2, 2, 2, 2]).slice(0, 3)).toEqual(["Data", "Alignment", "Process"]);
    expect(names([3, 3, 3, 3, 3, 3]).slice(0, 3)).toEqual(["Process", "Technology", "Data"]);
    expect(names([4, 4, 4, 4, 4, 4]).slice(0, 3)).toEqual(["Technology", "Analytics", "Data"]);
    expect(names([5, 5, 5, 5, 5, 5])[0]).toBe("Data");
  });

  it("names the response time and the forecast error of the chosen profile", () => {
    const steps = (profile: "A" | "B") =>
      assessMaturity([5, 2, 5, 2, 5, 5], profile)
        .priorities.flatMap((priority) => priority.steps)
        .join(" ");
    // The playbook's phase 7 allows 4 business hours and phase 4 15%; the guide's sections 5 and 2 an hour and 10%.
    expect(steps("A")).toMatch(/15%.*4 business hours/s);
    expect(assessMaturity([5, 2, 5, 2, 5, 5])).toEqual(assessMaturity([5, 2, 5, 2, 5, 5], "A"));
    expect(steps("B")).toMatch(/10%.*1 hour/s);
  });

  it("keeps the order of the scores it was given", () => {
    const scores = [2, 3, 3, 2, 4, 3];
    expect(assessMaturity(scores).scores).toEqual(scores);
  });

  it.each([
    [
      [1, 2, 3],
      "scores must be 6, one each for Data, Process, Technology, Analytics, Alignment, Enablement; there are 3.",
    ],
    [[1, 2, 3, 4, 5, 6], "scores must be whole numbers from 1 to 5; Enablement is 6."],
    [[0, 2, 3, 4, 5, 5], "scores must be whole numbers from 1 to 5; Data is 0."],
    [[1, 2.5, 3, 4, 5, 5], "scores must be whole numbers from 1 to 5; Process is 2.5."],
    [[1, 2, Number.NaN, 4, 5, 5], "scores must be whole numbers from 1 to 5; Technology is NaN."],
    [[1, 2, 3, null, 5, 5], "scores must be whole numbers from 1 to 5; Analytics is blank."],
    [[1, 2, 3, 4, "5", 5], "scores must be whole numbers from 1 to 5; Alignment is 5."],
    [[1, 2, 3, "", 5, 5], "scores must be whole numbers from 1 to 5; Analytics is blank."],
    [Array(6), "scores must be whole numbers from 1 to 5; Data is blank."],
  ])("refuses %j", (scores, message) => {
    expect(() => assessMaturity(scores as number[])).toThrow(message);
  });
});

describe("the maturity model", () => {
  it("has six dimensions with five described levels, each with one or two next steps", () => {
    expect(MATURITY_DIMENSIONS.map(({ name }) => name)).toEqual([
      "Data",
      "Process",
      "Technology",
      "Analytics",
      "Alignment",
      "Enablement",
    ]);
    for (const { levels } of MATURITY_DIMENSIONS) {
      expect(levels).toHaveLength(LEVEL_NAMES.length);
      for (const level of levels) {
        for (const sentence of [level.means, ...stepsOf(level, "A"), ...stepsOf(level, "B")])
          expect(sentence).toMatch(/^[A-Z].*[^ ]\.$/);
      }
    }
  });

  it("says nothing twice", () => {
    const sentences = MATURITY_DIMENSIONS.flatMap(({ levels }) =>
      levels.flatMap((level) => [level.means, ...stepsOf(level, "A")]),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("covers every total from 6 to 30 with one stage", () => {
    for (let total = 6; total <= 30; total++) {
      expect(MATURITY_STAGES.filter(({ from, to }) => total >= from && total <= to)).toHaveLength(1);
    }
  });
});
