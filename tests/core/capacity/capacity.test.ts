import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthOf } from "../../../src/core/capacity/months.js";
import { productiveCapacity } from "../../../src/core/capacity/productiveCapacity.js";
import { quotaPerAe } from "../../../src/core/capacity/quotaPerAe.js";
import { checkedRamp, RAMP_PROFILES, rampShare } from "../../../src/core/capacity/ramp.js";
import { requiredAes, wholePeople } from "../../../src/core/capacity/requiredAes.js";
import { refused } from "../refused.js";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
const { A, B } = RAMP_PROFILES;

describe("AEs that a target takes", () => {
  it("are 11.9, so 12 people, for $5M at $600K and 70% (RevOps Engine playbook, phase 6)", () => {
    expect(requiredAes(5_000_000, 600_000, 0.7)).toBeCloseTo(11.9048, 4);
    expect(wholePeople(requiredAes(5_000_000, 600_000, 0.7))).toBe(12);
  });

  it("are not rounded up for a hair", () => {
    expect(wholePeople(requiredAes(3 * 0.1 * 7, 0.3, 0.7))).toBe(10);
    expect(wholePeople(12)).toBe(12);
    expect(wholePeople(12.001)).toBe(13);
    expect(wholePeople(0)).toBe(0);
    expect(requiredAes(0, 1, 1)).toBe(0);
  });

  it("are refused where nobody attains anything", () => {
    expect(refused(() => requiredAes(1, 1, 0))).toMatch(/^attainment is 0/);
    expect(refused(() => requiredAes(1, 0, 1))).toMatch(/^quota is 0/);
    expect(refused(() => requiredAes(-1, 1, 1))).toMatch(/^target is -1/);
  });

  it("carry a quota of $862,500 each for $15M over 20 with 115% coverage (Ryan Consulting)", () => {
    expect(quotaPerAe(15_000_000, 20)).toBeCloseTo(862_500, 6);
    expect(quotaPerAe(0, 20)).toBe(0);
    expect(refused(() => quotaPerAe(1, 0))).toMatch(/^ramped_aes is 0/);
    expect(refused(() => quotaPerAe(-1, 1))).toBe("target is -1, below 0; give the company's target.");
  });
});

describe("ramp", () => {
  it("follows the two published schedules", () => {
    const months = [1, 2, 3, 4, 5, 6, 7, 40];
    expect(months.map((month) => rampShare(A, month))).toEqual([0, 0, 0.25, 0.5, 0.5, 1, 1, 1]);
    expect(months.map((month) => rampShare(B, month))).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1, 1]);
  });

  it("refuses a schedule that falls or is out of order, by its row", () => {
    const step = (fromMonth: number, share: number) => ({ fromMonth, share });
    expect(refused(() => checkedRamp([step(1, 0.5), step(2, 0.4)], [2, 3]))).toMatch(/^profile, row 3, lets/);
    expect(refused(() => checkedRamp([step(3, 0), step(2, 0.4)], [1, 2]))).toMatch(
      /^profile, row 2, gives month 2/,
    );
    expect(refused(() => checkedRamp([step(2, 0), step(2, 0.4)], [1, 2]))).toMatch(
      /^profile, row 2, gives month 2 after month 2/,
    );
    expect(checkedRamp([step(1, 0.5), step(2, 0.5)], [1, 2])).toHaveLength(2);
    expect(refused(() => checkedRamp([], []))).toMatch(/^profile holds no step/);
  });
});

describe("productive capacity", () => {
  it("is $892.5k for 7 ramped reps at $150k a quarter and 85% (MetricKit, sales capacity planning)", () => {
    const months = productiveCapacity(
      new Array(7).fill(day("2024-01-01")),
      new Array(7).fill(600_000),
      day("2026-01-01"),
      day("2026-03-31"),
      0.85,
      A,
    );
    expect(months.reduce((sum, { capacity }) => sum + capacity, 0)).toBeCloseTo(892_500, 6);
  });

  it("counts 8.25 of 12 months for somebody hired as the year begins", () => {
    const year = productiveCapacity(
      [day("2026-01-15")],
      [120_000],
      day("2026-01-01"),
      day("2026-12-31"),
      1,
      A,
    );
    expect(year.map(({ capacity }) => capacity / 10_000)).toEqual([
      0, 0, 0.25, 0.5, 0.5, 1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(year[0]).toMatchObject({ month: "2026-01", reps: 1, ramped: 0 });
  });

  it("counts months by the days employed and by the days of the period", () => {
    const april = (from: string, to: string, left: string | null) =>
      productiveCapacity([day("2024-01-01")], [12], day(from), day(to), 1, A, [
        left === null ? null : day(left),
      ]);
    expect(april("2026-04-01", "2026-04-30", "2026-04-15")[0]?.capacity).toBeCloseTo(0.5, 14);
    expect(april("2026-04-16", "2026-04-30", null)[0]?.capacity).toBeCloseTo(0.5, 14);
    expect(april("2026-04-01", "2026-04-30", "2026-03-31")[0]).toMatchObject({ reps: 0, capacity: 0 });
  });

  it("adds up over a period cut in two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 45_000, max: 46_400 }), fc.nat({ max: 900 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.integer({ min: 46_023, max: 46_386 }),
        (team, cut) => {
          const total = (from: number, to: number) =>
            productiveCapacity(
              team.map(([hired]) => hired),
              team.map(() => 600_000),
              from,
              to,
              0.7,
              B,
              team.map(([hired, stays]) => hired + stays),
            ).reduce((sum, { capacity }) => sum + capacity, 0);
          const [first, last] = [day("2026-01-01"), day("2026-12-31")];
          expect(total(first, cut) + total(cut + 1, last)).toBeCloseTo(total(first, last), 4);
        },
      ),
    );
  });

  it("names the row at fault, and the period", () => {
    const one = (...rest: [number | null, number | null, number | null]) =>
      productiveCapacity([day("2026-01-01"), rest[0]], [1, rest[1]], 46_023, 46_100, 1, A, [null, rest[2]]);
    expect(refused(() => one(null, 1, null))).toMatch(/^hire_dates, row 2, is blank/);
    expect(refused(() => one(46_023, null, null))).toMatch(/^quotas, row 2, is blank/);
    expect(refused(() => one(46_023, 1, 46_022))).toMatch(/^leave_dates, row 2, lies before the hire date/);
    expect(refused(() => productiveCapacity([1], [1], 46_100, 46_023, 1, A))).toMatch(/^to lies before from/);
    expect(refused(() => productiveCapacity([1], [1], 40_000, 46_023, 1, A))).toMatch(
      /^to lies 199 months on/,
    );
    const period = (to: string) => productiveCapacity([1], [1], day("2026-01-01"), day(to), 1, A);
    expect(period("2035-12-31")).toHaveLength(120);
    expect(refused(() => period("2036-01-01"))).toMatch(/^to lies 121 months on/);
  });

  it("counts months across years", () => {
    expect(monthOf(day("2026-01-31")) - monthOf(day("2025-12-01"))).toBe(1);
  });
});
