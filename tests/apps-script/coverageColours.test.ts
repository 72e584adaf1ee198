import { beforeAll, describe, expect, test } from "vitest";
import { MONTHLY_REVENUE_REVIEW } from "../../sheets-templates/monthlyRevenueReview.js";
import { REVENUE_DASHBOARD } from "../../sheets-templates/revenueDashboard.js";
import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import type { Template } from "../../src/templates/template.js";
import { THEME } from "../../src/templates/theme.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { openAddOn, setSetting, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";

/** Leadership sees the same ratio on three tabs; Settings says from where on it is healthy and below what it is thin. */

const TABS: readonly Template[] = [WEEKLY_PIPELINE_REVIEW, REVENUE_DASHBOARD, MONTHLY_REVENUE_REVIEW];

let workbench: HeadlessWorkbench;
const cellOf = (template: Template) => planIn(workbench, template).keys.coverage ?? "";

function colourOf(template: Template): string | undefined {
  const { getters } = workbench.model;
  const sheetId = getters.getSheetIdByName(template.title) ?? "";
  const { left: col, top: row } = getters.getRangeFromSheetXC(sheetId, cellOf(template)).zone;
  return getters.getCellComputedStyle({ sheetId, col, row }).textColor;
}

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("setUpWorkbook");
  setSetting(workbench, "followToday", "FALSE");
  setSetting(workbench, "asOf", "46343");
  workbench.run("loadSampleData");
  for (const entry of ["drawWeeklyPipelineReview", "drawRevenueDashboard", "drawMonthlyRevenueReview"])
    workbench.run(entry);
});

describe("pipeline coverage on the weekly review, the dashboard and the monthly review", () => {
  test("is one figure", () => {
    const [weekly, ...others] = TABS.map((tab) => Number(valueAt(workbench, tab.title, cellOf(tab))));
    expect(weekly).toBeGreaterThan(0);
    for (const other of others) expect(other).toBeCloseTo(Number(weekly), 9);
  });

  test.each([
    ["green where it is healthy", -0.1, -0.2, THEME.good],
    ["amber where it is neither healthy nor thin", 0.1, -0.1, THEME.warn],
    ["red where it is thin", 0.2, 0.1, THEME.bad],
  ])("is %s", (_, healthy, thin, colour) => {
    const coverage = Number(valueAt(workbench, WEEKLY_PIPELINE_REVIEW.title, cellOf(WEEKLY_PIPELINE_REVIEW)));
    setSetting(workbench, "coverageTarget", String(coverage + healthy));
    setSetting(workbench, "coverageMinimum", String(coverage + thin));
    expect(TABS.map((tab) => [tab.title, colourOf(tab)?.toLowerCase()])).toEqual(
      TABS.map(({ title }) => [title, colour]),
    );
  });
});
