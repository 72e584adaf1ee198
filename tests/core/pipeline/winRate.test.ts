import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { winRate, winRateByAmount, winRateByCohort } from "../../../src/core/pipeline/winRate.js";
import { refused } from "../refused.js";

const outcome = fc.constantFrom<DealOutcome | null>("Won", "Lost", "Open", null);
const repeat = (word: DealOutcome, times: number) => new Array<DealOutcome>(times).fill(word);

describe("win rate by count", () => {
  it("is 25% for 45 won, 135 lost and 80 still open (Context-Aware Analytics)", () => {
    expect(winRate([...repeat("Won", 45), ...repeat("Lost", 135), ...repeat("Open", 80)])).toBe(0.25);
  });

  it("is 63.15% for 4,238 won, 2,473 lost and 2,089 open, the public CRM sales opportunities data set", () => {
    const deals = [...repeat("Won", 4238), ...repeat("Lost", 2473), ...repeat("Open", 2089)];
    expect(winRate(deals)).toBeCloseTo(0.6315, 4);
  });

  it("refuses deals of which none is decided", () => {
    expect(refused(() => winRate(["Open", null]))).toMatch(/^outcomes holds no won or lost deal/);
  });

  it("does not change with the deals that are still open, nor with the order", () => {
    fc.assert(
      fc.property(
        fc.array(outcome),
        fc.array(fc.constantFrom<DealOutcome | null>("Open", null)),
        (deals, open) => {
          const decided = [...deals, "Won" as const];
          expect(winRate([...open, ...decided].reverse())).toBe(winRate(decided));
        },
      ),
    );
  });
});

describe("win rate by amount", () => {
  it("weighs deals by what they are worth", () => {
    expect(winRateByAmount(["Won", "Lost", "Open"], [25, 75, 1000])).toBe(0.25);
  });

  it("refuses a decided deal without an amount by its row, and does not mind an open one", () => {
    expect(winRateByAmount(["Won", "Lost", "Open"], [50, 50, null])).toBe(0.5);
    expect(refused(() => winRateByAmount(["Won", "Lost"], [50, null]))).toMatch(/^amounts, row 2, is blank/);
  });

  it("refuses lost deals that the CRM set to 0, since the rate would always be 100%", () => {
    expect(refused(() => winRateByAmount(["Won", "Lost", "Lost"], [50, 0, 0]))).toMatch(
      /^amounts is 0 on every lost deal/,
    );
    expect(winRateByAmount(["Won", "Lost", "Lost"], [50, 0, 50])).toBe(0.5);
    expect(winRateByAmount(["Won", "Open"], [50, 0])).toBe(1);
  });

  it("refuses amounts below 0 and amounts that add up to nothing", () => {
    expect(refused(() => winRateByAmount(["Won", "Lost"], [-1, 2]))).toMatch(
      /^amounts, row 1, is -1, below 0/,
    );
    expect(refused(() => winRateByAmount(["Won"], [0]))).toMatch(/^amounts adds up to 0/);
    expect(refused(() => winRateByAmount(["Open"], [5]))).toMatch(/^outcomes holds no won or lost deal/);
  });

  it("equals the rate by count where all deals are of one size", () => {
    fc.assert(
      fc.property(fc.array(outcome), fc.integer({ min: 1, max: 1e6 }), (deals, size) => {
        const decided = [...deals, "Won" as const, "Lost" as const];
        const amounts = decided.map(() => size);
        expect(winRateByAmount(decided, amounts)).toBeCloseTo(winRate(decided), 12);
      }),
    );
  });
});

describe("win rate by cohort", () => {
  const [january, march, april] = [46_023, 46_083, 46_113];

  it("groups deals by the period of their creation, oldest first", () => {
    const cohorts = winRateByCohort(
      ["Lost", "Won", "Won", "Open"],
      [april, january, march, january],
      "quarter",
    );
    expect(cohorts).toEqual([
      { cohort: "2026 Q1", won: 2, lost: 0, open: 1, winRate: 1 },
      { cohort: "2026 Q2", won: 0, lost: 1, open: 0, winRate: 0 },
    ]);
  });

  it("leaves the rate of a cohort open until something in it is decided", () => {
    expect(winRateByCohort([null], [january], "month")[0]?.winRate).toBeUndefined();
  });

  it("names the deals without a created date in a last row", () => {
    const cohorts = winRateByCohort(["Won", "Won", "Lost"], [january, null, null], "year");
    expect(cohorts.map(({ cohort }) => cohort)).toEqual(["2026", "2 deals without a created date"]);
    expect(cohorts[1]?.winRate).toBe(0.5);
  });

  it("puts every deal in one row exactly", () => {
    const deal = fc.tuple(outcome, fc.option(fc.integer({ min: 40_000, max: 46_000 })));
    const length = fc.constantFrom("month", "quarter", "year");
    fc.assert(
      fc.property(fc.array(deal), length, (deals, by) => {
        const cohorts = winRateByCohort(
          deals.map(([ended]) => ended),
          deals.map(([, created]) => created),
          by as "month",
        );
        const sum = cohorts.reduce((all, { won, lost, open }) => all + won + lost + open, 0);
        expect(sum).toBe(deals.length);
        expect(new Set(cohorts.map(({ cohort }) => cohort)).size).toBe(cohorts.length);
      }),
    );
  });
});
