import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const MARKUP = `<img src=x onerror="document.title='hacked'">`;

let bench: Launched;
let workbench: WorkbenchPage;

beforeAll(async () => {
  bench = await launch({ dist });
  workbench = await bench.open();
  await workbench.idle();
});
afterAll(() => bench?.close());

it("checks the workbook, puts right what is ticked by keyboard, and takes it back", async () => {
  const written = `  ${MARKUP}`;
  await write("Opportunities", "M2", written);
  await workbench.menu("RevOps Engine", "Check data hygiene…");
  const dialog = workbench.dialog();
  await dialog.getByRole("heading", { name: /rules kept/ }).waitFor({ timeout: 60_000 });
  expect(await dialog.getByRole("row").count()).toBe(7);
  const act = dialog.getByRole("button", { name: /^Put right/ });
  expect(await act.getAttribute("aria-disabled")).toBe("true");
  await workbench.screenshot("hygiene-check");

  const box = dialog.getByRole("checkbox", { name: /<img/ });
  await box.focus();
  await workbench.page.keyboard.press("Space");
  await workbench.screenshot("hygiene-ticked");
  await act.click();
  await dialog.getByRole("heading", { name: "1 cell put right" }).waitFor({ timeout: 60_000 });
  await workbench.screenshot("hygiene-done");
  expect(await workbench.shown("M2", "Opportunities")).toBe(MARKUP);

  await dialog.getByRole("button", { name: "Undo" }).click();
  await dialog.getByRole("heading", { name: "1 cell restored" }).waitFor({ timeout: 60_000 });
  expect(await workbench.shown("M2", "Opportunities")).toBe(written);
  await dialog.getByRole("button", { name: "Close" }).click();
  await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
  expect(await workbench.page.title()).not.toContain("hacked");
  expect(workbench.errors).toEqual([]);
});

it("follows a link of the report to the cell that is at fault", async () => {
  await workbench.menu("RevOps Engine", "Template tabs", "Data hygiene report");
  await workbench.idle();
  await expect.poll(() => workbench.activeSheet(), { timeout: 60_000 }).toBe("Data hygiene report");
  await workbench.screenshot("data-hygiene-report");
  const link = await workbench.page.evaluate(() => {
    const model = window.workbench?.model;
    if (!model) return undefined;
    const sheetId = model.getters.getActiveSheetId();
    for (let row = 0; row < model.getters.getNumberRows(sheetId); row++) {
      const { link: found } = model.getters.getEvaluatedCell({ sheetId, col: 4, row });
      if (!found) continue;
      o_spreadsheet.links.openLink(found, { model } as never);
      const { col, row: at } = model.getters.getActivePosition();
      return { label: found.label, cell: o_spreadsheet.helpers.toXC(col, at) };
    }
    return undefined;
  });
  expect(link?.label).toMatch(/^[A-Z]+\d+$/);
  expect(link?.cell).toBe(link?.label);
  expect(await workbench.activeSheet()).toBe("Accounts");
});

function write(sheetName: string, cell: string, content: string): Promise<void> {
  return workbench.page.evaluate(
    ([name, xc, text]) => {
      const model = window.workbench?.model;
      const sheetId = model?.getters.getSheetIdByName(name);
      if (!model || !sheetId) throw new Error(`There is no sheet ${name}.`);
      const { col, row } = o_spreadsheet.helpers.toCartesian(xc);
      model.dispatch("UPDATE_CELL", { sheetId, col, row, content: text });
    },
    [sheetName, cell, content] as const,
  );
}
