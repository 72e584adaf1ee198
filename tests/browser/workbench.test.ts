import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { writeFixture } from "./fixture.js";
import { type Launched, launch } from "./launch.js";
import type { WorkbenchPage } from "./workbenchPage.js";

const PATIENCE = 60_000;

describe("the workbench page", { timeout: PATIENCE }, () => {
  let bench: Launched;
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    bench = await launch({ dist: writeFixture() });
    workbench = await bench.open();
  }, PATIENCE);
  afterAll(() => bench?.close());

  const log = (window_: "sidebar" | "dialog"): Promise<string[]> => {
    return workbench[window_]().locator("#log li").allTextContents();
  };
  const openSidebar = async (): Promise<void> => {
    await workbench.menu("Fixture", "Windows", "Open the sidebar");
    await workbench.sidebar().locator("#close").waitFor();
  };
  const closeSidebar = async (): Promise<void> => {
    const panel = workbench.page.locator("#sidebar");
    if (await panel.isVisible()) await panel.getByLabel("Close sidebar").click();
  };
  const clickAndRead = async (button: string, count = 1): Promise<string[]> => {
    await openSidebar();
    await workbench.sidebar().locator(`#${button}`).click();
    await workbench.sidebar().locator(`#log li:nth-child(${count})`).waitFor();
    return log("sidebar");
  };
  afterEach(closeSidebar);

  it("computes a typed formula, the engine's functions and the add-on's", async () => {
    await workbench.type("A1", "=SUM(1,2,3)*2");
    await workbench.type("A2", "=FIXTURE_SHARE(200,25%)");
    expect(await workbench.shown("A1")).toBe("12");
    expect(await workbench.shown("A2")).toBe("50");
  });

  it("completes a function's name and shows its help while it is typed", async () => {
    await workbench.select("A3");
    await workbench.page.keyboard.type("=FIXT");
    const proposals = workbench.page.locator(".o-autocomplete-value", { hasText: "FIXTURE_SHARE" });
    await proposals.first().waitFor();
    await workbench.settle();
    await workbench.page.keyboard.press("Tab");
    await workbench.page.keyboard.type("200,");
    const help = workbench.page.locator(".o-formula-assistant").first();
    await expect.poll(() => help.textContent()).toContain("A fraction between 0 and 1, such as 25%.");
    await workbench.screenshot("autocomplete");
    await workbench.page.keyboard.type("50%)");
    await workbench.page.keyboard.press("Enter");
    expect(await workbench.shown("A3")).toBe("100");
  });

  it("loses no key, however fast one types", async () => {
    await workbench.select("H1");
    for (let row = 1; row <= 20; row++) {
      await workbench.page.keyboard.type(row % 2 === 0 ? `=${row}*10` : `text ${row}`);
      await workbench.page.keyboard.press("Enter");
    }
    await workbench.settle();
    for (let row = 1; row <= 20; row++) {
      expect(await workbench.shown(`H${row}`)).toBe(row % 2 === 0 ? String(row * 10) : `text ${row}`);
    }
  });

  it("edits in the formula bar", async () => {
    await workbench.select("H2");
    await workbench.page.locator(".o-topbar-composer .o-composer").click();
    await workbench.page.keyboard.press("End");
    await workbench.page.keyboard.type("+5");
    await workbench.page.keyboard.press("Enter");
    await expect.poll(() => workbench.shown("H2")).toBe("25");
  });

  it("explains an error cell in the add-on's own words", async () => {
    await workbench.type("A4", '=FIXTURE_SHARE(1,"x")');
    expect(await workbench.message("A4")).toBe("share must be a number, such as 25%.");
  });

  it("runs a menu entry as one step to undo", async () => {
    await workbench.menu("Fixture", "Write a block");
    await expect.poll(() => workbench.shown("E2")).toBe("2");
    await workbench.select("A10");
    await workbench.page.keyboard.press("Control+z");
    await expect.poll(() => workbench.shown("E2")).toBe("");
    expect(await workbench.shown("D1")).toBe("");
  });

  it("shows a menu entry's error as a message", async () => {
    await workbench.menu("Fixture", "Fail on purpose");
    const message = workbench.page.locator("dialog[open]");
    await message.waitFor();
    expect(await message.textContent()).toContain("Choose a cell with a deal first.");
    await workbench.screenshot("menu-error");
    await workbench.page.keyboard.press("Enter");
    await message.waitFor({ state: "detached" });
  });

  it("shows a toast until it is dismissed", async () => {
    await workbench.menu("Fixture", "Show a toast");
    const toast = workbench.page.locator(".wb-toast");
    await toast.waitFor();
    expect(await toast.textContent()).toContain("Three rows were written.");
    await workbench.screenshot("toast");
    await toast.getByLabel("Dismiss").click();
    await toast.waitFor({ state: "detached" });
  });

  it("answers google.script.run with the result and the caller's own object", async () => {
    expect(await clickAndRead("double")).toEqual(['ok {"twice":42,"words":["a",null,"end"]} for me']);
    await workbench.screenshot("sidebar");
  });

  it("fails a call whose result holds a Date", async () => {
    const [answer] = await clickAndRead("today");
    expect(answer).toMatch(/^failed .*Date/);
  });

  it("refuses to send a Date", async () => {
    expect(await clickAndRead("date")).toEqual([expect.stringMatching(/^threw .*Date/)]);
  });

  it("passes the script's error to the failure handler", async () => {
    expect(await clickAndRead("refuse")).toEqual(["failed The sheet is full."]);
  });

  it("answers more than ten calls, in order", async () => {
    const answers = await clickAndRead("many", 25);
    expect(answers).toHaveLength(25);
    expect(answers[24]).toContain('"twice":48');
  });

  it("keeps functions that end in _ out of reach", async () => {
    await openSidebar();
    expect(await workbench.sidebar().locator("#hidden").textContent()).toBe("undefined");
  });

  it("gives the script a scope without the browser's own services", async () => {
    expect(await clickAndRead("where")).toEqual([`ok "${Array(9).fill("undefined").join(" ")}"`]);
  });

  it("seals the sidebar off from the page", async () => {
    await openSidebar();
    const frame = workbench.page.locator("#sidebar iframe");
    expect(await frame.getAttribute("sandbox")).not.toContain("allow-same-origin");
    expect(await frame.evaluate((element) => element.getBoundingClientRect().width)).toBe(300);
  });

  it("closes the sidebar when its html asks", async () => {
    await openSidebar();
    await workbench.sidebar().locator("#close").click();
    await workbench.page.locator("#sidebar").waitFor({ state: "hidden" });
  });

  it("centres a dialog, keeps the focus in it and closes it on Escape", async () => {
    await workbench.menu("Fixture", "Windows", "Open the dialog");
    await workbench.dialog().locator("#double").click();
    await workbench.dialog().locator("#log li").waitFor();
    expect(await log("dialog")).toHaveLength(1);
    await workbench.screenshot("dialog");
    const focused = await workbench.page.evaluate(() => document.activeElement?.closest("dialog") !== null);
    expect(focused).toBe(true);
    await workbench.page.keyboard.press("Escape");
    await workbench.page.locator("dialog").waitFor({ state: "detached" });
  });

  it("closes a dialog on Escape before anything in it was touched", async () => {
    await workbench.menu("Fixture", "Windows", "Open the dialog");
    await workbench.dialog().locator("#close").waitFor();
    await workbench.settle();
    await workbench.page.keyboard.press("Escape");
    await workbench.page.locator("dialog").waitFor({ state: "detached", timeout: 5000 });
  });

  it("keeps cells and document properties over a reload", async () => {
    await clickAndRead("remember");
    await workbench.type("B8", "kept");
    await workbench.reload();
    expect(await workbench.shown("B8")).toBe("kept");
    expect(await workbench.shown("A2")).toBe("50");
    expect(await clickAndRead("recall")).toEqual(['ok "kept"']);
  });

  it("keeps what was typed while the server was away, and saves it when it is back", async () => {
    await workbench.saved();
    await bench.stopServer();
    await workbench.type("B9", "offline");
    await workbench.page.locator('#save-state[data-state="offline"]').waitFor();
    await workbench.screenshot("offline");
    await bench.restartServer();
    await workbench.saved();
    await workbench.reload();
    expect(await workbench.shown("B9")).toBe("offline");
  });

  it("has the copy that the browser kept when the page is closed before the server is back", async () => {
    await bench.stopServer();
    await workbench.type("B10", "copied");
    await workbench.page.locator('#save-state[data-state="offline"]').waitFor();
    await workbench.page.close();
    await bench.restartServer();
    workbench = await bench.open();
    expect(await workbench.shown("B10")).toBe("copied");
    await workbench.saved();
    expect(readFileSync(bench.documentFile, "utf8")).toContain("copied");
  });

  it("tells a tab that is behind, and saves nothing over the other's work", async () => {
    const second = await bench.open();
    await workbench.type("C1", "first tab");
    await workbench.saved();
    await second.page.locator("#banner").waitFor();
    await second.screenshot("behind");
    expect(await second.page.locator("#banner").textContent()).toContain("changed in another tab");
    await second.type("C1", "second tab");
    await second.page.waitForTimeout(1000);
    await second.page.close();
    const again = await bench.open();
    expect(await again.shown("C1")).toBe("first tab");
    // What the second tab could not save is offered, not lost.
    await again.page.getByRole("button", { name: "Open the unsaved version" }).click();
    await expect.poll(() => again.shown("C1").catch(() => ""), { timeout: 20_000 }).toBe("second tab");
    await again.page.close();
  });

  it("tells a tab of another browser at its next save", async () => {
    await workbench.reload();
    const elsewhere = await bench.browser.newContext();
    const other = await (await import("./workbenchPage.js")).WorkbenchPage.open(elsewhere, bench.url);
    await workbench.type("C2", "mine");
    await workbench.saved();
    await other.type("C2", "theirs");
    await other.page.locator("#banner").waitFor();
    await elsewhere.close();
    await workbench.reload();
    expect(await workbench.shown("C2")).toBe("mine");
  });

  it("keeps the workbook's name", async () => {
    await workbench.page.getByLabel("Workbook name").fill("Q3 review");
    await workbench.page.keyboard.press("Enter");
    await workbench.saved();
    await workbench.reload();
    expect(await workbench.page.getByLabel("Workbook name").inputValue()).toBe("Q3 review");
  });

  it("saves as .xlsx, starts a new workbook and opens the file again", async () => {
    const { page } = workbench;
    await workbench.type("F1", "=FIXTURE_SHARE(400,50%)");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      workbench.menu("File", "Save as .xlsx"),
    ]);
    expect(file.suggestedFilename()).toBe("Q3 review.xlsx");
    const path = join(bench.documentFile, "..", "saved.xlsx");
    await file.saveAs(path);

    await workbench.saved();
    await workbench.menu("File", "New workbook");
    await workbench.restarted(() => page.getByRole("button", { name: "Replace" }).click());
    expect(await workbench.shown("A1")).toBe("");

    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      workbench.menu("File", "Open .xlsx…"),
    ]);
    await chooser.setFiles(path);
    await workbench.restarted(() => page.getByRole("button", { name: "Replace" }).click());
    expect(await workbench.shown("A1")).toBe("12");
    expect(await workbench.shown("F1")).toBe("200");
    expect(await page.getByLabel("Workbook name").inputValue()).toBe("saved");
  });

  it("says why a file could not be opened", async () => {
    const { page } = workbench;
    const path = join(bench.documentFile, "..", "no.xlsx");
    writeFileSync(path, "not a workbook");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      workbench.menu("File", "Open .xlsx…"),
    ]);
    await chooser.setFiles(path);
    const message = page.locator("dialog[open]");
    await message.waitFor();
    expect(await message.textContent()).toContain("The file could not be opened");
    await page.keyboard.press("Enter");
    await message.waitFor({ state: "detached" });
  });

  it("sets a damaged document aside and says so", async () => {
    await workbench.saved();
    writeFileSync(bench.documentFile, '{"revision":"9.x","writer":"w","base":null,"document":{"workb');
    await workbench.reload();
    expect(await workbench.page.locator(".wb-toast").textContent()).toContain("could not be read");
    expect(await workbench.shown("A1")).toBe("");
  });

  it("is usable at 1024 pixels", async () => {
    await workbench.page.setViewportSize({ width: 1024, height: 768 });
    await openSidebar();
    await workbench.screenshot("narrow");
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
  });

  it("talked to no host but its own", () => {
    expect(workbench.hosts()).toEqual(["127.0.0.1"]);
  });

  it("wrote no errors to the console", () => {
    const expected = /ERR_CONNECTION_REFUSED|409 \(Conflict\)/;
    expect(workbench.errors.filter((text) => !expected.test(text))).toEqual([]);
  });
});

describe("a first visit", { timeout: PATIENCE }, () => {
  it("starts with the add-on's sample data on the sheet it activates", async () => {
    const bench = await launch({ dist: writeFixture({ sample: true }) });
    try {
      const workbench = await bench.open();
      expect(await workbench.activeSheet()).toBe("Sample");
      expect(await workbench.shown("A1", "Sample")).toBe("sample data");
      await workbench.saved();
      await workbench.reload();
      expect(await workbench.sheetNames()).toEqual(["Sheet1", "Sample"]);
    } finally {
      await bench.close();
    }
  });
});
