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

it("maps an unknown amount by hand, imports, and takes the import back from the menu", async () => {
  const before = await opportunities();
  await workbench.menu("RevOps Engine", "Import CRM export…");
  const dialog = workbench.dialog();
  const quoted = MARKUP.replaceAll('"', '""');
  await dialog.locator("#file").setInputFiles({
    name: "deals.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `Deal ID,Deal,Stage,Worth in all,"${quoted}"\nT-1,"${quoted}",Proposal,1250.5,x\nT-2,Beta,Proposal,80,y\n`,
    ),
  });
  await dialog.locator(".problem").waitFor();
  await workbench.screenshot("workbench-import-mapping");
  await dialog.getByLabel("Heading for Amount").selectOption({ label: "Worth in all" });
  await dialog.getByRole("button", { name: "Import 2 new deals" }).click();
  await dialog.getByRole("heading", { name: "Imported" }).waitFor({ timeout: 60_000 });
  await dialog.getByRole("button", { name: "Close" }).click();
  await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
  const imported = await opportunities();
  expect(imported.slice(before.length).map((row) => row.filter((cell) => cell !== ""))).toEqual([
    ["T-1", MARKUP, "Proposal", expect.stringContaining("1,251"), "60.0%", "Best Case", "Open"],
    ["T-2", "Beta", "Proposal", expect.stringContaining("80"), "60.0%", "Best Case", "Open"],
  ]);
  expect(await workbench.sheetNames()).toContain("RevOps undo");

  await workbench.menu("RevOps Engine", "Undo last import");
  await expect.poll(() => workbench.sheetNames(), { timeout: 60_000 }).not.toContain("RevOps undo");
  expect(await opportunities()).toEqual(before);
  expect(await workbench.page.title()).not.toContain("hacked");
  expect(workbench.errors).toEqual([]);
});

it("tells a price list from a list of deals, maps it anew when another kind is chosen, and says where it went", async () => {
  await workbench.menu("RevOps Engine", "Import CRM export…");
  const dialog = workbench.dialog();
  await dialog.locator("#file").setInputFiles({
    name: "prices.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      `product,series,sales_price\nBasic,B,55\n"${MARKUP.replaceAll('"', '""')}",P,4821\n,P,1\n`,
    ),
  });
  const kind = dialog.locator("#kind");
  await expect.poll(() => kind.inputValue(), { timeout: 60_000 }).toBe("Products");
  await dialog.getByRole("button", { name: "Import 2 new products" }).waitFor();
  expect(await dialog.locator(".refusals li").allInnerTexts()).toEqual([
    "Row 4, product is blank; fill it in for this product in the export.",
  ]);

  await kind.selectOption({ label: "Line items" });
  await expect
    .poll(() => dialog.locator(".problem").allInnerTexts(), { timeout: 60_000 })
    .toEqual(["No column was recognised for Deal ID: choose the heading below."]);
  expect(await dialog.getByLabel("Heading for Product", { exact: true }).inputValue()).toBe("0");
  await kind.selectOption({ label: "Products" });
  await dialog.getByRole("button", { name: "Import 2 new products" }).click({ timeout: 60_000 });
  await dialog.getByRole("heading", { name: "Imported", exact: true }).waitFor({ timeout: 60_000 });
  await workbench.screenshot("workbench-import-products");
  expect(await dialog.locator("#step p").first().innerText()).toBe(
    "2 products added and 0 updated in the tab Products. 1 row was refused.",
  );
  await dialog.getByRole("button", { name: "Close" }).click();
  await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
  // The sample workbook has products of its own above them.
  const products: string[] = [];
  for (let row = 2; products.at(-1) !== ""; row++)
    products.push(await workbench.shown(`A${row}`, "Products"));
  expect(products.slice(-3)).toEqual(["Basic", MARKUP, ""]);
  expect(await workbench.page.title()).not.toContain("hacked");
  expect(workbench.errors).toEqual([]);
}, 180_000);

/** Every cell of the tab as it is shown, down to the last row with an id. */
function opportunities(): Promise<string[][]> {
  return workbench.page.evaluate(() => {
    const getters = window.workbench?.model.getters;
    const sheetId = getters?.getSheetIdByName("Opportunities");
    if (!getters || !sheetId) return [];
    const rows: string[][] = [];
    for (let row = 1; row < getters.getNumberRows(sheetId); row++) {
      const shown = Array.from(
        { length: 23 },
        (_, col) => getters.getEvaluatedCell({ sheetId, col, row }).formattedValue,
      );
      if (shown[0] === "") return rows;
      rows.push(shown);
    }
    return rows;
  });
}
