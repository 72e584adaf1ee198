import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.js";
import { faultsOf } from "./accessibility.js";
import { WindowAlone } from "./windowAlone.js";

const settings = { companyName: "", profile: "A", businessCase: "Standard" };
const NOTHING = { history: [], leftOut: [], drafts: [], settings };
const KEYS = ["data", "process", "technology", "analytics", "alignment", "enablement"];
const entry = (scores: readonly number[], more: object = {}) => ({
  ...{ date: "2026-07-13", round: "Q3", assessor: "Ada", scores, total: 18, result: "Building" },
  ...{ intake: {}, evidence: "" },
  ...more,
});
const draft = (id: string, assessor: string, scores: readonly (number | null)[]) => ({
  ...{ id, round: "Q3", assessor, scores, intake: {} },
});
const LOST = "NetworkError: Connection failure due to HTTP 0";

describe("an assessment whose calls fail, are slow or answer out of order", () => {
  let browser: Browser;
  let opened: WindowAlone;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(() => opened?.close());

  const open = async (options = {}): Promise<void> => {
    opened = await WindowAlone.open(browser, "maturity", options);
  };
  const choose = async (...scores: readonly (number | null)[]): Promise<void> => {
    for (const [at, score] of scores.entries()) {
      if (score !== null) await opened.page.locator(`#${KEYS[at]}-${score}`).check();
    }
  };
  const chosen = () =>
    opened.page.locator("input:checked").evaluateAll((inputs) => inputs.map(({ id }) => id));
  const text = (selector: string) => opened.page.locator(selector).innerText();
  const save = () => opened.page.locator("#save").click();
  const again = (place: string) => opened.page.locator(`${place} button`).click();

  it("keeps everything typed when each call fails once, and ends with one row sent twice", async () => {
    await open();
    await opened.fail("readAssessments", LOST);
    await choose(3, 3, 3, 3, 3, 3);
    await opened.page.locator("#round").fill("Q3");
    await opened.page.locator("#assessor").fill("Ada");
    await opened.page.locator(".intake summary").click();
    await opened.page.locator("#intake-crm").fill("none");
    await again("#history-status");
    await opened.answer("readAssessments", NOTHING);
    await opened.fail("saveAssessmentDraft", LOST);
    await expect.poll(() => text("#draft-status")).toContain("The draft is not kept yet");
    expect(await faultsOf(opened.page)).toEqual([]);
    await again("#draft-status");
    await opened.answer("saveAssessmentDraft", null);
    await expect.poll(() => text("#draft-status")).toBe("Draft kept.");
    await save();
    await opened.fail("saveAssessment", LOST);
    await expect.poll(() => text("#save-status")).toContain("Not saved: The connection was lost");
    expect(await faultsOf(opened.page)).toEqual([]);
    await again("#save-status");
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    await opened.answer("saveAssessment", { ...entry([3, 3, 3, 3, 3, 3]), tab: "Assessments" });
    await expect.poll(() => text("#save")).toBe("Start a new assessment");
    const [first, second] = await opened.calls("saveAssessment");
    expect(second).toEqual(first);
    expect(second?.[1]).toMatchObject({
      ...{ round: "Q3", assessor: "Ada", scores: [3, 3, 3, 3, 3, 3], intake: { crm: "none" } },
    });
    await opened.page.getByRole("button", { name: "Show the result tab" }).click();
    await opened.fail("drawMaturityAssessment", "Error: The tab is protected.");
    await expect.poll(() => text(".result-status")).toContain("Not drawn: The tab is protected.");
    await again(".result-status");
    await opened.answer("drawMaturityAssessment", null);
    await expect.poll(() => text(".result-status")).toBe("Maturity assessment is drawn.");
  });

  it("says that it waits, twice slow, and saves once", async () => {
    await open();
    await expect.poll(() => text("#history-status"), { timeout: 15_000 }).toContain("slow to answer");
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 3, 3, 3);
    await opened.answer("saveAssessmentDraft", null);
    await save();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    await expect.poll(() => text("#save-status"), { timeout: 15_000 }).toContain("slow to answer");
    // Pressed once more while it is under way.
    await opened.page.locator("#save").click({ force: true });
    await opened.answer("saveAssessment", { ...entry([3, 3, 3, 3, 3, 3]), tab: "Assessments" });
    await expect.poll(() => text("#save")).toBe("Start a new assessment");
    expect(await opened.calls("saveAssessment")).toHaveLength(1);
  });

  it("goes by the latest reading when an earlier one answers late", async () => {
    await open();
    await opened.fail("readAssessments", LOST);
    // Two retries: the first of them is overtaken by the second.
    await opened.page.evaluate(() => {
      const retry = document.querySelector<HTMLButtonElement>("#history-status button");
      retry?.click();
      retry?.click();
    });
    await opened.page.waitForFunction(() => window.pendingCalls.filter((call) => !call.settled).length === 2);
    const answer = (at: number, record: object) =>
      opened.page.evaluate(
        ([index, value]) => window.pendingCalls.filter((call) => !call.settled)[index]?.succeed(value),
        [at, record] as const,
      );
    await answer(1, { ...NOTHING, history: [entry([4, 4, 4, 4, 4, 4], { round: "Newest" })] });
    await answer(0, NOTHING);
    await expect.poll(() => text("#history")).toContain("Newest");
  });

  it("offers the drafts of others by name and mixes none of them into what is being scored", async () => {
    await open();
    await opened.answer("readAssessments", {
      ...NOTHING,
      drafts: [
        draft("d1", "Ada", [3, 2, null, null, null, null]),
        draft("d2", "Ben", [5, null, null, null, null, null]),
      ],
    });
    expect(await chosen()).toEqual([]);
    expect(await text(".drafts")).toContain("Ada, Q3: 2 of 6 scored");
    await choose(null, null, 4);
    await opened.answer("saveAssessmentDraft", null);
    await opened.page.getByRole("button", { name: "Resume Ada, Q3: 2 of 6 scored" }).click();
    await opened.answer("saveAssessmentDraft", null);
    await expect.poll(chosen).toEqual(["data-3", "process-2"]);
    expect(await opened.page.locator("#assessor").inputValue()).toBe("Ada");
    // What had been begun is a draft of its own now, and can be taken up again.
    expect(await text(".drafts")).toContain("Without name: 1 of 6 scored");
    expect(await faultsOf(opened.page)).toEqual([]);
    await choose(null, null, null, 1);
    await opened.answer("saveAssessmentDraft", null);
    const drafts = (await opened.calls("saveAssessmentDraft")).map(([, one]) => one) as { id: string }[];
    expect(drafts[drafts.length - 1]).toEqual(draft("d1", "Ada", [3, 2, null, 1, null, null]));
    expect(drafts.every(({ id }) => id !== "d2")).toBe(true);
  });

  it("discards a draft at the second asking only", async () => {
    await open();
    await opened.answer("readAssessments", {
      ...NOTHING,
      drafts: [draft("d1", "Ada", [3, 2, null, null, null, null])],
    });
    await opened.page.getByRole("button", { name: "Discard Ada" }).click();
    expect(await opened.calls("saveAssessmentDraft")).toEqual([]);
    await opened.page.getByRole("button", { name: "Discard for good: Ada" }).click();
    await opened.fail("saveAssessmentDraft", LOST);
    await expect.poll(() => text("#draft-status")).toContain("Not discarded");
    await again("#draft-status");
    await opened.answer("saveAssessmentDraft", null);
    await expect.poll(() => opened.page.locator(".drafts").isHidden()).toBe(true);
  });

  it("keeps a second assessor's refusal in words, with every score still chosen", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 3, 3, 3);
    await save();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    await opened.fail(
      "saveAssessment",
      "Error: Assessor: Ada has scored the round Q3 already; give the round another name.",
    );
    await expect
      .poll(() => text("#save-status"))
      .toContain("Not saved: Assessor: Ada has scored the round Q3 already");
    expect(await chosen()).toHaveLength(6);
  });

  it("takes the company, the profile and the business case of Settings into its advice", async () => {
    await open();
    await opened.answer("readAssessments", {
      ...NOTHING,
      settings: { companyName: "Example Ltd", profile: "B", businessCase: "PLG" },
    });
    expect(await opened.page.locator("#intake-company").inputValue()).toBe("Example Ltd");
    await choose(5, 2, 5, 5, 4, 5);
    const next = await text("[aria-labelledby=next-heading]");
    // The guide, section 5: outreach within one hour.
    expect(next).toContain("contacted within 1 hour");
    // The playbook's edge case PLG: PQL in place of MQL.
    expect(next).toContain("Define the PQL in place of the MQL, and get sales and product to sign it. (PLG)");
  });

  it.each([false, true])("leaves axe nothing to find with the intake open (dark: %s)", async (dark) => {
    await open({ dark });
    await opened.answer("readAssessments", {
      ...NOTHING,
      history: [entry([2, 2, 2, 2, 2, 2], { round: "Q1" }), entry([3, 3, 3, 3, 3, 3], { round: "Q2" })],
      drafts: [draft("d1", "Ada", [3, 2, null, null, null, null])],
    });
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.page.locator(".intake summary").click();
    await choose(3, 2, 4, 1, 3, 5);
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.screenshot(`maturity-intake-${dark ? "dark" : "light"}`);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  });
});
