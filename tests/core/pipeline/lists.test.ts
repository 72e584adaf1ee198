import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lossReasons, NO_REASON } from "../../../src/core/pipeline/lossReasons.js";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { staleDeals } from "../../../src/core/pipeline/staleDeals.js";
import { refused } from "../refused.js";

const today = 46_111;
const outcome = fc.constantFrom<DealOutcome | null>("Won", "Lost", "Open", null);

describe("stale deals (RevOps Engine playbook, phase 2)", () => {
  it("are open deals without activity for 14 days, the most idle first", () => {
    const { stale } = staleDeals(
      ["fresh", "stale", "staler", "won"],
      [today - 13, today - 14, today - 40, today - 90],
      today,
      14,
      ["Open", null, "Open", "Won"],
    );
    expect(stale).toEqual([
      { deal: "staler", idleDays: 40, amount: null },
      { deal: "stale", idleDays: 14, amount: null },
    ]);
  });

  it("list the larger deal first where both are idle as long", () => {
    const last = [today - 20, today - 20, today - 20];
    const { stale } = staleDeals(["small", "unknown", "large"], last, today, 14, undefined, [10, null, 99]);
    expect(stale.map(({ deal }) => deal)).toEqual(["large", "small", "unknown"]);
  });

  it("count the open deals of which no activity is known, instead of passing over them", () => {
    expect(staleDeals(["a", "b", null], [null, null, today - 20], today, 14, ["Open", "Lost", null])).toEqual(
      {
        stale: [{ deal: "(no name)", idleDays: 20, amount: null }],
        withoutActivity: 1,
      },
    );
  });

  it("keep the order of the rows where nothing tells two deals apart", () => {
    const last = [today - 20, today - 20, today - 20];
    const { stale } = staleDeals(["a", "b", "c"], last, today, 14, undefined, [null, 5, null]);
    expect(stale.map(({ deal }) => deal)).toEqual(["b", "a", "c"]);
  });

  it("grow fewer as the threshold rises", () => {
    const deal = fc.tuple(fc.option(fc.integer({ min: today - 100, max: today + 10 })), outcome);
    fc.assert(
      fc.property(fc.array(deal), fc.nat(60), fc.nat(60), (deals, threshold, more) => {
        const count = (days: number) =>
          staleDeals(
            deals.map(() => "deal"),
            deals.map(([last]) => last),
            today,
            days,
            deals.map(([, ended]) => ended),
          ).stale.length;
        expect(count(threshold + more)).toBeLessThanOrEqual(count(threshold));
      }),
    );
  });
});

describe("loss reasons", () => {
  const lost = (count: number) => new Array<DealOutcome>(count).fill("Lost");

  it("count each reason once, however it is spelt, most frequent first", () => {
    const { reasons } = lossReasons(
      lost(4),
      ["too dear", "Timing", "TOO  DEAR", "Too dear "],
      undefined,
      undefined,
      undefined,
      undefined,
    );
    expect(reasons.map(({ reason, deals, share }) => [reason, deals, share])).toEqual([
      ["too dear", 3, 0.75],
      ["Timing", 1, 0.25],
    ]);
  });

  it("show the deals without a reason as such", () => {
    const { reasons } = lossReasons(lost(2), [null, null], undefined, undefined, undefined, [5, 7]);
    expect(reasons).toEqual([{ reason: NO_REASON, deals: 2, share: 1, amount: 12 }]);
  });

  it("take in both the first and the last day of the period, and say which deals have no date", () => {
    const days = [today - 8, today - 7, today + 0.5, today + 1, null];
    const { reasons, withoutClosed } = lossReasons(
      lost(5),
      ["a", "b", "c", "d", "e"],
      days,
      today - 7,
      today,
      undefined,
    );
    expect(reasons.map(({ reason }) => reason)).toEqual(["b", "c"]);
    expect(withoutClosed).toBe(1);
  });

  it("say how many lost deals have no amount, where amounts are asked for", () => {
    expect(lossReasons(lost(2), ["a", "a"], undefined, undefined, undefined, [5, null]).withoutAmount).toBe(
      1,
    );
    expect(lossReasons(lost(2), ["a", "a"], undefined, undefined, undefined, undefined).withoutAmount).toBe(
      0,
    );
  });

  it("refuse a period without dates to compare, or the wrong way round", () => {
    expect(refused(() => lossReasons(lost(1), ["a"], undefined, today, undefined, undefined))).toMatch(
      /^closed is missing/,
    );
    expect(refused(() => lossReasons(lost(1), ["a"], [today], today, today - 1, undefined))).toMatch(
      /^from lies after to/,
    );
  });

  it("add up to all lost deals and to a share of 100%", () => {
    const deal = fc.tuple(outcome, fc.option(fc.constantFrom("Price", "price", "Timing", "No budget")));
    fc.assert(
      fc.property(fc.array(deal), (deals) => {
        const { reasons } = lossReasons(
          deals.map(([ended]) => ended),
          deals.map(([, reason]) => reason),
          undefined,
          undefined,
          undefined,
          undefined,
        );
        const count = deals.filter(([ended]) => ended === "Lost").length;
        expect(reasons.reduce((sum, { deals: each }) => sum + each, 0)).toBe(count);
        if (count > 0) expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
