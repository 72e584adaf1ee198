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

  it("take one word in any case and spacing for one group, and deals without a word for one of their own", () => {
    const { groups } = breakdown({
      by: ["Trade fair", " trade  FAIR", null],
      outcomes: ["Won", "Lost", "Open"],
    });
    expect(groups.map(({ group }) => group)).toEqual(["Trade fair", "(none)"]);
    expect(groups[0]).toMatchObject({ wonDeals: 1, lostDeals: 1, winRate: 0.5, averageWon: null });
  });

  it("have no rate, no average and no cycle where nothing closed", () => {
    expect(breakdown({ by: ["A"], outcomes: ["Open"], amounts: [5], created: [1] }).groups).toEqual([
      {
        group: "A",
        openDeals: 1,
        openAmount: 5,
        wonDeals: 0,
        wonAmount: 0,
        lostDeals: 0,
        winRate: null,
        averageWon: null,
        cycleDays: null,
      },
    ]);
  });

  it("take the cycle from calendar days, as REVOPS_SALES_CYCLE does, of the won deals with both days", () => {
    const { groups } = breakdown({
      by: ["A", "A", "A", "A"],
      outcomes: ["Won", "Won", "Won", "Lost"],
      // Won after the next midnight, so after 1 day; and after 11. The others lack a day or were lost.
      created: [100.9, 100, null, 100],
      closed: [101.1, 111, 120, 150],
    });
    expect(groups[0]?.cycleDays).toBe(6);
    expect(
      breakdown({ by: ["A"], outcomes: ["Won"], created: [100], closed: [null] }).groups[0],
    ).toMatchObject({ wonDeals: 1, cycleDays: null });
  });

  it("say how many open and won deals have no amount, where amounts are given", () => {
    const deals = { by: ["A", "A", "A", "A"], outcomes: ["Won", "Open", "Open", "Lost"] as DealOutcome[] };
    expect(breakdown({ ...deals, amounts: [null, null, 5, null] }).withoutAmount).toBe(2);
    expect(breakdown(deals).withoutAmount).toBe(0);
  });

  it.each<[string, DealOutcome, readonly (number | null)[]]>([
    ["amount won", "Won", [200, 300, 100]],
    ["deals won", "Won", [null, null, null, null, null, null]],
    ["amount open", "Open", [20, 30, 10]],
    ["deals open", "Open", [null, null, null, null, null, null]],
  ])("stand in the order of the %s", (_, outcome, amounts) => {
    // Without amounts, two deals in the first, three in the second, one in the third.
    const by = amounts.length === 3 ? ["B", "A", "C"] : ["B", "A", "A", "A", "B", "C"];
    const { groups } = breakdown({ by, outcomes: by.map(() => outcome), amounts });
    expect(groups.map(({ group }) => group)).toEqual(["A", "B", "C"]);
  });

  it("count closed deals of the period only, its first and last day included, and open deals always", () => {
    const { groups, withoutClosed } = breakdown({
      by: ["A", "A", "A", "A", "A", "A"],
      outcomes: ["Won", "Won", "Won", "Open", "Lost", "Lost"],
      closed: [99, 100, 110.5, null, null, 111],
      from: 100,
      to: 110,
    });
    expect(groups[0]).toMatchObject({ wonDeals: 2, openDeals: 1, lostDeals: 0 });
    expect(withoutClosed).toBe(1);
  });

  it("says how many deals are won before they were created, and leaves them out of the cycle alone", () => {
    const { groups, wonTooEarly } = breakdown({
      by: ["A", "A", "A"],
      outcomes: ["Won", "Won", "Lost"],
      created: [100, 100, 100],
      closed: [110, 90, 90],
    });
    // One deal took ten days; the other is won, but how long it took nobody knows.
    expect(groups[0]).toMatchObject({ wonDeals: 2, lostDeals: 1, cycleDays: 10 });
    expect(wonTooEarly).toBe(1);
  });

  it("may be asked for from a day on, up to a day, or for a single one", () => {
    const wonDeals = (period: { from?: number; to?: number }) =>
      breakdown({
        by: ["A", "A", "A"],
        outcomes: ["Won", "Won", "Won"],
        closed: [99, 100, 101],
        ...period,
      }).groups.map((group) => group.wonDeals);
    expect([wonDeals({ from: 100 }), wonDeals({ to: 99 }), wonDeals({ from: 100, to: 100 })]).toEqual([
      [2],
      [1],
      [1],
    ]);
    expect(wonDeals({ from: 100.5, to: 100 })).toEqual([1]);
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

  it("reckon the rate, the average and the cycle of groups put together from their deals", () => {
    const deals = {
      by: ["A", "B", "B", "C", "C"],
      outcomes: ["Won", "Won", "Won", "Won", "Lost"] as DealOutcome[],
      amounts: [1_000, 200, null, 100, 50],
      created: [100, 100, null, 100, 100],
      closed: [105, 110, 120, 130, 130],
    };
    // B and C: 3 won of 4, 300 over the two won deals with an amount, 10 and 30 days.
    expect(breakdown({ ...deals, limit: 2 }).groups[1]).toMatchObject({
      group: "2 others",
      winRate: 0.75,
      averageWon: 150,
      cycleDays: 20,
    });
    expect(breakdown({ ...deals, limit: 3 })).toMatchObject({ others: 0, groups: { length: 3 } });
  });

  it("are refused for a period without closing dates, and for one that ends before it begins", () => {
    const deals = { by: ["A"], outcomes: ["Won" as const] };
    expect(refused(() => breakdown({ ...deals, from: 100 }))).toMatch(/^closed is missing/);
    expect(refused(() => breakdown({ ...deals, closed: [100], from: 100, to: 99 }))).toMatch(
      /^from lies after/,
    );
  });
});
