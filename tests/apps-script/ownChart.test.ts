import { expect, test } from "vitest";
import { readDist } from "../../workbench/headless/readDist.js";
import { openAddOn } from "./addOn.js";

const TAB = "Revenue dashboard";

/** What a person does by hand in the menu Insert, Chart. */
const BY_HAND = `
function insertOwnChart() {
  var sheet = SpreadsheetApp.getActive().getSheetByName("${TAB}");
  sheet.insertChart(sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(sheet.getRange("B10:C14"))
    .setOption("title", "My own view").setPosition(4, 3, 0, 0).build());
}
function chartTitles() {
  return SpreadsheetApp.getActive().getSheetByName("${TAB}").getCharts()
    .map(function (chart) { return chart.getOptions().get("title"); }).sort().join(" | ");
}`;

test("A chart that somebody put on a report tab stays when the tab is refreshed, and ours are drawn anew without piling up", () => {
  const { code, html } = readDist("dist");
  const workbench = openAddOn({ code: `${code}${BY_HAND}`, html });
  workbench.run("drawRevenueDashboard");
  const ours = workbench.run("chartTitles") as string;
  expect(ours).not.toBe("");
  workbench.run("insertOwnChart");
  for (let refresh = 0; refresh < 2; refresh++) {
    workbench.run("drawRevenueDashboard");
    expect(workbench.run("chartTitles")).toBe(["My own view", ...ours.split(" | ")].sort().join(" | "));
  }
});
