import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
const MARKUP = `<img src=x onerror="document.title='hacked'">`;

describe("the function finder in the workbench, by keyboard", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist });
    workbench = await bench.open();
    workbench.page.setDefaultTimeout(20_000);
    await workbench.idle();
    await workbench.page.evaluate((name) => {
      const model = window.workbench?.model;
      const sheetId = "tries";
      model?.dispatch("CREATE_SHEET", { sheetId, position: 0, name });
      model?.dispatch("ACTIVATE_SHEET", {
        sheetIdFrom: model.getters.getActiveSheetId(),
        sheetIdTo: sheetId,
      });
    }, SHEET);
  });
  afterAll(() => bench?.close());

  /** A tab whose name would be markup, were it ever read as such. */
  const SHEET = "<b onclick=alert(1)>Tries";
  const keyboard = () => workbench.page.keyboard;
  const sidebar = () => workbench.sidebar();
  const text = (selector: string) => sidebar().locator(selector).innerText();
  const openFinder = async (): Promise<void> => {
    await workbench.menu("RevOps Engine", "Find a function…");
    await sidebar().locator(".result").first().waitFor();
  };
  const focused = (): Promise<string> =>
    sidebar()
      .locator("body")
      .evaluate(() => document.activeElement?.id || document.activeElement?.textContent || "");
  /** Selects in the sheet, and comes back to the field. */
  const selectInSheet = async (from: string, to = from): Promise<void> => {
    await workbench.page.evaluate(
      ([first, last]) => {
        const { toCartesian } = o_spreadsheet.helpers;
        const [start, end] = [toCartesian(first as string), toCartesian(last as string)];
        window.workbench?.model.selection.selectZone({
          cell: start,
          zone: { top: start.row, left: start.col, bottom: end.row, right: end.col },
        });
      },
      [from, to],
    );
  };

  it("lists every function by family before anything is asked", async () => {
    await openFinder();
    await expect.poll(focused).toBe("question");
    expect(await sidebar().locator("#results h2").allInnerTexts()).toContain("Unit economics");
    expect(await sidebar().locator(".result").count()).toBeGreaterThan(70);
    await workbench.screenshot("workbench-finder");
  });

  it("finds a need, opens its page, fills the form and inserts the formula into the active cell", async () => {
    await workbench.type("B2", "50");
    await workbench.type("B3", "25%");
    await selectInSheet("B7");
    await sidebar().locator("#question").focus();
    await keyboard().type("how fast");
    await keyboard().press("ArrowDown");
    expect(await focused()).toContain("REVOPS_VELOCITY");
    await keyboard().press("Enter");
    expect(await text("h1#function-name")).toBe("REVOPS_VELOCITY");
    await keyboard().press("Tab");
    expect(await focused()).toBe("argument-opportunities");
    await selectInSheet("B2");
    await keyboard().press("Tab");
    await keyboard().press("Enter");
    await expect.poll(() => sidebar().locator("#argument-opportunities").inputValue()).toBe(`'${SHEET}'!B2`);
    await keyboard().press("Tab");
    await keyboard().type("B3");
    await keyboard().press("Tab");
    await keyboard().press("Tab");
    await keyboard().type("30000");
    await keyboard().press("Tab");
    await keyboard().press("Tab");
    await keyboard().type("60");
    await selectInSheet("B7");
    await sidebar().locator(".answer", { hasText: "6,250" }).first().waitFor();
    expect(await text(".insertion .formula")).toBe(`=REVOPS_VELOCITY('${SHEET}'!B2, B3, 30000, 60)`);
    await keyboard().press("Tab");
    await keyboard().press("Tab");
    expect(await focused()).toBe("Insert into B7");
    await workbench.screenshot("workbench-finder-form");
    await keyboard().press("Enter");
    await sidebar().getByText(`Inserted into B7 of ${SHEET}.`).waitFor();
    expect(await workbench.shown("B7")).toBe("6250");
  });

  it("asks before it replaces what stands in the cell, and keeps it when told to", async () => {
    await selectInSheet("D2");
    await workbench.type("D2", MARKUP);
    await selectInSheet("D2");
    await sidebar().locator("#argument-win_rate").fill("50%");
    await sidebar().locator(".answer", { hasText: "12,500" }).first().waitFor();
    const insert = sidebar().getByRole("button", { name: "Insert into D2" });
    await insert.focus();
    await keyboard().press("Enter");
    await sidebar().getByText("Replace it?").waitFor();
    expect(await text("#replace-question")).toContain("<img src=x onerror");
    expect(await focused()).toBe("Keep it");
    await workbench.screenshot("workbench-finder-replace");
    await keyboard().press("Escape");
    expect(await workbench.shown("D2")).toBe(MARKUP);
    await keyboard().press("Enter");
    await sidebar().getByText("Replace it?").waitFor();
    await keyboard().press("Tab");
    await keyboard().press("Enter");
    await sidebar().getByText("Inserted into D2").waitFor();
    expect(await workbench.shown("D2")).toBe("12500");
  });

  it("says where an answer spills and what is in the way, and writes nothing then", async () => {
    await workbench.type("F4", "mine");
    await selectInSheet("F2");
    await sidebar().locator("h1#function-name").focus();
    await keyboard().press("Escape");
    await sidebar().locator("#question").fill("velocity levers");
    await keyboard().press("Enter");
    await sidebar().getByRole("button", { name: "Fill in the example" }).click();
    await sidebar().getByText("F4 (“mine”) is in the way").first().waitFor();
    await workbench.screenshot("workbench-finder-in-the-way");
    await sidebar().getByRole("button", { name: "Insert into F2" }).click();
    await sidebar().locator(".insert-status [role=alert]").waitFor();
    expect(await workbench.shown("F2")).toBe("");
    expect(await workbench.shown("F4")).toBe("mine");
    await workbench.select("F4");
    await keyboard().press("Delete");
    await selectInSheet("H12");
    // Without pointer or focus: with them the window may look in time where the person stands by now.
    await sidebar()
      .getByRole("button", { name: /^Insert into/ })
      .dispatchEvent("click");
    await sidebar().getByText("press again to insert there").waitFor();
    await sidebar().getByRole("button", { name: "Insert into H12" }).click();
    await sidebar()
      .getByText(/Inserted into H12/)
      .waitFor();
    expect(await workbench.shown("H12")).toBe("Lever");
  });

  it("goes back to the list with what was asked and typed still there", async () => {
    await sidebar().locator("h1#function-name").focus();
    await keyboard().press("Escape");
    expect(await sidebar().locator("#question").inputValue()).toBe("velocity levers");
    expect(await focused()).toContain("REVOPS_VELOCITY_LEVERS");
    await sidebar().locator("#question").fill("how fast");
    await keyboard().press("Enter");
    expect(await sidebar().locator("#argument-win_rate").inputValue()).toBe("50%");
  });

  it("takes the funnel from the workbook's leads, diagnoses what is typed over it and inserts the formula that says the same", async () => {
    await workbench.menu("RevOps Engine", "Diagnose the funnel…");
    await sidebar().getByText("leads of the workbook").waitFor();
    const counts = ["", "1000", "300", "150", "75", "15"];
    for (const [at, count] of counts.entries()) {
      await sidebar()
        .getByLabel(`Count of stage ${at + 1}`)
        .fill(count);
    }
    expect(await text("#verdict")).toBe(
      "Fix first: MQL → SAL. 30% go on, “Bottom 25%”. At the lower end of the median, 50%, the same funnel would win 10 more deals.",
    );
    await workbench.screenshot("workbench-funnel-form");
    await selectInSheet("K20");
    await sidebar()
      .getByRole("button", { name: /^Insert/ })
      .click();
    const inserted = sidebar().getByText(/Inserted into K20/);
    const again = sidebar().getByText("press again");
    await inserted.or(again).waitFor();
    if (await again.isVisible()) await sidebar().getByRole("button", { name: "Insert into K20" }).click();
    await inserted.waitFor();
    expect(await workbench.shown("K22")).toBe("SAL");
    expect(await workbench.shown("O22")).toBe("Fix first");
  });

  it("compares win rates on the workbook's deals and says which deals make the difference", async () => {
    await workbench.menu("RevOps Engine", "Compare definitions…");
    await sidebar().locator(".rule").nth(5).waitFor();
    expect(await text(".rule >> nth=0")).toContain("By count");
    await workbench.screenshot("workbench-definitions");
    await sidebar().getByRole("radio", { name: "MAPE" }).check();
    await sidebar().getByRole("radio", { name: "pasted here" }).check();
    await sidebar().locator("#rows").fill("Period;Forecast;Actual\n2026-01-01;250;230\n2026-02-01;280;310");
    expect(await text(".rule >> nth=0")).toContain("9.2%");
    await selectInSheet("K40");
    await sidebar()
      .getByRole("button", { name: /^Insert/ })
      .click();
    const again = sidebar().getByText("press again");
    const inserted = sidebar().getByText(/Inserted into K40/);
    await inserted.or(again).waitFor();
    if (await again.isVisible()) await sidebar().getByRole("button", { name: "Insert into K40" }).click();
    await inserted.waitFor();
    expect(await workbench.shown("K41")).toBe("MAPE");
  });

  it("ran nothing that stood in a cell or a tab's name", async () => {
    expect(await workbench.page.title()).not.toContain("hacked");
    expect(await sidebar().locator("img").count()).toBe(0);
    expect(workbench.errors).toEqual([]);
  });
});
