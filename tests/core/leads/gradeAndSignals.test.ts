import fc from "fast-check";
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

  it("know no MQL that is not hot where both begin at one score", () => {
    expect([60, 59].map((score) => leadGrade(score, 60, 60))).toEqual(["Hot lead", "Nurture"]);
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
    expect(productQualification({ ...use, onboarded: null }).missing).toEqual(["onboarding not known"]);
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
    // Where any score will do, one still has to be known, and the renewal too.
    const [, , near] = EXPANSION_RULES;
    const known = (facts: Partial<CustomerFacts>) => near?.find({ ...nothing, ...facts }, asOf, -100);
    expect([known({ renewal: asOf }), known({ nps: 9 })]).toEqual([undefined, undefined]);
    expect(known({ renewal: asOf + 1, nps: -50 })).toBe("renews in 1 day, NPS -50");
  });

  it("count months by the calendar", () => {
    // 46,081 is 28 February 2026; 45,717 and 45,716 are 1 March and 28 February 2025.
    expect([monthsBetween(45_716, 46_081), monthsBetween(45_717, 46_081)]).toEqual([12, 11]);
    expect(found({ lastPriceIncrease: asOf - 365 })).toEqual(["No price increase for 12 months"]);
    expect(found({ lastPriceIncrease: asOf - 364 })).toEqual([]);
  });

  it("count a month from its day to the same day of another, whatever the months", () => {
    const date = fc.tuple(fc.integer({ min: 1950, max: 2050 }), fc.nat(11), fc.integer({ min: 1, max: 28 }));
    const serial = ([year, month, day]: [number, number, number]) =>
      Date.UTC(year, month, day) / 86_400_000 + 25_569;
    fc.assert(
      fc.property(date, date, (one, other) => {
        const months = (other[0] - one[0]) * 12 + other[1] - one[1];
        expect(monthsBetween(serial(one), serial(other))).toBe(other[2] < one[2] ? months - 1 : months);
      }),
    );
  });

  it("say in words what was found", () => {
    const words = (facts: Partial<CustomerFacts>) =>
      EXPANSION_RULES.flatMap(({ find }) => find({ ...nothing, ...facts }, asOf, 9) ?? []);
    expect(
      words({
        usage: 0.955,
        executiveWebinar: true,
        renewal: asOf + 30,
        nps: 9,
        newDepartment: true,
        apiGrowth: 0.25,
        ticketFromNewDepartment: true,
        lastPriceIncrease: asOf - 400,
      }),
    ).toEqual([
      "95.5% of the limit",
      "attended",
      "renews in 30 days, NPS 9",
      "new department",
      "25% in a month",
      "new department",
      "13 months ago",
    ]);
    expect(words({ executiveWebinar: false, newDepartment: false, ticketFromNewDepartment: false })).toEqual(
      [],
    );
  });
});
