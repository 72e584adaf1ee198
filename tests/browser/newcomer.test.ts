import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

/** What somebody meets who runs `npm start` for the first time: the built add-on, sample data, a review. */
describe("a newcomer opens the workbench", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist: "dist" });
    workbench = await bench.open();
    await workbench.idle();
  });
  afterAll(() => bench?.close());

  const errorCells = () =>
    workbench.page.evaluate(() => {
      const getters = window.workbench?.model.getters;
      if (!getters) throw new Error("The workbench is not ready.");
      const errors: string[] = [];
      for (const sheetId of getters.getSheetIds()) {
        for (let row = 0; row < getters.getNumberRows(sheetId); row++) {
          for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
            const { type } = getters.getEvaluatedCell({ sheetId, col, row });
            if (type === "error") errors.push(`${getters.getSheetName(sheetId)} ${col},${row}`);
          }
        }
      }
      return errors;
    });

  it("finds a finished review on sample data, without one error cell", async () => {
    const names = await workbench.sheetNames();
    expect(names.slice(0, 2)).toEqual(["Weekly pipeline review", "Settings"]);
    expect(names).toEqual(expect.arrayContaining(["Opportunities", "Leads", "Subscriptions", "History"]));
    expect(await workbench.activeSheet()).toBe("Weekly pipeline review");
    expect(await errorCells()).toEqual([]);
    await workbench.screenshot("newcomer-review");
  });

  it("types formulas and sees their answers", async () => {
    await workbench.page.locator(".o-add-sheet, .o-sheet-item.o-add-sheet").first().click();
    await workbench.type("A1", "=REVOPS_VELOCITY(50,25%,30000,60)");
    await workbench.type("A2", "=REVOPS_NRR(1000000,250000,50000,80000)");
    expect(await workbench.shown("A1")).toBe("6250");
    expect(await workbench.shown("A2")).toBe("1.12");
    await workbench.screenshot("newcomer-formulas");
  });

  it("reads one sentence where an argument is wrong", async () => {
    await workbench.type("A3", "=REVOPS_VELOCITY(50,25,30000,60)");
    expect(await workbench.shown("A3")).toMatch(/^#ERROR/);
    expect(await workbench.message("A3")).toMatch(/^win_rate is 25, above 100%; write 25% or 0\.25/);
    await workbench.select("A3");
    await workbench.page.keyboard.press("Delete");
  });

  it("makes the review anew from the menu", async () => {
    await workbench.menu("RevOps Engine", "Template tabs", "Weekly pipeline review");
    await workbench.idle();
    expect(await workbench.activeSheet()).toBe("Weekly pipeline review");
    expect(await errorCells()).toEqual([]);
  });

  it("never talked to anybody but the workbench's own server", () => {
    expect(workbench.hosts()).toEqual(["127.0.0.1"]);
    expect(workbench.errors).toEqual([]);
  });
});
