import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Queue, queueOf, type RoutedLead, routeLeads } from "../../../src/core/leads/routing.js";
import { refused } from "../refused.js";

const queue = (lead: RoutedLead) => routeLeads([lead], new Map(), [])[0]?.queue;

describe("routing rules in their order (RevOps Engine playbook, phase 8)", () => {
  it("enterprise from 500 employees with tier A or B", () => {
    expect(queue({ employees: 500, tier: "A" })).toBe("Enterprise AEs");
    expect(queue({ employees: 9000, tier: " tier b" })).toBe("Enterprise AEs");
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
  });

  it("understand a queue by the words people use", () => {
    expect(
      ["Enterprise", "MM", "mid-market SDRs", "SMB", "Nurture", "Marketing Ops", "?"].map(queueOf),
    ).toEqual(["enterprise", "midMarket", "midMarket", "smb", "nurture", "fallback", undefined]);
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
