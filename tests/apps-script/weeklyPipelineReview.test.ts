import { beforeAll, describe, expect, test } from "vitest";
import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import { salesVelocity } from "../../src/core/pipeline/velocity.js";
import { winRate } from "../../src/core/pipeline/winRate.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord } from "../../src/workbook/columns.js";
import { sampleOpportunities } from "../../src/workbook/sample/sample.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, errorsOf, openAddOn, settingAt, sheetNames, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";

const TAB = "Weekly pipeline review";

let workbench: HeadlessWorkbench;
let sample: ReturnType<typeof sampleOpportunities>;
let plan: TabPlan;
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  const asOf = Number(settingAt(workbench, "asOf"));
  sample = sampleOpportunities({ asOf });
  plan = planIn(workbench, WEEKLY_PIPELINE_REVIEW);
});

const deals = (test: (deal: DataRecord) => boolean) => sample.opportunities.filter(test);
const amountOf = (some: readonly DataRecord[]) =>
  some.reduce((total, { amount }) => total + (typeof amount === "number" ? amount : 0), 0);
const isOpen = ({ outcome }: DataRecord) => outcome === "Open";

describe("the weekly pipeline review on the sample company", () => {
  test("stands first in the workbook, before settings and the sample's data tabs, and no blank sheet is left", () => {
    const filled = DATA_TABS.map(({ title }) => title).filter((title) => title !== "Assessments");
    expect(sheetNames(workbench)).toEqual([TAB, "Settings", ...filled]);
  });

  test("its headline figures are those of the core, computed apart", () => {
    const outcomes = sample.opportunities.map(({ outcome }) => outcome as "Won" | "Lost" | "Open");
    const rate = winRate(outcomes);
    const won = deals(({ outcome }) => outcome === "Won");
    const days = won.map(({ created, closed }) => Number(closed) - Number(created));
    const meanDays = days.reduce((total, one) => total + one, 0) / days.length;
    expect(at("open")).toBeCloseTo(amountOf(deals(isOpen)), 6);
    expect(at("winRate")).toBeCloseTo(rate, 12);
    expect(at("velocity")).toBeCloseTo(
      salesVelocity(deals(isOpen).length, rate, amountOf(won) / won.length, meanDays),
      6,
    );
    expect(at("commit")).toBeCloseTo(
      amountOf(deals((deal) => isOpen(deal) && deal.forecastCategory === "Commit")),
      6,
    );
  });

  test("its categories, ages and stages each add up to the open pipeline", () => {
    const total = amountOf(deals(isOpen));
    expect(at("forecast.total.amount")).toBeCloseTo(total, 6);
    const sum = (table: string, rows: readonly string[]) =>
      rows.reduce((all, row) => all + Number(at(`${table}.${row}.amount`)), 0);
    expect(sum("forecast", ["Commit", "BestCase", "Pipeline", "Upside", "Omitted", "none"])).toBeCloseTo(
      total,
      6,
    );
    expect(sum("age", ["due", "fresh", "ageing", "stale", "none"])).toBeCloseTo(total, 6);
    expect(sum("stages", ["s0", "s1", "s2", "s3", "s4"])).toBeCloseTo(total, 6);
  });

  test("this week's pushed deals are those whose close date moved later this week", () => {
    const start = Number(settingAt(workbench, "weekStart"));
    const pushed = deals(
      ({ closeMoved, previousClose, expectedClose }) =>
        typeof closeMoved === "number" &&
        closeMoved >= start &&
        closeMoved < start + 7 &&
        Number(expectedClose) > Number(previousClose),
    );
    expect(at("week.pushed.deals")).toBe(pushed.length);
    expect(at("week.pushed.amount")).toBeCloseTo(amountOf(pushed), 6);
  });

  test("choosing a rep narrows every figure to that rep", () => {
    const rep = sample.reps[0]?.rep ?? "";
    typeInto(workbench, TAB, plan.keys.rep ?? "", rep);
    const mine = deals((deal) => isOpen(deal) && deal.owner === rep);
    expect(at("open")).toBeCloseTo(amountOf(mine), 6);
    expect(at("forecast.total.deals")).toBe(mine.length);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    typeInto(workbench, TAB, plan.keys.rep ?? "", "Whole team");
    expect(at("open")).toBeCloseTo(amountOf(deals(isOpen)), 6);
  });

  test("a figure typed over by hand is not lost but listed below the tab", () => {
    typeInto(workbench, TAB, plan.keys["forecast.Commit.amount"] ?? "", "123456");
    workbench.run("drawWeeklyPipelineReview");
    const texts = cellsOf(workbench, TAB).map(({ text }) => text);
    expect(texts).toContain("Kept from before the last refresh");
    expect(texts).toContain("123456");
    expect(Number(at("forecast.Commit.amount"))).not.toBe(123456);
  });
});

describe("the weekly pipeline review in a workbook with a tab of its name", () => {
  test("leaves a tab of the user's that has our name alone and takes another name", () => {
    const taken = openAddOn();
    taken.model.dispatch("CREATE_SHEET", { sheetId: "mine", name: TAB, position: 1 });
    typeInto(taken, TAB, "A1", "my own review");
    taken.run("drawWeeklyPipelineReview");
    expect(sheetNames(taken)).toContain(`${TAB} (RevOps)`);
    expect(valueAt(taken, TAB, "A1")).toBe("my own review");
  });
});
