import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agedPipeline, agedPipelineAmount } from "../../../src/core/pipeline/agedPipeline.js";
import { pipelineCoverage } from "../../../src/core/pipeline/coverage.js";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { requiredPipeline } from "../../../src/core/pipeline/requiredPipeline.js";
import { salesVelocity } from "../../../src/core/pipeline/velocity.js";
import { weightedAmount, weightedPipeline } from "../../../src/core/pipeline/weightedPipeline.js";
import { refused } from "../refused.js";

const today = 46_111;

describe("aged pipeline (RevOps Engine playbook, phase 4)", () => {
  const counted = (pastDays: number) => agedPipeline([100], [today - pastDays], today).countedAmount;

  it("counts in full until day 29, half from day 30, a quarter from day 60", () => {
    expect([-30, 0, 1, 29, 30, 59, 60, 400].map(counted)).toEqual([100, 100, 100, 100, 50, 50, 25, 25]);
  });

  it("has a row of its own for deals without an expected close, counted in full", () => {
    const { bands, countedAmount } = agedPipeline([100, 40], [null, today - 60], today);
    expect(bands.map(({ age, deals }) => [age, deals])).toEqual([
      ["Not yet due", 0],
      ["Under 30 days past", 0],
      ["30–59 days past", 0],
      ["60 days past or more", 1],
      ["No expected close", 1],
    ]);
    expect(countedAmount).toBe(110);
  });

  it("leaves out won and lost deals, and counts those without an amount", () => {
    const aged = agedPipeline([100, 100, 100, null], [today, today, today, today], today, [
      "Won",
      "Lost",
      null,
      "Open",
    ]);
    expect(aged.countedAmount).toBe(100);
    expect(aged.withoutAmount).toBe(1);
  });

  it("is 0 where nothing is open, and refused where nothing open has an amount", () => {
    expect(agedPipelineAmount(agedPipeline([5], [today], today, ["Won"]))).toBe(0);
    expect(agedPipelineAmount(agedPipeline([5, null], [today, today], today))).toBe(5);
    expect(refused(() => agedPipelineAmount(agedPipeline([null, null], [today, null], today)))).toBe(
      "amounts is blank on every open deal (2); fill in what the deals are worth.",
    );
  });

  it("never rises as time passes, and its rows add up to the open amount", () => {
    const deal = fc.record({
      amount: fc.option(fc.nat(1e6)),
      due: fc.option(fc.integer({ min: 45_900, max: 46_200 })),
      ended: fc.constantFrom<DealOutcome | null>("Won", "Lost", "Open", null),
    });
    fc.assert(
      fc.property(fc.array(deal), fc.nat(100), (deals, later) => {
        const [amounts, due, ended] = [
          deals.map(({ amount }) => amount),
          deals.map(({ due: day }) => day),
          deals.map(({ ended: word }) => word),
        ];
        const now = agedPipeline(amounts, due, today, ended);
        expect(agedPipeline(amounts, due, today + later, ended).countedAmount).toBeLessThanOrEqual(
          now.countedAmount,
        );
        const open = deals.filter(({ ended: word }) => word === "Open" || word === null);
        expect(now.bands.reduce((sum, { amount }) => sum + amount, 0)).toBe(
          open.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
        );
        expect(now.bands.reduce((sum, { deals: count }) => sum + count, now.withoutAmount)).toBe(open.length);
      }),
    );
  });
});

describe("weighted pipeline", () => {
  it("is $8,600 for six negotiations at 70% (Freshworks CRM, weighted pipelines)", () => {
    const amounts = [3950, 3060, 1460, 1340, 1285, 1190];
    const { weighted } = weightedPipeline(
      amounts,
      amounts.map(() => 0.7),
    );
    expect(Math.round(weighted)).toBe(8600);
  });

  it("is $20,000 for deals of 10,000, 5,000 and 20,000 at 25%, 50% and 75% (Innerview glossary)", () => {
    expect(weightedPipeline([10_000, 5_000, 20_000], [0.25, 0.5, 0.75]).weighted).toBe(20_000);
  });

  it("is not total × average probability where large deals are unlikely", () => {
    const { weighted } = weightedPipeline([900, 100], [0.1, 0.9]);
    expect(weighted).toBe(180);
    expect(weighted).not.toBe(1000 * 0.5);
  });

  it("counts the open deals that lack a figure, and refuses where all do", () => {
    const pipeline = weightedPipeline(
      [100, null, 100, 100],
      [0.5, 0.5, null, 0.5],
      [null, "Open", "Open", "Won"],
    );
    expect(pipeline).toEqual({ weighted: 50, counted: 1, leftOut: 2 });
    expect(weightedAmount(pipeline)).toBe(50);
    expect(refused(() => weightedAmount(weightedPipeline([null, 5], [0.5, null])))).toMatch(
      /^probabilities and amounts are never both filled on an open deal \(2 left out\)/,
    );
    expect(weightedAmount(weightedPipeline([5], [0.5], ["Lost"]))).toBe(0);
  });

  it("lies between 0 and the open amount", () => {
    const deal = fc.tuple(fc.nat(1e6), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(deal), (deals) => {
        const { weighted } = weightedPipeline(
          deals.map(([amount]) => amount),
          deals.map(([, probability]) => probability),
        );
        expect(weighted).toBeGreaterThanOrEqual(0);
        expect(weighted).toBeLessThanOrEqual(deals.reduce((sum, [amount]) => sum + amount, 0) * (1 + 1e-12));
      }),
    );
  });
});

describe("coverage and required pipeline", () => {
  it("cover $1.6M of remaining quota 3 times with $4.8M (WinsAbove glossary)", () => {
    expect(pipelineCoverage(4_800_000, 1_600_000, 0)).toBe(3);
    expect(pipelineCoverage(4_800_000, 2_000_000, 400_000)).toBe(3);
  });

  it("need $4M for a quota of $1M at 25% (RevOps Engine playbook, phase 4)", () => {
    expect(requiredPipeline(1_000_000, 0.25, 1)).toBe(4_000_000);
    expect(requiredPipeline(1_000_000, 0.25, 1.5)).toBe(6_000_000);
    expect(requiredPipeline(0, 0.25, 1)).toBe(0);
  });

  it("meet: the pipeline required covers the quota 1 ÷ win rate times, and yields it", () => {
    const amount = fc.double({ min: 1, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(amount, fc.double({ min: 0.001, max: 1, noNaN: true }), (quota, rate) => {
        const needed = requiredPipeline(quota, rate, 1);
        expect(pipelineCoverage(needed, quota, 0) * rate).toBeCloseTo(1, 9);
      }),
    );
  });

  it("refuse what leaves nothing to divide by", () => {
    expect(refused(() => pipelineCoverage(1, 0, 0))).toMatch(/^target is 0/);
    expect(refused(() => pipelineCoverage(1, 5, 5))).toMatch(/^already_won meets the target already/);
    expect(refused(() => pipelineCoverage(-1, 5, 0))).toMatch(/^pipeline is -1, below 0/);
    expect(refused(() => pipelineCoverage(1, 5, -1))).toMatch(/^already_won is -1, below 0/);
    expect(refused(() => requiredPipeline(1, 0, 1))).toMatch(/^win_rate is 0/);
    expect(refused(() => requiredPipeline(-1, 0.5, 1))).toMatch(/^quota is -1, below 0/);
    expect(refused(() => requiredPipeline(1, 0.5, 0))).toMatch(/^multiple is 0/);
  });
});

describe("sales velocity (RevOps Engine playbook, phase 4)", () => {
  it("is 6,250 a day for 50 deals at 25% and 30,000 over 60 days", () => {
    expect(salesVelocity(50, 0.25, 30_000, 60)).toBe(6250);
  });

  it("doubles with twice the deals, twice the size or half the cycle", () => {
    const figure = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(figure, figure, figure, (deals, size, cycle) => {
        const velocity = salesVelocity(deals, 0.25, size, cycle);
        expect(salesVelocity(deals * 2, 0.25, size, cycle)).toBe(velocity * 2);
        expect(salesVelocity(deals, 0.25, size * 2, cycle)).toBe(velocity * 2);
        expect(salesVelocity(deals, 0.25, size, cycle / 2) / velocity).toBeCloseTo(2, 9);
      }),
    );
  });

  it("refuses a cycle of 0 days", () => {
    expect(refused(() => salesVelocity(1, 1, 1, 0))).toMatch(/^cycle_days must be above 0/);
  });
});
