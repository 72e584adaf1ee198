import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

const dist = join(dirname(fileURLToPath(import.meta.url)), "../../dist");
/** A reload takes its time on a machine that has other work. */
const RELOADING = 180_000;
const MARKUP = `<img src=x onerror="document.title='hacked'">`;

describe("the built add-on's windows in the workbench", () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist });
    workbench = await bench.open();
    await workbench.idle();
  });
  afterAll(() => bench?.close());

  const keyboard = () => workbench.page.keyboard;
  const openMaturity = async (): Promise<void> => {
    await workbench.menu("RevOps Engine", "Score RevOps maturity");
    await workbench.sidebar().locator("#history-status[data-state=idle]").waitFor({ state: "attached" });
  };
  /** Scores the group that has the focus, and goes on to the next. */
  const scoreByKeyboard = async (score: number): Promise<void> => {
    await keyboard().press("Space");
    for (let step = 1; step < score; step++) await keyboard().press("ArrowRight");
    await keyboard().press("Tab");
  };
  const chosen = (): Promise<string[]> =>
    workbench
      .sidebar()
      .locator("input:checked")
      .evaluateAll((inputs) => inputs.map(({ id }) => id));
  const rowOf = async (row: number): Promise<string[]> => {
    const cells = [..."ABCDEFGHIJKL"].map((column) => workbench.shown(`${column}${row}`, "Assessments"));
    return Promise.all(cells);
  };

  it(
    "keeps a maturity assessment that a reload cuts in two",
    async () => {
      await openMaturity();
      // The folded intake comes before the first dimension.
      await keyboard().press("Tab");
      await keyboard().press("Tab");
      for (const score of [3, 2, 3]) await scoreByKeyboard(score);
      await workbench.sidebar().getByText("Draft kept.").waitFor();
      await workbench.saved();
      await workbench.reload();
      await openMaturity();
      await workbench.sidebar().getByText("Draft resumed.").waitFor();
      expect(await chosen()).toEqual(["data-3", "process-2", "technology-3"]);
      await workbench.screenshot("workbench-maturity-resumed");
    },
    RELOADING,
  );

  it("saves it as a dated row, by keyboard alone", async () => {
    for (let group = 0; group < 5; group++) await keyboard().press("Tab");
    for (const score of [1, 4, 5]) await scoreByKeyboard(score);
    // The folded list of the other dimensions comes before the round.
    await keyboard().press("Tab");
    await keyboard().type("Q1 review");
    await keyboard().press("Tab");
    await keyboard().type("Ada");
    await keyboard().press("Tab");
    await keyboard().press("Enter");
    await workbench.sidebar().getByText("Saved to the tab Assessments.").waitFor();
    expect(await rowOf(1)).toEqual([
      ...["Date", "Assessment", "Round", "Assessor"],
      ...["Data", "Process", "Technology", "Analytics", "Alignment", "Enablement", "Total", "Result"],
    ]);
    const [date, ...rest] = await rowOf(2);
    expect(date).toMatch(/^\d{1,2} \w{3} \d{4}$/);
    expect(rest).toEqual(["Maturity", "Q1 review", "Ada", "3", "2", "3", "1", "4", "5", "18", "Building"]);
    expect(await workbench.sidebar().locator("#history").textContent()).toContain("Q1 review");
  });

  it("starts anew on the same button, and shows the change to the time before", async () => {
    await keyboard().press("Enter");
    expect(await chosen()).toEqual([]);
    for (const score of [4, 2, 3, 2, 4, 5]) await scoreByKeyboard(score);
    await keyboard().press("Tab");
    await keyboard().type(MARKUP);
    await keyboard().press("Tab");
    await keyboard().type(MARKUP);
    await keyboard().press("Enter");
    await workbench.sidebar().getByText("Saved to the tab Assessments.").waitFor();
    expect((await rowOf(3)).slice(1)).toEqual([
      "Maturity",
      MARKUP,
      MARKUP,
      "4",
      "2",
      "3",
      "2",
      "4",
      "5",
      "20",
      "Building",
    ]);
    const history = await workbench.sidebar().locator("#history").textContent();
    expect(history).toContain(MARKUP);
    expect(history).toContain("+2 since the round before");
    expect(await workbench.sidebar().locator("img").count()).toBe(0);
    await workbench.screenshot("workbench-maturity-saved");
  });

  it(
    "keeps a round that looks like a formula as text, and forgets the draft of a saved assessment",
    async () => {
      await keyboard().press("Tab");
      await keyboard().press("Enter");
      for (const score of [5, 5, 5, 5, 5, 5]) await scoreByKeyboard(score);
      await keyboard().press("Tab");
      await keyboard().type("=1+1");
      await keyboard().press("Enter");
      await workbench.sidebar().getByText("Saved to the tab Assessments.").waitFor();
      expect((await rowOf(4))[2]).toBe("=1+1");
      await workbench.saved();
      await workbench.reload();
      await openMaturity();
      expect(await chosen()).toEqual([]);
      expect(await workbench.sidebar().locator("#history .entry").count()).toBe(3);
      expect(await workbench.sidebar().locator("#history .history-label").first().textContent()).toBe("=1+1");
    },
    RELOADING,
  );

  const EXPORT = {
    name: "deals.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      [
        "Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Stage,Amount,Created Date,Close Date",
        `"W-1","${MARKUP.replaceAll('"', '""')}",Acme,Ada Example,Proposal,12000,2026-01-05,2026-03-31`,
        '4471,=HYPERLINK("x"),Acme,Ada Example,Closed Won,8000,2025-11-03,2026-01-12',
        'W-3,Broken,Acme,Ada Example,Proposal,"<img src=x onerror=alert(1)>",2026-01-05,2026-03-31',
        "",
      ].join("\n"),
    ),
  };

  it("imports a CSV through the dialog, and makes the review", async () => {
    await workbench.menu("RevOps Engine", "Import CRM export…");
    const dialog = workbench.dialog();
    await dialog.locator("#file").setInputFiles(EXPORT);
    await dialog.getByRole("button", { name: "Import 2 new deals" }).waitFor();
    expect(await dialog.locator(".tile.refused dd").textContent()).toBe("1");
    expect(await dialog.locator(".refusals").textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await dialog.locator(".mapping").textContent()).toContain("Opportunity Owner");
    await workbench.screenshot("workbench-import-preview");
    const before = await deals();
    await dialog.getByRole("button", { name: "Import 2 new deals" }).click();
    await dialog.getByRole("heading", { name: "Imported" }).waitFor();
    await workbench.screenshot("workbench-import-result");
    const after = await deals();
    expect(after.slice(before.length)).toEqual([
      ["W-1", MARKUP],
      ["4471", '=HYPERLINK("x")'],
    ]);
    await dialog.getByRole("button", { name: "Make the weekly pipeline review" }).click();
    await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
    expect(await workbench.activeSheet()).toBe("Weekly pipeline review");
  });

  it("finds nothing new in the same file", async () => {
    await workbench.menu("RevOps Engine", "Import CRM export…");
    const dialog = workbench.dialog();
    await dialog.locator("#file").setInputFiles(EXPORT);
    await dialog.locator(".tiles").waitFor();
    expect(await dialog.locator(".tile dd").allTextContents()).toEqual(["0", "0", "2", "1"]);
    await dialog.getByRole("button", { name: "Close" }).click();
    await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  it("refuses in one sentence what is no list of deals", async () => {
    await workbench.menu("RevOps Engine", "Import CRM export…");
    const dialog = workbench.dialog();
    await dialog.locator("#file").setInputFiles({
      name: "not-a-list.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("just one line of text"),
    });
    await dialog.locator("#status[data-state=failed]").waitFor();
    expect(await dialog.locator("#status").textContent()).toMatch(/^[A-Z].*\./);
    await workbench.screenshot("workbench-import-refused");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await workbench.page.locator("dialog[open]").waitFor({ state: "detached" });
  });

  it("ran nothing that stood in a label or a file", async () => {
    expect(await workbench.page.title()).not.toContain("hacked");
    expect(workbench.errors).toEqual([]);
  });

  /** Id and name of every deal in the tab. */
  function deals(): Promise<string[][]> {
    return workbench.page.evaluate(() => {
      const getters = window.workbench?.model.getters;
      const sheetId = getters?.getSheetIdByName("Opportunities");
      if (!getters || !sheetId) return [];
      const rows: string[][] = [];
      for (let row = 1; ; row++) {
        const shown = [0, 1].map((col) => getters.getEvaluatedCell({ sheetId, col, row }).formattedValue);
        if (shown[0] === "") return rows;
        rows.push(shown);
      }
    });
  }
});
