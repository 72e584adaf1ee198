import { beforeAll, describe, expect, test } from "vitest";
import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import { salesVelocity } from "../../src/core/pipeline/velocity.js";
import { winRate } from "../../src/core/pipeline/winRate.js";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import { functionsOf } from "../../src/templates/formula.js";
import { planOf } from "../../src/templates/layout.js";
import type { DataRecord } from "../../src/workbook/columns.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleOpportunities } from "../../src/workbook/sample/sample.js";
import { REPS, STAGES } from "../../src/workbook/settings.js";
import { nodeEngine } from "../../workbench/headless/nodeEngine.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { writeXlsx } from "../../workbench/xlsx/writeXlsx.js";
import { compareWithLibreOffice, whyNoLibreOffice } from "../workbench/xlsx/libreOffice.js";
import { cellsOf, errorsOf, openAddOn, settingAt, sheetNames, typeInto, valueAt } from "./addOn.js";

const TAB = "Weekly pipeline review";

const catalogue = new Set(CATALOGUE.map(({ name }) => name));

function planFor(reps: readonly string[], stages: readonly string[]) {
  return planOf(WEEKLY_PIPELINE_REVIEW, {
    tabs: [OPPORTUNITIES, STAGES, REPS],
    isCustomFunction: (name) => catalogue.has(name),
    facts: { currency: "USD", reps, stages },
  });
}

let workbench: HeadlessWorkbench;
let sample: ReturnType<typeof sampleOpportunities>;
let keys: Readonly<Record<string, string>>;
const at = (key: string) => valueAt(workbench, TAB, keys[key] ?? "");

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  const asOf = Number(settingAt(workbench, "asOf"));
  sample = sampleOpportunities({ asOf });
  const stages = sample.stages.filter(({ probability }) => probability > 0 && probability < 1);
  keys = planFor(
    sample.reps.map(({ rep }) => rep),
    stages.map(({ stage }) => stage),
  ).keys;
});

const deals = (test: (deal: DataRecord) => boolean) => sample.opportunities.filter(test);
const amountOf = (some: readonly DataRecord[]) =>
  some.reduce((total, { amount }) => total + (typeof amount === "number" ? amount : 0), 0);
const isOpen = ({ outcome }: DataRecord) => outcome === "Open";

describe("the weekly pipeline review on the sample company", () => {
  test("stands first in the workbook, beside settings and deals, and no blank sheet is left", () => {
    expect(sheetNames(workbench)).toEqual([TAB, "Settings", "Opportunities"]);
  });

  test("shows no error cell", () => {
    for (const name of sheetNames(workbench)) expect(errorsOf(workbench, name)).toEqual([]);
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
    typeInto(workbench, TAB, keys.rep ?? "", rep);
    const mine = deals((deal) => isOpen(deal) && deal.owner === rep);
    expect(at("open")).toBeCloseTo(amountOf(mine), 6);
    expect(at("forecast.total.deals")).toBe(mine.length);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    typeInto(workbench, TAB, keys.rep ?? "", "Whole team");
    expect(at("open")).toBeCloseTo(amountOf(deals(isOpen)), 6);
  });

  test("calls custom functions at most eight times; all else is native", () => {
    const calls = cellsOf(workbench, TAB).flatMap(({ formula }) =>
      functionsOf(formula).filter((name) => catalogue.has(name)),
    );
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBeLessThanOrEqual(8);
  });

  test("what was typed stays when the tab is drawn again", () => {
    const action = planFor(
      sample.reps.map(({ rep }) => rep),
      ["1", "2", "3", "4", "5"],
    ).inputs.find(({ key }) => key === "actions.2.action");
    const address = `B${action?.row}`;
    typeInto(workbench, TAB, address, "Ask the CFO for the signature");
    typeInto(workbench, TAB, "B105", "My own remark below the tab");
    const before = cellsOf(workbench, TAB).map(({ address: place, text }) => `${place} ${text}`);
    workbench.run("drawWeeklyPipelineReview");
    expect(valueAt(workbench, TAB, address)).toBe("Ask the CFO for the signature");
    expect(valueAt(workbench, TAB, "B105")).toBe("My own remark below the tab");
    expect(cellsOf(workbench, TAB).map(({ address: place, text }) => `${place} ${text}`)).toEqual(before);
  });

  test("a figure typed over by hand is not lost but listed below the tab", () => {
    typeInto(workbench, TAB, keys["forecast.Commit.amount"] ?? "", "123456");
    workbench.run("drawWeeklyPipelineReview");
    const texts = cellsOf(workbench, TAB).map(({ text }) => text);
    expect(texts).toContain("Kept from before the last refresh");
    expect(texts).toContain("123456");
    expect(Number(at("forecast.Commit.amount"))).not.toBe(123456);
  });

  const missing = whyNoLibreOffice();
  test.skipIf(missing)(`LibreOffice computes the same figures${missing ? ` (${missing})` : ""}`, async () => {
    const { compared, differences } = await compareWithLibreOffice(writeXlsx(workbench.model, nodeEngine()));
    expect(compared).toBeGreaterThan(200);
    expect(differences).toEqual([]);
  });
});

describe("the weekly pipeline review without data", () => {
  test("says what is missing instead of showing errors", () => {
    const empty = openAddOn();
    empty.run("drawWeeklyPipelineReview");
    expect(errorsOf(empty, TAB)).toEqual([]);
    const texts = cellsOf(empty, TAB).map(({ text }) => text);
    expect(texts.some((text) => text.includes("Import"))).toBe(true);
  });

  test("leaves a tab of the user's that has our name alone and takes another name", () => {
    const taken = openAddOn();
    taken.model.dispatch("CREATE_SHEET", { sheetId: "mine", name: TAB, position: 1 });
    typeInto(taken, TAB, "A1", "my own review");
    taken.run("drawWeeklyPipelineReview");
    expect(sheetNames(taken)).toContain(`${TAB} (RevOps)`);
    expect(valueAt(taken, TAB, "A1")).toBe("my own review");
  });
});
