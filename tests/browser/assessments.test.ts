import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RUBRIC_CRITERIA } from "../../src/core/assessment/rubric.js";
import { ASSESSMENTS } from "../../src/workbook/tabs/assessments.js";
import { faultsOf } from "../sidebar/accessibility.js";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
/** A reload and a result tab each take their time on a machine that has other work. */
const PATIENCE = 240_000;
const TABS = 200;

describe("the rubric and the result tabs in the workbench, by keyboard alone", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist });
    workbench = await bench.open();
    await workbench.idle();
  }, PATIENCE);
  afterAll(() => bench?.close());

  const keyboard = () => workbench.page.keyboard;
  const frame = async () => {
    const handle = await workbench.page.locator("#sidebar iframe").elementHandle();
    const found = await handle?.contentFrame();
    if (!found) throw new Error("There is no sidebar.");
    return found;
  };
  const focused = async (): Promise<{ id: string; name: string; type: string; text: string }> =>
    (await frame()).evaluate(() => {
      const active = document.activeElement as HTMLInputElement | null;
      const { id = "", name = "", type = "", textContent } = active ?? {};
      return { id, name, type, text: textContent ?? "" };
    });
  /** Presses Tab until something wanted has the focus. */
  const tabTo = async (wanted: (on: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> => {
    for (let press = 0; press < TABS; press++) {
      if (wanted(await focused())) return;
      await keyboard().press("Tab");
    }
    throw new Error("Tab never reached it.");
  };
  const scoreAt = async (key: string, score: number): Promise<void> => {
    await tabTo(({ type, name }) => type === "radio" && name === key);
    await keyboard().press("Space");
    for (let step = 0; step < score; step++) await keyboard().press("ArrowRight");
  };
  /** The sidebar before it stands until the new one comes: what is found too early is thrown away with it. */
  const open = async (entry: string, title: string): Promise<void> => {
    await workbench.menu("RevOps Engine", entry);
    await workbench.page.getByRole("complementary", { name: title }).waitFor();
    const sidebar = workbench.sidebar();
    await sidebar.locator("#history-status[data-state=idle]").waitFor({ state: "attached", timeout: 60_000 });
  };
  const cell = (heading: string, row: number): Promise<string> => {
    const at = ASSESSMENTS.columns.findIndex((column) => column.heading === heading);
    return workbench.page.evaluate(
      ([col, line]) => {
        const getters = window.workbench?.model.getters;
        const sheetId = getters?.getSheetIdByName("Assessments");
        if (!getters || !sheetId) return "";
        return getters.getEvaluatedCell({ sheetId, col, row: line }).formattedValue;
      },
      [at, row - 1] as const,
    );
  };
  const scores = RUBRIC_CRITERIA.map((_, at) => (at + 1) % 3);

  it(
    "measures the workbook, keeps ten answers over a reload, and goes on",
    async () => {
      await open("Score the 100-point rubric", "100-point RevOps rubric");
      await workbench.sidebar().getByText("criteria measured in this workbook").waitFor({ timeout: 60_000 });
      expect(await faultsOf(await frame())).toEqual([]);
      for (const [at, { key }] of RUBRIC_CRITERIA.slice(0, 10).entries()) await scoreAt(key, scores[at] ?? 0);
      await workbench.sidebar().getByText("Draft kept.").waitFor();
      await workbench.saved();
      await workbench.reload();
      await open("Score the 100-point rubric", "100-point RevOps rubric");
      await workbench.sidebar().getByText("Draft resumed.").waitFor();
      const kept = await workbench
        .sidebar()
        .locator("input:checked")
        .evaluateAll((inputs) => inputs.map(({ id }) => id));
      expect(kept).toEqual(RUBRIC_CRITERIA.slice(0, 10).map(({ key }, at) => `${key}-${scores[at]}`));
      await workbench.screenshot("workbench-rubric-resumed");
    },
    PATIENCE,
  );

  it(
    "finishes it as a dated row with every answer",
    async () => {
      for (const [at, { key }] of RUBRIC_CRITERIA.entries())
        if (at >= 10) await scoreAt(key, scores[at] ?? 0);
      await tabTo(({ id }) => id === "round");
      await keyboard().type("Q1 review");
      await keyboard().press("Tab");
      await keyboard().type("Ada");
      await keyboard().press("Enter");
      await workbench.sidebar().getByText("Saved to the tab Assessments.").waitFor();
      expect(await faultsOf(await frame())).toEqual([]);
      expect(await cell("Date", 2)).toMatch(/^\d{1,2} \w{3} \d{4}$/);
      for (const [heading, shown] of [
        ["Assessment", "Rubric"],
        ["Round", "Q1 review"],
        ["Assessor", "Ada"],
        ["Single source of truth", "1"],
        ["Quarterly review cycle", "0"],
      ] as const) {
        expect(await cell(heading, 2), heading).toBe(shown);
      }
    },
    PATIENCE,
  );

  it(
    "draws the result tab from the sidebar",
    async () => {
      await tabTo(({ text }) => text === "Show the result tab");
      await keyboard().press("Enter");
      await workbench.sidebar().getByText("Rubric result is drawn.").waitFor({ timeout: 120_000 });
      expect(await workbench.activeSheet()).toBe("Rubric result");
      await workbench.page.waitForTimeout(1000);
      await workbench.screenshot("workbench-rubric-result");
    },
    PATIENCE,
  );

  it(
    "shows the trend of two maturity rounds and their result tab",
    async () => {
      await open("Score RevOps maturity", "RevOps maturity");
      const keys = ["data", "process", "technology", "analytics", "alignment", "enablement"];
      for (const [round, levels] of [
        ["Q1 review", [1, 0, 2, 0, 1, 1]],
        ["Q2 review", [2, 1, 2, 1, 3, 1]],
      ] as const) {
        for (const [at, key] of keys.entries()) await scoreAt(key, levels[at] ?? 0);
        await tabTo(({ id }) => id === "round");
        await keyboard().type(round);
        await keyboard().press("Enter");
        await workbench.sidebar().getByText("Start a new assessment").waitFor();
        if (round === "Q2 review") break;
        await tabTo(({ id }) => id === "save");
        await keyboard().press("Enter");
      }
      expect(await workbench.sidebar().locator(".trend").getAttribute("aria-label")).toBe(
        "Total by round: Q1 review 11; Q2 review 16; of 30.",
      );
      expect(await workbench.sidebar().locator("#save-status").textContent()).toBe(
        "Saved to the tab Assessments. 16 for the round, +5 since Q1 review.",
      );
      await tabTo(({ text }) => text === "Show the result tab");
      await keyboard().press("Enter");
      await workbench.sidebar().getByText("Maturity assessment is drawn.").waitFor({ timeout: 120_000 });
      expect(await workbench.activeSheet()).toBe("Maturity assessment");
      await workbench.page.waitForTimeout(1000);
      await workbench.screenshot("workbench-maturity-result");
      expect(workbench.errors).toEqual([]);
    },
    PATIENCE,
  );
});
