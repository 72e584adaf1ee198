import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualRecurringRevenue, arrByCustomer } from "../../../src/core/retention/arr.js";
import { arrBridge, customerMovements } from "../../../src/core/retention/arrBridge.js";
import type { Customer } from "../../../src/core/retention/subscriptions.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";
import { day, days, histories, mrrPlaybook, read } from "./subscriptionRows.js";

const bridge = (customers: readonly Customer[], from: number, to: number) =>
  arrBridge(customerMovements(customers, from, to));
const figures = (customers: readonly Customer[], from: string, to: string) =>
  bridge(customers, day(from), day(to)).map(({ arr }) => arr);
const cents = (amount: number) => Math.round(amount * 100);

describe("the bridge of dbt Labs' MRR playbook, as its own SQL classifies each month", () => {
  /** Month, then new, upgrade, downgrade, churn, reactivation, ARR and active customers at its beginning. */
  const months: [string, string, ...number[]][] = [
    ["2018-04", "2018-05", 0, 0, 0, -960, 0, 0, 0],
    ["2018-08", "2018-09", 0, 0, 0, 0, 600, 600, 1],
    ["2018-09", "2018-10", 0, 0, -300, 0, 0, 300, 1],
    ["2018-10", "2018-11", 1500, 0, 0, 0, 0, 1800, 4],
    ["2018-11", "2018-12", 300, 300, -300, 0, 0, 2100, 5],
    ["2019-01", "2019-02", 0, 0, 0, -600, 0, 1620, 4],
    ["2019-03", "2019-04", 0, 300, 0, 0, 600, 2220, 4],
    ["2019-04", "2019-05", 660, 0, -600, 0, 0, 2280, 5],
    ["2019-05", "2019-06", 0, 780, -60, 0, 0, 3000, 5],
    ["2019-06", "2019-07", 1560, 0, 0, 0, 600, 5160, 7],
    ["2019-07", "2019-08", 0, 0, -360, -1920, 0, 2880, 4],
    ["2019-12", "2020-01", 0, 0, 0, -3540, 0, 0, 0],
  ];
  const customers = mrrPlaybook();
  for (const [before, month, added, up, down, lost, back, closing, count] of months) {
    it(month, () => {
      const steps = bridge(customers, day(before), day(month));
      expect(steps.slice(1).map(({ arr }) => arr)).toEqual([added, up, down, lost, back, closing]);
      expect(steps.at(-1)?.customers).toBe(count);
    });
  }
});

describe("the life of ChartMogul's example customer Syncalytics", () => {
  const customers = read([
    ["Syncalytics", 2000, day("2024-01-01"), day("2024-12-31")],
    ["Syncalytics", 720, day("2024-01-08"), day("2024-01-22")],
    ["Syncalytics", 1800, day("2025-03-01"), null],
  ]);
  it("is new business, expansion, contraction, churn and reactivation in turn", () => {
    expect(figures(customers, "2023-12-31", "2024-01-07")).toEqual([0, 2000, 0, 0, 0, 0, 2000]);
    expect(figures(customers, "2024-01-07", "2024-01-08")).toEqual([2000, 0, 720, 0, 0, 0, 2720]);
    expect(figures(customers, "2024-01-22", "2024-01-23")).toEqual([2720, 0, 0, -720, 0, 0, 2000]);
    expect(figures(customers, "2024-12-31", "2025-01-01")).toEqual([2000, 0, 0, 0, -2000, 0, 0]);
    expect(figures(customers, "2025-01-01", "2025-03-01")).toEqual([0, 0, 0, 0, 0, 1800, 1800]);
  });
});

describe("between any two days of any history", () => {
  it("opening plus movements is closing, to the cent and in customers", () => {
    fc.assert(
      fc.property(histories, days, days, (rows, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const customers = read(rows, "excluded");
        const steps = bridge(customers, from, to);
        const of = (name: string) => steps.find(({ step }) => step === name)?.customers ?? 0;
        expect(steps.slice(0, -1).reduce((sum, { arr }) => sum + cents(arr), 0)).toBe(
          cents(steps.at(-1)?.arr ?? Number.NaN),
        );
        expect(of("Opening") + of("New") + of("Returned") - of("Churn")).toBe(of("Closing"));
        expect(steps[0]?.arr).toBe(annualRecurringRevenue(customers, from));
        expect(steps.at(-1)?.arr).toBe(annualRecurringRevenue(customers, to));
      }),
      { numRuns: cases(1000) },
    );
  });

  it("two bridges end to end move as much as one across", () => {
    fc.assert(
      fc.property(histories, fc.tuple(days, days, days), (rows, three) => {
        const [a, b, c] = [...three].sort((one, other) => one - other) as [number, number, number];
        const customers = read(rows, "excluded");
        const net = (from: number, to: number) =>
          bridge(customers, from, to)
            .slice(1, -1)
            .reduce((sum, { arr }) => sum + cents(arr), 0);
        expect(net(a, b) + net(b, c)).toBe(net(a, c));
      }),
    );
  });

  it("the order of the rows does not matter, nor does the spelling of a name", () => {
    fc.assert(
      fc.property(
        histories.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        days,
        days,
        ([rows, shuffled], one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const moved = customerMovements(read(rows, "excluded"), from, to);
          expect(customerMovements(read(shuffled, "excluded"), from, to)).toEqual(moved);
          const loud = rows.map(
            ([name, ...rest], at) => [at % 2 ? name.toUpperCase() : name, ...rest] as const,
          );
          expect(arrBridge(customerMovements(read(loud, "excluded"), from, to))).toEqual(arrBridge(moved));
        },
      ),
    );
  });

  it("between one day and itself nothing moves, and back in time is refused", () => {
    const customers = read([["Ash", 100, 45_000, null]]);
    expect(bridge(customers, 45_001, 45_001).map(({ arr }) => arr)).toEqual([100, 0, 0, 0, 0, 0, 100]);
    expect(refused(() => customerMovements(customers, 45_002, 45_001))).toBe(
      "closing_date lies before opening_date; swap the two.",
    );
  });
});

describe("movements by customer", () => {
  it("are listed by kind, in each kind the largest change first, then by name", () => {
    const rows = [
      ["Unmoved", 50, 1, null],
      ["Gone", 90, 1, 14],
      ["Birch", 10, 15, null],
      ["Ash", 10, 15, null],
      ["Cedar", 70, 15, null],
      ["Down", 200, 1, 14],
      ["Down", 100, 15, null],
      ["Up", 300, 1, 14],
      ["Up", 310, 15, null],
      ["More", 20, 1, 14],
      ["More", 80, 15, null],
      ["Back", 30, 1, 5],
      ["Back", 40, 15, null],
    ] as const;
    const expected = [
      "New Cedar",
      "New Ash",
      "New Birch",
      "Expansion More",
      "Expansion Up",
      "Contraction Down",
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const moved = customerMovements(read(order), 10, 20);
      expect(moved.map(({ movement, name }) => `${movement} ${name}`)).toEqual([
        ...expected,
        "Churn Gone",
        "Returned Back",
        "Unchanged Unmoved",
      ]);
    }
  });
});

describe("ARR by customer", () => {
  it("lists customers of one size by name", () => {
    const rows = ["Birch", "Ash", "Elm", "Cedar"].map((name) => [name, 5, 45_000, null] as const);
    for (const order of [rows, [...rows].reverse()]) {
      expect(arrByCustomer(read(order), 45_000).map(({ name }) => name)).toEqual([
        "Ash",
        "Birch",
        "Cedar",
        "Elm",
      ]);
    }
  });

  it("adds up to the ARR, largest first", () => {
    fc.assert(
      fc.property(histories, days, (rows, on) => {
        const customers = read(rows, "excluded");
        const list = arrByCustomer(customers, on);
        expect(list.reduce((sum, { arr }) => sum + cents(arr), 0)).toBe(
          cents(annualRecurringRevenue(customers, on)),
        );
        expect(list.every(({ arr }, at) => arr > 0 && arr <= (list[at - 1]?.arr ?? arr))).toBe(true);
      }),
    );
  });

  it("sums tenths of a cent's worth of rounding away: ten times 0.10 is 1", () => {
    const dimes = Array.from({ length: 10 }, () => ["Ash", 0.1, 45_000, null] as const);
    expect(annualRecurringRevenue(read(dimes), 45_000)).toBe(1);
  });
});
