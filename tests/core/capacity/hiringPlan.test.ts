import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HiringTerms, hiringPlan } from "../../../src/core/capacity/hiringPlan.js";
import { productiveCapacity } from "../../../src/core/capacity/productiveCapacity.js";
import { RAMP_PROFILES } from "../../../src/core/capacity/ramp.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569;
const monthStart = (month: string) => day(`${month}-01`);
const playbook: HiringTerms = {
  target: 5_000_000,
  quota: 600_000,
  attainment: 0.7,
  from: day("2026-01-01"),
  to: day("2026-12-31"),
  attrition: 0,
  profile: RAMP_PROFILES.A,
};

/** Computed with Python: months of 2026 worth, by months of lead and yearly attrition, then 5e6 ÷ 420,000 ÷ worth. */
const HIRES: readonly (readonly [hiringFrom: string, attrition: number, hires: number])[] = [
  ["2026-01", 0, 18],
  ["2026-01", 0.1, 19],
  ["2025-11", 0, 14],
  ["2025-11", 0.1, 15],
  ["2025-10", 0.05, 14],
  ["2025-10", 0.15, 15],
  ["2025-08", 0, 12],
  ["2025-08", 0.1, 14],
  ["2025-08", 0.2, 15],
  ["2025-08", 0.3, 17],
];

describe("a hiring plan", () => {
  it.each(HIRES)(
    "for $5M of 2026 with hires from %s and attrition %d takes %d hires",
    (from, attrition, hires) => {
      expect(hiringPlan({ ...playbook, hiringFrom: monthStart(from), attrition }).hires).toBe(hires);
    },
  );

  it("makes the playbook's 14 to 15 hires out of 12 ramped AEs, five months ahead at 10 to 20% attrition", () => {
    for (let attrition = 0.1; attrition <= 0.2; attrition += 0.01) {
      const { hires } = hiringPlan({ ...playbook, hiringFrom: day("2025-08-01"), attrition });
      expect([14, 15]).toContain(hires);
    }
  });

  it("needs no hire where the team covers the target", () => {
    const team = new Array(12).fill(day("2024-01-01"));
    expect(hiringPlan({ ...playbook, team }).hires).toBe(0);
  });

  it("starts nobody before it pays: of equal months the latest", () => {
    const plan = hiringPlan({ ...playbook, hiringFrom: day("2024-01-01") });
    expect(plan.months.filter(({ hires }) => hires > 0)[0]?.month).toBe("2025-08");
  });

  /** Where a ramped rep books 10,000 a month, a hire of January 2026 books 82,500 in the year under profile A. */
  const small: HiringTerms = { ...playbook, quota: 120_000, attainment: 1 };
  const hiresOf = (terms: Partial<HiringTerms>) =>
    hiringPlan({ ...small, ...terms }).months.flatMap(({ month, hires }) =>
      hires > 0 ? [[month, hires]] : [],
    );

  it("lets the last hire start as late as the target allows", () => {
    // Hired in June, July, August: 32,500, 22,500 and 12,500.
    expect(hiresOf({ target: 100_000 })).toEqual([
      ["2026-01", 1],
      ["2026-07", 1],
    ]);
    expect(hiresOf({ target: 105_000 })).toEqual([
      ["2026-01", 1],
      ["2026-07", 1],
    ]);
    expect(hiresOf({ target: 105_001 })).toEqual([
      ["2026-01", 1],
      ["2026-06", 1],
    ]);
    expect(hiresOf({ target: 165_000 })).toEqual([["2026-01", 2]]);
  });

  it("lets it start in no month that is full already", () => {
    // Whoever is there by August books 120,000; one hire of September less than the 118,000 still needed.
    const early = { hiringFrom: day("2025-01-01"), maxPerMonth: 1 };
    expect(hiresOf({ ...early, target: 238_000 })).toEqual([
      ["2025-07", 1],
      ["2025-08", 1],
    ]);
    expect(hiresOf({ ...early, target: 200_000 })).toEqual([
      ["2025-08", 1],
      ["2026-01", 1],
    ]);
  });

  it("hires nobody before hiring begins", () => {
    expect(hiresOf({ target: 72_500, hiringFrom: day("2026-02-01") })).toEqual([["2026-02", 1]]);
    expect(hiresOf({ target: 72_501, hiringFrom: day("2026-02-01") })[0]).toEqual(["2026-02", 1]);
  });

  it("counts a hire from the first month on where there is nothing to learn", () => {
    const profile = [{ fromMonth: 1, share: 1 }];
    expect(hiresOf({ target: 120_000, profile })).toEqual([["2026-01", 1]]);
    const december = { from: day("2026-12-01"), hiringFrom: small.to };
    expect(hiresOf({ ...december, target: 10_000, profile })).toEqual([["2026-12", 1]]);
  });

  it("counts the present team from the day the plan begins, each month a little smaller, and no blank rows", () => {
    const { months, capacity, hires } = hiringPlan({
      ...small,
      target: 100_000,
      attrition: 0.1,
      team: [day("2024-01-01"), null],
    });
    expect(hires).toBe(0);
    expect(months.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, "0")}`),
    );
    const left = (at: number) => 0.9 ** (at / 12);
    months.forEach((month, at) => {
      expect(month.team).toBeCloseTo(left(at), 12);
      expect(month.ramped).toBeCloseTo(left(at), 12);
      expect(month.leavers).toBeCloseTo(left(at) - left(at + 1), 12);
    });
    expect(capacity).toBeCloseTo(10_000 * months.reduce((sum, _, at) => sum + left(at), 0), 6);
  });

  const terms = fc
    .record({
      target: fc.integer({ min: 100_000, max: 8_000_000 }),
      attrition: fc.constantFrom(0, 0.1, 0.35),
      lead: fc.constantFrom("2025-07-01", "2025-11-15", "2026-01-01", "2026-02-01"),
      months: fc.constantFrom("2026-08-31", "2026-12-31", "2027-06-30"),
      max: fc.constantFrom(undefined, 1, 2, 5),
      team: fc.array(fc.integer({ min: day("2025-01-01"), max: day("2026-06-01") }), { maxLength: 6 }),
      profile: fc.constantFrom(RAMP_PROFILES.A, RAMP_PROFILES.B),
    })
    .map(
      ({ lead, months, max, ...rest }): HiringTerms => ({
        ...playbook,
        ...rest,
        hiringFrom: day(lead),
        to: day(months),
        maxPerMonth: max,
      }),
    );

  it("covers the target, and one hire fewer does not, whichever it is", () => {
    let planned = 0;
    fc.assert(
      fc.property(terms, (given) => {
        let plan: ReturnType<typeof hiringPlan>;
        try {
          plan = hiringPlan(given);
        } catch {
          return;
        }
        planned++;
        expect(plan.capacity).toBeGreaterThanOrEqual(given.target * (1 - 1e-9));
        if (plan.hires === 0) return;
        if (given.maxPerMonth !== undefined) {
          expect(Math.max(...plan.months.map(({ hires }) => hires))).toBeLessThanOrEqual(given.maxPerMonth);
        }
        // The most that one hire fewer could book: that many in the best months, found by trying each month alone.
        const window = plan.months.filter(({ month }) => monthStart(`${month}`) >= day("2025-07-01"));
        const alone = window
          .filter(({ month }) => month >= isoMonth(given.hiringFrom as number))
          .map(({ month }) => {
            const [year, at] = month.split("-").map(Number) as [number, number];
            return worth(given, year * 12 + at);
          })
          .sort((a, b) => b - a);
        const slots = alone.flatMap((each) => new Array(given.maxPerMonth ?? plan.hires).fill(each));
        const fewer = slots.slice(0, plan.hires - 1).reduce((sum: number, each: number) => sum + each, 0);
        const team = plan.capacity - booked(given, plan);
        expect(team + fewer).toBeLessThan(given.target);
      }),
      { numRuns: cases(400) },
    );
    expect(planned).toBeGreaterThan(cases(100));
  });

  it("agrees with productive capacity where nobody leaves", () => {
    fc.assert(
      fc.property(terms, (given) => {
        const still = { ...given, attrition: 0 };
        let plan: ReturnType<typeof hiringPlan>;
        try {
          plan = hiringPlan(still);
        } catch {
          return;
        }
        // A plan counts whole months: everybody starts on the first.
        const firsts = (given.team ?? []).map((hired) => monthStart(isoMonth(hired as number)));
        const hired = plan.months.flatMap(({ month, hires }) => new Array(hires).fill(monthStart(month)));
        const all = [...firsts, ...hired];
        if (all.length === 0) return;
        const months = productiveCapacity(
          all,
          all.map(() => given.quota),
          given.from,
          given.to,
          given.attainment,
          given.profile,
        );
        expect(months.reduce((sum, { capacity }) => sum + capacity, 0)).toBeCloseTo(plan.capacity, 3);
      }),
      { numRuns: cases(200) },
    );
  });

  it("says why a target is out of reach", () => {
    expect(refused(() => hiringPlan({ ...playbook, maxPerMonth: 1 }))).toBe(
      "max_per_month of 1 covers only 27.3% of the target by 2026-12; raise it, hire earlier or lower the target.",
    );
    expect(refused(() => hiringPlan({ ...playbook, to: day("2026-02-28") }))).toMatch(
      /^to comes before anybody hired would be productive \(2026-02\)/,
    );
    expect(refused(() => hiringPlan({ ...playbook, target: 1e300 }))).toMatch(
      /^target needs more than 100000/,
    );
    expect(refused(() => hiringPlan({ ...playbook, hiringFrom: day("2027-01-01") }))).toMatch(
      /^hiring_from lies after to/,
    );
    expect(refused(() => hiringPlan({ ...playbook, attainment: 0 }))).toMatch(/^attainment is 0/);
    expect(refused(() => hiringPlan({ ...playbook, target: 0 }))).toBe(
      "target is 0; give the amount to be booked, above 0.",
    );
    expect(refused(() => hiringPlan({ ...playbook, quota: 0 }))).toBe(
      "quota is 0; give the yearly quota of a ramped AE, above 0.",
    );
  });
});

const isoMonth = (serial: number) => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 7);

/** Written anew for the test: what one hire of a month books, the share of months 1, 2, 3 … spelt out. */
function worth({ quota, attainment, from, to, attrition, profile }: HiringTerms, hired: number): number {
  const shares = profile === RAMP_PROFILES.A ? [0, 0, 0.25, 0.5, 0.5] : [0, 0, 0.25, 0.5, 0.75];
  const of = (serial: number) => {
    const [year, month] = isoMonth(serial).split("-").map(Number) as [number, number];
    return year * 12 + month;
  };
  let sum = 0;
  for (let month = Math.max(hired, of(from)); month <= of(to); month++) {
    const served = month - hired;
    sum += (shares[served] ?? 1) * Math.exp((Math.log(1 - attrition) * served) / 12);
  }
  return (sum * quota * attainment) / 12;
}

/** What the hires of a plan book. */
function booked(given: HiringTerms, plan: ReturnType<typeof hiringPlan>): number {
  return plan.months.reduce((sum, { month, hires }) => {
    const [year, at] = month.split("-").map(Number) as [number, number];
    return sum + hires * worth(given, year * 12 + at);
  }, 0);
}
