import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORECAST_ERROR_RULES } from "../../../src/core/definitions/forecastErrorRules.js";
import { NET_RETENTION_RULES } from "../../../src/core/definitions/netRetentionRules.js";
import { influence, type Rule, sideBySide } from "../../../src/core/definitions/sideBySide.js";
import { type DecidedDeal, winRateRules } from "../../../src/core/definitions/winRateRules.js";
import { meanAbsolutePercentageError } from "../../../src/core/forecast/percentageError.js";
import { winRate, winRateByAmount } from "../../../src/core/pipeline/winRate.js";
import { type CustomerMovement, customerMovements } from "../../../src/core/retention/arrBridge.js";
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

describe("the same rows under every rule, reckoned by hand", () => {
  const [from, to] = [46_050, 46_100];
  const deals = [
    deal("A", "Won", { amount: 300, created: 46_055, closed: 46_060 }),
    deal("B", "Lost", { amount: 100, created: 46_020, closed: 46_050 }),
    deal("C", "Won", { amount: 100, created: 46_030, closed: 46_100.9 }),
    deal("D", "Won", { amount: 999, created: 46_060, closed: 46_101, expectedClose: 46_090 }),
    deal("E", "Lost", { amount: -5, created: 46_040, closed: 46_049.9, expectedClose: 46_045 }),
    deal("F", "Open", { created: 46_050, expectedClose: 46_099 }),
    deal("G", "Open", { created: 46_120, expectedClose: 46_100.5 }),
    deal("H", "Open", { created: null }),
    deal("I", "Lost", { created: 46_090.5, closed: null }),
    deal("J", "Lost", { amount: null, created: 46_010, closed: 46_080 }),
    deal("K", "Open", { created: 46_100.7 }),
  ];
  const ratesOf = (period: { from: number | undefined; to: number | undefined }, rows = deals) =>
    sideBySide(winRateRules(period), rows).map(({ value, counted }) => [value, counted]);

  it("win rates of a period: decided A, B, C and J, created A, D, F, I and K, overdue F", () => {
    expect(ratesOf({ from, to })).toEqual([
      [2 / 4, 4],
      [400 / 500, 3],
      [2 / 5, 5],
      [2 / 3, 3],
      // A and C won, of A, D, F, I and K.
      [2 / 5, 6],
      [2 / 5, 5],
    ]);
  });

  it("win rates from a day on, up to a day, and of all days", () => {
    const byCount = (period: Parameters<typeof ratesOf>[0]) => ratesOf(period)[0];
    expect(byCount({ from, to: undefined })).toEqual([3 / 5, 5]);
    expect(byCount({ from: undefined, to })).toEqual([2 / 5, 5]);
    expect(byCount(always)).toEqual([3 / 7, 7]);
  });

  it("forecast errors of 80 for 100 and 100 for 50", () => {
    const pairs = [
      { label: "May", actual: 100, forecast: 80 },
      { label: "June", actual: 50, forecast: 100 },
    ];
    const errors = sideBySide(FORECAST_ERROR_RULES, pairs).map(({ value }) => value);
    [(0.2 + 1) / 2, 70 / 150, (20 / 90 + 50 / 75) / 2, (20 / 80 + 50 / 100) / 2, (0.2 + 0.5) / 2].forEach(
      (error, at) => {
        expect(errors[at]).toBeCloseTo(error, 14);
      },
    );
  });

  it("net retention of one who grew, one who left, one who returned and one who is new", () => {
    const moved = (
      name: string,
      opening: number,
      closing: number,
      movement: CustomerMovement["movement"],
    ) => ({
      name,
      opening,
      closing,
      movement,
    });
    const customers = [
      moved("Ash", 100, 120, "Expansion"),
      moved("Birch", 100, 0, "Churn"),
      moved("Cedar", 0, 30, "Returned"),
      moved("Elm", 0, 50, "New"),
    ];
    expect(sideBySide(NET_RETENTION_RULES, customers).map(({ value }) => value)).toEqual([
      0.6, 0.75, 1, 1.2, 0.5, 0.5,
    ]);
  });

  it("names the deals that one rule counts otherwise, in the order of the rows where they weigh alike", () => {
    const differing = sideBySide(winRateRules({ from, to }), deals).map(({ differs }) =>
      differs.map(({ label }) => label).sort(),
    );
    expect(differing[0]).toEqual([]);
    expect(differing[5]).toEqual(["F"]);
    const open = ["X", "Y", "Z"].map((label) => deal(label, "Open"));
    const [, , created] = sideBySide(winRateRules(always), [deal("W", "Won"), ...open]);
    expect(created?.differs.map(({ label }) => label)).toEqual(["X", "Y", "Z"]);
  });

  it("takes for equal what differs by a rounding error only", () => {
    const rule = (definition: string, over: number): Rule<number> => ({
      definition,
      countsSo: "",
      part: () => ({ over, under: 1 }),
    });
    const [, rounding, real] = sideBySide([rule("a", 0.1 + 0.2), rule("b", 0.3), rule("c", 0.3 + 1e-9)], [1]);
    expect([rounding?.differs, real?.differs]).toEqual([[], [1]]);
    expect(sideBySide([], [1])).toEqual([]);
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

  it("amounts below 0 in the period stop the rate by amount, those outside do not, nor one lost deal of 0", () => {
    const period = { from: 46_050, to: 46_100 };
    const byAmount = (...more: DecidedDeal[]) =>
      sideBySide(winRateRules(period), [deal("A", "Won"), deal("B", "Lost", { amount: 3000 }), ...more])[1];
    const negative = byAmount(deal("C", "Lost", { amount: -1 }));
    expect(negative).toMatchObject({ value: undefined, counted: 0, reason: "C has an amount below 0." });
    expect(negative?.differs).toEqual([]);
    expect(byAmount(deal("C", "Lost", { amount: -1, closed: 46_101 }))?.value).toBe(0.25);
    expect(byAmount(deal("C", "Lost", { amount: 0 }))?.value).toBe(0.25);
    expect(byAmount(deal("C", "Lost", { amount: null }))?.value).toBe(0.25);
    expect(sideBySide(winRateRules(period), [deal("A", "Won")])[1]?.value).toBe(1);
  });

  it("rules that go by the created date need one in a period, and none without", () => {
    const bare = [deal("A", "Won", { created: null }), deal("B", "Lost", { created: null })];
    const reasons = (period: { from: number | undefined; to: number | undefined }, rows: DecidedDeal[]) =>
      sideBySide(winRateRules(period), rows)
        .slice(2, 5)
        .map(({ reason }) => reason);
    const sentence = "No deal has a created date, which this goes by.";
    expect(reasons({ from: 46_000, to: undefined }, bare)).toEqual([sentence, sentence, sentence]);
    expect(reasons({ from: undefined, to: 46_100 }, bare)).toEqual([sentence, sentence, sentence]);
    expect(reasons(always, bare)).toEqual([undefined, undefined, undefined]);
    expect(reasons({ from: 46_000, to: undefined }, [...bare, deal("C", "Won")])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("a forecast of 0 stops the error against it unless nothing came, a figure below 0 the last rule", () => {
    const reasons = (actual: number, forecast: number) =>
      sideBySide(FORECAST_ERROR_RULES, [
        { label: "May", actual, forecast },
        { label: "June", actual: 90, forecast: 100 },
      ])
        .slice(3)
        .map(({ reason }) => reason);
    const ofZero = "May has a forecast of 0, which no error can be a percentage of.";
    const below = "May has a figure below 0.";
    expect(reasons(5, 0)).toEqual([ofZero, undefined]);
    expect(reasons(0, 0)).toEqual([undefined, undefined]);
    expect(reasons(0, 5)).toEqual([undefined, undefined]);
    expect(reasons(-5, 5)).toEqual([undefined, below]);
    expect(reasons(5, -5)).toEqual([undefined, below]);
    const [, , symmetric] = sideBySide(FORECAST_ERROR_RULES, [{ label: "May", actual: 0, forecast: 0 }]);
    expect(symmetric?.value).toBe(0);
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
