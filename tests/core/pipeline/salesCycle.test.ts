import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesCycle } from "../../../src/core/pipeline/salesCycle.js";
import { refused } from "../refused.js";

const start = 46_023;
const won = (...days: number[]) =>
  salesCycle(
    days.map(() => start),
    days.map((count) => start + count),
    days.map(() => "Won"),
  );

describe("sales cycle", () => {
  it("has a mean of 50 days for deals of 40, 30, 60 and 70 (Sisense KPI library) and of 40 for 20, 40 and 60 (RevOps Dictionary)", () => {
    expect(won(40, 30, 60, 70)).toEqual({ meanDays: 50, medianDays: 50, counted: 4, leftOut: 0 });
    expect(won(20, 40, 60).meanDays).toBe(40);
  });

  it("has a median that one endless deal does not move", () => {
    expect(won(20, 40, 900)).toEqual({ meanDays: 320, medianDays: 40, counted: 3, leftOut: 0 });
  });

  it("looks at won deals only, and counts those that lack a date", () => {
    const cycle = salesCycle(
      [start, start, null, start, start],
      [start + 10, start + 90, start + 20, null, null],
      ["Won", "Lost", "Won", "Won", "Open"],
    );
    expect(cycle).toEqual({ meanDays: 10, medianDays: 10, counted: 1, leftOut: 2 });
  });

  it("has no length without a won deal", () => {
    expect(salesCycle([start], [start], ["Lost"])).toEqual({
      meanDays: undefined,
      medianDays: undefined,
      counted: 0,
      leftOut: 0,
    });
  });

  it("refuses a deal that was won before it was created, by its row", () => {
    expect(refused(() => salesCycle([start, start], [start, start - 1], ["Won", "Won"]))).toBe(
      "closed, row 2, lies before the deal was created; correct one of the two dates.",
    );
    expect(salesCycle([start + 0.9], [start + 0.1], ["Won"]).meanDays).toBe(0);
  });

  it("keeps mean and median between the shortest and the longest deal, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (days) => {
        const { meanDays = -1, medianDays = -1 } = won(...days);
        for (const figure of [meanDays, medianDays]) {
          expect(figure).toBeGreaterThanOrEqual(Math.min(...days) - 1e-9);
          expect(figure).toBeLessThanOrEqual(Math.max(...days) + 1e-9);
        }
        const turned = won(...[...days].reverse());
        expect(turned.medianDays).toBe(medianDays);
        expect(days.filter((count) => count < medianDays).length).toBeLessThanOrEqual(days.length / 2);
        expect(days.filter((count) => count > medianDays).length).toBeLessThanOrEqual(days.length / 2);
      }),
    );
  });
});
