import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualRecurringRevenue } from "../../../src/core/retention/arr.js";
import { cohorts } from "../../../src/core/retention/cohorts.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";
import { day, days, histories, mrrPlaybook, type Row, read } from "./subscriptionRows.js";

describe("cohorts of dbt Labs' MRR playbook, from its customer_revenue_by_month", () => {
  const of = (by: "count" | "revenue") =>
    Object.fromEntries(
      cohorts(mrrPlaybook(), day("2019-12-31"), "month", by).map(({ cohort, start, later }) => [
        cohort,
        [start, ...later].map((left) => (left === null || by === "count" ? left : left / 100)),
      ]),
    );

  it("by count", () => {
    const table = of("count");
    expect(Object.keys(table)).toEqual(["2018-04", "2018-11", "2018-12", "2019-05", "2019-07"]);
    expect(table["2018-11"]?.slice(0, 14)).toEqual([3, 3, 3, 2, 1, 2, 2, 2, 3, 2, 2, 2, 2, 2]);
    expect(table["2018-04"]).toEqual([1, 0, 0, 0, 0, ...Array.from({ length: 16 }, () => 1)]);
    expect(table["2018-12"]?.slice(0, 13)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0]);
  });

  it("by revenue", () => {
    const table = of("revenue");
    expect(table["2018-11"]?.slice(0, 14)).toEqual([
      1500, 1500, 1500, 900, 600, 1200, 900, 1380, 1980, 780, 1020, 1080, 1500, 1620,
    ]);
    expect(table["2019-05"]?.slice(0, 8)).toEqual([660, 600, 600, 0, 0, 0, 0, 0]);
    expect(table["2019-07"]?.slice(0, 6)).toEqual([1560, 1500, 1500, 1500, 1500, 1500]);
  });
});

/** Customers, first month, last active month: a tutorial's 22 customers, all still there in April 2026 unless named. */
const TUTORIAL: Row[] = (
  [
    ["2025-10", "2026-01-31", null, "2025-11-30", null, "2026-02-28"],
    ["2025-11", null, "2025-12-31", null, null],
    ["2025-12", null, "2026-02-28", null, null],
    ["2026-01", null, null, "2026-02-28", null],
    ["2026-02", null, null, null],
    ["2026-03", null, null],
    ["2026-04", null],
  ] as [string, ...(string | null)[]][]
).flatMap(([month, ...ends]) =>
  ends.map((end, at): Row => [`${month} ${at}`, 100, day(month), end === null ? null : day(end)]),
);

describe("the 22 customers of Data Research Analysis Collection's cohort tutorial", () => {
  const left = (asOf: string) => cohorts(read(TUTORIAL), day(asOf), "month", "count");
  it("leave a triangle in which what is not over is blank, not 0", () => {
    expect(left("2026-04-30").map(({ start, later }) => [start, ...later])).toEqual([
      [5, 5, 4, 4, 3, 2, 2],
      [4, 4, 3, 3, 3, 3, null],
      [4, 4, 4, 3, 3, null, null],
      [4, 4, 3, 3, null, null, null],
      [3, 3, 3, null, null, null, null],
      [2, 2, null, null, null, null, null],
      [1, null, null, null, null, null, null],
    ]);
    expect(left("2026-04-29").map(({ later }) => later.at(-1))).toEqual([
      2,
      ...Array.from({ length: 6 }, () => null),
    ]);
  });
  it("fall into quarters and years all the same", () => {
    const quarters = cohorts(read(TUTORIAL), day("2026-06-30"), "quarter", "count");
    expect(quarters.map(({ cohort, start, later }) => [cohort, start, ...later])).toEqual([
      ["2025 Q4", 13, 8, 8],
      ["2026 Q1", 9, 8, null],
      ["2026 Q2", 1, null, null],
    ]);
    expect(cohorts(read(TUTORIAL), day("2026-12-31"), "year", "count").map(({ cohort }) => cohort)).toEqual([
      "2025",
      "2026",
    ]);
  });
});

describe("any history", () => {
  it("has every customer in one cohort, and by revenue accounts for all ARR at a period's end", () => {
    fc.assert(
      fc.property(histories, days, (rows, asOf) => {
        const customers = read(rows, "excluded");
        const started = customers.filter(({ periods }) => periods.some(({ from }) => from <= asOf));
        if (started.length === 0) {
          expect(refused(() => cohorts(customers, asOf, "month", "count"))).toMatch(/^as_of lies before/);
          return;
        }
        const counted = cohorts(customers, asOf, "month", "count");
        expect(counted.reduce((sum, { start }) => sum + start, 0)).toBe(started.length);
        for (const { start, later } of counted) {
          for (const left of later) if (left !== null) expect(left >= 0 && left <= start).toBe(true);
        }
        // The last finished month: every cohort's last known figure, and those of one that has only just begun.
        const monthEnd = day(new Date((asOf + 1 - 25_569) * 86_400_000).toISOString().slice(0, 7)) - 1;
        const known = cohorts(customers, asOf, "month", "revenue").flatMap(
          ({ later }) => later.filter((left) => left !== null).at(-1) ?? [],
        );
        const before = day(new Date((monthEnd - 25_569) * 86_400_000).toISOString().slice(0, 7));
        const older = customers.filter(
          ({ periods }) => Math.min(...periods.map(({ from }) => from)) < before,
        );
        expect(known.reduce((sum, left) => sum + left, 0)).toBe(
          Math.round(annualRecurringRevenue(older, monthEnd) * 100),
        );
      }),
      { numRuns: cases(500) },
    );
  });

  it("does not depend on the order of its rows", () => {
    fc.assert(
      fc.property(
        histories.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        fc.constantFrom("month", "quarter", "year"),
        fc.constantFrom("count", "revenue"),
        ([rows, shuffled], length, by) => {
          const table = (of: readonly Row[]) => {
            try {
              return cohorts(read(of, "excluded"), 45_800, length, by);
            } catch (error) {
              return String(error);
            }
          };
          expect(table(shuffled)).toEqual(table(rows));
        },
      ),
    );
  });

  it("is refused where a mistyped year would make thousands of columns", () => {
    expect(refused(() => cohorts(read([["Ash", 1, 400, null]]), 45_000, "month", "count"))).toBe(
      "as_of lies more than 400 months after a start; check the dates.",
    );
    const years = (start: string) =>
      cohorts(read([["Ash", 1, day(start), null]]), day("2300-06-30"), "year", "count");
    expect(years("1900-01-01")[0]?.later).toHaveLength(399);
    expect(refused(() => years("1899-12-31"))).toMatch(/^as_of lies more than 400 years after a start/);
  });
});

it("reads 100,000 subscriptions well within a call", () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, at): Row => [`Customer ${at % 30_000}`, 1_000 + (at % 977) / 100, 42_000 + ((at * 7) % 3_500), null],
  );
  const before = cpuMs();
  const customers = read(rows, "excluded");
  cohorts(customers, 46_000, "month", "revenue");
  cohorts(customers, 46_000, "month", "count");
  expect(cpuMs() - before).toBeLessThan(3_000);
});
