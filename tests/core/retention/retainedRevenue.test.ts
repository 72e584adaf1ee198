import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grossRevenueRetention, netRevenueRetention } from "../../../src/core/retention/retainedRevenue.js";
import { refused } from "../refused.js";

const arr = fc.double({ min: 1, max: 1e9, noNaN: true });
const part = fc.double({ min: 0, max: 0.5, noNaN: true });

describe("net revenue retention", () => {
  it("is 107% for $100k with 15k of expansion, 3k of contraction and 5k of churn (PitchKit glossary)", () => {
    expect(netRevenueRetention(100_000, 15_000, 3_000, 5_000)).toBeCloseTo(1.07, 12);
  });

  it("is 100% when nothing moves and 0% when everybody leaves", () => {
    expect(netRevenueRetention(500, 0, 0, 0)).toBe(1);
    expect(netRevenueRetention(500, 0, 0, 500)).toBe(0);
  });

  it("exceeds gross retention by the expansion rate", () => {
    fc.assert(
      fc.property(arr, part, part, part, (opening, up, down, lost) => {
        const net = netRevenueRetention(opening, opening * up, opening * down, opening * lost);
        const gross = grossRevenueRetention(opening, opening * down, opening * lost);
        expect(net - gross).toBeCloseTo(up, 9);
      }),
    );
  });

  it("does not depend on the currency", () => {
    fc.assert(
      fc.property(
        arr,
        part,
        part,
        part,
        fc.double({ min: 0.01, max: 200, noNaN: true }),
        (opening, up, down, lost, rate) => {
          const figures = [opening, opening * up, opening * down, opening * lost] as const;
          const [a, b, c, d] = figures.map((amount) => amount * rate) as [number, number, number, number];
          expect(netRevenueRetention(a, b, c, d)).toBeCloseTo(netRevenueRetention(...figures), 9);
        },
      ),
    );
  });

  it("refuses an opening ARR that is not above 0", () => {
    expect(refused(() => netRevenueRetention(0, 1, 0, 0))).toBe(
      "beginning_arr is 0; give the ARR on the opening date, above 0.",
    );
  });

  it("tells somebody who writes losses below 0 to write them above", () => {
    expect(refused(() => netRevenueRetention(100, 0, -5, 0))).toMatch(
      /^contraction is -5, below 0; .* positive/,
    );
    expect(refused(() => netRevenueRetention(100, 0, 0, -5))).toMatch(/^churn is -5, below 0; .* positive/);
    expect(refused(() => netRevenueRetention(100, -5, 0, 0))).toMatch(
      /^expansion is -5, below 0; .* positive/,
    );
  });

  it("refuses losses above what there was to lose", () => {
    expect(refused(() => netRevenueRetention(100, 500, 60, 50))).toMatch(
      /^churn and contraction together exceed beginning_arr/,
    );
  });
});

describe("gross revenue retention", () => {
  it("is 94% for $200,000 less 8,000 and 4,000 (ThePrimeCalculator) and 90% for $50,000 less 3,000 and 2,000 (MaximCalculator)", () => {
    expect(grossRevenueRetention(200_000, 4_000, 8_000)).toBeCloseTo(0.94, 12);
    expect(grossRevenueRetention(50_000, 2_000, 3_000)).toBeCloseTo(0.9, 12);
  });

  it("always lies between 0% and 100%", () => {
    fc.assert(
      fc.property(arr, part, part, (opening, down, lost) => {
        const rate = grossRevenueRetention(opening, opening * down, opening * lost);
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("takes losses that add up to everything but for rounding", () => {
    expect(grossRevenueRetention(0.3, 0.1, 0.2)).toBe(0);
  });
});
