import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Queue, queueOf, type RoutedLead, routeLeads } from "../../../src/core/leads/routing.js";
import { refused } from "../refused.js";

const queue = (lead: RoutedLead) => routeLeads([lead], new Map(), [])[0]?.queue;

describe("routing rules in their order (RevOps Engine playbook, phase 8)", () => {
  it("enterprise from 500 employees with tier A or B", () => {
    expect(queue({ employees: 500, tier: "A" })).toBe("Enterprise AEs");
    expect(queue({ employees: 9000, tier: " tier b" })).toBe("Enterprise AEs");
    for (const tier of ["b", "TierA", "Tier  A", "ICP A", "icp  tier  b", "ICPTierB"]) {
      expect(queue({ employees: 500, tier }), tier).toBe("Enterprise AEs");
    }
    for (const tier of ["A-list", "AB", "none, not B", "Tier C or A", "Tier"]) {
      expect(queue({ employees: 500, tier }), tier).toBe("Marketing ops");
    }
    expect(queue({ employees: 500, tier: "C", score: 80 })).toBe("Marketing ops");
    expect(queue({ employees: 500, tier: "C", score: 10 })).toBe("Nurture campaign");
    expect(queue({ employees: 500, score: 80 })).toBe("Marketing ops");
  });

  it("mid-market from 50 to 499, whatever the score", () => {
    expect([50, 499, 499.5].map((employees) => queue({ employees, score: 0 }))).toEqual(
      Array(3).fill("Mid-market SDRs"),
    );
  });

  it("SMB below 50 with a score of 50, nurture below that", () => {
    expect(queue({ employees: 49, score: 50 })).toBe("SMB SDRs");
    expect(queue({ employees: 49, score: 49 })).toBe("Nurture campaign");
    expect(queue({ employees: 49 })).toBe("Marketing ops");
    expect(queue({ score: -75 })).toBe("Nurture campaign");
    expect([queue({ score: 49.9 }), queue({ score: 50 })]).toEqual(["Nurture campaign", "Marketing ops"]);
    expect(queue({})).toBe("Marketing ops");
  });

  it("a named account before all of them, by name or domain", () => {
    const named = [
      { account: "Acme GmbH", rep: "Ada", row: 1 },
      { account: "birch.com", rep: "Ben", row: 2 },
    ];
    const rep = (lead: RoutedLead) => routeLeads([lead], new Map(), named)[0]?.rep;
    expect(rep({ account: "ACME Inc.", employees: 5, score: 0 })).toBe("Ada");
    expect(rep({ address: "x@mail.birch.com" })).toBe("Ben");
    expect(rep({ account: "Cedar", address: "x@gmail.com" })).toBe("");
    expect(refused(() => routeLeads([], new Map(), [...named, { account: "Acme", rep: "Cy", row: 3 }]))).toBe(
      "named_accounts, row 3, gives Acme to Cy as well; keep one.",
    );
    const again = (account: string, other: string) =>
      refused(() =>
        routeLeads([], new Map(), [
          { account, rep: "Ada", row: 1 },
          { account, rep: other, row: 2 },
        ]),
      );
    expect(again("Acme", "")).toBe("named_accounts, row 2, gives Acme to nobody as well; keep one.");
    expect(again("A".repeat(50), "Cy")).toContain(`gives ${"A".repeat(40)} to Cy`);
    const twice = [...named, { account: "Acme Inc.", rep: "Ada", row: 3 }];
    expect(routeLeads([{ account: "Acme" }], new Map(), twice)[0]?.rep).toBe("Ada");
  });

  it("understand a queue by the words people use", () => {
    expect(
      ["Enterprise", "MM", "mid-market SDRs", "SMB", "Nurture", "Marketing Ops", "?"].map(queueOf),
    ).toEqual(["enterprise", "midMarket", "midMarket", "smb", "nurture", "fallback", undefined]);
    expect(
      [
        "MM reps",
        "SMB reps",
        "Small business",
        "Nurture track",
        "Low score",
        "Fallback queue",
        "Ops team",
      ].map(queueOf),
    ).toEqual(["midMarket", "smb", "smb", "nurture", "nurture", "fallback", "fallback"]);
  });
});

describe("round robin", () => {
  const reps = new Map<Queue, string[]>([["midMarket", ["Ada", "Ben", "Cy"]]]);
  const lead = fc.record({ employees: fc.constantFrom(10, 100, 1000), score: fc.constantFrom(10, 90) });

  it("gives reps of a queue equal numbers, but for one lead", () => {
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 60 }), (leads) => {
        const counts = new Map([
          ["Ada", 0],
          ["Ben", 0],
          ["Cy", 0],
        ]);
        for (const { rep } of routeLeads(leads, reps, []))
          if (rep) counts.set(rep, (counts.get(rep) ?? 0) + 1);
        expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("answers the first rows alike whatever follows", () => {
    fc.assert(
      fc.property(fc.array(lead), fc.array(lead), (first, more) => {
        expect(routeLeads([...first, ...more], reps, []).slice(0, first.length)).toEqual(
          routeLeads(first, reps, []),
        );
      }),
    );
  });
});
