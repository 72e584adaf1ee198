import { beforeAll, describe, expect, test } from "vitest";
import { MONTHLY_REVOPS_REVIEW } from "../../sheets-templates/monthlyRevOpsReview.js";
import { pipelineCoverage } from "../../src/core/pipeline/coverage.js";
import { annualRecurringRevenue } from "../../src/core/retention/arr.js";
import { arrBridge, customerMovements } from "../../src/core/retention/arrBridge.js";
import { retentionBetween } from "../../src/core/retention/retentionBetween.js";
import { type Customer, customersOf } from "../../src/core/retention/subscriptions.js";
import { cacPayback } from "../../src/core/unitEconomics/cacPayback.js";
import { customerAcquisitionCost } from "../../src/core/unitEconomics/customerAcquisitionCost.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { HISTORY } from "../../src/workbook/history.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { PERIODS, REPS } from "../../src/workbook/settingsLists.js";
import { FORECASTS } from "../../src/workbook/tabs/forecasts.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import { SUBSCRIPTIONS } from "../../src/workbook/tabs/subscriptions.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { errorsOf, openAddOn, setSetting, settingAt, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";

const TAB = "Monthly RevOps review";
/** 17 November 2026, so that the month in review is October. */
const AS_OF = 46_343;
const OCTOBER = { from: 46_296, to: 46_326 };
const SEPTEMBER = { from: 46_266, to: 46_295 };
/** 1 October 2025, from which on the four quarters to the end of September count. */
const FOUR_QUARTERS = 45_931;
const HEADLINES = ["arr", "netNew", "nrr", "payback", "coverage", "accuracy"];

let workbench: HeadlessWorkbench;
let plan: TabPlan;
let rowsOf: (tab: DataTab) => readonly DataRecord[];
let customers: readonly Customer[];
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");
const put = (key: string, text: string) => typeInto(workbench, TAB, plan.keys[key] ?? "", text);
const between = (value: unknown, from: number, to: number) =>
  typeof value === "number" && value >= from && value < to + 1;
const total = (rows: readonly DataRecord[], key: string) =>
  rows.reduce((sum, row) => sum + (typeof row[key] === "number" ? Number(row[key]) : 0), 0);

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("setUpWorkbook");
  setSetting(workbench, "followToday", "FALSE");
  setSetting(workbench, "asOf", String(AS_OF));
  workbench.run("loadSampleData");
  workbench.run("drawMonthlyRevopsReview");
  const story = sampleStory({ asOf: AS_OF });
  rowsOf = (tab) => story.rows.get(tab) ?? [];
  plan = planIn(workbench, MONTHLY_REVOPS_REVIEW);
  const rows = rowsOf(SUBSCRIPTIONS);
  const day = (row: DataRecord, key: string) => (typeof row[key] === "number" ? Number(row[key]) : null);
  customers = customersOf(
    rows.map((row) => String(row.account ?? "") || null),
    rows.map((row) => day(row, "annualAmount")),
    rows.map((row) => day(row, "starts")),
    rows.map((row) => day(row, "ends")),
    "included",
    undefined,
  );
});

describe("the monthly RevOps review on the sample company", () => {
  test("ARR, net new ARR and NRR of the last full month are those of the core", () => {
    const arr = (day: number) => annualRecurringRevenue(customers, day);
    expect(at("headline.arr.actual")).toBeCloseTo(arr(OCTOBER.to), 2);
    expect(at("headline.netNew.actual")).toBeCloseTo(arr(OCTOBER.to) - arr(SEPTEMBER.to), 2);
    expect(at("headline.netNew.before")).toBeCloseTo(arr(SEPTEMBER.to) - arr(SEPTEMBER.from - 1), 2);
    // A year before 31 October 2026, and 31 July of both years for what it is held against.
    const nrr = (from: number, to: number) =>
      retentionBetween(customerMovements(customers, from, to), "opening customers").netRevenue;
    expect(at("headline.nrr.actual")).toBeCloseTo(nrr(OCTOBER.to - 365, OCTOBER.to), 12);
    expect(at("headline.nrr.before")).toBeCloseTo(nrr(46_234 - 365, 46_234), 12);
  });

  test("CAC payback rests on the spend and the new customers of four full quarters", () => {
    const spent = rowsOf(PERIODS).filter(({ start }) => between(start, FOUR_QUARTERS, SEPTEMBER.to));
    const won = arrBridge(customerMovements(customers, FOUR_QUARTERS - 1, SEPTEMBER.to)).find(
      ({ step }) => step === "New",
    );
    const count = Number(won?.customers);
    const cac = customerAcquisitionCost(total(spent, "spend"), count);
    const margin = Number(settingAt(workbench, "grossMargin"));
    expect(at("headline.payback.actual")).toBeCloseTo(
      cacPayback(cac, Number(won?.arr) / count / 12, margin),
      9,
    );
  });

  test("coverage of a past month is told from its last snapshot", () => {
    const days = rowsOf(HISTORY).flatMap(({ day }) =>
      between(day, OCTOBER.from, OCTOBER.to) ? [Number(day)] : [],
    );
    const last = Math.max(...days);
    const due = rowsOf(HISTORY).filter(
      ({ day, outcome, expectedClose }) =>
        day === last && outcome === "Open" && typeof expectedClose === "number" && expectedClose < 46_388,
    );
    const won = rowsOf(OPPORTUNITIES).filter(
      ({ outcome, closed }) => outcome === "Won" && between(closed, OCTOBER.from, last),
    );
    const target = Number(settingAt(workbench, "quarterlyTarget"));
    expect(at("headline.coverage.actual")).toBeCloseTo(
      pipelineCoverage(total(due, "amount"), target, total(won, "amount")),
      9,
    );
  });

  test("forecast accuracy is that of the last finished quarter, of the reps' calls", () => {
    const reps = new Set(rowsOf(REPS).map(({ rep }) => rep));
    const called = rowsOf(FORECASTS).filter(
      ({ period, forecaster }) => period === 46_204 && reps.has(forecaster ?? null),
    );
    expect(called.length).toBeGreaterThan(1);
    const [forecast, actual] = [total(called, "forecast"), total(called, "actual")];
    expect(at("headline.accuracy.actual")).toBeCloseTo(
      Math.min(forecast, actual) / Math.max(forecast, actual),
      12,
    );
  });

  test("the arrow says what the figures beside it say", () => {
    for (const key of HEADLINES) {
      const [now, before] = [Number(at(`headline.${key}.actual`)), Number(at(`headline.${key}.before`))];
      const arrow = String(at(`headline.${key}.trend`)).charAt(0);
      expect(arrow).toBe(now > before ? "↑" : "↓");
    }
  });

  test("a target typed on the tab counts instead of the one in Settings", () => {
    put("headline.arr.yours", "1000000");
    expect(at("headline.arr.reading")).toBe("On target");
    put("headline.arr.yours", "100000000");
    expect(at("headline.arr.reading")).toBe("Off target");
    put("headline.arr.yours", "");
    expect(at("headline.arr.reading")).toBe("");
    const payback = Number(at("headline.payback.actual"));
    put("headline.payback.yours", String(Math.ceil(payback) + 1));
    expect(at("headline.payback.reading")).toBe("On target");
    put("headline.payback.yours", String(Math.floor(payback) - 1));
    expect(at("headline.payback.reading")).toBe("Off target");
    put("headline.payback.yours", "");
  });

  test("the funnel counts what came into a stage in the month, and the share of it that went on", () => {
    const mqls = (from: number, to: number) => rowsOf(LEADS).filter(({ mqlAt }) => between(mqlAt, from, to));
    const [now, before] = [mqls(OCTOBER.from, OCTOBER.to), mqls(SEPTEMBER.from, SEPTEMBER.to)];
    const accepted = (rows: readonly DataRecord[]) =>
      rows.filter(({ acceptedAt }) => typeof acceptedAt === "number").length / rows.length;
    expect(at("funnel.mql.volume")).toBe(now.length);
    expect(at("funnel.mql.volumeBefore")).toBe(before.length);
    expect(at("funnel.mql.conversion")).toBeCloseTo(accepted(now), 12);
    expect(at("funnel.mql.change")).toBeCloseTo(100 * (accepted(now) - accepted(before)), 1);
    // The playbook's median for MQL to SAL begins at 50%.
    expect(at("funnel.mql.target")).toBe(0.5);
    expect(at("funnel.mql.reading")).toBe(accepted(now) >= 0.5 ? "On target" : "Off target");
  });

  test("the month so far ends on the as-of date and takes coverage as it stands", () => {
    put("shown", "This month so far");
    expect(at("headline.arr.actual")).toBeCloseTo(annualRecurringRevenue(customers, AS_OF), 2);
    const deals = rowsOf(OPPORTUNITIES);
    const due = deals.filter(
      ({ outcome, expectedClose }) =>
        outcome === "Open" && typeof expectedClose === "number" && expectedClose < 46_388,
    );
    const won = deals.filter(
      ({ outcome, closed }) => outcome === "Won" && between(closed, OCTOBER.from, AS_OF),
    );
    const target = Number(settingAt(workbench, "quarterlyTarget"));
    expect(at("headline.coverage.actual")).toBeCloseTo(
      pipelineCoverage(total(due, "amount"), target, total(won, "amount")),
      9,
    );
    expect(errorsOf(workbench, TAB)).toEqual([]);
    put("shown", "Last full month");
  });
});
