import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAN_INPUTS, type PlanInputs, planInput } from "../../../src/core/plan/inputs.js";
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

  it("reckons every line from the inputs, and leaves blank what it is not told enough for", () => {
    const plan = revenuePlan(full);
    // By hand: 1.2M ÷ 30,000 = 40 deals, ÷ 25% = 160, ÷ 0.6 ÷ 0.4; 0.6M ÷ 10,000 = 60, ÷ 50% = 120; 3 × 500,000 × 70%.
    const byHand = {
      newBusiness: 1_200_000,
      expansion: 600_000,
      churnedArr: 400_000,
      yearEndArr: 5_400_000,
      newShare: 2 / 3,
      deals: 40,
      opportunities: 160,
      sqls: 160 / 0.6,
      mqls: 160 / 0.6 / 0.4,
      pipeline: 4_800_000,
      openAtATime: (160 * 60) / 365,
      expansionDeals: 60,
      expansionOpportunities: 120,
      expansionPipeline: 1_200_000,
      quota: 500_000,
      capacity: 1_050_000,
      gap: 150_000,
      hires: 1,
    };
    for (const [figure, value] of Object.entries(byHand)) {
      expect(plan[figure as keyof typeof plan], figure).toBeCloseTo(value, 6);
    }
    expect(Object.entries(revenuePlan(plain)).filter(([, value]) => value !== undefined)).toEqual([
      ["newBusiness", 1_000_000],
      ["deals", 50],
      ["opportunities", 200],
      ["pipeline", 4_000_000],
    ]);
  });

  it("takes expansion as an amount before a rate, and does without where neither is given", () => {
    const { newBusiness, expansion } = revenuePlan({ ...full, expansion: 100_000 });
    expect([newBusiness, expansion]).toEqual([1_700_000, 100_000]);
    const { expansionRate: _, ...without } = full;
    expect(revenuePlan(without)).toMatchObject({
      newBusiness: 1_800_000,
      expansion: undefined,
      yearEndArr: 5_400_000,
    });
    expect(revenuePlan({ ...plain, openingArr: 1_000_000 }).yearEndArr).toBeUndefined();
    expect(revenuePlan({ ...plain, expansion: 1_000_000 }).newShare).toBe(0.5);
  });

  it("hires for a gap of nothing nobody, and for a gap of somewhat more than one AE two", () => {
    const plan = (newBusiness: number) =>
      revenuePlan({ ...plain, newBusiness, rampedAes: 2, quota: 100_000, attainment: 0.5 });
    expect(plan(100_000)).toMatchObject({ gap: 0, hires: 0 });
    expect(plan(151_000)).toMatchObject({ gap: 51_000, hires: 2 });
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
    expect(said(full)).toMatchObject({ expansion: "opening ARR × expansion rate", quota: "as given" });
    expect(said({ ...full, expansion: 5 }).expansion).toBe("as given");
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
    expect(refused(() => revenuePlan({ newBusiness: 1, dealSize: 1 }))).toMatch(/^inputs lacks New win rate/);
    for (const input of ["arrTarget", "openingArr", "churnRate"] as const) {
      const { [input]: _, ...without } = full;
      expect(
        refused(() => revenuePlan(without)),
        input,
      ).toMatch(/^inputs lacks New business; add it, or ARR/);
    }
    for (const input of [
      "dealSize",
      "winRate",
      "cycleDays",
      "sqlToOpp",
      "mqlToSql",
      "expansionDealSize",
      "expansionWinRate",
      "rampedAes",
      "quota",
      "attainment",
    ] as const) {
      for (const figure of [0, -1]) {
        expect(refused(() => revenuePlan({ ...full, [input]: figure }))).toBe(
          `inputs gives ${figure} as ${PLAN_INPUTS[input]}; give a figure above 0, or leave it blank.`,
        );
      }
    }
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
    expect(
      ["SQL → opportunity", "Average deal size", "Gross churn", "New business (ARR)"].map(planInput),
    ).toEqual([undefined, "dealSize", "churnRate", "newBusiness"]);
    expect(planInput("Size of an avg new deal")).toBeUndefined();
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

  it("leave the quota as planned, however much more is then needed", () => {
    const { quota: _, ...own } = full;
    const { newBusiness, quota } = runScenario(own, bear).needed;
    expect(newBusiness).toBeCloseTo(1_280_000, 6);
    // 1.2M planned ÷ 3 AEs × 1.15.
    expect(quota).toBeCloseTo(460_000, 6);
  });

  it("take expansion as an amount where they do not change it", () => {
    expect(runScenario({ ...full, expansion: 100_000 }, bear).needed.expansion).toBe(100_000);
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

  it("may take a rate to its very end", () => {
    const own = (change: Partial<Scenario>): Scenario => ({ ...base, name: "Own", ...change });
    expect(runScenario({ ...full, winRate: 0.95 }, own({ winRate: 0.05 })).winRate).toBe(1);
    expect(runScenario(full, own({ churnRate: -0.1 })).churnRate).toBe(0);
    expect(runScenario(full, own({ churnRate: 0.9 })).churnRate).toBe(1);
    expect(
      runScenario({ ...full, expansionRate: 0.98 }, own({ expansionRate: 0.05 })).needed.expansion,
    ).toBeCloseTo(4_120_000, 6);
    expect(runScenario(full, own({ expansionRate: -0.15 })).needed.expansion).toBe(0);
    for (const [inputs, change] of [
      [{ ...full, winRate: 0.97 }, { winRate: 0.05 }],
      [full, { churnRate: 0.95 }],
      [full, { churnRate: -0.2 }],
      [full, { expansionRate: -0.2 }],
    ] as const) {
      expect(refused(() => runScenario(inputs, own(change)))).toMatch(
        /^inputs gives .*, which the scenario Own takes out of bounds; /,
      );
    }
  });

  it("change nothing that a plan does not know: no cycle, no bookings, no rule of thumb", () => {
    const { confidence: _, thumb: __, ...bare } = base;
    expect(runScenario({ ...plain, newBusiness: 0 }, { ...bare, winRate: 0.05 })).toMatchObject({
      newWon: 0,
      change: undefined,
      thumb: undefined,
      cycleDays: undefined,
      yearEndArr: undefined,
    });
    expect(runScenario(plain, { ...base, winRate: 0.05 }).newWon).toBeCloseTo(1_200_000, 6);
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
