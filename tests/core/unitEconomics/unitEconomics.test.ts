import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acvTier, TIER_FIELDS } from "../../../src/core/unitEconomics/acvTier.js";
import { burnMultiple } from "../../../src/core/unitEconomics/burnMultiple.js";
import { cacPayback } from "../../../src/core/unitEconomics/cacPayback.js";
import { customerAcquisitionCost } from "../../../src/core/unitEconomics/customerAcquisitionCost.js";
import { lifetimeValue, ltvToCac } from "../../../src/core/unitEconomics/lifetimeValue.js";
import { magicNumber } from "../../../src/core/unitEconomics/magicNumber.js";
import { refused } from "../refused.js";

describe("published unit economics", () => {
  it("one customer throughout: $500 a month at 75%, 2.5% churn, CAC $6,000 (MetricHQ)", () => {
    expect(lifetimeValue(500, 0.75, 0.025)).toBeCloseTo(15_000, 9);
    expect(ltvToCac(lifetimeValue(500, 0.75, 0.025), 6_000)).toBeCloseTo(2.5, 12);
    expect(cacPayback(6_000, 500, 0.75)).toBe(16);
  });

  it("LTV of $5,667 for $200 at 85% with 3% churn, $450 for $50 at 90% with 10% (AbraCalc)", () => {
    expect(lifetimeValue(200, 0.85, 0.03)).toBeCloseTo(5_667, 0);
    expect(lifetimeValue(50, 0.9, 0.1)).toBeCloseTo(450, 9);
  });

  it("magic number of 1.07 for $480,000 more quarterly revenue on $1.8M (XLSlides), of 1.2 for ARR (RunFutureproof)", () => {
    expect(magicNumber(480_000, 1_800_000, "quarterly revenue")).toBeCloseTo(1.07, 2);
    expect(magicNumber(600_000, 500_000, "ARR")).toBe(1.2);
  });
});

it("a company that burnt no cash grew for free: a burn multiple of 0", () => {
  expect(burnMultiple(0, 100)).toBe(0);
});

describe("what cannot bear a figure is refused by the argument at fault", () => {
  it.each([
    [() => customerAcquisitionCost(1000, 0), /^new_customers is 0, /],
    [() => lifetimeValue(100, 0.8, 0), /^churn_rate is 0%, so a customer would stay for ever; /],
    [() => ltvToCac(100, 0), /^cac is 0, /],
    [() => cacPayback(100, 0, 0.8), /^monthly_arpa is 0, so the cost is never earned back; /],
    [() => cacPayback(100, 10, 0), /^gross_margin is 0%, so the cost is never earned back; /],
    [() => magicNumber(100, 0, "ARR"), /^prior_spend is 0, /],
    [() => burnMultiple(-1, 100), /^net_burn is -1, below 0; /],
    [() => burnMultiple(100, 0), /^net_new_arr is 0; without growth /],
    [() => burnMultiple(100, -50), /^net_new_arr is -50; without growth /],
    [() => acvTier(-1, "tier"), /^acv is -1, below 0; /],
  ])("%s", (compute, sentence) => {
    expect(refused(compute)).toMatch(sentence);
  });
});

const positive = fc.double({ min: 1, max: 1e9, noNaN: true });
const rate = fc.double({ min: 0.01, max: 1, noNaN: true });

describe("relations that always hold", () => {
  it("LTV:CAC times payback is the customer's life in months", () => {
    fc.assert(
      fc.property(positive, positive, rate, rate, (cac, arpa, margin, churn) => {
        const months = ltvToCac(lifetimeValue(arpa, margin, churn), cac) * cacPayback(cac, arpa, margin);
        expect(months * churn).toBeCloseTo(1, 9);
      }),
    );
  });

  it("the magic number of a change in ARR is that of a quarter of it in quarterly revenue", () => {
    fc.assert(
      fc.property(positive, positive, (change, spend) => {
        expect(magicNumber(change / 4, spend, "quarterly revenue")).toBe(magicNumber(change, spend, "ARR"));
      }),
    );
  });
});

describe("tiers of contract value (RevOps Engine playbook, phase 6)", () => {
  it.each([
    [0, "Under 1K", "Self-serve / PLG", "Under 500", 3, "Under 30%"],
    [999.99, "Under 1K", "Self-serve / PLG", "Under 500", 3, "Under 30%"],
    [1_000, "1–10K", "Inside sales + PLG", "2–5K", 6, "30–50%"],
    [10_000, "10–50K", "Inside sales", "10–25K", 12, "40–60%"],
    [50_000, "50–100K", "Field sales", "30–60K", 18, "50–70%"],
    [100_000, "100K+", "Enterprise field", "50–150K+", 24, "40–60%"],
  ])("%d", (acv, ...fields) => {
    expect(TIER_FIELDS.map((show) => acvTier(acv, show))).toEqual(fields);
  });
});
