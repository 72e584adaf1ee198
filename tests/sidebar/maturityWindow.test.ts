import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.js";
import { WindowAlone } from "./windowAlone.js";

const MARKUP = "<img src=x onerror=\"document.title='hacked'\">";
const blank = { assessor: "", intake: {}, evidence: "" };
const EARLIER = [
  {
    ...blank,
    date: "2026-01-12",
    round: "Q4 review",
    scores: [2, 2, 3, 1, 2, 2],
    total: 12,
    result: "Foundation",
  },
  { ...blank, date: "2026-04-13", round: MARKUP, scores: [3, 2, 3, 2, 2, 3], total: 15, result: "Building" },
];
const settings = { companyName: "", profile: "A", businessCase: "Standard" };
const NOTHING = { history: [], leftOut: [], drafts: [], settings };
const draftOf = (scores: (number | null)[], more = {}) => ({
  ...{ id: "kept", round: "", assessor: "", intake: {}, scores },
  ...more,
});
const saved = (scores: number[], total: number, more = {}) => ({
  ...{
    ...blank,
    date: "2026-07-13",
    round: "13 Jul 2026",
    scores,
    total,
    result: "Building",
    tab: "Assessments",
  },
  ...more,
});

describe("the maturity sidebar", () => {
  let browser: Browser;
  let opened: WindowAlone;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(() => opened?.close());

  const open = async (options = {}): Promise<WindowAlone> => {
    opened = await WindowAlone.open(browser, "maturity", options);
    return opened;
  };
  const choose = async (...scores: (number | null)[]): Promise<void> => {
    const names = ["data", "process", "technology", "analytics", "alignment", "enablement"];
    for (const [index, score] of scores.entries()) {
      if (score !== null) await opened.page.locator(`#${names[index]}-${score}`).check();
    }
  };
  const chosen = (): Promise<string[]> =>
    opened.page.locator("input:checked").evaluateAll((inputs) => inputs.map(({ id }) => id));
  const save = () => opened.page.locator("#save").click();
  // What is seen, not what is there.
  const text = (selector: string) => opened.page.locator(selector).innerText();

  it("says in which order to work, from the scores", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 2, 3, 4, 3);
    expect(await text(".stage")).toBe("5 of 6 scored");
    expect(await text("[aria-labelledby=next-heading]")).toContain("Score the last dimension");
    await choose(null, null, null, null, null, 1);
    expect(await text(".summary-line")).toMatch(/16 of 30\s+Building/);
    expect(await text(".priority >> nth=0")).toMatch(/^Enablement 1 of 5, weakest/);
    expect(await text(".priority >> nth=1")).toMatch(/^Process 2 of 5/);
    expect(await opened.page.locator("svg[role=img]").getAttribute("aria-label")).toContain(
      "Data 3; Process 2; Technology 3; Analytics 4; Alignment 3; Enablement 1",
    );
    await expect
      .poll(() => text(".summary [role=status]").catch(() => ""))
      .toBe("Total 16 of 30, stage Building.");
  });

  it("shows what the chosen level and the next one mean", async () => {
    await open();
    await choose(3);
    expect(await text(".dimension >> nth=0 >> .chosen")).toMatch(
      /^3 Defined The CRM is the system of record/,
    );
    expect(await text(".dimension >> nth=0 >> .other")).toMatch(/^4 Managed /);
  });

  it("shows text from the workbook as text, with the change since the time before", async () => {
    await open();
    await opened.answer("readAssessments", {
      ...{ ...NOTHING, history: EARLIER },
      leftOut: ["Row 9 of Assessments is left out: its date is missing."],
    });
    const history = await text("#history");
    expect(history).toContain("<img src=x onerror=");
    expect(history).toContain("+3");
    expect(history).toContain("Data +1, Analytics +1, Enablement +1");
    expect(history).toContain("Row 9 of Assessments");
    expect(await opened.page.locator("img").count()).toBe(0);
    expect(await opened.page.title()).toBe("RevOps maturity");
    expect(await text(".dimension legend >> nth=0")).toMatch(/Data\s+last time 3/);
  });

  it("asks for what is missing instead of saving, and goes there", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, null, 3, null);
    await save();
    expect(await text("#save-status")).toBe("Score Analytics and Enablement first.");
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("analytics-1");
    expect(await opened.calls("saveAssessment")).toEqual([]);
  });

  it("takes a late draft only where nothing was chosen meanwhile", async () => {
    await open();
    await choose(5);
    await opened.answer("readAssessments", {
      ...NOTHING,
      drafts: [draftOf([1, 2, null, null, 4, null], { round: "Q2" })],
    });
    await expect.poll(chosen).toEqual(["data-5", "process-2", "alignment-4"]);
    expect(await opened.page.locator("#round").inputValue()).toBe("Q2");
    await opened.answer("saveAssessmentDraft", null);
    expect(await opened.calls("saveAssessmentDraft")).toEqual([
      ["maturity", draftOf([5, 2, null, null, 4, null], { round: "Q2" })],
    ]);
  });

  it("keeps no draft over one that it has not read", async () => {
    await open();
    await opened.fail("readAssessments", "NetworkError: Connection failure due to HTTP 0");
    await choose(5);
    await opened.page.waitForTimeout(800);
    expect(await opened.calls("saveAssessmentDraft")).toEqual([]);
    await opened.page.getByRole("button", { name: "Try again" }).click();
    await opened.answer("readAssessments", {
      ...NOTHING,
      drafts: [draftOf([1, 2, null, null, null, null])],
    });
    await expect.poll(() => opened.calls("saveAssessmentDraft")).toHaveLength(1);
    expect(await chosen()).toEqual(["data-5", "process-2"]);
  });

  it("loses nothing when saving fails, and saves on the second try", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 2, 3, 3);
    await opened.page.locator("#round").fill("Q3 review");
    await save();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    await opened.fail("saveAssessment", "Error: Somebody else is changing this workbook right now.");
    expect(await text("#save-status")).toContain("Not saved: Somebody else is changing");
    expect(await chosen()).toHaveLength(6);
    expect(await opened.page.locator("#round").inputValue()).toBe("Q3 review");
    // What could not be saved is a draft again.
    await opened.page.getByRole("button", { name: "Try again" }).click();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    const entry = saved([3, 3, 3, 2, 3, 3], 17, { round: "Q3 review" });
    await opened.answer("saveAssessment", entry);
    await expect.poll(() => text("#save-status")).toBe("Saved to the tab Assessments.");
    expect(await text("#history")).toContain("Q3 review");
    expect(await opened.calls("saveAssessment")).toHaveLength(2);
  });

  it("sends one row however often Save is pressed, then offers a fresh start", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 3, 3, 3);
    await opened.answer("saveAssessmentDraft", null);
    await save();
    await opened.page.locator("#save").click({ force: true });
    await opened.answer("saveAssessment", saved([3, 3, 3, 3, 3, 3], 18));
    await expect.poll(() => text("#save")).toBe("Start a new assessment");
    expect(await opened.calls("saveAssessment")).toHaveLength(1);
    await save();
    expect(await chosen()).toEqual([]);
    expect(await text(".dimension legend >> nth=0")).toMatch(/last time 3/);
  });

  it("treats what is changed while saving as the next draft", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 3, 3, 3);
    await opened.answer("saveAssessmentDraft", null);
    await save();
    await choose(4);
    await opened.answer("saveAssessment", saved([3, 3, 3, 3, 3, 3], 18));
    await opened.answer("saveAssessmentDraft", null);
    const drafts = await opened.calls("saveAssessmentDraft");
    const [first, last] = [drafts[0]?.[1], drafts[drafts.length - 1]?.[1]] as { id: string }[];
    expect(last).toMatchObject({ scores: [4, 3, 3, 3, 3, 3] });
    // Under the first id it would be forgotten with the assessment that was just saved.
    expect(last?.id).not.toBe(first?.id);
    expect(await text("#save")).toBe("Save to the workbook");
  });

  it("waits for a draft that is on its way before it saves", async () => {
    await open();
    await opened.answer("readAssessments", NOTHING);
    await choose(3, 3, 3, 3, 3, 3);
    await expect.poll(() => opened.calls("saveAssessmentDraft")).toHaveLength(1);
    await save();
    await opened.page.waitForTimeout(300);
    expect(await opened.calls("saveAssessment")).toEqual([]);
    await opened.answer("saveAssessmentDraft", null);
    await expect.poll(() => opened.calls("saveAssessment")).toHaveLength(1);
  });

  it("fits 300 pixels, light and dark", async () => {
    for (const dark of [false, true]) {
      await open({ dark });
      await opened.answer("readAssessments", {
        ...NOTHING,
        history: EARLIER.map((entry, index) => ({ ...entry, round: ["Q4 review", "Q1 review"][index] })),
        drafts: [draftOf([3, 3, 4, 2, null, 3], { round: "Q2 review" })],
      });
      await expect.poll(() => text(".stage")).toBe("5 of 6 scored");
      await opened.screenshot(`sidebar-begun-${dark ? "dark" : "light"}`);
      await choose(null, null, null, null, 3);
      await opened.page.locator(".stage.known").waitFor();
      await opened.screenshot(`sidebar-${dark ? "dark" : "light"}`);
      const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(300);
      if (!dark) await opened.close();
    }
  });
});
