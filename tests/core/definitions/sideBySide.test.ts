import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORECAST_ERROR_RULES } from "../../../src/core/definitions/forecastErrorRules.js";
import { NET_RETENTION_RULES } from "../../../src/core/definitions/netRetentionRules.js";
import { influence, type Rule, sideBySide } from "../../../src/core/definitions/sideBySide.js";
import { type DecidedDeal, winRateRules } from "../../../src/core/definitions/winRateRules.js";
import { meanAbsolutePercentageError } from "../../../src/core/forecast/percentageError.js";
import { winRate, winRateByAmount } from "../../../src/core/pipeline/winRate.js";
import { customerMovements } from "../../../src/core/retention/arrBridge.js";
import { retentionBetween } from "../../../src/core/retention/retentionBetween.js";
import { customersOf } from "../../../src/core/retention/subscriptions.js";

const deal = (
  label: string,
  outcome: DecidedDeal["outcome"],
  more: Partial<DecidedDeal> = {},
): DecidedDeal => ({
  label,
  outcome,
  amount: 1000,
  created: 46_030,
  expectedClose: null,
  closed: outcome === "Open" ? null : 46_060,
  ...more,
});
const always = { from: undefined, to: undefined };
const rateOf = (rows: readonly { definition: string; value: number | undefined }[], definition: string) =>
  rows.find((row) => row.definition === definition)?.value;

const anyDeal = fc.record({
  label: fc.string(),
  outcome: fc.constantFrom("Won", "Lost", "Open") as fc.Arbitrary<DecidedDeal["outcome"]>,
  amount: fc.option(fc.integer({ min: 1, max: 100_000 })),
  created: fc.option(fc.integer({ min: 46_000, max: 46_200 })),
  expectedClose: fc.option(fc.integer({ min: 46_000, max: 46_200 })),
  closed: fc.option(fc.integer({ min: 46_000, max: 46_200 })),
});

/** Sum of what every row moves, against the difference that the two figures have. */
function expectTraced<Row>(rules: readonly Rule<Row>[], rows: readonly Row[]): void {
  const compared = sideBySide(rules, rows);
  const totals = rules.map((rule) => rows.reduce((sum, row) => sum + (rule.part(row)?.under ?? 0), 0));
  const [first] = compared;
  compared.forEach(({ value, differs }, at) => {
    if (value === undefined || first?.value === undefined) return;
    const [own, ours] = [rules[at] as Rule<Row>, rules[0] as Rule<Row>];
    const moved = (row: Row) =>
      influence(own.part(row), ours.part(row), totals[at] ?? 0, totals[0] ?? 0, first.value as number);
    const all = rows.reduce((sum, row) => sum + moved(row), 0);
    expect(all).toBeCloseTo(value - first.value, 9);
    const sizes = differs.map((row) => Math.abs(moved(row)));
    expect(sizes.every((size, place) => place === 0 || size <= (sizes[place - 1] ?? 0) + 1e-11)).toBe(true);
  });
}

describe("definitions side by side", () => {
  it("trace every difference between two win rates to the deals that make it", () => {
    fc.assert(
      fc.property(fc.array(anyDeal, { minLength: 1, maxLength: 12 }), (deals) => {
        expectTraced(winRateRules(always), deals);
        expectTraced(winRateRules({ from: 46_050, to: 46_150 }), deals);
      }),
    );
  });

  it("trace every difference between two forecast errors to the periods that make it", () => {
    const pair = fc.record({
      label: fc.string(),
      actual: fc.integer({ min: 1, max: 1000 }),
      forecast: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 8 }), (pairs) =>
        expectTraced(FORECAST_ERROR_RULES, pairs),
      ),
    );
  });

  it("give the figures of the functions of the same name", () => {
    const outcomes = ["Won", "Lost", "Lost", "Open"] as const;
    const amounts = [30_000, 50_000, 20_000, 10_000];
    const rates = sideBySide(
      winRateRules(always),
      outcomes.map((outcome, at) => deal(`D-${at}`, outcome, { amount: amounts[at] ?? null })),
    );
    expect(rateOf(rates, "By count")).toBe(winRate(outcomes));
    expect(rateOf(rates, "By amount")).toBe(winRateByAmount(outcomes, amounts));
    const pairs = [
      { label: "January", actual: 230, forecast: 250 },
      { label: "February", actual: 310, forecast: 280 },
    ];
    expect(rateOf(sideBySide(FORECAST_ERROR_RULES, pairs), "MAPE")).toBeCloseTo(
      meanAbsolutePercentageError([230, 310], [250, 280]),
      14,
    );
    const moved = customerMovements(
      customersOf(
        ["Ash", "Birch", "Cedar", "Elm"],
        [40_000, 30_000, 5_000, 700],
        [45_000, 45_000, 45_000, 46_010],
        [null, 46_005, null, null],
        "included",
      ),
      46_000,
      46_020,
    );
    const retained = sideBySide(NET_RETENTION_RULES, moved);
    const { netRevenue, grossRevenue, logo } = retentionBetween(moved, "opening customers");
    expect(rateOf(retained, "Opening customers")).toBe(netRevenue);
    expect(rateOf(retained, "Without upgrades")).toBe(grossRevenue);
    expect(rateOf(retained, "By customers")).toBe(logo);
    expect(rateOf(retained, "New and returned")).toBe(retentionBetween(moved, "new and returned").netRevenue);
  });
});

describe("the created win rate", () => {
  it("is 3% where 3 of 100 deals created are won, 7 lost and 90 open, and 30% by those decided", () => {
    // Varicent Lift guide, Created Win Rate: 3/100 = 3%.
    const deals = [
      ...Array.from({ length: 3 }, (_, at) => deal(`W-${at}`, "Won")),
      ...Array.from({ length: 7 }, (_, at) => deal(`L-${at}`, "Lost")),
      ...Array.from({ length: 90 }, (_, at) => deal(`O-${at}`, "Open")),
    ];
    const rows = sideBySide(winRateRules(always), deals);
    expect(rateOf(rows, "Won ÷ all created")).toBe(0.03);
    expect(rateOf(rows, "By count")).toBe(0.3);
    expect(rows.find(({ definition }) => definition === "Won ÷ all created")?.differs).toHaveLength(90);
  });
});

describe("a rule that the rows cannot bear says so and gives no figure", () => {
  it("an actual of 0 stops the percentage errors, not the weighted one", () => {
    const rows = sideBySide(FORECAST_ERROR_RULES, [
      { label: "May", actual: 0, forecast: 10 },
      { label: "June", actual: 90, forecast: 100 },
    ]);
    expect(rows[0]).toMatchObject({
      value: undefined,
      counted: 0,
      reason: "May has an actual of 0, which no error can be a percentage of.",
    });
    expect(rateOf(rows, "WAPE")).toBeCloseTo(20 / 90, 14);
    expect(rateOf(rows, "sMAPE")).toBeCloseTo((2 + 10 / 95) / 2, 14);
  });

  it("amounts that are 0 on every lost deal say nothing by amount", () => {
    const rows = sideBySide(winRateRules(always), [deal("A", "Won"), deal("B", "Lost", { amount: 0 })]);
    expect(rows.find(({ definition }) => definition === "By amount")?.reason).toContain(
      "0 on every lost deal",
    );
  });

  it("overdue deals need a day to be overdue on", () => {
    const late = deal("C", "Open", { expectedClose: 46_100 });
    const rate = (to: number | undefined) =>
      sideBySide(winRateRules({ from: undefined, to }), [deal("A", "Won"), late]).find(
        ({ definition }) => definition === "Overdue counts as lost",
      );
    expect(rate(undefined)?.reason).toContain("Give to");
    expect(rate(46_100)?.value).toBe(1);
    expect(rate(46_101)?.value).toBe(0.5);
  });

  it("no decided deal at all gives no rate", () => {
    expect(sideBySide(winRateRules(always), [deal("C", "Open")])[0]?.reason).toContain("counts none");
  });
});
