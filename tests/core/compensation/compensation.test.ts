import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CompPlan, checkCompPlan } from "../../../src/core/compensation/compCheck.js";
import { checkedTiers, clawback, payoutShare, tieredShare } from "../../../src/core/compensation/payout.js";
import { refused } from "../refused.js";

const attained = fc.double({ min: 0, max: 5, noNaN: true });

describe("payout", () => {
  it("pays half the rate below half the quota, all of it from there, 1.5 times above (QuotaPath's three-tier plan)", () => {
    expect([0, 0.4, 0.5, 0.8, 1, 1.2, 2].map((share) => Number(payoutShare(share).toPrecision(12)))).toEqual([
      0, 0.2, 0.5, 0.8, 1, 1.3, 2.5,
    ]);
  });

  it("earns 40% more at 120% with twice the rate above quota (Sales Ops Club)", () => {
    expect(payoutShare(1.2, 2)).toBeCloseTo(1.4, 12);
  });

  it("never falls as attainment rises, and jumps at 50% only", () => {
    fc.assert(
      fc.property(
        attained,
        fc.double({ min: 0, max: 0.01, noNaN: true }),
        fc.double({ min: 1.5, max: 2, noNaN: true }),
        (at, more, accelerator) => {
          const step = payoutShare(at + more, accelerator) - payoutShare(at, accelerator);
          expect(step).toBeGreaterThanOrEqual(-1e-12);
          if (at >= 0.5 || at + more < 0.5) expect(step).toBeLessThanOrEqual(2 * more + 1e-12);
        },
      ),
    );
    expect(payoutShare(0.5) - payoutShare(0.5 - 1e-9)).toBeCloseTo(0.25, 6);
  });

  it("refuses accelerators outside 1.5 to 2", () => {
    expect(refused(() => payoutShare(1, 1.2))).toMatch(/^accelerator is 1.2; give 1.5 to 2/);
    expect(refused(() => payoutShare(1, 2.5))).toMatch(/^accelerator is 2.5; give 1.5 to 2/);
  });
});

describe("marginal tiers", () => {
  const comish = [
    { from: 0, rate: 0.06 },
    { from: 375_000 / 375_000, rate: 0.08 },
    { from: 1.25, rate: 0.1 },
    { from: 1.5, rate: 0.12 },
  ];

  it("pay 6.625% of $500K on a $375K quota (Comish)", () => {
    expect(tieredShare(500 / 375, comish) * 375_000).toBeCloseTo(33_125, 8);
  });

  it("pay 10% of the first $10,000 and 20% of the next $5,000 (Referello)", () => {
    expect(
      tieredShare(1.5, [
        { from: 0, rate: 1 },
        { from: 1, rate: 2 },
      ]) * 1_000,
    ).toBeCloseTo(2_000, 10);
  });

  it("never fall and never jump", () => {
    fc.assert(
      fc.property(attained, fc.double({ min: 0, max: 0.01, noNaN: true }), (at, more) => {
        const step = tieredShare(at + more, comish) - tieredShare(at, comish);
        expect(step).toBeGreaterThanOrEqual(-1e-12);
        expect(step).toBeLessThanOrEqual(0.12 * more + 1e-12);
      }),
    );
  });

  it("are the standard plan where they say the same", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 5, noNaN: true }), (at) => {
        expect(
          tieredShare(at, [
            { from: 0, rate: 1 },
            { from: 1, rate: 1.5 },
          ]),
        ).toBeCloseTo(payoutShare(at), 10);
      }),
    );
  });

  it("are refused with a gap at the bottom, out of order or below 0", () => {
    const check = (...tiers: [number, number][]) =>
      checkedTiers(
        tiers.map(([from, rate]) => ({ from, rate })),
        tiers.map((_, index) => index + 1),
      );
    expect(refused(() => check([0.5, 1]))).toMatch(/^tiers, row 1, begins above 0%/);
    expect(refused(() => check([0, 1], [1, 2], [1, 3]))).toMatch(/^tiers, row 3, does not rise/);
    expect(refused(() => check([0, 1], [1, -1]))).toMatch(/^tiers, row 2, pays -1/);
    expect(refused(() => check())).toMatch(/^tiers holds no tier/);
    // Plans with a threshold pay nothing up to it: a rate of 0 is a plan, not a mistake.
    expect(check([0, 0], [0.5, 1])).toHaveLength(2);
  });
});

describe("clawback", () => {
  it("takes back what left within 90 days, the 90th included", () => {
    expect([clawback(800, 89), clawback(800, 90), clawback(800, 91), clawback(undefined, undefined)]).toEqual(
      [800, 800, 0, 0],
    );
  });

  it("asks for both figures", () => {
    expect(refused(() => clawback(800, undefined))).toMatch(/^days_to_churn is blank/);
    expect(refused(() => clawback(undefined, 5))).toMatch(/^churned_commission is blank/);
  });
});

describe("the six design rules", () => {
  const sound: CompPlan = {
    components: 3,
    acceleratorFrom: 1,
    accelerator: 2,
    deceleratorBelow: 0.5,
    decelerator: 0.5,
    spifs: 9_999,
    totalCompensation: 100_000,
    clawbackDays: 90,
    paid: "monthly",
  };
  const broken = (change: Partial<CompPlan>) =>
    checkCompPlan({ ...sound, ...change }).flatMap(({ kept }, rule) => (kept ? [] : [rule + 1]));

  it("are all kept by a sound plan", () => {
    expect(broken({})).toEqual([]);
    expect(broken({ clawbackDays: 0, paid: "weekly", components: 1 })).toEqual([]);
  });

  it.each<[Partial<CompPlan>, number]>([
    [{ components: 4 }, 1],
    [{ accelerator: 1.4 }, 2],
    [{ accelerator: 2.5 }, 2],
    [{ acceleratorFrom: 0.9 }, 2],
    [{ deceleratorBelow: 0.4 }, 3],
    [{ decelerator: 1 }, 3],
    [{ spifs: 10_000 }, 4],
    [{ clawbackDays: 91 }, 5],
    [{ paid: "quarterly" }, 6],
  ])("%o breaks rule %d and no other", (change, rule) => {
    expect(broken(change)).toEqual([rule]);
  });

  it("say what the plan at hand does, no clawback included", () => {
    expect(checkCompPlan({ ...sound, spifs: 5_000 }).map(({ found }) => found)).toEqual([
      "3",
      "2 from 100%",
      "0.5 below 50%",
      "5%",
      "90 days",
      "monthly",
    ]);
    expect(checkCompPlan({ ...sound, clawbackDays: 0 })[4]?.found).toBe("none");
  });

  it("say of each broken rule what to change", () => {
    for (const { remedy } of checkCompPlan(sound)) expect(remedy).toMatch(/\.$/);
  });
});
