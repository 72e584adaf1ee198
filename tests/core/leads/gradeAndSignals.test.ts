import { describe, expect, it } from "vitest";
import {
  type CustomerFacts,
  EXPANSION_RULES,
  monthsBetween,
} from "../../../src/core/leads/expansionSignals.js";
import { fitGrade, leadGrade } from "../../../src/core/leads/leadGrade.js";
import { type ProductUse, productQualification } from "../../../src/core/leads/pql.js";
import { refused } from "../refused.js";

describe("lead grades (RevOps Engine playbook, phase 3)", () => {
  it("MQL from 50, hot from 75, and a competitor's lead below 0", () => {
    expect([100, 75, 74.9, 50, 49, 0, -0.1].map((score) => leadGrade(score, 50, 75))).toEqual([
      "Hot lead",
      "Hot lead",
      "MQL",
      "MQL",
      "Nurture",
      "Nurture",
      "Disqualified",
    ]);
  });

  it("name the fit where its points are known", () => {
    expect(leadGrade(60, 50, 75, 25)).toBe("MQL, fit B");
    expect([40, 30, 29, 20, 10, 9, 0].map(fitGrade).join("")).toBe("AABBCDD");
  });

  it("ask about thresholds the wrong way round and scores that cannot be", () => {
    expect(refused(() => leadGrade(60, 80, 75))).toBe("hot_from is 75, below mql_from (80); swap the two.");
    expect(refused(() => leadGrade(101, 50, 75))).toMatch(/^score is 101, above 100/);
  });
});

describe("product-qualified leads (RevOps Engine playbook, phase 13)", () => {
  const use: ProductUse = {
    onboarded: true,
    activeUsers: 3,
    coreFeatures: 2,
    integrated: null,
    sharedOutside: null,
    usage: null,
  };

  it("need onboarding, 3 active users and 2 core features", () => {
    expect(productQualification(use)).toEqual({ qualified: true, extras: 0, missing: [] });
    expect(
      productQualification({ ...use, onboarded: false, activeUsers: 2, coreFeatures: 0 }).missing,
    ).toEqual(["onboarding not completed", "2 of 3 active users", "0 of 2 core features"]);
  });

  it("take what nobody knows for missing, and say so", () => {
    expect(productQualification({ ...use, activeUsers: null })).toMatchObject({
      qualified: false,
      missing: ["active users not known"],
    });
  });

  it("count nice-to-haves, usage only above 80%", () => {
    const extras = (usage: number) =>
      productQualification({ ...use, integrated: true, sharedOutside: false, usage }).extras;
    expect([extras(0.8), extras(0.81), extras(1.2)]).toEqual([1, 2, 2]);
  });
});

describe("expansion signals (RevOps Engine playbook, phase 8)", () => {
  const nothing: CustomerFacts = {
    usage: null,
    newDepartment: null,
    apiGrowth: null,
    executiveWebinar: null,
    ticketFromNewDepartment: null,
    renewal: null,
    nps: null,
    lastPriceIncrease: null,
  };
  const asOf = 46_111;
  const found = (facts: Partial<CustomerFacts>) =>
    EXPANSION_RULES.filter(({ find }) => find({ ...nothing, ...facts }, asOf, 9)).map(({ signal }) => signal);

  it("are seven, three of them urgent", () => {
    expect(EXPANSION_RULES.map(({ urgency }) => urgency[0]).join("")).toBe("HHHMMML");
    expect(found({})).toEqual([]);
  });

  it("need more than 80% of the limit and more than 20% of growth", () => {
    expect([found({ usage: 0.8 }), found({ usage: 0.801 })].map(({ length }) => length)).toEqual([0, 1]);
    expect([found({ apiGrowth: 0.2 }), found({ apiGrowth: 0.21 })].map(({ length }) => length)).toEqual([
      0, 1,
    ]);
  });

  it("see a renewal from today to 90 days ahead, where the customer is content", () => {
    const renewal = (days: number, nps = 9) => found({ renewal: asOf + days, nps }).length;
    expect([-1, 0, 90, 91].map((days) => renewal(days))).toEqual([0, 1, 1, 0]);
    expect(renewal(10, 8)).toBe(0);
  });

  it("count months by the calendar", () => {
    // 46,081 is 28 February 2026; 45,717 and 45,716 are 1 March and 28 February 2025.
    expect([monthsBetween(45_716, 46_081), monthsBetween(45_717, 46_081)]).toEqual([12, 11]);
    expect(found({ lastPriceIncrease: asOf - 365 })).toEqual(["No price increase for 12 months"]);
    expect(found({ lastPriceIncrease: asOf - 364 })).toEqual([]);
  });
});
