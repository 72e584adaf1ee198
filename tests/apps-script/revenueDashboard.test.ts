import { beforeAll, describe, expect, test } from "vitest";
import { REVENUE_DASHBOARD } from "../../sheets-templates/revenueDashboard.js";
import { grade } from "../../src/core/benchmarks/grade.js";
import { meanAbsolutePercentageError } from "../../src/core/forecast/percentageError.js";
import { breakdown } from "../../src/core/pipeline/breakdown.js";
import { annualRecurringRevenue } from "../../src/core/retention/arr.js";
import { arrBridge, customerMovements } from "../../src/core/retention/arrBridge.js";
import { retentionBetween } from "../../src/core/retention/retentionBetween.js";
import type { Customer } from "../../src/core/retention/subscriptions.js";
import { burnMultiple } from "../../src/core/unitEconomics/burnMultiple.js";
import { cacPayback } from "../../src/core/unitEconomics/cacPayback.js";
import { customerAcquisitionCost } from "../../src/core/unitEconomics/customerAcquisitionCost.js";
import { lifetimeValue } from "../../src/core/unitEconomics/lifetimeValue.js";
import { magicNumber } from "../../src/core/unitEconomics/magicNumber.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { PERIODS } from "../../src/workbook/settingsLists.js";
import { FORECASTS } from "../../src/workbook/tabs/forecasts.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import { SUBSCRIPTIONS } from "../../src/workbook/tabs/subscriptions.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { errorsOf, openAddOn, setSetting, settingAt, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";
import { customersIn, isIn, monthsFrom, total } from "./serialDays.js";

const TAB = "Revenue dashboard";

let workbench: HeadlessWorkbench;
let plan: TabPlan;
let rowsOf: (tab: DataTab) => readonly DataRecord[];
let customers: Customer[];
let asOf: number;
let quarterStart: number;
let margin: number;
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? key);

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  workbench.run("drawRevenueDashboard");
  plan = planIn(workbench, REVENUE_DASHBOARD);
  asOf = Number(settingAt(workbench, "asOf"));
  quarterStart = Number(settingAt(workbench, "quarterStart"));
  margin = Number(settingAt(workbench, "grossMargin"));
  const { rows } = sampleStory({ asOf });
  rowsOf = (tab) => rows.get(tab) ?? [];
  customers = customersIn(rowsOf(SUBSCRIPTIONS));
});

const arr = (day: number) => annualRecurringRevenue(customers, day);
const periods = (from: number, to: number) => rowsOf(PERIODS).filter(({ start }) => isIn(start, from, to));
const step = (from: number, to: number, name: string) =>
  arrBridge(customerMovements(customers, from, to)).find((one) => one.step === name) ?? {
    arr: Number.NaN,
    customers: Number.NaN,
  };
/** Last day of the last quarter that is over, and the day before the year that it ends. */
const fullEnd = () => {
  const end = monthsFrom(quarterStart, 3) - 1;
  return asOf >= end ? end : quarterStart - 1;
};

describe("the revenue dashboard on the sample company", () => {
  test("ARR and what moved it this quarter are those of the core", () => {
    expect(at("board.arr.now")).toBeCloseTo(arr(asOf), 2);
    expect(at("board.netNew.now")).toBeCloseTo(arr(asOf) - arr(quarterStart - 1), 2);
    const added = ["New", "Expansion"].map((name) => step(quarterStart - 1, asOf, name).arr);
    expect(at("board.added.now")).toBeCloseTo(Number(added[0]) + Number(added[1]), 2);
  });

  test("the waterfall's steps add up to net new ARR, and each bar begins where the one before ended", () => {
    const moves = ["new", "expansion", "returned", "contraction", "churn"];
    const value = (move: string, column: string) => Number(at(`steps.${move}.${column}`));
    const sum = moves.reduce((all, move) => all + value(move, "arr"), 0);
    expect(sum).toBeCloseTo(Number(at("board.netNew.now")), 2);
    let level = 0;
    for (const move of moves) {
      const next = level + value(move, "arr");
      expect(value(move, "base")).toBeCloseTo(
        Math.max(0, Math.min(level, next)) + Math.min(0, Math.max(level, next)),
        2,
      );
      expect(value(move, "gained") - value(move, "lost") + value(move, "below")).toBeCloseTo(next - level, 2);
      level = next;
    }
  });

  test("retention follows the customers of twelve months before", () => {
    const kept = retentionBetween(
      customerMovements(customers, monthsFrom(asOf, -12), asOf),
      "opening customers",
    );
    expect(at("board.nrr.now")).toBeCloseTo(kept.netRevenue, 10);
    expect(at("board.grr.now")).toBeCloseTo(kept.grossRevenue, 10);
    expect(at("board.logo.now")).toBeCloseTo(kept.logo, 10);
    expect(at("board.nrr.band")).toBe(grade("NRR", kept.netRevenue, "A"));
  });

  test("CAC, LTV, payback, magic number and burn multiple are those of the core over full quarters", () => {
    const end = fullEnd();
    const opening = monthsFrom(end + 1, -12) - 1;
    const joined = step(opening, end, "New");
    const cac = customerAcquisitionCost(total(periods(opening + 1, end), "spend"), joined.customers);
    const closing = step(quarterStart - 1, asOf, "Closing");
    const lost =
      1 -
      retentionBetween(customerMovements(customers, monthsFrom(asOf, -12), asOf), "opening customers").logo;
    const ltv = lifetimeValue(closing.arr / closing.customers, margin, lost);
    expect(at("board.cac.now")).toBeCloseTo(cac, 4);
    expect(at("board.ltv.now")).toBeCloseTo(ltv, 4);
    expect(at("board.ltvCac.now")).toBeCloseTo(ltv / cac, 8);
    expect(at("board.payback.now")).toBeCloseTo(
      cacPayback(cac, joined.arr / joined.customers / 12, margin),
      8,
    );
    const [before, start] = [monthsFrom(end + 1, -6), monthsFrom(end + 1, -3)];
    expect(at("board.magic.now")).toBeCloseTo(
      magicNumber(arr(end) - arr(start - 1), total(periods(before, start - 1), "spend"), "ARR"),
      8,
    );
    expect(at("board.burn.now")).toBeCloseTo(
      burnMultiple(total(periods(opening + 1, end), "burn"), arr(end) - arr(opening)),
      8,
    );
  });

  test("each signal follows from its figure and the thresholds in Settings, and the health lines count them", () => {
    const signal = (key: string) => at(`${key}.signal`);
    const [nrr, nrrTarget] = [Number(at("board.nrr.now")), Number(settingAt(workbench, "nrrTarget"))];
    expect(signal("board.nrr")).toBe(nrr >= nrrTarget ? "Green" : nrr >= nrrTarget * 0.95 ? "Yellow" : "Red");
    const coverage = Number(at("operating.coverage.now"));
    expect(signal("operating.coverage")).toBe(coverage >= 3.5 ? "Green" : coverage >= 3 ? "Yellow" : "Red");
    const signals = Object.keys(plan.keys)
      .filter((key) => key.endsWith(".signal") && !key.startsWith("health"))
      .map((key) => at(key));
    for (const color of ["Green", "Yellow", "Red"]) {
      const count = signals.filter((one) => one === color).length;
      expect(at(`health.${color}.metrics`)).toBe(count);
      expect(
        String(at(`health.${color}.which`))
          .split(", ")
          .filter(Boolean),
      ).toHaveLength(count);
    }
  });

  test("a stricter target in Settings turns the signal, and the threshold beside it follows", () => {
    setSetting(workbench, "nrrTarget", "3");
    expect(at("board.nrr.signal")).toBe("Red");
    expect(at("board.nrr.green")).toBe("≥ 300.0%");
    setSetting(workbench, "nrrTarget", "0.5");
    expect(at("board.nrr.signal")).toBe("Green");
    setSetting(workbench, "nrrTarget", "1.05");
  });

  test("a wider tolerance on the tab makes yellow of red", () => {
    setSetting(workbench, "nrrTarget", "1.5");
    expect(at("board.nrr.signal")).toBe("Red");
    const field = plan.keys["tolerance.signals.share"] ?? "";
    typeInto(workbench, TAB, field, "0.5");
    expect(at("board.nrr.signal")).toBe("Yellow");
    typeInto(workbench, TAB, field, "0.05");
    setSetting(workbench, "nrrTarget", "1.05");
  });

  test("MAPE compares what the reps called for the last four full quarters with what these brought", () => {
    const [actuals, forecasts] = [[], []] as [number[], number[]];
    for (let back = 4; back >= 1; back--) {
      const from = monthsFrom(quarterStart, -3 * back);
      const called = rowsOf(FORECASTS).filter(
        ({ period, actual, forecast }) =>
          isIn(period, from, monthsFrom(from, 3) - 1) &&
          typeof actual === "number" &&
          typeof forecast === "number",
      );
      actuals.push(total(called, "actual"));
      forecasts.push(total(called, "forecast"));
    }
    expect(at("operating.mape.now")).toBeCloseTo(meanAbsolutePercentageError(actuals, forecasts), 10);
  });

  test("MQL to SQL follows the MQLs of the last three months", () => {
    const qualified = rowsOf(LEADS).filter(({ mqlAt }) => isIn(mqlAt, monthsFrom(asOf, -3) + 1, asOf));
    const reached = qualified.filter(({ sqlAt }) => typeof sqlAt === "number");
    expect(at("operating.mqls.now")).toBe(qualified.length);
    expect(at("operating.mqlToSql.now")).toBeCloseTo(reached.length / qualified.length, 10);
  });

  test.each([
    ["Segment", "segment"],
    ["Rep", "owner"],
  ])("diagnostics by %s are those of the core", (choice, column) => {
    typeInto(workbench, TAB, plan.keys.by ?? "", choice);
    const deals = rowsOf(OPPORTUNITIES);
    const of = (key: string) => deals.map((deal) => deal[key] ?? null) as never[];
    const { groups } = breakdown({
      by: of(column),
      outcomes: of("outcome"),
      amounts: of("amount"),
      created: of("created"),
      closed: of("closed"),
      from: monthsFrom(asOf, -12) + 1,
      to: asOf,
      limit: 12,
    });
    groups.forEach((group, index) => {
      expect(at(`diagnostics.g${index + 1}.group`)).toBe(group.group);
      expect(at(`diagnostics.g${index + 1}.won`)).toBeCloseTo(group.wonAmount, 2);
      expect(at(`diagnostics.g${index + 1}.wonDeals`)).toBe(group.wonDeals);
    });
    const blank = plan.keys[`diagnostics.g${groups.length + 1}.group`];
    if (blank) expect(at(blank)).toBe("");
    expect(errorsOf(workbench, TAB)).toEqual([]);
    typeInto(workbench, TAB, plan.keys.by ?? "", "Segment");
  });

  test("without spend in one of the four quarters there is no CAC, and the tab says what it needs", () => {
    const range = workbench.model.getters.getNamedRange("Periods_Sales_and_marketing_spend")?.range;
    if (!range) throw new Error("There is no spend.");
    const starts = rowsOf(PERIODS).map(({ start }) => Number(start));
    const blank = starts.flatMap((start, row) =>
      isIn(start, monthsFrom(fullEnd() + 1, -3), fullEnd()) ? [row] : [],
    );
    const cells = blank.map((row) => ({
      sheetId: range.sheetId,
      col: range.zone.left,
      row: range.zone.top + row,
    }));
    const before = cells.map((cell) => workbench.model.getters.getCellText(cell, { showFormula: true }));
    for (const cell of cells) workbench.model.dispatch("UPDATE_CELL", { ...cell, content: "" });
    expect(at("board.cac.now")).toBe("–");
    expect(at("board.payback.signal")).toBe("");
    expect(String(at("board.cac.basis"))).toMatch(/^Needs spend/);
    cells.forEach((cell, index) => {
      workbench.model.dispatch("UPDATE_CELL", { ...cell, content: before[index] ?? "" });
    });
    expect(at("board.cac.now")).toBeTypeOf("number");
  });
});

describe("the waterfall of a quarter in which more was lost than gained", () => {
  test("reaches below zero where the losses do", () => {
    const shrinking = openAddOn();
    shrinking.run("setUpWorkbook");
    shrinking.run("drawRevenueDashboard");
    const start = Number(settingAt(shrinking, "quarterStart"));
    const put = (name: string, row: number, content: string | number) => {
      const range = shrinking.model.getters.getNamedRange(`Subscriptions_${name}`)?.range;
      if (!range) throw new Error(`There is no ${name}.`);
      shrinking.model.dispatch("UPDATE_CELL", {
        sheetId: range.sheetId,
        col: range.zone.left,
        row: range.zone.top + row,
        content: String(content),
      });
    };
    // Birch pays 50 from the quarter's first day; Ash paid 120 to the day before; Cedar stays at 500.
    const rows = [
      ["Ash", 120, start - 400, start - 1],
      ["Birch", 50, start, ""],
      ["Cedar", 500, start - 400, ""],
    ] as const;
    rows.forEach(([account, amount, starts, ends], row) => {
      put("Account", row, account);
      put("Annual_amount", row, amount);
      put("Starts", row, starts);
      put("Ends", row, ends === "" ? "" : start);
    });
    const here = planIn(shrinking, REVENUE_DASHBOARD);
    const value = (key: string) => valueAt(shrinking, TAB, here.keys[key] ?? "");
    const until = Number(settingAt(shrinking, "asOf"));
    // On the quarter's first day Ash still runs; from the second on it has left.
    const churned = until > start;
    expect(value("steps.new.gained")).toBe(50);
    expect(value("steps.churn.lost")).toBe(churned ? 50 : 0);
    expect(value("steps.churn.below")).toBe(churned ? -70 : 0);
    expect(value("steps.net.net")).toBe(churned ? -70 : 50);
  });
});

describe("the revenue dashboard in a workbook without data", () => {
  test("takes nothing that is missing for nought: no metric has a value, a band or a signal", () => {
    const empty = openAddOn();
    empty.run("drawRevenueDashboard");
    const { keys } = planIn(empty, REVENUE_DASHBOARD);
    const shown = (column: string) =>
      Object.entries(keys)
        .filter(([key]) => key.startsWith("board.") && key.endsWith(`.${column}`) && !/\.\d/.test(key))
        .map(([, address]) => valueAt(empty, TAB, address));
    expect(new Set(shown("now"))).toEqual(new Set(["–"]));
    expect(new Set(shown("signal"))).toEqual(new Set([""]));
  });
});
