import { beforeAll, describe, expect, test } from "vitest";
import { MONTHLY_REVENUE_REVIEW } from "../../sheets-templates/monthlyRevenueReview.js";
import { grade } from "../../src/core/benchmarks/grade.js";
import { breakdown } from "../../src/core/pipeline/breakdown.js";
import { pipelineCoverage } from "../../src/core/pipeline/coverage.js";
import type { DealOutcome } from "../../src/core/pipeline/outcome.js";
import { arrBridge, customerMovements } from "../../src/core/retention/arrBridge.js";
import { retentionBetween } from "../../src/core/retention/retentionBetween.js";
import { customersOf } from "../../src/core/retention/subscriptions.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { HISTORY } from "../../src/workbook/history.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { PERIODS } from "../../src/workbook/settingsLists.js";
import { LEADS } from "../../src/workbook/tabs/leads.js";
import { SUBSCRIPTIONS } from "../../src/workbook/tabs/subscriptions.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { openAddOn, setSetting, settingAt, typeInto, valueAt } from "./addOn.js";
import { fillTab } from "./fillTab.js";
import { planIn } from "./planIn.js";

const TAB = "Monthly revenue review";
/** 17 November 2026, in the middle of a quarter. */
const AS_OF = 46_343;
const MONTH = { start: 46_327, before: 46_296, quarter: 46_296, quarterEnd: 46_387 };

let workbench: HeadlessWorkbench;
let plan: TabPlan;
let rowsOf: (tab: DataTab) => readonly DataRecord[];
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");
const numbers = (rows: readonly DataRecord[], key: string) =>
  rows.map((row) => (typeof row[key] === "number" ? Number(row[key]) : null));
const texts = (rows: readonly DataRecord[], key: string) => rows.map((row) => String(row[key] ?? "") || null);
const total = (rows: readonly DataRecord[], key: string) =>
  numbers(rows, key).reduce<number>((sum, one) => sum + (one ?? 0), 0);
const between = (value: unknown, from: number, to: number) =>
  typeof value === "number" && value >= from && value < to + 1;

/** An empty workbook that reports for a fixed day, so that no figure rests on the day of the test. */
function openedOnTheDay(): HeadlessWorkbench {
  const opened = openAddOn();
  opened.run("setUpWorkbook");
  setSetting(opened, "followToday", "FALSE");
  setSetting(opened, "asOf", String(AS_OF));
  return opened;
}

beforeAll(() => {
  workbench = openedOnTheDay();
  workbench.run("loadSampleData");
  workbench.run("drawMonthlyRevenueReview");
  expect(settingAt(workbench, "asOf")).toBe(AS_OF);
  const story = sampleStory({ asOf: AS_OF });
  rowsOf = (tab) => story.rows.get(tab) ?? [];
  plan = planIn(workbench, MONTHLY_REVENUE_REVIEW);
});

describe("the monthly revenue review on the sample company", () => {
  test("shows what went on from each stage in the month, and grades three months of it", () => {
    const leads = rowsOf(LEADS);
    const rate = (from: number) => {
      const mqls = leads.filter(({ mqlAt }) => between(mqlAt, from, AS_OF));
      return (
        mqls.filter(({ acceptedAt }) => acceptedAt !== null && acceptedAt !== undefined).length / mqls.length
      );
    };
    expect(at("funnel.mql.month")).toBeCloseTo(rate(MONTH.start), 12);
    // 1 September 2026: three months with the one in course.
    expect(at("funnel.mql.quarter")).toBeCloseTo(rate(46_266), 12);
    expect(at("funnel.mql.band")).toBe(grade("MQL → SAL", rate(46_266), "A"));
  });

  // The playbook's median for MQL → SAL begins at 50%: RevOps Engine playbook, phase 3.
  test("measures a step against the published benchmark, or against a target typed beside it", () => {
    expect(at("funnel.mql.aim")).toBe(0.5);
    typeInto(workbench, TAB, plan.keys["funnel.mql.target"] ?? "", "1%");
    expect(at("funnel.mql.aim")).toBe(0.01);
    expect(at("funnel.mql.reading")).toBe("On target");
    typeInto(workbench, TAB, plan.keys["funnel.mql.target"] ?? "", "100%");
    expect(at("funnel.mql.reading")).toBe("Below target");
    typeInto(workbench, TAB, plan.keys["funnel.mql.target"] ?? "", "");
  });

  test("shows coverage now, and a month ago from the last snapshot of the quarter", () => {
    const deals = rowsOf(OPPORTUNITIES);
    const target = Number(settingAt(workbench, "quarterlyTarget"));
    const won = (to: number) =>
      total(
        deals.filter(({ outcome, closed }) => outcome === "Won" && between(closed, MONTH.quarter, to)),
        "amount",
      );
    const dueIn = (rows: readonly DataRecord[]) =>
      total(
        rows.filter(
          ({ outcome, expectedClose }) =>
            outcome === "Open" && typeof expectedClose === "number" && expectedClose < MONTH.quarterEnd + 1,
        ),
        "amount",
      );
    expect(at("cover.now.coverage")).toBeCloseTo(pipelineCoverage(dueIn(deals), target, won(AS_OF)), 9);
    const history = rowsOf(HISTORY);
    const day = Math.max(
      ...numbers(history, "day").filter((one): one is number => one !== null && one < MONTH.start),
    );
    expect(day).toBeGreaterThanOrEqual(MONTH.quarter);
    const then = history.filter((row) => row.day === day);
    expect(at("cover.before.coverage")).toBeCloseTo(pipelineCoverage(dueIn(then), target, won(day)), 9);
  });

  test.each([
    ["segments", "segment"],
    ["sources", "source"],
    ["reps", "owner"],
  ])("shows win rates of the quarter by %s as the core breaks them down", (table, column) => {
    const deals = rowsOf(OPPORTUNITIES);
    const { groups } = breakdown({
      by: texts(deals, column),
      outcomes: texts(deals, "outcome") as DealOutcome[],
      closed: numbers(deals, "closed"),
      from: MONTH.quarter,
      to: AS_OF,
    });
    const rows = Object.keys(plan.keys).filter((key) => new RegExp(`^${table}\\.g\\d+\\.group$`).test(key));
    expect(rows.length).toBeGreaterThan(2);
    for (const key of rows) {
      const name = String(at(key)).toLowerCase();
      const group = groups.find((one) => one.group.toLowerCase() === name);
      expect(at(key.replace("group", "quarter"))).toBe(group?.winRate ?? "");
      expect(at(key.replace("group", "won2"))).toBe(group?.wonDeals ?? 0);
    }
  });

  test("groups of each table and the rest add up to all deals of the month", () => {
    for (const table of ["segments", "sources", "reps"]) {
      const keys = Object.keys(plan.keys).filter((key) =>
        new RegExp(`^${table}\\.(g\\d+|rest)\\.won0$`).test(key),
      );
      const sum = keys.reduce((all, key) => all + Number(at(key)), 0);
      expect(sum).toBe(at(`${table}.all.won0`));
      expect(Number(at(`${table}.rest.won0`))).toBeGreaterThanOrEqual(0);
    }
  });

  test("shows the month's churn and expansion, and the month before, from the core's bridge", () => {
    const rows = rowsOf(SUBSCRIPTIONS);
    const customers = customersOf(
      texts(rows, "account"),
      numbers(rows, "annualAmount"),
      numbers(rows, "starts"),
      numbers(rows, "ends"),
      "included",
    );
    for (const [column, opening, closing] of [
      ["arr", MONTH.start - 1, AS_OF],
      ["arrBefore", MONTH.before - 1, MONTH.start - 1],
    ] as const) {
      const steps = arrBridge(customerMovements(customers, opening, closing));
      const step = (name: string) => steps.find((one) => one.step === name)?.arr ?? Number.NaN;
      expect(at(`arr.expansion.${column}`)).toBeCloseTo(step("Expansion"), 6);
      expect(at(`arr.contraction.${column}`)).toBeCloseTo(step("Contraction"), 6);
      expect(at(`arr.churn.${column}`)).toBeCloseTo(step("Churn"), 6);
      expect(at(`arr.closing.${column}`)).toBeCloseTo(step("Closing"), 6);
    }
    // The same day a year earlier: 17 November 2025.
    const year = retentionBetween(customerMovements(customers, AS_OF - 365, AS_OF), "opening customers");
    expect(at("rates.nrr.month")).toBeCloseTo(year.netRevenue, 9);
  });
});

describe("the monthly revenue review beside the list of periods in Settings", () => {
  const reviewed = (starts: readonly number[]) => {
    workbench = openedOnTheDay();
    fillTab(
      workbench,
      PERIODS,
      starts.map((start) => ({ start, revenueTarget: 300_000, visitors: 9000 })),
    );
    workbench.run("drawMonthlyRevenueReview");
    plan = planIn(workbench, MONTHLY_REVENUE_REVIEW);
    return { target: at("month.won.target"), visitors: at("funnel.visitor.into") };
  };

  test("takes targets and visitors of the month where months are listed", () => {
    expect(reviewed([MONTH.before, MONTH.start])).toEqual({ target: 300_000, visitors: 9000 });
  });

  test("takes no target or visitors of a quarter for those of a month", () => {
    // 1 August and 1 November 2026: quarters of a fiscal year from February.
    expect(reviewed([46_235, MONTH.start])).toEqual({ target: "–", visitors: 0 });
  });
});
