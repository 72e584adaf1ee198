import { describe, expect, it } from "vitest";
import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cpuMs } from "../cpuMs.js";
import { cellsOf, errorsOf, openAddOn, setSetting, settingAt, sheetNames, valueAt } from "./addOn.js";

/** All that somebody could miss or find afterwards. */
const contents = (workbench: HeadlessWorkbench) =>
  sheetNames(workbench).map((name) => [
    name,
    cellsOf(workbench, name).map(({ address, formula, value }) => [address, formula || value]),
  ]);

describe("Load sample data", () => {
  it("fills all tabs of a new workbook in a few seconds, without one error cell, and needs few calls", () => {
    const workbench = openAddOn();
    const calls: string[] = [];
    workbench.serviceCalls.onServiceCall = (name) => calls.push(name);
    const begun = cpuMs();
    workbench.run("loadSampleData");
    // Some 8 seconds on a free machine; the limit tells a loop of calls, not a slow day.
    expect(cpuMs() - begun).toBeLessThan(40_000);
    const names = sheetNames(workbench);
    for (const { title, key } of DATA_TABS) {
      if (key === "Assessments") continue;
      expect(names).toContain(title);
      expect(valueAt(workbench, title, "A7"), title).not.toBe("");
      expect(errorsOf(workbench, title), title).toEqual([]);
    }
    expect(errorsOf(workbench, "Settings")).toEqual([]);
    expect(settingAt(workbench, "companyName")).toBe("Lanternfold");
    expect(settingAt(workbench, "grossMargin")).toBe(0.78);
    expect(settingAt(workbench, "quarterlyTarget")).toBeGreaterThan(1_000_000);
    expect(calls.filter((name) => name === "Range.setValues").length).toBeLessThan(120);
  }, 240_000);

  it("is told of before somebody imports an export of their own among it", () => {
    const workbench = openAddOn();
    workbench.run("loadSampleData");
    const preview = (csv: string) => workbench.callEndpoint("previewImport", [csv]) as ImportPreview;
    const deals = "Deal ID,Deal,Stage,Amount\nX-1,Ours,Proposal,1000\n";
    expect(preview(deals).caution).toMatch(/^This workbook holds the sample data of Lanternfold/);
    setSetting(workbench, "companyName", "Ours");
    expect(preview(deals).caution).toBeNull();
  }, 240_000);

  it("refuses a workbook in which any data tab holds rows, and leaves it as it was", () => {
    const workbench = openAddOn();
    workbench.run("loadSampleData");
    const before = contents(workbench);
    expect(() => workbench.run("loadSampleData")).toThrow(
      /^(Error: )?The list of stages in Settings already holds 5 rows; load the sample data into a new, empty spreadsheet\.$/,
    );
    expect(contents(workbench)).toEqual(before);
  }, 240_000);
});
