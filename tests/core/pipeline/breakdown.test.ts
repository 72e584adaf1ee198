import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdown } from "../../../src/core/pipeline/breakdown.js";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { refused } from "../refused.js";

const deal = fc.record({
  by: fc.constantFrom("Web", "web ", "Partner", "Event", null),
  outcome: fc.constantFrom<DealOutcome>("Won", "Lost", "Open"),
  amount: fc.option(fc.integer({ min: 0, max: 100_000 })),
  created: fc.integer({ min: 45_000, max: 45_100 }),
  days: fc.integer({ min: 0, max: 90 }),
});
const columns = (
  deals: readonly {
    by: string | null;
    outcome: DealOutcome;
    amount: number | null;
    created: number;
    days: number;
  }[],
) => ({
  by: deals.map(({ by }) => by),
  outcomes: deals.map(({ outcome }) => outcome),
  amounts: deals.map(({ amount }) => amount),
  created: deals.map(({ created }) => created),
  closed: deals.map(({ outcome, created, days }) => (outcome === "Open" ? null : created + days)),
});

describe("deals by group", () => {
  it("add up, over the groups, to all deals and all amounts, however few groups are asked for", () => {
    fc.assert(
      fc.property(
        fc.array(deal),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (deals, limit) => {
          const { groups } = breakdown({ ...columns(deals), limit });
          const sum = (figure: (group: (typeof groups)[number]) => number) =>
            groups.reduce((total, group) => total + figure(group), 0);
          const amountOf = (outcome: DealOutcome) =>
            deals.reduce((total, each) => total + (each.outcome === outcome ? (each.amount ?? 0) : 0), 0);
          expect(sum(({ openDeals, wonDeals, lostDeals }) => openDeals + wonDeals + lostDeals)).toBe(
            deals.length,
          );
          expect(sum(({ openAmount }) => openAmount)).toBe(amountOf("Open"));
          expect(sum(({ wonAmount }) => wonAmount)).toBe(amountOf("Won"));
          if (limit !== undefined) expect(groups.length).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  it("take Web, web and two spaces for one group, and deals without a word for one of their own", () => {
    const { groups } = breakdown({
      by: ["Web", " web", null],
      outcomes: ["Won", "Lost", "Open"],
    });
    expect(groups.map(({ group }) => group)).toEqual(["Web", "(none)"]);
    expect(groups[0]).toMatchObject({ wonDeals: 1, lostDeals: 1, winRate: 0.5, averageWon: null });
  });

  it("count closed deals of the period only, its first and last day included, and open deals always", () => {
    const { groups, withoutClosed } = breakdown({
      by: ["A", "A", "A", "A", "A"],
      outcomes: ["Won", "Won", "Won", "Open", "Lost"],
      closed: [99, 100, 110, null, null],
      from: 100,
      to: 110,
    });
    expect(groups[0]).toMatchObject({ wonDeals: 2, openDeals: 1, lostDeals: 0 });
    expect(withoutClosed).toBe(1);
  });

  it("put the smaller groups together where there are more than asked for", () => {
    const { groups, others } = breakdown({
      by: ["A", "B", "C"],
      outcomes: ["Won", "Won", "Won"],
      amounts: [300, 200, 100],
      limit: 2,
    });
    expect(groups.map(({ group, wonAmount }) => [group, wonAmount])).toEqual([
      ["A", 300],
      ["2 others", 300],
    ]);
    expect(others).toBe(2);
  });

  it("are refused for a period without closing dates, and for one that ends before it begins", () => {
    const deals = { by: ["A"], outcomes: ["Won" as const] };
    expect(refused(() => breakdown({ ...deals, from: 100 }))).toMatch(/^closed is missing/);
    expect(refused(() => breakdown({ ...deals, closed: [100], from: 100, to: 99 }))).toMatch(
      /^from lies after/,
    );
  });
});
