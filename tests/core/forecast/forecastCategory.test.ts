import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bottomsUpForecast } from "../../../src/core/forecast/bottomsUp.js";
import { forecastCategory } from "../../../src/core/forecast/forecastCategory.js";
import { refused } from "../refused.js";

const at = (probability: number) => forecastCategory(probability, undefined, undefined);

describe("forecast categories (RevOps Engine playbook, phase 4)", () => {
  it("begin at 90%, 60%, 20% and above 0%", () => {
    expect([1, 0.9, 0.89, 0.6, 0.59, 0.2, 0.19, 0.0001, 0].map(at)).toEqual([
      "Commit",
      "Commit",
      "Best Case",
      "Best Case",
      "Pipeline",
      "Pipeline",
      "Upside",
      "Upside",
      "Omitted",
    ]);
  });

  it("take a probability that was added up (0.7 + 0.2) for what it stands for", () => {
    expect(0.7 + 0.2).toBeLessThan(0.9);
    expect(at(0.7 + 0.2)).toBe("Commit");
  });

  it("omit what closes after the period, however likely, and keep its last day", () => {
    expect(forecastCategory(1, 46_112, 46_111)).toBe("Omitted");
    expect(forecastCategory(1, 46_111.7, 46_111)).toBe("Commit");
    expect(forecastCategory(0.5, undefined, 46_111)).toBe("Pipeline");
  });

  it("ask for the end of the period where a close date is given", () => {
    expect(refused(() => forecastCategory(0.5, 46_112, undefined))).toMatch(/^period_end is missing/);
  });

  it("never fall as a deal grows likelier", () => {
    const rank = ["Omitted", "Upside", "Pipeline", "Best Case", "Commit"];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(rank.indexOf(at(low))).toBeLessThanOrEqual(rank.indexOf(at(high)));
      }),
    );
  });
});

describe("bottoms-up forecast (Revenue Operations guide, section 2)", () => {
  it("counts the commit in full, best case by half and pipeline at 15%", () => {
    expect(bottomsUpForecast(1, 0, 0, 1)).toBe(1);
    expect(bottomsUpForecast(0, 1, 0, 1)).toBe(0.5);
    expect(bottomsUpForecast(0, 0, 1, 1)).toBe(0.15);
    expect(bottomsUpForecast(100_000, 80_000, 200_000, 0.92)).toBeCloseTo(156_400, 6);
  });

  it("gives the team what its reps add up to", () => {
    const rep = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6));
    fc.assert(
      fc.property(fc.array(rep, { minLength: 1, maxLength: 12 }), (reps) => {
        const each = reps.reduce((sum, [c, b, p]) => sum + bottomsUpForecast(c, b, p, 0.9), 0);
        const [c, b, p] = reps.reduce(([x, y, z], [i, j, k]) => [x + i, y + j, z + k], [0, 0, 0]);
        expect(bottomsUpForecast(c, b, p, 0.9)).toBeCloseTo(each, 4);
      }),
    );
  });
});
