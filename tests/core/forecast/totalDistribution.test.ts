import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastRange } from "../../../src/core/forecast/forecastRange.js";
import { totalDistribution, type UncertainDeal } from "../../../src/core/forecast/totalDistribution.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

const LEVELS = [0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1];
const ON_GRID = 0;

/** Every outcome written out, which only few deals allow: total and chance, in rising order. */
function writtenOut(deals: readonly UncertainDeal[]): [total: number, chance: number][] {
  const outcomes: [number, number][] = [];
  for (let won = 0; won < 2 ** deals.length; won++) {
    let [total, chance] = [0, 1];
    deals.forEach(({ amount, probability }, deal) => {
      if (won & (1 << deal)) total += amount;
      chance *= won & (1 << deal) ? probability : 1 - probability;
    });
    if (chance > 0) outcomes.push([total, chance]);
  }
  return outcomes.sort(([one], [other]) => one - other);
}

function quantileOf(outcomes: readonly [number, number][], level: number): number {
  let sum = 0;
  for (const [total, chance] of outcomes) {
    sum += chance;
    if (sum >= level - 1e-12) return total;
  }
  return outcomes[outcomes.length - 1]?.[0] ?? 0;
}

// A chance below the last digit of 1 says nothing of a deal, and products of such chances vanish when written out.
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((chance) => (chance < Number.EPSILON ? 0 : chance)),
  fc.constantFrom(0, 1, 0.5, 0.1),
);
const dealOf = (amount: fc.Arbitrary<number>) => fc.record({ amount, probability: share });
const dollars = fc.integer({ min: 0, max: 100_000 });
const fractions = fc.double({ min: 0, max: 100_000, noNaN: true });
const few = (amount: fc.Arbitrary<number>) => fc.array(dealOf(amount), { minLength: 1, maxLength: 9 });

describe("the total of independent deals", () => {
  it("has the chances of fast-poibin's example: 0.576, 0.352, 0.068, 0.004 for 0.1, 0.2, 0.2", () => {
    const { chanceOf } = totalDistribution(
      [0.1, 0.2, 0.2].map((probability) => ({ amount: 1, probability })),
    );
    const exactly = [0, 1, 2, 3].map((total) => chanceOf(total).value - chanceOf(total + 1).value);
    [0.576, 0.352, 0.068, 0.004].forEach((chance, won) => {
      expect(exactly[won]).toBeCloseTo(chance, 14);
    });
  });

  it("is binomial for 5,000 equal deals: scipy.stats.binom(5000, 0.3) has P10 1459, P50 1500, P90 1542", () => {
    const deals = Array.from({ length: 5000 }, () => ({ amount: 1000, probability: 0.3 }));
    const { quantile, chanceOf, step } = totalDistribution(deals);
    expect(step).toBe(1000);
    expect([0.1, 0.5, 0.9].map((level) => quantile(level))).toEqual(
      [1_459_000, 1_500_000, 1_542_000].map((value) => ({ value, error: 0 })),
    );
    // 1 - scipy.stats.binom.cdf(1549, 5000, 0.3)
    expect(chanceOf(1_550_000).value).toBeCloseTo(0.063_639_063_939_632_59, 12);
  });

  it("stays within its error of a convolution to the single dollar, done with numpy", () => {
    const deals = Array.from({ length: 100 }, (_, index) => ({
      amount: 1 + (((index + 1) * 7919) % 99_991),
      probability: ((((index + 1) * 37) % 97) + 1) / 100,
    }));
    const { quantile, chanceOf, mean, step } = totalDistribution(deals);
    expect(step).toBeGreaterThan(1);
    expect(mean).toBeCloseTo(2_295_333.78, 6);
    for (const [level, exact] of [
      [0.05, 1_902_655],
      [0.1, 1_988_816],
      [0.5, 2_295_111],
      [0.9, 2_601_948],
      [0.95, 2_688_949],
    ] as const) {
      const { value, error } = quantile(level);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(error);
      expect(error / exact).toBeLessThan(1e-4);
    }
    for (const [target, exact] of [
      [2_000_000, 0.891_688_643_57],
      [2_500_000, 0.196_102_273_37],
      [3_000_000, 0.001_576_696_39],
    ] as const) {
      const { value, error } = chanceOf(target);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(1e-3);
    }
  });

  it("agrees with every outcome written out, amounts listed or on a common step", () => {
    fc.assert(
      fc.property(few(dollars), fc.constantFrom(undefined, ON_GRID), (deals, listed) => {
        const { quantile, chanceOf } = totalDistribution(deals, listed);
        const outcomes = writtenOut(deals);
        for (const level of LEVELS) {
          const { value, error } = quantile(level);
          expect(error).toBe(0);
          // A level that falls on the edge of two totals may go either way by the last digit.
          const near = [level - 1e-9, level, level + 1e-9].map((each) => quantileOf(outcomes, each));
          if (level > 0 && level < 1) expect(near).toContain(value);
        }
        const target = deals[0]?.amount ?? 0;
        const exact = outcomes.reduce((sum, [total, chance]) => sum + (total >= target ? chance : 0), 0);
        expect(chanceOf(target).value).toBeCloseTo(exact, 10);
      }),
    );
  });

  it("is within its stated error where amounts had to be rounded", () => {
    fc.assert(
      fc.property(few(fractions), fc.constantFrom(...LEVELS), (deals, level) => {
        const { value, error } = totalDistribution(deals, ON_GRID).quantile(level);
        const outcomes = writtenOut(deals);
        const [low, high] = [quantileOf(outcomes, level - 1e-9), quantileOf(outcomes, level + 1e-9)];
        const near = error + 1e-9 * (1 + high);
        if (level > 0) expect(value).toBeGreaterThanOrEqual(low - near);
        expect(value).toBeLessThanOrEqual(high + near);
      }),
    );
  });

  it("rises with the level, from the sure deals to all of them, and the mean lies between", () => {
    const deals = fc.array(dealOf(fc.oneof(dollars, fractions)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(deals, (list) => {
        const { quantile, mean } = totalDistribution(list);
        const values = LEVELS.map((level) => quantile(level).value);
        values.forEach((value, at) => {
          if (at > 0 && at < values.length - 1) {
            expect(value + quantile(1).value * 1e-6).toBeGreaterThanOrEqual(values[at - 1] as number);
          }
        });
        const sum = (which: (deal: UncertainDeal) => boolean) =>
          list.filter(which).reduce((total, { amount }) => total + amount, 0);
        const hair = 1e-9 * (1 + sum(() => true));
        expect(Math.abs((values[0] as number) - sum(({ probability }) => probability === 1))).toBeLessThan(
          hair,
        );
        expect(
          Math.abs((values[values.length - 1] as number) - sum(({ probability }) => probability > 0)),
        ).toBeLessThan(hair);
        expect(mean).toBeGreaterThanOrEqual((values[0] as number) - hair);
        expect(mean).toBeLessThanOrEqual((values[values.length - 1] as number) + hair);
      }),
      { numRuns: cases(40) },
    );
  });

  it("brackets the mean between P10 and P90 where deals are many and none dwarfs the others", () => {
    const deals = fc.array(
      fc.record({
        amount: fc.integer({ min: 10_000, max: 60_000 }),
        probability: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      }),
      { minLength: 30, maxLength: 40 },
    );
    fc.assert(
      fc.property(deals, (list) => {
        const { quantile, mean } = totalDistribution(list);
        expect(quantile(0.1).value).toBeLessThan(mean);
        expect(quantile(0.9).value).toBeGreaterThan(mean);
      }),
      { numRuns: cases(8) },
    );
  });

  it("grows in step with the currency, and moves by a sure deal's amount", () => {
    fc.assert(
      fc.property(few(dollars), fc.integer({ min: 2, max: 9 }), dollars, (deals, rate, sure) => {
        const before = totalDistribution(deals);
        const converted = totalDistribution(deals.map((deal) => ({ ...deal, amount: deal.amount * rate })));
        const moved = totalDistribution([...deals, { amount: sure, probability: 1 }]);
        for (const level of LEVELS) {
          expect(converted.quantile(level).value).toBe(before.quantile(level).value * rate);
          expect(moved.quantile(level).value).toBe(before.quantile(level).value + sure);
        }
      }),
    );
  });

  it("is never lower where a deal grows likelier, and unmoved by hopeless deals", () => {
    fc.assert(
      fc.property(few(dollars), fc.double({ min: 0, max: 0.5, noNaN: true }), (deals, more) => {
        const before = totalDistribution(deals);
        const likelier = totalDistribution(
          deals.map(({ amount, probability: p }) => ({ amount, probability: Math.min(1, p + more) })),
        );
        const padded = totalDistribution([...deals, { amount: 999, probability: 0 }]);
        for (const level of LEVELS) {
          expect(likelier.quantile(level).value).toBeGreaterThanOrEqual(before.quantile(level).value);
          expect(padded.quantile(level)).toEqual(before.quantile(level));
        }
      }),
    );
  });

  it("counts 1 − 0.9 as 10%", () => {
    expect(totalDistribution([{ amount: 100, probability: 0.9 }]).quantile(0.1).value).toBe(0);
    expect(totalDistribution([{ amount: 100, probability: 0.9 }]).quantile(0.11).value).toBe(100);
  });

  it("takes 5,000 deals of odd amounts well within a call, to a tenth of a per cent", () => {
    const deals = Array.from({ length: 5000 }, (_, index) => ({
      amount: 100 + ((index * 7_919) % 59_999) + 0.37,
      probability: ((index * 31) % 90) / 100,
    }));
    const began = cpuMs();
    const { value, error } = totalDistribution(deals).quantile(0.5);
    expect(cpuMs() - began).toBeLessThan(3000);
    expect(error / value).toBeLessThan(0.001);
  });

  it("rounds to the next 1, 2 or 5 with zeros, fine enough for two million cells", () => {
    // Two amounts a cent apart share no larger step; 2,097,152 cells are to hold both.
    const stepOf = (cells: number) =>
      totalDistribution(
        [0, 0.01].map((more) => ({ amount: 2 ** 20 * cells + more, probability: 0.5 })),
        ON_GRID,
      ).step;
    expect([0.9, 1.5, 2.5, 6, 15].map(stepOf)).toEqual([1, 2, 5, 10, 20]);
    // Amounts that share a step large enough keep it, whatever it is.
    const shared = [30, 70].map((times) => ({ amount: times * 12.34, probability: 0.5 }));
    expect(totalDistribution(shared, ON_GRID).step).toBeCloseTo(123.4, 9);
    expect(totalDistribution(shared).step).toBe(0);
    // Of up to 14 deals every total is kept as it is.
    const equal = (deals: number) => Array.from({ length: deals }, () => ({ amount: 25, probability: 0.5 }));
    expect([14, 15].map((deals) => totalDistribution(equal(deals)).step)).toEqual([0, 25]);
  });

  it("states by how much a rounded amount may be off", () => {
    // On a step of 2, three tenths of the one are lost and all of the other, a cent: 0.31 in all.
    const { quantile, chanceOf } = totalDistribution(
      [3_145_728.3, 0.01].map((amount) => ({ amount, probability: 0.5 })),
      ON_GRID,
    );
    expect(quantile(0.9)).toEqual({ value: 3_145_728, error: expect.closeTo(0.31, 6) });
    expect(quantile(0)).toEqual({ value: 0, error: 0 });
    expect(quantile(1)).toEqual({ value: expect.closeTo(3_145_728.31, 6), error: 0 });
    expect(chanceOf(1000)).toEqual({ value: 0.5, error: expect.closeTo(1e-6, 9) });
    expect(chanceOf(0)).toEqual({ value: 1, error: 0 });
    expect(chanceOf(4e6)).toEqual({ value: 0, error: 0 });
    // Reached with one chance in two, but on the grid it lies just beyond: off by that much.
    expect(chanceOf(3_145_728.2)).toEqual({ value: 0, error: expect.closeTo(0.5, 5) });
  });

  it("lets roundings cancel out: 40 of three tenths move the total by 5.1 rather than 6 (Hoeffding 1963)", () => {
    const deals = Array.from({ length: 40 }, (_, at) => ({
      amount: 78_600 + (at % 2 ? 0.3 : -0.3),
      probability: 0.5,
    }));
    const { quantile, step } = totalDistribution(deals);
    expect(step).toBe(2);
    // The square root of 40 × 0.09 × ln(2 ÷ 0.000001) ÷ 2; half of the deals are won.
    expect(quantile(0.5)).toEqual({ value: 1_572_000, error: expect.closeTo(5.1103, 4) });
  });

  it("takes a total of 10 trillion, and no more", () => {
    const deal = (amount: number) => [{ amount, probability: 0.5 }];
    expect(totalDistribution(deal(1e13)).quantile(1).value).toBe(1e13);
    expect(refused(() => totalDistribution([...deal(1e13), { amount: 1, probability: 1 }]))).toBe(
      "amounts add up to more than 10 trillion; give them in a larger unit, such as thousands.",
    );
  });

  it("refuses amounts that leave no room for cents", () => {
    expect(refused(() => totalDistribution([{ amount: 1e300, probability: 0.5 }]))).toMatch(
      /^amounts add up to more than 10 trillion; give them in a larger unit/,
    );
  });
});

describe("the range of a forecast", () => {
  it("takes in open deals only and counts those that lack a figure", () => {
    const range = forecastRange(
      [100, 50, null, 10, 7],
      [1, 0.5, 0.5, null, 1],
      ["Open", null, "Open", "Open", "Won"],
    );
    expect(range).toMatchObject({ counted: 2, leftOut: 2, mean: 125 });
    expect(range.quantile(0).value).toBe(100);
    expect(range.quantile(1).value).toBe(150);
  });

  it("refuses where there is nothing to forecast", () => {
    expect(refused(() => forecastRange([null, 5], [0.5, null]))).toMatch(
      /^probabilities and amounts are never both filled on an open deal \(2 left out\)/,
    );
    expect(refused(() => forecastRange([5], [0.5], ["Lost"]))).toBe(
      "probabilities belong to no open deal, so there is nothing to forecast.",
    );
    const sentence =
      "probabilities belong to no open deal that is expected to close in the period, so there is nothing to forecast.";
    expect(refused(() => forecastRange([5], [0.5], undefined, [9], 10))).toBe(sentence);
    expect(refused(() => forecastRange([5], [0.5], undefined, [9], undefined, 8))).toBe(sentence);
    expect(refused(() => forecastRange([5], [0.5], undefined, undefined, 10))).toMatch(
      /^expected_close is missing/,
    );
  });
});
