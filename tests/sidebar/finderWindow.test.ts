import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.js";
import { WindowAlone } from "./windowAlone.js";

const MARKUP = `<img src=x onerror="document.title='hacked'">`;
const target = (holds = "") => ({ sheet: MARKUP, cell: "B7", holds });
const trial = (more = {}) => ({
  target: target(),
  answer: [[6250]],
  rows: 1,
  columns: 1,
  problem: "",
  spill: { range: "B7", inTheWay: [], lacksRows: 0, lacksColumns: 0 },
  ...more,
});

describe("the finder when Google Sheets is slow or fails", () => {
  let browser: Browser;
  let opened: WindowAlone;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(() => opened?.close());

  const text = (selector: string) => opened.page.locator(selector).innerText();
  /** Opens the page of a function with its example filled in. */
  const openFilled = async (name: string, options = {}): Promise<void> => {
    opened = await WindowAlone.open(browser, "finder", options);
    opened.page.setDefaultTimeout(15_000);
    await opened.page.locator("#question").fill(name);
    await opened.page.keyboard.press("Enter");
    await opened.answer("readActiveCell", target());
    await opened.page.getByRole("button", { name: "Fill in the example" }).click();
  };

  it("says that an insertion failed, keeps what was typed and offers to try again", async () => {
    await openFilled("REVOPS_VELOCITY");
    await opened.answer("tryFunction", trial());
    await opened.page.getByRole("button", { name: "Insert into B7" }).click();
    expect(await text(".insert-status")).toContain("Inserting…");
    await opened.fail("insertFormula", "NetworkError: Connection failure due to HTTP 0");
    await opened.page.getByText("Not inserted: The connection was lost; check it and try again.").waitFor();
    expect(await opened.page.locator("#argument-win_rate").inputValue()).toBe("25%");
    await opened.page.getByRole("button", { name: "Try again" }).click();
    await opened.answer("insertFormula", { state: "inserted", target: target("=X"), range: "B7" });
    await opened.page.getByText(`Inserted into B7 of ${MARKUP}.`).waitFor();
    const [first, second] = await opened.calls("insertFormula");
    expect(second).toEqual(first);
    expect(first).toEqual([
      {
        formula: "=REVOPS_VELOCITY(50, 25%, 30000, 60)",
        into: { sheet: MARKUP, cell: "B7" },
        rows: 1,
        columns: 1,
      },
    ]);
    expect(await opened.page.locator("img").count()).toBe(0);
  });

  it("shows the function's own refusal, and the answer again once that is mended", async () => {
    await openFilled("REVOPS_VELOCITY");
    await opened.answer(
      "tryFunction",
      trial({ answer: [], rows: 0, columns: 0, problem: "cycle_days must be above 0." }),
    );
    await opened.page.getByText("cycle_days must be above 0.", { exact: true }).waitFor();
    await opened.page.locator("#argument-cycle_days").fill("60.0");
    await opened.answer("tryFunction", trial());
    await opened.page.locator(".trial .answer", { hasText: "6,250" }).waitFor();
  });

  it("goes to the first argument that is missing instead of inserting", async () => {
    opened = await WindowAlone.open(browser, "finder");
    await opened.page.locator("#question").fill("win rate");
    await opened.page.keyboard.press("Enter");
    await opened.answer("readActiveCell", target());
    await opened.page.getByRole("button", { name: "Insert into B7" }).click();
    expect(await text(".insert-status")).toBe("Fill in outcomes first.");
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("argument-outcomes");
    expect(await opened.calls("insertFormula")).toEqual([]);
  });

  it("names every field, list and button for a screen reader", async () => {
    await openFilled("REVOPS_FUNNEL", { dark: true });
    const unnamed = await opened.page
      .locator("input, button, [tabindex='0']")
      .evaluateAll((elements) =>
        elements
          .filter(
            (element) =>
              !element.getAttribute("aria-label") &&
              !element.textContent?.trim() &&
              !(element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0),
          )
          .map(({ outerHTML }) => outerHTML),
      );
    expect(unnamed).toEqual([]);
    await opened.screenshot("finder-dark");
  });

  it("draws at 300 px, in the light and in the dark, and scrolls downward only", async () => {
    for (const dark of [false, true]) {
      for (const name of ["finder", "funnel", "definitions"] as const) {
        opened = await WindowAlone.open(browser, name, { dark });
        await opened.screenshot(`${name}-300-${dark ? "dark" : "light"}`, false);
        const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBe(300);
        if (!(dark && name === "definitions")) await opened.close();
      }
    }
  });
});
