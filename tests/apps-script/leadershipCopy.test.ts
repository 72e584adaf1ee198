import { beforeAll, describe, expect, test } from "vitest";
import { THEME } from "../../src/templates/theme.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";
import { cellsOf, openAddOn, sheetNames, typeInto } from "./addOn.js";

const TAB = "Weekly pipeline review";
const SEPARATOR = " – ";

let workbench: HeadlessWorkbench;
let copy: string;
/** Rows of the copy above the line that says where it comes from. */
let pageRows: number;

const front = ({ model }: HeadlessWorkbench) => model.getters.getSheetName(model.getters.getActiveSheetId());
const idOf = ({ model }: HeadlessWorkbench, name: string): string =>
  model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === name) ?? "";

beforeAll(() => {
  workbench = openAddOn({ name: "Acme RevOps" });
  workbench.run("loadSampleData");
  workbench.run("copyForLeadership");
  copy = sheetNames(workbench).at(-1) ?? "";
  pageRows = workbench.model.getters.getNumberRows(idOf(workbench, copy)) - 2;
});

describe("a copy for leadership", () => {
  test("stands last under a dated name, in front of the reader", () => {
    expect(copy).toMatch(/^Weekly pipeline review – \d{1,2} \w{3} \d{4}$/);
    expect(front(workbench)).toBe(copy);
    expect(workbench.ui.toasts.at(-1)).toMatchObject({
      title: "Copy for leadership",
      message: `Made "${copy}".`,
    });
  });

  test("holds no formula, no rule, no drop-down and no name", () => {
    const { getters } = workbench.model;
    const id = idOf(workbench, copy);
    expect(cellsOf(workbench, copy).filter(({ formula }) => formula !== "")).toEqual([]);
    expect(getters.getConditionalFormats(id)).toEqual([]);
    expect(getters.getDataValidationRules(id)).toEqual([]);
    expect(getters.getNamedRanges().filter(({ range }) => range.sheetId === id)).toEqual([]);
  });

  test("shows to the letter what the original's page shows, and then where it comes from", () => {
    const page = (name: string) =>
      cellsOf(workbench, name)
        .filter(({ address }) => !isHidden(workbench, name, address))
        .map(({ text }) => text)
        .filter((text) => text !== "");
    const copied = page(copy);
    expect(copied.slice(0, -1)).toEqual(page(TAB));
    const asOf = copy.split(SEPARATOR)[1];
    expect(copied.at(-1)).toBe(
      `Source: workbook "Acme RevOps", tab "${TAB}". Figures as of ${asOf}, copied on ${asOf}; values only, nothing here changes any more.`,
    );
  });

  test("keeps nothing out of sight and nothing to spare", () => {
    const { getters } = workbench.model;
    const id = idOf(workbench, copy);
    const [rows, columns] = [getters.getNumberRows(id), getters.getNumberCols(id)];
    expect(columns).toBe(14);
    expect(rows).toBeLessThan(130);
    for (let row = 0; row < rows; row++) expect(getters.isRowHidden(id, row)).toBe(false);
    for (let col = 0; col < columns; col++) expect(getters.isColHidden(id, col)).toBe(false);
  });

  test("keeps formats, widths, heights, merges, lines and colours", () => {
    const { getters } = workbench.model;
    const [from, to] = [idOf(workbench, TAB), idOf(workbench, copy)];
    for (let col = 0; col < 14; col++)
      expect(getters.getColSize(to, col)).toBe(getters.getColSize(from, col + 1));
    for (let row = 0; row < pageRows; row++)
      expect(getters.getRowSize(to, row)).toBe(getters.getRowSize(from, row + 1));
    expect(getters.getMerges(to).length).toBe(getters.getMerges(from).length);
    const look = (sheetId: string, col: number, row: number) => {
      const { fillColor, bold, fontSize, align } = getters.getCellComputedStyle({ sheetId, col, row });
      const { format } = getters.getEvaluatedCell({ sheetId, col, row });
      return {
        fillColor: fillColor?.toLowerCase() === THEME.input ? "#FFFFFF" : fillColor,
        bold,
        fontSize,
        align,
        format,
        border: getters.getCellBorder({ sheetId, col, row }),
      };
    };
    for (let row = 0; row < pageRows; row++)
      for (let col = 0; col < 13; col++) expect(look(to, col, row)).toEqual(look(from, col + 1, row + 1));
  });

  test("wears for good the signal colours that the original's rules showed", () => {
    const { getters } = workbench.model;
    const [from, to] = [idOf(workbench, TAB), idOf(workbench, copy)];
    let coloured = 0;
    for (let row = 0; row < pageRows; row++) {
      for (let col = 0; col < 13; col++) {
        const shown = getters.getCellComputedStyle({ sheetId: from, col: col + 1, row: row + 1 }).textColor;
        const kept = getters.getCellStyle({ sheetId: to, col, row })?.textColor;
        const plain = getters.getCellStyle({ sheetId: from, col: col + 1, row: row + 1 })?.textColor;
        if (getters.getEvaluatedCell({ sheetId: to, col, row }).type === "empty") continue;
        expect(kept?.toLowerCase(), `${row},${col}`).toBe(shown?.toLowerCase());
        if (shown !== plain) coloured++;
      }
    }
    expect(coloured).toBeGreaterThan(3);
  });

  test("has the charts, drawn from its own cells", () => {
    const { getters } = workbench.model;
    const [from, to] = [idOf(workbench, TAB), idOf(workbench, copy)];
    const charts = getters.getChartIds(to);
    expect(charts.length).toBe(getters.getChartIds(from).length);
    for (const chart of charts) {
      const text = JSON.stringify(getters.getChartDefinition(chart));
      expect(text).not.toContain(`'${TAB}'!`);
      expect(text).not.toContain("#REF");
    }
  });

  test("does not change when the data or the original do", () => {
    const texts = () => cellsOf(workbench, copy).map(({ address, text }) => `${address} ${text}`);
    const before = texts();
    typeInto(workbench, "Opportunities", "F2", "99999999");
    expect(texts()).toEqual(before);
  });

  test("is made anew beside an earlier one of the same day, which stays", () => {
    workbench.run("copyForLeadership");
    expect(sheetNames(workbench)).toEqual(expect.arrayContaining([copy, `${copy} (2)`]));
  });

  test("of the tab in front is refused where that is no report", () => {
    const names = sheetNames(workbench);
    expect(front(workbench)).toContain(SEPARATOR);
    expect(() => workbench.run("copyTabForLeadership")).toThrow("is no report tab");
    expect(sheetNames(workbench)).toEqual(names);
  });
});

function isHidden({ model }: HeadlessWorkbench, name: string, address: string): boolean {
  const { getters } = model;
  const id = getters.getSheetIds().find((one) => getters.getSheetName(one) === name) ?? "";
  const match = /^([A-Z]+)(\d+)$/.exec(address) as RegExpExecArray;
  const col = [...(match[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return getters.isColHidden(id, col) || getters.isRowHidden(id, Number(match[2]) - 1);
}

describe("copying for leadership", () => {
  test("says what to do where there is no report", () => {
    expect(() => openAddOn().run("copyForLeadership")).toThrow("There is no report tab to copy yet");
  });

  test("cut off before its copy is there, never takes one away that a person has made and named since", () => {
    const { code, html } = readDist("dist");
    const duplicate = `function duplicate() {
      var book = SpreadsheetApp.getActive(); book.getSheetByName("${TAB}").copyTo(book).setName("For the board");
    }`;
    const begun = openAddOn({ code: `${code}${duplicate}`, html });
    begun.run("drawWeeklyPipelineReview");
    begun.serviceCalls.onServiceCall = (name) => {
      if (name === "Sheet.copyTo") begun.serviceCalls.cutOffAt(0);
    };
    expect(() => begun.run("copyForLeadership")).toThrow("Exceeded maximum execution time");
    begun.serviceCalls.onServiceCall = undefined;
    begun.serviceCalls.reset();
    begun.run("duplicate");
    begun.run("copyForLeadership");
    expect(sheetNames(begun)).toContain("For the board");
  });

  test("waits until every cell is computed", () => {
    const loading = openAddOn();
    loading.run("drawWeeklyPipelineReview");
    typeInto(loading, TAB, "B50", "Loading...");
    const names = sheetNames(loading);
    expect(() => loading.run("copyForLeadership")).toThrow("is still being computed");
    expect(sheetNames(loading)).toEqual(names);
  });
});
