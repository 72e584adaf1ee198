import { beforeAll, describe, expect, test } from "vitest";
import { nodeEngine } from "../../workbench/headless/nodeEngine.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellName } from "../../workbench/xlsx/address.js";
import { installXmlParser } from "../../workbench/xlsx/nodeDom.js";
import type { FileCell } from "../../workbench/xlsx/readCells.js";
import { readXlsx } from "../../workbench/xlsx/readXlsx.js";
import { writeXlsx } from "../../workbench/xlsx/writeXlsx.js";
import { openAddOn, sheetNames } from "../apps-script/addOn.js";
import { readSheets, recalculate, whyNoLibreOffice } from "../workbench/xlsx/libreOffice.js";
import { CONTROL_TEXTS, csvOf, HOSTILE_TEXTS, LONGEST_TEXT } from "./hostileTexts.js";

/** Texts on their way out of the workbook: in an .xlsx file each is the very same text, and no new formula. */

const MOST = 32_767;
const HALF_LETTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What Excel's limit and UTF-8 leave of a text. */
const asFiled = (text: string): string => text.slice(0, MOST).replace(HALF_LETTER, "\uFFFD");

/** A sheet's name as a file takes it. */
const fileName = (sheet: string): string => sheet.slice(0, 31);

const DEAL_HEADINGS = ["Deal ID", "Deal", "Account", "Owner", "Stage", "Amount", "Created", "Expected close"];
const PEOPLE = ["=1+1", "-1+1", "@SUM(1+1)", "#N/A", "<b>", "__proto__", "{this}", "٣"];
const dealsOf = (texts: readonly string[]): string =>
  csvOf([
    DEAL_HEADINGS,
    ...texts.map((text, at) => [
      // Each of the texts is a deal and an account; so many people would be a workbook of another kind.
      ...[`D${at}`, text, text.slice(0, 500), PEOPLE[at % PEOPLE.length] ?? "", "Proposal"],
      ...[String(1000 + at), "2026-01-05", "2026-04-15"],
    ]),
  ]);

type Sheets = Map<string, Map<string, FileCell>>;

const TWO_ESCAPES = "_x0041_x0042_";

describe("a workbook full of hostile texts, downloaded", () => {
  let workbench: HeadlessWorkbench;
  let bytes: Uint8Array;
  const losses: string[] = [];
  const COPIED = "Weekly pipeline review";
  let copy = "";

  beforeAll(() => {
    workbench = openAddOn({ undoable: false });
    workbench.callEndpoint("runImport", [dealsOf([...HOSTILE_TEXTS, LONGEST_TEXT]), { asOf: "2026-03-31" }]);
    workbench.callEndpoint("drawTemplatesById", [["weekly-pipeline-review"]]);
    const { model } = workbench;
    const sheetId = model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === COPIED) ?? "";
    model.dispatch("ACTIVATE_SHEET", {
      sheetIdFrom: model.getters.getActiveSheetId(),
      sheetIdTo: sheetId,
    });
    workbench.run("copyTabForLeadership");
    copy = sheetNames(workbench).at(-1) ?? "";
    // No import takes these; somebody may type or paste them.
    model.dispatch("CREATE_SHEET", { sheetId: "typed", name: "Typed", position: 0 });
    [...CONTROL_TEXTS, TWO_ESCAPES, "=1+1"].forEach((text, row) => {
      model.dispatch("UPDATE_CELL", { sheetId: "typed", col: 0, row, content: `'${text}` });
    });
    model.dispatch("UPDATE_CELL", { sheetId: "typed", col: 1, row: 0, content: '="a_x0041_b"' });
    installXmlParser();
    bytes = writeXlsx(model, nodeEngine(), {
      companion: { ...workbench.document().companion },
      onLoss: (loss) => losses.push(loss),
    });
  });

  /** Every cell that shows a text, with what a script would read of it. */
  function* texts({ model: { getters } }: Pick<HeadlessWorkbench, "model">) {
    for (const sheetId of getters.getSheetIds()) {
      for (const { col, row } of getters.getEvaluatedCellsPositions(sheetId)) {
        const position = { sheetId, col, row };
        const { type, value } = getters.getEvaluatedCell(position);
        const cell = getters.getCell(position);
        // The engine shows a text such as #N/A as the error itself; Google and the file keep the text.
        const marked = cell?.isFormula === false && cell.content.startsWith("'#");
        if (!marked && (type !== "text" || value === "")) continue;
        const text = marked ? cell.content.slice(1) : String(value);
        yield { sheet: getters.getSheetName(sheetId), name: cellName(col, row), text, cell };
      }
    }
  }

  function expectSame(sheets: Sheets, isRecalculated = false) {
    let compared = 0;
    const different: unknown[] = [];
    for (const { sheet, name, text, cell } of texts(workbench)) {
      const found = sheets.get(fileName(sheet))?.get(name);
      // What a native formula computes is LibreOffice's own answer; and two escapes in one word it saves as one.
      if (isRecalculated && (found?.formula !== undefined || text === TWO_ESCAPES)) continue;
      compared++;
      const isSame = found?.value.type === "text" && found.value.value === asFiled(text);
      const isNew = found?.formula !== undefined && cell?.isFormula !== true;
      if (!isSame || isNew) different.push({ sheet, name, text: text.slice(0, 80), found });
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(5 * HOSTILE_TEXTS.length);
  }

  test("holds each as that text", () => {
    expectSame(readSheets(bytes));
  });

  test("says which texts the file does not hold as they are, and no more", () => {
    expect(losses).toEqual([
      `${copy} is called ${fileName(copy)} in the file: Excel takes 31 characters.`,
      "Opportunities!B109: a cell of Excel takes 32,767 characters, and what is beyond them is not in the file.",
      expect.stringMatching(
        /^[\w ]+![A-Z]+\d+(?:, [\w ]+![A-Z]+\d+){4} and \d+ more: half a letter, which no file can hold, is shown as \uFFFD in the file\.$/,
      ),
    ]);
  });

  test("has a leadership copy that shows names and holds no formula", () => {
    const sheets = readSheets(bytes);
    expect(copy).toContain(COPIED);
    const cells = [...(sheets.get(fileName(copy))?.values() ?? [])];
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  test("is opened again with each as that text and with no new formula", () => {
    const model = new (nodeEngine().Model)(readXlsx(bytes, nodeEngine()).data);
    const before = [...texts(workbench)].map(({ sheet, name, text, cell }) => ({
      ...{ sheet, name, text: asFiled(text), isFormula: cell?.isFormula ?? false },
    }));
    const after = new Map([...texts({ model })].map((one) => [`${one.sheet}!${one.name}`, one]));
    const different = before.flatMap((wanted) => {
      const found = after.get(`${wanted.sheet}!${wanted.name}`);
      const isSame = found?.text === wanted.text && (found.cell?.isFormula ?? false) === wanted.isFormula;
      return isSame ? [] : [{ ...wanted, found: found?.text, now: found?.cell?.isFormula }];
    });
    expect(different).toEqual([]);
  });

  const missing = whyNoLibreOffice();
  if (missing) console.warn(missing);
  test.skipIf(missing !== undefined)(
    "is opened by LibreOffice with each as that text",
    async () => {
      const theirs = readSheets(await recalculate(bytes));
      expectSame(theirs, true);
      expect(theirs.get("Typed")?.get("B1")?.value).toEqual({ type: "text", value: "a_x0041_b" });
    },
    180_000,
  );
});
