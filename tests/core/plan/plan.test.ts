import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlanInputs, planInput } from "../../../src/core/plan/inputs.js";
import { PLAN_LINES, planFormula, revenuePlan } from "../../../src/core/plan/revenuePlan.js";
import { runScenario, SCENARIOS, type Scenario } from "../../../src/core/plan/scenarios.js";
import { refused } from "../refused.js";

const plain: PlanInputs = { newBusiness: 1_000_000, dealSize: 20_000, winRate: 0.25 };
const full: PlanInputs = {
  openingArr: 4_000_000,
  arrTarget: 5_400_000,
  churnRate: 0.1,
  expansionRate: 0.15,
  dealSize: 30_000,
  winRate: 0.25,
  cycleDays: 60,
  sqlToOpp: 0.6,
  mqlToSql: 0.4,
  expansionDealSize: 10_000,
  expansionWinRate: 0.5,
  rampedAes: 3,
  quota: 500_000,
  attainment: 0.7,
};
const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("a revenue plan", () => {
  it("runs TheCalcu's funnel backwards: 15 won, 50 opportunities, 120 SQLs, 300 MQLs", () => {
    const plan = revenuePlan({
      newBusiness: 450_000,
      dealSize: 30_000,
      winRate: 0.3,
      sqlToOpp: 50 / 120,
      mqlToSql: 0.4,
    });
    expect(plan.deals).toBeCloseTo(15, 12);
    expect(plan.opportunities).toBeCloseTo(50, 12);
    expect(plan.sqls).toBeCloseTo(120, 10);
    expect(plan.mqls).toBeCloseTo(300, 10);
  });

  it("needs $4M of pipeline for $1M at 25% (RevOps Engine playbook, phase 4)", () => {
    expect(revenuePlan(plain).pipeline).toBeCloseTo(4_000_000, 6);
  });

  it("derives new business from the ARR target, and its lines reconcile", () => {
    const plan = revenuePlan(full);
    // 5.4M − 4M + 0.4M churned − 0.6M expansion.
    expect(plan.newBusiness).toBeCloseTo(1_200_000, 6);
    expect(plan.yearEndArr).toBeCloseTo(5_400_000, 6);
    expect(plan.newShare).toBeCloseTo(2 / 3, 12);
    expect(plan.expansionPipeline).toBeCloseTo(1_200_000, 6);
    expect(plan.capacity).toBeCloseTo(1_050_000, 6);
    expect(plan.gap).toBeCloseTo(150_000, 6);
    expect(plan.hires).toBe(1);
    expect(plan.openAtATime).toBeCloseTo((160 * 60) / 365, 10);
  });

  it("sets a quota of target ÷ AEs × 1.15 where none is given, and hires nobody into spare capacity", () => {
    const plan = revenuePlan({ ...plain, rampedAes: 4, attainment: 1 });
    expect(plan.quota).toBeCloseTo(287_500, 6);
    expect(plan.gap).toBeCloseTo(-150_000, 6);
    expect(plan.hires).toBe(0);
  });

  it("says of every line how it came about or what it needs", () => {
    const said = (inputs: PlanInputs) =>
      Object.fromEntries(
        PLAN_LINES.map((line) => [line.figure, planFormula(line, revenuePlan(inputs), inputs)]),
      );
    expect(said(plain)).toMatchObject({
      newBusiness: "as given",
      sqls: "needs SQL to opportunity",
      mqls: "needs SQL to opportunity, MQL to SQL",
      capacity: "needs Ramped AEs, Expected attainment",
    });
    expect(said(full).newBusiness).toBe("ARR target − opening ARR + churned ARR − expansion");
    expect(said({ ...full, arrTarget: 3_000_000 }).newBusiness).toBe(
      "nothing: expansion covers the ARR target",
    );
    expect(said({ ...plain, rampedAes: 4 }).quota).toBe("new business ÷ ramped AEs × 1.15");
    expect(said({ ...plain, newBusiness: 0, expansion: 0 }).newShare).toBe("no bookings to share out");
  });

  it("refuses what it cannot be made of, by name", () => {
    expect(refused(() => revenuePlan({ dealSize: 1, winRate: 1 }))).toMatch(
      /^inputs lacks New business; add it, or ARR/,
    );
    expect(refused(() => revenuePlan({ newBusiness: 1, winRate: 1 }))).toMatch(
      /^inputs lacks Average new deal size/,
    );
    expect(refused(() => revenuePlan({ ...plain, winRate: 0 }))).toMatch(/^inputs gives 0 as New win rate/);
  });

  it("knows the names of the playbook's own template", () => {
    const names = [
      "avg_new_deal_size",
      "new_win_rate",
      "avg_sales_cycle_new",
      "aes_at_full_ramp",
      "TOTAL_ARR_TARGET",
    ];
    expect(names.map(planInput)).toEqual(["dealSize", "winRate", "cycleDays", "rampedAes", "arrTarget"]);
    expect(["mood", "constructor", ""].map(planInput)).toEqual([undefined, undefined, undefined]);
  });
});

describe("scenarios", () => {
  const [bear, base, bull] = SCENARIOS as [Scenario, Scenario, Scenario];

  it("carry win rate and cycle through velocity: 0.8 × 0.8 in the bear case, 1.2 × 1.2 in the bull case", () => {
    const inputs = { ...plain, cycleDays: 60, openingArr: 4_000_000, churnRate: 0.1 };
    const low = runScenario(inputs, bear);
    expect(low.newWon).toBeCloseTo(640_000, 6);
    expect(low.change).toBeCloseTo(-0.36, 12);
    expect(low.thumb).toBe(800_000);
    expect(low.needed.opportunities).toBeCloseTo(250, 10);
    expect(low.yearEndArr).toBeCloseTo(4_000_000 * 0.88 + 640_000, 6);
    expect(runScenario(inputs, bull).newWon).toBeCloseTo(1_440_000, 6);
  });

  it("ask for more new business where churn rises under an ARR target", () => {
    expect(runScenario(full, bear).needed.newBusiness).toBeCloseTo(1_280_000, 6);
  });

  it("leave fewer bookings to each AE, so more hires", () => {
    const low = runScenario(full, bear).needed;
    expect(low.capacity).toBeCloseTo(1_050_000 * 0.64, 6);
    expect(low.hires).toBe(3);
  });

  it("without any change equal the plan", () => {
    const inputs = fc.record({
      newBusiness: fc.integer({ min: 1, max: 1e7 }),
      dealSize: fc.integer({ min: 1, max: 1e6 }),
      winRate: share(0.01, 1),
      openingArr: fc.integer({ min: 0, max: 1e7 }),
      churnRate: share(0, 1),
      expansionRate: share(0, 1),
      sqlToOpp: share(0.01, 1),
      rampedAes: fc.integer({ min: 1, max: 50 }),
      attainment: share(0.1, 1),
    });
    fc.assert(
      fc.property(inputs, (given) => {
        const still = runScenario(given, base);
        const plan = revenuePlan(given);
        expect(still.needed).toEqual(plan);
        expect(still.newWon).toBe(plan.newBusiness);
        expect(still.bookings).toBe(plan.newBusiness + (plan.expansion ?? 0));
        expect(still.change).toBe(0);
        expect(still.yearEndArr).toBeCloseTo(plan.yearEndArr ?? 0, 6);
      }),
    );
  });

  it("never book more in the bear case, nor less in the bull case, than planned", () => {
    fc.assert(
      fc.property(share(0.06, 0.95), fc.integer({ min: 11, max: 400 }), (winRate, cycleDays) => {
        const given = { ...full, winRate, cycleDays };
        expect(runScenario(given, bear).bookings).toBeLessThan(runScenario(given, base).bookings);
        expect(runScenario(given, bull).bookings).toBeGreaterThan(runScenario(given, base).bookings);
        expect(runScenario(given, bear).yearEndArr).toBeLessThan(
          runScenario(given, bull).yearEndArr as number,
        );
      }),
    );
  });

  it("refuse drivers that are missing or leave no room", () => {
    expect(refused(() => runScenario(plain, bear))).toMatch(
      /^inputs lacks Sales cycle days, which the scenario Bear/,
    );
    expect(refused(() => runScenario({ ...full, winRate: 0.05 }, bear))).toMatch(
      /^inputs gives New win rate of 0.05/,
    );
    expect(refused(() => runScenario({ ...full, cycleDays: 10 }, bull))).toMatch(
      /^inputs gives Sales cycle days of 10/,
    );
    const more = { ...base, expansionRate: 0.05 };
    expect(refused(() => runScenario({ ...full, expansion: 5 }, more))).toMatch(
      /^inputs gives Expansion as an amount/,
    );
    expect(refused(() => runScenario({ ...plain, cycleDays: 60, churnRate: 0.1 }, bear))).toMatch(
      /^inputs lacks Opening/,
    );
  });
});
