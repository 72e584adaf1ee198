import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RUBRIC_CRITERIA } from "../../src/core/assessment/rubric.js";
import { launchChromium } from "../browser/chromium.js";
import { faultsOf } from "./accessibility.js";
import { WindowAlone } from "./windowAlone.js";

const MARKUP = "<img src=x onerror=\"document.title='hacked'\">";
const settings = { companyName: MARKUP, profile: "A", businessCase: MARKUP };
const NOTHING = { history: [], leftOut: [], drafts: [], settings };
const all = (score: number | null) => RUBRIC_CRITERIA.map(() => score);
const row = (more: object) => ({
  ...{ date: "2026-01-12", round: "Q4 review", assessor: "Ada", scores: all(1), total: 50 },
  ...{ result: "Gaps are costing revenue", intake: {}, evidence: "" },
  ...more,
});
const PROPOSALS = [
  { key: "fewDuplicates", score: 2, evidence: `1 of 90 accounts can be merged into another: ${MARKUP}` },
  { key: "accuracy", score: null, evidence: "Forecasts holds no row with both forecast and actual." },
];

describe("the rubric's sidebar", () => {
  let browser: Browser;
  let opened: WindowAlone;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(() => opened?.close());

  const open = async (record: object = NOTHING, options = {}): Promise<void> => {
    opened = await WindowAlone.open(browser, "rubric", options);
    await opened.answer("readAssessments", record);
  };
  const text = (selector: string) => opened.page.locator(selector).innerText();
  const chooseAll = async (scores: readonly (number | null)[]): Promise<void> => {
    for (const [at, { key }] of RUBRIC_CRITERIA.entries()) {
      const score = scores[at];
      if (typeof score === "number") await opened.page.locator(`#${key}-${score}`).check();
    }
  };

  it("proposes what the workbook measured, and takes a score over on request only", async () => {
    await open();
    expect(await text("#measure-status")).toContain("Measuring the workbook…");
    await opened.answer("measureRubric", PROPOSALS);
    await expect.poll(() => text("#measure-status")).toBe("1 of 27 criteria measured in this workbook.");
    expect(await opened.page.locator("input:checked").count()).toBe(0);
    expect(await opened.page.locator(".evidence").allInnerTexts()).toContain(
      "Not measured: Forecasts holds no row with both forecast and actual.",
    );
    await opened.page.getByRole("button", { name: "Take over 2 for Duplicates below 2%" }).click();
    expect(await opened.page.locator("#fewDuplicates-2").isChecked()).toBe(true);
    // 20 points over four criteria of 2: two steps are 5.
    expect(await text(".total")).toBe("5 of 100");
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("fewDuplicates-2");
  });

  it("sends the evidence of those scores only that are the measured ones", async () => {
    await open();
    await opened.answer("measureRubric", PROPOSALS);
    await chooseAll(all(2));
    await opened.page.locator("#save").click();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    const [kind, sent] = (await opened.calls("saveAssessment"))[0] ?? [];
    expect(kind).toBe("rubric");
    expect(sent).toMatchObject({
      scores: all(2),
      evidence: `Duplicates below 2%: ${PROPOSALS[0]?.evidence}`,
    });
    await opened.fail("saveAssessment", "Error: busy");
    await opened.page.locator("#fewDuplicates-1").check();
    await opened.page.locator("#save").click();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    expect((await opened.calls("saveAssessment"))[1]?.[1]).toMatchObject({ evidence: "" });
  });

  it("says when measuring fails, measures again, and loses no score over it", async () => {
    await open();
    await chooseAll([1, 1]);
    await opened.fail("measureRubric", "NetworkError: Connection failure due to HTTP 0");
    expect(await text("#measure-status")).toContain("Not measured: The connection was lost");
    await opened.page.locator("#measure-status button").click();
    await opened.answer("measureRubric", []);
    await expect.poll(() => text("#measure-status")).toContain("nothing yet to measure");
    expect(await opened.page.locator("input:checked").count()).toBe(2);
  });

  it("lists the cheapest points first, and where points are lost", async () => {
    await open();
    await chooseAll(all(2));
    expect(await text("[aria-labelledby=next-heading]")).toContain("Full marks: keep them.");
    expect(await text(".stage")).toBe("World-class RevOps");
    await opened.page.locator("#accuracy-0").check();
    await opened.page.locator("#coverage-1").check();
    expect(await opened.page.locator("[aria-labelledby=next-heading] li").allInnerTexts()).toEqual([
      // Both are worth 15 ÷ 6 a step; tracking coverage takes days, a better forecast months.
      expect.stringMatching(/^Coverage tracked \+2\.5 points, days/),
      expect.stringMatching(/^Forecast error below 15% \+2\.5 points, months/),
    ]);
    expect(await text(".losses li >> nth=0")).toMatch(/Pipeline Management\s+−7\.5 of 15/);
    expect(await text(".summary-line")).toMatch(/92\.5 of 100\s+World-class RevOps/);
  });

  it("shows rounds with their assessors' spread and the change, and text of the workbook as text", async () => {
    await open({
      ...NOTHING,
      history: [
        row({}),
        row({ date: "2026-04-13", round: MARKUP, assessor: MARKUP, scores: all(2), total: 100 }),
        row({ date: "2026-04-14", round: MARKUP, assessor: "", scores: all(1), total: 50 }),
      ],
      leftOut: [`Row 9 of ${MARKUP} is left out: its date is missing.`],
      drafts: [{ id: "d9", round: MARKUP, assessor: MARKUP, scores: all(null), intake: {} }],
    });
    await opened.answer("measureRubric", PROPOSALS);
    const newest = await text(".history .entry >> nth=0");
    expect(newest).toMatch(/75 \+25\s+since the round before/);
    expect(newest).toContain(`2 assessors (${MARKUP}, 1 without name), 50 to 100`);
    expect(newest).toContain("Furthest apart: Single source of truth 1 to 2");
    expect(await opened.page.locator(".trend").getAttribute("aria-label")).toBe(
      `Total by round: Q4 review 50; ${MARKUP} 75; of 100.`,
    );
    expect(await text(".drafts")).toContain(`${MARKUP}, ${MARKUP}: 0 of 27 scored`);
    expect(await opened.page.locator("img").count()).toBe(0);
    expect(await opened.page.title()).toBe("100-point RevOps rubric");
  });

  it.each([false, true])("fits 300 pixels and leaves axe nothing to find (dark: %s)", async (dark) => {
    await open({ ...NOTHING, history: [row({}), row({ round: "Q1 review", scores: all(2) })] }, { dark });
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.answer("measureRubric", [
      { key: "fewDuplicates", score: 2, evidence: "1 of 90 accounts can be merged into another: 1.1%." },
      PROPOSALS[1],
    ]);
    await chooseAll(RUBRIC_CRITERIA.map((_, at) => (at < 20 ? at % 3 : null)));
    await opened.page.locator("#save").click();
    expect(await text("#save-status")).toBe(`Score ${RUBRIC_CRITERIA[20]?.name} and 6 more first.`);
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.screenshot(`rubric-${dark ? "dark" : "light"}`);
    await chooseAll(RUBRIC_CRITERIA.map((_, at) => (at < 20 ? null : 1)));
    await opened.page.locator("#save").click();
    await opened.answerUntil("saveAssessmentDraft", null, "saveAssessment");
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.answer("saveAssessment", { ...row({ round: "Q2 review" }), tab: "Assessments" });
    await expect.poll(() => text("#save")).toBe("Start a new assessment");
    expect(await faultsOf(opened.page)).toEqual([]);
    await opened.screenshot(`rubric-saved-${dark ? "dark" : "light"}`);
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  });
});
