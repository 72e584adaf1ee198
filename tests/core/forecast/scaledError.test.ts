import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanAbsoluteScaledError as mase } from "../../../src/core/forecast/scaledError.js";
import { refused } from "../refused.js";
import { AUSBEER } from "./ausbeer.js";

const train = AUSBEER.slice(0, 64);
const test = AUSBEER.slice(64);
const mean = train.reduce((sum, value) => sum + value, 0) / train.length;
const last = train[63] as number;

describe("mean absolute scaled error", () => {
  it("is 0.1833… in sktime's example, its own with one figure less: 0.1667", () => {
    const history = [5, 0.5, 4, 6, 3, 5, 2];
    expect(mase([3, -0.5, 2, 7, 2], [2.5, 0, 2, 8, 1.25], history, 1)).toBeCloseTo(0.183_333_333_333, 11);
    expect(mase([3, -0.5, 2, 7], [2.5, 0, 2, 8], history, 1)).toBeCloseTo(0.5 / 3, 14);
  });

  it("is 2.44, 4.01, 0.94 and 4.12 for mean, naive, seasonal naive and drift (Forecasting: Principles and Practice, beer)", () => {
    const forecasts = [
      test.map(() => mean),
      test.map(() => last),
      test.map((_, quarter) => train[60 + (quarter % 4)] as number),
      test.map((_, quarter) => last + ((quarter + 1) * (last - (train[0] as number))) / 63),
    ];
    expect(forecasts.map((forecast) => Number(mase(test, forecast, train, 4).toFixed(2)))).toEqual([
      2.44, 4.01, 0.94, 4.12,
    ]);
  });

  it("is 1 for the plain forecast on the very history that sets the scale", () => {
    const naive = train.map((_, at) => train[at - 1] ?? null);
    const seasonal = train.map((_, at) => train[at - 4] ?? null);
    expect(mase(train, naive, undefined, 1)).toBeCloseTo(1, 14);
    expect(mase(train, seasonal, undefined, 4)).toBeCloseTo(1, 14);
  });

  it("does not depend on the currency", () => {
    // In cents, as money is. Changes of 0.01 on up to a million keep 7 digits; a history that changes by a last binary
    // digit only would be scaled by nothing but rounding.
    const amount = fc.integer({ min: 100, max: 100_000_000 }).map((cents) => cents / 100);
    const rows = fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, rate) => {
        const [actual, forecast] = [list.map(([a]) => a), list.map(([, f]) => f)];
        fc.pre(new Set(actual).size > 1);
        const error = mase(actual, forecast, undefined, 1);
        const scaled = mase(
          actual.map((a) => a * rate),
          forecast.map((f) => f * rate),
          undefined,
          1,
        );
        expect(Math.abs(scaled - error)).toBeLessThan(1e-6 * (1 + error));
      }),
    );
  });

  it("passes over what is blank in the history, on either side of a change", () => {
    // Changes of 10 (5 to 15) and 20 (30 to 50); the blank stands before 30 and after 15. The miss is 3.
    expect(mase([1], [4], [5, 15, null, 30, 50], 1)).toBeCloseTo(3 / 15, 14);
  });

  it("refuses a history too short or without any change", () => {
    expect(refused(() => mase([1], [2], [5, 6, 7, 8], 4))).toBe(
      "history holds no two values 4 apart; give more than 4 values.",
    );
    expect(refused(() => mase([1], [2], undefined, 1))).toMatch(/^actual holds no two values 1 apart/);
    expect(refused(() => mase([1], [2], [5, 5, 5], 1))).toMatch(/^history never changes/);
  });
});
