import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastAccuracy } from "../../../src/core/forecast/forecastAccuracy.js";
import { forecastBias, forecastBiasShare } from "../../../src/core/forecast/forecastBias.js";
import { weightedAbsolutePercentageError as wape } from "../../../src/core/forecast/percentageError.js";
import { refused } from "../refused.js";

const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 30 });
const actualOf = (list: readonly (readonly [number, number])[]) => list.map(([a]) => a);
const forecastOf = (list: readonly (readonly [number, number])[]) => list.map(([, f]) => f);

describe("forecast bias", () => {
  it("is 7.50 a period with a tracking signal of 4.00 in CalcBee's example", () => {
    expect(forecastBias([100, 120, 110, 130], [110, 125, 115, 140])).toEqual({
      mean: 7.5,
      share: 30 / 460,
      trackingSignal: 4,
    });
  });

  it("turns its sign where forecast and actual change places", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const there = forecastBias(actualOf(list), forecastOf(list));
        const back = forecastBias(forecastOf(list), actualOf(list));
        expect(back.mean).toBeCloseTo(-there.mean, 6);
        expect(back.trackingSignal).toBeCloseTo(-there.trackingSignal, 9);
      }),
    );
  });

  it("is never larger than the weighted error, nor its signal than the number of periods", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const bias = forecastBias(actualOf(list), forecastOf(list));
        expect(Math.abs(forecastBiasShare(bias))).toBeLessThanOrEqual(
          wape(actualOf(list), forecastOf(list)) * (1 + 1e-12),
        );
        expect(Math.abs(bias.trackingSignal)).toBeLessThanOrEqual(list.length * (1 + 1e-12));
      }),
    );
  });

  it("is 0 where nothing is missed, and no share of actuals that add up to 0", () => {
    expect(forecastBias([5, 6], [5, 6])).toEqual({ mean: 0, share: 0, trackingSignal: 0 });
    expect(forecastBias([0, 0], [1, 2])).toMatchObject({ mean: 1.5, trackingSignal: 2 });
    expect(refused(() => forecastBiasShare(forecastBias([0], [1])))).toMatch(/^actual adds up to 0/);
    expect(refused(() => forecastBias([1, null], [null, 1]))).toMatch(/^actual and forecast are never both/);
  });
});

describe("forecast accuracy (Revenue Operations guide, section 2)", () => {
  it("is 92%, 90% and 92% for the guide's three months", () => {
    const shown = forecastAccuracy([230, 310, 275], [250, 280, 300]).map((share) =>
      Math.round((share ?? 0) * 100),
    );
    expect(shown).toEqual([92, 90, 92]);
  });

  it("is blank while one of the two is missing, and 100% for nothing forecast and nothing come in", () => {
    expect(forecastAccuracy([null, 5, 0, 0, 3], [5, null, 0, 4, 0])).toEqual([null, null, 1, 0, 0]);
  });

  it("costs the same too high and too low, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const there = forecastAccuracy(actualOf(list), forecastOf(list));
        expect(forecastAccuracy(forecastOf(list), actualOf(list))).toEqual(there);
        for (const share of there) expect(share !== null && share >= 0 && share <= 1).toBe(true);
      }),
    );
  });

  it("refuses what cannot have been forecast", () => {
    expect(refused(() => forecastAccuracy([1, -1], [1, 1]))).toMatch(/^actual, row 2, is -1, below 0/);
    expect(refused(() => forecastAccuracy([1], [-2]))).toMatch(/^forecast, row 1, is -2, below 0/);
  });
});
