import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median } from "../../../src/core/pipeline/median.js";
import { salesCycle } from "../../../src/core/pipeline/salesCycle.js";
import { weightedPipeline } from "../../../src/core/pipeline/weightedPipeline.js";
import { winRate } from "../../../src/core/pipeline/winRate.js";
import { FIGURES } from "../../../src/core/receipts/figures.js";
import type { ReceiptDeal } from "../../../src/core/receipts/verdict.js";

const deal = (change: Partial<ReceiptDeal>): ReceiptDeal => ({
  outcome: "Open",
  amount: 100,
  probability: 0.5,
  created: 46_000,
  closed: null,
  ...change,
});
const quarter = { from: 46_023, to: 46_112 };
const verdict = (key: string, change: Partial<ReceiptDeal>, within: typeof quarter | undefined = quarter) =>
  FIGURES.find((figure) => figure.key === key)?.verdict(deal(change), within);

describe("whether a deal counts, with what and why", () => {
  it.each([
    ["winRate", { outcome: "Won" }, 1, "Won"],
    ["winRate", { outcome: "lost" }, 0, "Lost"],
    ["winRate", {}, undefined, "Still open"],
    ["winRate", { outcome: null }, undefined, "No outcome given"],
    ["winRate", { outcome: "Maybe" }, undefined, "Outcome is neither Open, Won nor Lost"],
    ["open", {}, 100, "Open"],
    ["open", { amount: 0 }, 0, "Open"],
    ["open", { amount: null }, undefined, "Open, but has no amount"],
    ["open", { outcome: "Won" }, undefined, "Won"],
    ["weighted", {}, 50, "Open, at 50% of its amount"],
    ["weighted", { probability: 0.125 }, 12.5, "Open, at 12.5% of its amount"],
    ["weighted", { probability: null }, undefined, "Open, but has no probability"],
    ["weighted", { outcome: "Won" }, undefined, "Won"],
    ["weighted", { amount: null, probability: null }, undefined, "Open, but has no amount"],
    ["wonQuarter", { outcome: "Won", closed: 46_112.9 }, 100, "Won on 31 Mar 2026"],
    ["wonQuarter", { outcome: "Won", closed: 46_113 }, undefined, "Won on 1 Apr 2026, after the quarter"],
    ["wonQuarter", { outcome: "Won", closed: 46_023 }, 100, "Won on 1 Jan 2026"],
    ["wonQuarter", { outcome: "Won", closed: 46_022 }, undefined, "Won on 31 Dec 2025, before the quarter"],
    [
      "wonQuarter",
      { outcome: "Won", closed: 46_050, amount: null },
      undefined,
      "Won on 28 Jan 2026, but has no amount",
    ],
    ["wonQuarter", { outcome: "Won" }, undefined, "Won, but has no closed date"],
    ["wonQuarter", { outcome: "Lost", closed: 46_050 }, undefined, "Lost"],
    ["cycleDays", { outcome: "Won", closed: 46_010.9 }, 10, "Created 9 Dec 2025, won 19 Dec 2025"],
    ["cycleDays", { outcome: "Won", closed: 46_000 }, 0, "Created 9 Dec 2025, won 9 Dec 2025"],
    ["cycleDays", { outcome: "Won" }, undefined, "Won, but has no closed date"],
    ["cycleDays", { outcome: "Lost", closed: 46_010 }, undefined, "Lost"],
    ["cycleDays", { outcome: "Won", created: null, closed: 1 }, undefined, "Won, but has no created date"],
    ["cycleDays", { outcome: "Won", created: null }, undefined, "Won, but has neither date"],
    [
      "cycleDays",
      { outcome: "Won", closed: 45_999 },
      undefined,
      "Won before it was created; correct one of the dates",
    ],
  ] as const)("%s of %j", (key, change, counts, reason) => {
    expect(verdict(key, change)).toEqual({ counts, reason });
  });

  it("says so where the workbook has no as-of date", () => {
    const figure = FIGURES.find(({ key }) => key === "wonQuarter");
    expect(figure?.verdict(deal({ outcome: "Won", closed: 46_050 }), undefined)).toEqual({
      counts: undefined,
      reason: "Won, but the workbook has no as-of date",
    });
  });
});

const deals = fc.array(
  fc.record<ReceiptDeal>({
    outcome: fc.constantFrom("Open", "Won", "Lost"),
    amount: fc.option(fc.integer({ min: 0, max: 99_999 })),
    probability: fc.option(fc.constantFrom(0, 0.1, 0.5, 0.9, 1)),
    created: fc.option(fc.integer({ min: 46_000, max: 46_050 })),
    closed: fc.option(fc.integer({ min: 46_050, max: 46_200 })),
  }),
  { minLength: 1 },
);

describe("what the counted deals add up to", () => {
  const countsOf = (key: string, all: readonly ReceiptDeal[]) =>
    all.flatMap((one) => FIGURES.find((figure) => figure.key === key)?.verdict(one, quarter).counts ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

  it("is the figure that the core computes by itself, whatever the deals", () => {
    fc.assert(
      fc.property(deals, (all) => {
        const outcomes = all.map(({ outcome }) => outcome as "Open" | "Won" | "Lost");
        const decided = countsOf("winRate", all);
        if (decided.length > 0) expect(sum(decided) / decided.length).toBe(winRate(outcomes));
        const weighted = weightedPipeline(
          all.map(({ amount }) => amount),
          all.map(({ probability }) => probability),
          outcomes,
        );
        expect(sum(countsOf("weighted", all))).toBeCloseTo(weighted.weighted, 6);
        expect(countsOf("weighted", all)).toHaveLength(weighted.counted);
        const cycle = salesCycle(
          all.map(({ created }) => created),
          all.map(({ closed }) => closed),
          outcomes,
        );
        expect(median(countsOf("cycleDays", all))).toBe(cycle.medianDays);
      }),
    );
  });

  it("leaves no deal without a verdict and no verdict without a reason", () => {
    fc.assert(
      fc.property(deals, (all) => {
        for (const { verdict: judge } of FIGURES)
          for (const one of all) expect(judge(one, quarter).reason).not.toBe("");
      }),
    );
  });
});
