import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  meanAbsolutePercentageError as mape,
  weightedAbsolutePercentageError as wape,
} from "../../../src/core/forecast/percentageError.js";
import { refused } from "../refused.js";

const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 30 });
const actualOf = (list: readonly (readonly [number, number])[]) => list.map(([a]) => a);
const forecastOf = (list: readonly (readonly [number, number])[]) => list.map(([, f]) => f);

describe("mean absolute percentage error", () => {
  it("agrees with scikit-learn's example: 0.3273…", () => {
    expect(mape([3, -0.5, 2, 7], [2.5, 0, 2, 8])).toBeCloseTo(0.32738, 5);
  });

  it("is 9.0% for the three months of the Revenue Operations guide, section 2", () => {
    expect(mape([230, 310, 275], [250, 280, 300])).toBeCloseTo((20 / 230 + 30 / 310 + 25 / 275) / 3, 14);
  });

  it("passes over the months of which only one figure is there", () => {
    expect(mape([100, null, 200, 50], [110, 90, null, 45])).toBeCloseTo(0.1, 14);
  });

  it("refuses a month without sales by its row and points to WAPE", () => {
    expect(refused(() => mape([100, 0], [90, 10]))).toBe(
      "actual, row 2, is 0, which no error can be a percentage of; use REVOPS_WAPE instead.",
    );
  });

  it("refuses figures that never meet", () => {
    expect(refused(() => mape([100, null], [null, 90]))).toMatch(
      /^actual and forecast are never both filled/,
    );
    expect(refused(() => wape([], []))).toMatch(/^actual and forecast are never both filled/);
  });

  it("depends neither on the order of the months nor on the currency", () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, rate) => {
        const error = mape(actualOf(list), forecastOf(list));
        const turned = [...list].reverse();
        const near = 1e-9 * (1 + error);
        expect(Math.abs(mape(actualOf(turned), forecastOf(turned)) - error)).toBeLessThan(near);
        const converted = list.map(([a, f]) => [a * rate, f * rate] as const);
        expect(Math.abs(mape(actualOf(converted), forecastOf(converted)) - error)).toBeLessThan(near);
      }),
    );
  });
});

describe("weighted absolute percentage error", () => {
  it("is 6.67% for errors of 10, 10 and 10 on 450 (Askvity)", () => {
    expect(wape([100, 200, 150], [90, 210, 140])).toBeCloseTo(0.0667, 4);
  });

  it("copes with a month without sales", () => {
    expect(wape([100, 0], [90, 10])).toBe(0.2);
  });

  it("refuses months without any sales", () => {
    expect(refused(() => wape([0, 0], [1, 2]))).toMatch(/^actual adds up to 0/);
  });

  it("equals the MAPE where all months are of one size", () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 20 }), (size, forecast) => {
        const actual = forecast.map(() => size);
        const error = mape(actual, forecast);
        expect(Math.abs(wape(actual, forecast) - error)).toBeLessThan(1e-9 * (1 + error));
      }),
    );
  });

  it("lies between the smallest and the largest single error", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const single = list.map(([a, f]) => Math.abs(a - f) / a);
        const error = wape(actualOf(list), forecastOf(list));
        expect(error).toBeGreaterThanOrEqual(Math.min(...single) * (1 - 1e-9));
        expect(error).toBeLessThanOrEqual(Math.max(...single) * (1 + 1e-9));
      }),
    );
  });
});
