import { describe, expect, test } from "vitest";
import { readDist } from "../../workbench/headless/readDist.js";
import { openAddOn, sheetNames } from "./addOn.js";

/** A workbook as a run leaves it that Google cut off between the first tab and the end: Sheet1 is noted, and stands still. */
const CUT_OFF = `
function cutOffAfterFirstTab(typed) {
  var book = SpreadsheetApp.getActive();
  var first = book.getSheets()[0];
  book.insertSheet("My own").getRange("A1").setValue("kept");
  first.getRange("A1").setValue(typed);
  PropertiesService.getDocumentProperties().setProperty("revops.beginning", String(first.getSheetId()));
}
function noted() { return PropertiesService.getDocumentProperties().getProperty("revops.beginning"); }`;

const afterCutOff = (typed: string) => {
  const { code, html } = readDist("dist");
  const workbench = openAddOn({ code: `${code}${CUT_OFF}`, html });
  workbench.run("cutOffAfterFirstTab", typed);
  workbench.run("setUpWorkbook");
  return { tabs: sheetNames(workbench), noted: workbench.run("noted") };
};

describe("The blank sheet of a new spreadsheet that a cut-off run left standing", () => {
  test("goes with the next action, and the note of it as well", () => {
    const { tabs, noted } = afterCutOff("");
    expect(tabs).not.toContain("Sheet1");
    expect(tabs).toContain("My own");
    expect(noted).toBeNull();
  });

  test("stays where somebody has typed on it meanwhile", () => {
    const { tabs, noted } = afterCutOff("mine");
    expect(tabs).toContain("Sheet1");
    expect(noted).toBeNull();
  });
});
