import { beforeAll, describe, expect, test } from "vitest";
import type { DataTab } from "../../src/workbook/columns.js";
import { columnRangeName } from "../../src/workbook/columns.js";
import { IMPORT_KINDS, type ImportKind } from "../../src/workbook/import/index.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, openAddOn } from "../apps-script/addOn.js";
import { importInSteps } from "../apps-script/importInSteps.js";
import { CONTROL_TEXTS, csvOf, HOSTILE_TEXTS, LONGEST_TEXT, TOO_LONG_TEXT } from "./hostileTexts.js";

/** A text of an export on its way into a cell: it stays that very text, runs nothing and is nothing else. */

/** An import trims cells; what spreadsheets do to line breaks changes no text. */
const asStored = (text: string): string => text.trim().replace(/\r\n?/g, "\n");

/** Each text once, as far as trimming leaves them apart. */
const TEXTS = [...new Map(HOSTILE_TEXTS.map((text) => [asStored(text), text])).values()];

/** A deal's outcome and forecast category are no free text: other words are refused, or counted and left blank. */
const isFree = ({ kind, key }: DataTab["columns"][number]) =>
  kind === "text" && key !== "outcome" && key !== "forecastCategory";

function exportOf(kind: ImportKind, texts: readonly string[], separator = ","): string {
  const columns = kind.tab.columns.filter(
    (column) => isFree(column) || column.required || column.key === "amount",
  );
  const rows = texts.map((text) =>
    columns.map((column) =>
      isFree(column) ? text : column.kind === "date" || column.kind === "moment" ? "2026-01-05" : "1",
    ),
  );
  return csvOf([columns.map(({ heading }) => heading), ...rows], separator);
}

interface Stored {
  readonly type: string;
  readonly value: unknown;
  readonly isFormula: boolean;
}

function storedIn({ model }: HeadlessWorkbench, tab: DataTab, key: string, rows: number): Stored[] {
  const column = tab.columns.find((one) => one.key === key);
  const range = column && model.getters.getNamedRange(columnRangeName(tab, column))?.range;
  if (!range) throw new Error(`${tab.title} has no column ${key}.`);
  return Array.from({ length: rows }, (_, at) => {
    const position = { sheetId: range.sheetId, col: range.zone.left, row: range.zone.top + at };
    const { type, value } = model.getters.getEvaluatedCell(position);
    return { type, value, isFormula: model.getters.getCell(position)?.isFormula ?? false };
  });
}

/** The engine of the workbench shows a text such as #N/A as the error itself; Google keeps a marked text. */
const shownAsError = (text: string): boolean => /^#(?:N\/A|DIV\/0!|NAME\?)$/.test(text);

const YES_NO = new Map([
  ["TRUE", "Yes"],
  ["false", "No"],
]);

describe.each(IMPORT_KINDS.map((kind) => [kind.tab.title, kind] as const))(
  "every text column of %s",
  (_, kind) => {
    let workbench: HeadlessWorkbench;
    const free = kind.tab.columns.filter(isFree);

    beforeAll(() => {
      workbench = openAddOn({ undoable: false });
      const report = importInSteps(workbench, exportOf(kind, [...TEXTS, LONGEST_TEXT]), {
        choices: { kind: kind.tab.key },
      });
      expect(report.refused).toEqual([]);
    });

    test.each(free)("$heading holds each hostile text as that text and as no formula", ({ key, choices }) => {
      const cells = storedIn(workbench, kind.tab, key, TEXTS.length + 1);
      [...TEXTS, LONGEST_TEXT].forEach((text, row) => {
        const wanted = asStored(text);
        const read = choices?.includes("Yes") ? (YES_NO.get(wanted) ?? wanted) : wanted;
        expect({ text, ...cells[row] }).toEqual({
          text,
          type: shownAsError(wanted) ? "error" : "text",
          value: read,
          isFormula: false,
        });
      });
    });
  },
);

describe("a text that no cell holds", () => {
  const ACCOUNT_HEADINGS = ["Account ID", "Account Name", "Industry"];

  test("is refused with row and column, never cut, and the rows beside it are imported", () => {
    const workbench = openAddOn();
    const report = importInSteps(
      workbench,
      csvOf([ACCOUNT_HEADINGS, ["1", "A", TOO_LONG_TEXT], ["2", "B", LONGEST_TEXT]]),
    );
    expect(report).toMatchObject({ added: 1, refusedRows: 1 });
    expect(report.refused[0]?.reason).toBe(
      "Row 2, Industry: the text has 50,001 characters and a cell takes 50,000 of it; shorten it in the export.",
    );
  });

  test("includes the mark that keeps a text from being a formula", () => {
    const workbench = openAddOn();
    const formula = `=${LONGEST_TEXT.slice(1)}`;
    const report = importInSteps(
      workbench,
      csvOf([ACCOUNT_HEADINGS, ["1", "A", formula], ["2", "B", formula.slice(1)]]),
    );
    expect(report).toMatchObject({ added: 1, refusedRows: 1 });
    expect(report.refused[0]?.reason).toMatch(
      /^Row 2, Industry: the text has 50,000 characters and a cell takes 49,999/,
    );
  });

  test("is refused in a deal's own text and in the id that is made of several", () => {
    const half = "y".repeat(30_000);
    const deals = csvOf([
      ["Deal Name", "Account", "Stage", "Amount", "Created", "Next step"],
      [half, half, "Proposal", "1", "2026-01-05", ""],
      ["Small", "Acme", "Proposal", "1", "2026-01-05", TOO_LONG_TEXT],
      ["Sound", "Acme", "Proposal", "1", "2026-01-05", "Call"],
    ]);
    const report = importInSteps(openAddOn(), deals);
    expect(report).toMatchObject({ added: 1, refusedRows: 2 });
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      "Row 2, the name, account and created day together: the text has 60,016 characters and a cell takes 50,000 of it; shorten it in the export.",
      "Row 3, Next step: the text has 50,001 characters and a cell takes 50,000 of it; shorten it in the export.",
    ]);
  });
});

describe("letters of two signs each", () => {
  /** An odd sign more or less, and the border between two cells of the journal falls in the middle of a letter. */
  test.each(["", "x"])(
    "are never parted where the journal of the import goes on in its next cell (%j before)",
    (odd) => {
      const workbench = openAddOn();
      const notes = `${odd}${"🧾".repeat(24_000)}`;
      const table = csvOf([
        ["Account ID", "Account Name", "Industry"],
        ["1", "Acme", notes],
        ["2", "Borel", notes],
      ]);
      workbench.callEndpoint("beginImport", [table, "accounts.csv", {}]);
      const pieces = cellsOf(workbench, "RevOps undo").map(({ value }) => String(value));
      expect(pieces.length).toBeGreaterThan(2);
      const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
      expect(pieces.filter((piece) => HALF.test(piece))).toEqual([]);
      workbench.callEndpoint("continueImport");
      expect(cellsOf(workbench, "Accounts").filter(({ value }) => value === notes)).toHaveLength(2);
    },
  );
});

describe("control characters", () => {
  test.each(CONTROL_TEXTS.slice(0, 3))("%j make a file no CSV, and nothing of it is imported", (text) => {
    const workbench = openAddOn();
    const before = workbench.model.getters.getSheetIds().length;
    expect(() =>
      importInSteps(
        workbench,
        csvOf([
          ["Account ID", "Account Name"],
          ["1", text],
        ]),
      ),
    ).toThrow(/^The file is binary, not a CSV/);
    expect(workbench.model.getters.getSheetIds()).toHaveLength(before);
  });
});

describe("headings and file names", () => {
  const headings = TEXTS.map(asStored).filter((text) => !text.includes("\n"));
  const table = csvOf([
    ["Account ID", "Account Name", ...headings],
    ["1", "Acme", ...headings.map(() => "x")],
  ]);

  test("of any wording are named in the preview and the report as they are, and feed only what they mean", () => {
    const workbench = openAddOn();
    const preview = workbench.callEndpoint("previewImport", [table]) as {
      headings: string[];
      fields: { column: number | null }[];
    };
    expect(preview.headings.slice(2)).toEqual(headings.map((heading) => heading.replace(/\s+/g, " ")));
    expect(preview.fields.filter(({ column }) => column !== null)).toHaveLength(2);
    expect(importInSteps(workbench, table)).toMatchObject({ added: 1, refusedRows: 0 });
    expect(cellsOf(workbench, "Accounts").filter(({ formula }) => formula !== "")).toEqual([]);
  });

  test("mapped by hand feed the column that was chosen", () => {
    for (const heading of ["__proto__", "constructor", "=1+1", "<b>"]) {
      const workbench = openAddOn();
      importInSteps(
        workbench,
        csvOf([
          ["Account ID", "Account Name", heading],
          ["1", "Acme", "Retail"],
        ]),
        {
          choices: { mapping: { industry: 2 } },
        },
      );
      expect(cellsOf(workbench, "Accounts").map(({ text }) => text)).toContain("Retail");
    }
  });

  test("files of any name are imported, named and taken back", () => {
    const workbench = openAddOn();
    const small = csvOf([
      ["Account ID", "Account Name"],
      ["1", "Acme"],
    ]);
    for (const file of [
      "=1+1.csv",
      "<img src=x onerror=alert(1)>.csv",
      "../../x",
      "\u202Evsc.exe",
      "\uD800",
      "__proto__",
    ]) {
      importInSteps(workbench, small, {}, file);
      workbench.run("undoLastImport");
      expect(workbench.ui.toasts.at(-1)?.message).toBe(`${file}: 1 new account removed, 0 cells as before.`);
    }
  });
});

describe("a word of Settings that a spreadsheet leaves behind", () => {
  test("is no rep, stage or loss reason, while the deals keep it", () => {
    const workbench = openAddOn();
    const deals = csvOf([
      ["Deal ID", "Deal", "Stage", "Amount", "Owner"],
      ["1", "One", "#N/A", "1", "#REF!"],
      ["2", "Two", "Proposal", "1", "Ann"],
    ]);
    expect(importInSteps(workbench, deals)).toMatchObject({ added: 2 });
    const settings = cellsOf(workbench, "Settings").map(({ text }) => text);
    expect(settings).toContain("Ann");
    expect(settings.filter((text) => text.startsWith("#"))).toEqual([]);
  });
});
