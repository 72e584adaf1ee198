import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../browser/chromium.js";
import { WindowAlone } from "../sidebar/windowAlone.js";
import { MARKUP_TEXTS } from "./hostileTexts.js";

/**
 * The windows in a real browser, without the policy that guards them in the workbench: whatever text they are handed is
 * shown as text. An element made of it would run its script and set `attacked`.
 */

const ATTACK = MARKUP_TEXTS.join(" ");

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

declare global {
  interface Window {
    attacked?: number;
  }
}

async function expectUnharmed({ page }: WindowAlone, dialogs: readonly string[]): Promise<void> {
  // Long enough for an image that cannot be loaded to say so.
  await page.waitForTimeout(100);
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => window.attacked)).toBeUndefined();
  expect(
    await page
      .locator("img, iframe, object, embed, svg[onload], [onerror], [onfocus], [onmouseover]")
      .count(),
  ).toBe(0);
  const links = await page
    .locator("a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.filter((link) => /^(?:javascript|data):/i.test(link))).toEqual([]);
}

async function opened(name: Parameters<typeof WindowAlone.open>[1]) {
  const alone = await WindowAlone.open(browser, name, name === "import" ? { width: 760 } : {});
  const dialogs: string[] = [];
  alone.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return { alone, dialogs };
}

test("an element made of such a text would be found out", async () => {
  const { alone } = await opened("maturity");
  await alone.page.evaluate((html) => {
    document.body.innerHTML += html;
  }, ATTACK);
  await alone.page.waitForFunction(() => window.attacked === 1);
});

describe("a message of the add-on that is all markup", () => {
  test.each(["maturity", "rubric", "funnel", "definitions"] as const)(
    "is text in the window %s",
    async (name) => {
      const { alone, dialogs } = await opened(name);
      await alone.page.waitForFunction(() => window.pendingCalls.length > 0);
      await alone.page.evaluate((message) => {
        for (const call of window.pendingCalls) call.fail(message);
      }, ATTACK);
      await alone.page.getByText("<script>window.attacked=1</script>").first().waitFor();
      await expectUnharmed(alone, dialogs);
    },
  );
});

test.each(["maturity", "rubric"] as const)(
  "names, rounds, drafts and remarks that are all markup are text in the window %s",
  async (name) => {
    const { alone, dialogs } = await opened(name);
    const count = name === "maturity" ? 6 : 27;
    const entry = (date: string) => ({
      ...{ date, round: `${date} ${ATTACK}`, assessor: ATTACK, scores: Array(count).fill(1), total: 20 },
      ...{ result: ATTACK, intake: { company: ATTACK, pain: ATTACK }, evidence: ATTACK },
    });
    await alone.answer("readAssessments", {
      history: [entry("2026-01-05"), entry("2026-02-05")],
      leftOut: [`Row 5 of ${ATTACK} is left out: ${ATTACK}`],
      drafts: [
        { id: "a", round: ATTACK, assessor: ATTACK, scores: Array(count).fill(null), intake: {} },
        { id: "b", round: "other", assessor: ATTACK, scores: Array(count).fill(1), intake: {} },
      ],
      settings: { companyName: ATTACK, profile: "A", businessCase: ATTACK },
    });
    await alone.page.getByText("window.attacked").first().waitFor({ state: "attached" });
    await expectUnharmed(alone, dialogs);
  },
);

test("the file of an import that stopped is named as text", async () => {
  const { alone, dialogs } = await opened("import");
  const unfinished = {
    record: "deal",
    records: "deals",
    tab: "Opportunities",
    file: ATTACK,
    done: 1,
    total: 2,
  };
  await alone.answer("readImportState", unfinished);
  await alone.page.getByText("window.attacked").first().waitFor();
  await expectUnharmed(alone, dialogs);
});
