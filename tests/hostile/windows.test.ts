import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HygieneCheck } from "../../src/apps-script/actions/hygiene/checkHygiene.js";
import { openAddOn } from "../apps-script/addOn.js";
import { launchChromium } from "../browser/chromium.js";
import { WindowAlone } from "../sidebar/windowAlone.js";
import { csvOf, MARKUP_TEXTS } from "./hostileTexts.js";

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
  const alone = await WindowAlone.open(
    browser,
    name,
    name === "import" || name === "hygiene" ? { width: 760 } : {},
  );
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

describe("what the add-on says of deals that are all markup", () => {
  const HEADINGS = ["Deal ID", "Deal", "Account", "Owner", "Stage", "Amount", "Created", "Outcome"];
  /** Each text, the same in capitals, and a row that is refused. */
  const deals = csvOf([
    [...HEADINGS, ...MARKUP_TEXTS],
    ...MARKUP_TEXTS.flatMap((text, at) =>
      [text, text.toUpperCase(), text].map((name, of) => [
        ...[`D${at}.${of}`, name, name, name, name, of === 2 ? text : "1000", "2026-01-05", "Open"],
        ...MARKUP_TEXTS,
      ]),
    ),
  ]);

  test("is text in the import's preview and report", async () => {
    const workbench = openAddOn({ undoable: false });
    const preview = workbench.callEndpoint("previewImport", [deals]);
    const report = workbench.callEndpoint("runImport", [deals, { asOf: "2026-03-31" }]);
    expect(JSON.stringify([preview, report])).toContain("<img src=x onerror=window.attacked=1>");
    const { alone, dialogs } = await opened("import");
    const file = { name: ATTACK.slice(0, 100), mimeType: "text/csv", buffer: Buffer.from("a,b") };
    await alone.page.locator("#file").setInputFiles(file);
    await alone.answer("previewImport", preview);
    await alone.page.getByText("<img src=x onerror=window.attacked=1>").first().waitFor();
    await expectUnharmed(alone, dialogs);
    await alone.page.getByRole("button", { name: /^Import \d+ / }).click();
    const words = { record: "deal", records: "deals", tab: "Opportunities", file: ATTACK };
    await alone.answer("beginImport", { ...words, done: 0, total: 1, report });
    await alone.answer("continueImport", { ...words, done: 1, total: 1 });
    await alone.page.getByText("Refused rows").first().waitFor();
    await expectUnharmed(alone, dialogs);
  });

  test("is text in the proposals of data hygiene and in what was left as it is", async () => {
    const workbench = openAddOn({ undoable: false });
    workbench.callEndpoint("runImport", [deals, { asOf: "2026-03-31" }]);
    const check = workbench.callEndpoint("checkHygiene") as HygieneCheck;
    expect(check.groups.map(({ key }) => key)).not.toEqual([]);
    const { alone, dialogs } = await opened("hygiene");
    await alone.answer("checkHygiene", check);
    await alone.page.getByText("window.attacked").first().waitFor({ state: "attached" });
    await expectUnharmed(alone, dialogs);
    await alone.page
      .getByRole("button", { name: /^Tick all/ })
      .first()
      .click();
    await alone.page.getByRole("button", { name: /^Put right/ }).click();
    const [[changes] = []] = (await alone.calls("applyFixes")) as [{ before: string }[]][];
    const skipped = (changes ?? []).map((change) => ({
      place: `${ATTACK} B5`,
      change: { ...change, before: ATTACK },
    }));
    await alone.answer("applyFixes", { applied: 0, skipped, back: [] });
    await alone.page.getByText("no longer holds").first().waitFor();
    await expectUnharmed(alone, dialogs);
  });

  test("is text where the finder shows the sheet, the answer and what is in its way", async () => {
    const { alone, dialogs } = await opened("finder");
    await alone.page.locator("#question").fill(ATTACK);
    await expectUnharmed(alone, dialogs);
    await alone.page.locator("#question").fill("REVOPS_VELOCITY");
    await alone.page.keyboard.press("Enter");
    const target = { sheet: ATTACK, cell: "B7", holds: ATTACK };
    await alone.answer("readActiveCell", target);
    await alone.page.getByRole("button", { name: "Fill in the example" }).click();
    const spill = {
      range: "B7:B8",
      inTheWay: [{ cell: "B8", holds: ATTACK }],
      lacksRows: 0,
      lacksColumns: 0,
    };
    await alone.answer("tryFunction", {
      target,
      answer: [[ATTACK], [1]],
      rows: 2,
      columns: 1,
      problem: "",
      spill,
    });
    await alone.page.locator(".trial").getByText("window.attacked").first().waitFor({ state: "attached" });
    await expectUnharmed(alone, dialogs);
  });
});
