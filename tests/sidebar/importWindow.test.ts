import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ImportPreview } from "../../src/apps-script/actions/importPreview.js";
import { CRMS, DEALS, fieldInfo, fieldsOf, type ImportField } from "../../src/workbook/import/index.js";
import { launchChromium } from "../browser/chromium.js";
import { WindowAlone } from "./windowAlone.js";

const HEADINGS = [
  "Record ID",
  "Deal Name",
  "Deal Stage",
  "Amount in company currency",
  "Deal owner",
  "Create Date",
  "Close Date",
  "Amount",
  "<img src=x onerror=alert(1)>",
];
const COLUMNS: Partial<Record<ImportField, number>> = {
  id: 0,
  name: 1,
  stage: 2,
  amount: 3,
  owner: 4,
  created: 5,
  closeDate: 6,
};
const WORDS = { record: "deal", records: "deals", tab: "Opportunities" };
const REPORT: ImportPreview = {
  ...WORDS,
  kind: "Opportunities",
  kinds: [
    ["Opportunities", "Opportunities"],
    ["Accounts", "Accounts"],
  ],
  toldApartBy: ["id", "name"],
  crm: "HubSpot",
  rows: 1240,
  added: 310,
  changed: 42,
  unchanged: 881,
  refusedRows: 7,
  refused: [
    {
      row: 14,
      reason: 'Row 14: the amount "<img src=x onerror=alert(1)>" is not a number; write it as 1234.50.',
    },
    { row: 88, reason: 'Row 88: the close date "31.02.2026" is not a day; correct it in the export.' },
    { row: 91, reason: "Row 91: the id 4471 stood in row 60 already; the first one counts." },
  ],
  caution: null,
  notices: [
    "12 open deals have no amount.",
    'Settings does not list the stage "Security review" (9 deals); it will be added.',
  ],
  mapping: [],
  headings: HEADINGS,
  samples: HEADINGS.map((heading) => [`${heading} one`, `${heading} two`]),
  fields: fieldsOf(DEALS).map((field) => ({
    field,
    label: fieldInfo(DEALS, field).label,
    help: fieldInfo(DEALS, field).help,
    column: COLUMNS[field] ?? null,
  })),
  crms: CRMS,
  separator: ",",
  dateOrder: "day first",
  decimal: ".",
  wanted: [],
  choices: {},
  remembered: false,
};
const NOTHING_NEW = {
  ...REPORT,
  added: 0,
  changed: 0,
  unchanged: 1240,
  refusedRows: 0,
  refused: [],
  notices: [],
};
const csv = (name = "deals.csv", buffer = Buffer.from("Deal Name,Amount\nA,1\n")) => ({
  name,
  mimeType: "text/csv",
  buffer,
});

describe("the import dialog", () => {
  let browser: Browser;
  let opened: WindowAlone;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(() => opened?.close());

  const open = async (dark = false): Promise<void> => {
    opened = await WindowAlone.open(browser, "import", { width: 760, height: 600, dark });
  };
  const choose = (file = csv()) => opened.page.locator("#file").setInputFiles(file);
  // Not textContent: what is not seen must not count.
  const text = (selector: string) => opened.page.locator(selector).innerText();
  const press = (name: string) => opened.page.getByRole("button", { name }).click();

  it("shows what the export would do before it does it", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", REPORT);
    await opened.page.getByRole("button", { name: "Import 352 deals" }).waitFor();
    const shown = await text("#step");
    expect(shown).toContain("HubSpot export of deals, for the tab Opportunities · 1,240 rows");
    for (const [name, count] of [
      ["added", "310"],
      ["changed", "42"],
      ["unchanged", "881"],
      ["refused", "7"],
    ]) {
      expect(await text(`.tile.${name} dd`)).toBe(count);
    }
    expect(shown).toContain("12 open deals have no amount.");
    expect(shown).toContain("Refused rows (7)");
    expect(shown).toContain("The first 3 of them:");
    expect(shown).toContain("Amount in company currency");
    expect(await opened.calls("beginImport")).toEqual([]);
  });

  it("shows text of the file as text", async () => {
    await open();
    await choose(csv("<b>deals</b>.csv"));
    await opened.answer("previewImport", REPORT);
    await expect.poll(() => text("#step")).toContain("<img src=x onerror=alert(1)>");
    expect(await text("h1")).toBe("<b>deals</b>.csv");
    expect(await opened.page.locator("img, h1 b").count()).toBe(0);
  });

  it("says right under the counts why one should think again", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", { ...REPORT, caution: "This workbook is another company's." });
    await expect.poll(() => text("div:has(> .tiles) + .problem")).toContain("another company's");
  });

  it("imports, says what it did, and makes the review", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", REPORT);
    await press("Import 352 deals");
    expect(await text("#status")).toBe("Importing 352 deals…");
    await opened.answer("beginImport", { file: "deals.csv", done: 0, total: 352, ...WORDS, report: REPORT });
    await opened.answer("continueImport", { file: "deals.csv", done: 352, total: 352, ...WORDS });
    await expect
      .poll(() => text("#step"))
      .toContain(
        "310 deals added and 42 updated in the tab Opportunities. 881 deals stood there already. 7 rows were refused.",
      );
    await press("Make the weekly pipeline review");
    await opened.fail("drawWeeklyPipelineReview", "Error: The tab is protected.");
    expect(await text("#status")).toContain("The tab is protected.");
    await press("Try again");
    await opened.answer("drawWeeklyPipelineReview", null);
    expect(await opened.calls("drawWeeklyPipelineReview")).toHaveLength(2);
  });

  it("keeps the file when the preview fails, and tries again with it", async () => {
    await open();
    await choose();
    await opened.fail("previewImport", "ImportRefusal: The file has no column for the stage.");
    expect(await text("#status")).toContain("The file has no column for the stage.");
    await press("Try again");
    await opened.answer("previewImport", REPORT);
    await opened.page.getByRole("button", { name: "Import 352 deals" }).waitFor();
    const [first, second] = await opened.calls("previewImport");
    expect(second).toEqual(first);
  });

  it("lets a failed import be tried again", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", REPORT);
    await press("Import 352 deals");
    await opened.fail("beginImport", "Error: Somebody else is changing this workbook.");
    await expect.poll(() => text("#status")).toContain("Somebody else is changing this workbook.");
    await press("Try again");
    await opened.answer("beginImport", { file: "deals.csv", done: 0, total: 352, ...WORDS, report: REPORT });
    await opened.answer("continueImport", { file: "deals.csv", done: 200, total: 352, ...WORDS });
    await opened.fail("continueImport", "NetworkError: 0");
    await expect.poll(() => text("#status")).toContain("The connection was lost");
    expect(await text("#step")).toContain("200 of 352 deals written");
    expect(await opened.page.getByRole("progressbar", { name: "Records written" }).getAttribute("max")).toBe(
      "352",
    );
    await press("Try again");
    await opened.answer("continueImport", { file: "deals.csv", done: 352, total: 352, ...WORDS });
    await expect.poll(() => text("h1")).toBe("Imported");
  });

  it("lets every column be mapped by hand, and compares again once", async () => {
    await open();
    await choose();
    const wanted: ImportField[] = ["amount"];
    const unmapped = {
      ...REPORT,
      wanted,
      fields: REPORT.fields.map((one) => (one.field === "amount" ? { ...one, column: null } : one)),
    };
    await opened.answer("previewImport", unmapped);
    await expect.poll(() => text(".problem")).toContain("No column was recognised for Amount");
    const importButton = opened.page.getByRole("button", { name: "Import", exact: true });
    expect(await importButton.getAttribute("aria-disabled")).toBe("true");
    const amount = opened.page.getByLabel("Heading for Amount");
    expect(await amount.locator("option").allTextContents()).toContain("<img src=x onerror=alert(1)>");
    await amount.selectOption({ label: "Amount" });
    await amount.selectOption({ label: "Amount in company currency" });
    expect(await text("#status")).toBe("Comparing again…");
    expect(await opened.page.locator("tr", { has: amount }).locator(".samples").textContent()).toBe(
      "Amount in company currency one · Amount in company currency two",
    );
    const choices = { mapping: { amount: 3 } };
    await opened.answer("previewImport", { ...REPORT, choices });
    await opened.page.getByRole("button", { name: "Import 352 deals" }).click();
    expect((await opened.calls("previewImport")).slice(1)).toEqual([
      ["Deal Name,Amount\nA,1\n", { choices }],
    ]);
    expect(await opened.calls("beginImport")).toEqual([
      ["Deal Name,Amount\nA,1\n", "deals.csv", { choices }],
    ]);
    expect(await opened.page.locator("img").count()).toBe(0);
  });

  it("changes CRM, separator, date order and decimal sign, each labelled", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", REPORT);
    for (const [label, value, choices] of [
      ["CRM", "Zoho", { crm: "Zoho" }],
      ["Dates", "month first", { crm: "Zoho", dateOrder: "month first" }],
      ["Decimal sign", ",", { crm: "Zoho", dateOrder: "month first", decimal: "," }],
      [
        "Separator",
        ";",
        { crm: "Zoho", dateOrder: "month first", decimal: ",", separator: ";", mapping: {} },
      ],
    ] as const) {
      const select = opened.page.getByLabel(label, { exact: true });
      await select.focus();
      await select.selectOption(value);
      await opened.answer("previewImport", { ...REPORT, choices });
      await opened.page.locator("#status[data-state=idle]").waitFor({ state: "attached" });
      expect((await opened.calls("previewImport")).at(-1)?.[1]).toEqual({ choices });
    }
    await expect.poll(() => opened.page.evaluate(() => document.activeElement?.id)).toBe("separator");
  });

  it("says that earlier choices apply, and lets go of them", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", { ...REPORT, remembered: true, choices: { decimal: "," } });
    await press("Use what is recognised");
    await opened.answer("previewImport", REPORT);
    await expect.poll(() => text("#step")).not.toContain("chosen last time");
    expect((await opened.calls("previewImport")).at(-1)?.[1]).toEqual({ choices: {} });
  });

  it("offers to finish an import that was cut off, or to take it back", async () => {
    await open();
    await opened.answer("readImportState", { file: "big.csv", done: 4000, total: 9000, ...WORDS });
    await expect.poll(() => text("#step")).toContain("stopped after 4,000 of 9,000 deals");
    await opened.screenshot("import-unfinished-light", false);
    await press("Take it back");
    await opened.answer("undoImport", { file: "big.csv", edited: 2, done: false, restored: 0, removed: 0 });
    await expect.poll(() => text("#step")).toContain("2 cells that it wrote were changed by hand since.");
    await press("Keep my changes");
    await opened.answer("undoImport", { file: "big.csv", edited: 2, done: true, restored: 9, removed: 3 });
    await expect.poll(() => text("#status")).toBe("The import of big.csv was taken back.");
    expect(await opened.calls("undoImport")).toEqual([["ask"], ["keep"]]);
    await opened.close();
    await open();
    await opened.answer("readImportState", { file: "big.csv", done: 4000, total: 9000, ...WORDS });
    await press("Finish the import");
    await opened.answer("continueImport", { file: "big.csv", done: 9000, total: 9000, ...WORDS });
    await expect
      .poll(() => text("#step"))
      .toContain("9,000 deals of big.csv added or updated in the tab Opportunities.");
  });

  it("says so when there is nothing to import", async () => {
    await open();
    await choose();
    await opened.answer("previewImport", NOTHING_NEW);
    await expect.poll(() => text("#step")).toContain("already has every one of these deals");
    expect(await opened.page.getByRole("button", { name: /^Import/ }).count()).toBe(0);
  });

  it("reads Windows-1252 and says that it did", async () => {
    await open();
    await choose(csv("deals.csv", Buffer.from([0x80, 0x20, 0x96, 0x20, 0xe9])));
    await opened.answer("previewImport", REPORT);
    await expect.poll(() => text("#step")).toContain("its letters were read as Windows-1252");
    expect(await opened.calls("previewImport")).toEqual([["€ – é"]]);
  });

  it("refuses a workbook without asking the add-on", async () => {
    await open();
    await choose(csv("deals.xlsx"));
    await expect.poll(() => text("#status")).toContain("deals.xlsx is a workbook; export the list as CSV");
    expect(await opened.calls("previewImport")).toEqual([]);
  });

  it("takes a file that is dropped, and only on its field", async () => {
    await open();
    const drop = (selector: string) =>
      opened.page.evaluate((place) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["Deal Name\nA\n"], "dropped.csv"));
        const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector(place)?.dispatchEvent(event);
        return event.defaultPrevented;
      }, selector);
    expect(await drop("footer")).toBe(true);
    expect(await opened.calls("previewImport")).toEqual([]);
    expect(await drop(".drop")).toBe(true);
    await expect.poll(() => opened.calls("previewImport")).toEqual([["Deal Name\nA\n"]]);
  });

  it("can be used with the keyboard", async () => {
    await open();
    await opened.page.keyboard.press("Tab");
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("file");
    await choose();
    await opened.answer("previewImport", REPORT);
    await opened.page.getByRole("button", { name: "Import 352 deals" }).waitFor();
    expect(await opened.page.evaluate(() => document.activeElement?.id)).toBe("step");
    const reached: string[] = [];
    for (let step = 0; step < 16; step++) {
      await opened.page.keyboard.press("Tab");
      reached.push(
        await opened.page.evaluate(() => {
          const at = document.activeElement;
          return at?.getAttribute("aria-label") ?? (at?.id || at?.textContent?.slice(0, 8)) ?? "";
        }),
      );
    }
    const mapped = ["Deal ID", "Deal", "Owner", "Stage", "Amount", "Created", "Close date"];
    expect(reached).toEqual([
      ...["kind", "crm", "separator", "dateOrder", "decimal"],
      ...mapped.map((label) => `Heading for ${label}`),
      "Columns ",
      "Refused rows",
      "Choose a",
      "Import 3",
    ]);
  });

  it("looks calm in light and dark", async () => {
    for (const dark of [false, true]) {
      const shade = dark ? "dark" : "light";
      await open(dark);
      await opened.screenshot(`import-choose-${shade}`, false);
      await choose(csv("hubspot-crm-exports-all-deals-2026-04-13.csv"));
      await opened.page.locator(".spinner").waitFor();
      await opened.screenshot(`import-reading-${shade}`, false);
      await opened.answer("previewImport", REPORT);
      await opened.page.getByRole("button", { name: "Import 352 deals" }).waitFor();
      await opened.screenshot(`import-preview-${shade}`, false);
      await opened.page.locator("#step").evaluate((step) => step.scrollTo(0, step.scrollHeight));
      await opened.screenshot(`import-preview-end-${shade}`, false);
      await press("Import 352 deals");
      await opened.answer("beginImport", {
        file: "deals.csv",
        done: 0,
        total: 352,
        ...WORDS,
        report: REPORT,
      });
      await opened.answer("continueImport", { file: "deals.csv", done: 200, total: 352, ...WORDS });
      await opened.page.getByText("200 of 352").waitFor();
      await opened.screenshot(`import-progress-${shade}`, false);
      await opened.answer("continueImport", { file: "deals.csv", done: 352, total: 352, ...WORDS });
      await opened.page.getByRole("heading", { name: "Imported" }).waitFor();
      await opened.screenshot(`import-result-${shade}`, false);
      if (!dark) await opened.close();
    }
  });
});
