import { beforeAll, describe, expect, test } from "vitest";
import { loadAddOn } from "../../bench/addOn.js";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import type { WorkbookData } from "../../workbench/xlsx/engine.js";
import { writeXlsx } from "../../workbench/xlsx/writeXlsx.js";
import { readSheets, recalculate, whyNoLibreOffice } from "../workbench/xlsx/libreOffice.js";
import { testEngine } from "../workbench/xlsx/sample.js";
import { DATA, LAST_ROW, type Letter, NATIVE, type Native, NOT_COMPARED } from "./nativeFormulas.js";

/** A second opinion on our functions: LibreOffice computes the same figures by formulas of its own on the same data. */

const letters = Object.keys(DATA) as Letter[];
const rows = Array.from({ length: LAST_ROW - 1 }, (_, at) => at + 2);
const valueAt = (letter: Letter, row: number) => DATA[letter].value(row - 2);

const addOn = loadAddOn();

const ourAnswers = ({ name, args }: Native): number[] => {
  const given = args.map((arg) =>
    typeof arg === "object" ? rows.map((row) => [valueAt(arg.column, row)]) : arg,
  );
  const answer = addOn.call(name, given)();
  return Array.isArray(answer)
    ? (answer as number[][]).map(([first]) => first as number)
    : [answer as number];
};

const formulaIn = ({ formula }: Native, row: number): string =>
  `=${formula
    .replace(/\{([A-Z])1\}/g, (_, letter: string) => `Data!${letter}${row}`)
    .replace(/\{([A-Z])\}/g, (_, letter: string) => `Data!$${letter}$2:$${letter}$${LAST_ROW}`)}`;

/** The columns A, B … of the second sheet hold one native formula each, or one for every row. */
const columnOf = (at: number) => (at < 26 ? "" : "A") + String.fromCharCode(65 + (at % 26));

function workbookData(version: string): WorkbookData {
  const data: Record<string, string> = {};
  const formulas: Record<string, string> = {};
  for (const letter of letters) {
    data[`${letter}1`] = DATA[letter].heading;
    for (const row of rows) data[`${letter}${row}`] = String(valueAt(letter, row));
  }
  NATIVE.forEach((native, at) => {
    for (const row of native.by === "row" ? rows : rows.slice(0, 1))
      formulas[`${columnOf(at)}${row}`] = formulaIn(native, row);
  });
  const sheet = (name: string, cells: Record<string, string>) => ({
    ...{ id: name, name, colNumber: 40, rowNumber: LAST_ROW, cells },
    ...{ styles: {}, formats: {}, borders: {}, merges: [], cols: {}, rows: {}, figures: [], tables: [] },
    ...{
      conditionalFormats: [],
      dataValidationRules: [],
      isVisible: true,
      headerGroups: { ROW: [], COL: [] },
    },
  });
  return {
    version,
    sheets: [sheet("Data", data), sheet("Formulas", formulas)],
    ...{ styles: {}, formats: {}, borders: {}, namedRanges: {} },
  } as unknown as WorkbookData;
}

test("every function of the catalogue is compared with native formulas, or the reason why not is stated", () => {
  const compared = new Set(NATIVE.map(({ name }) => name));
  for (const { name } of CATALOGUE) expect(compared.has(name) !== name in NOT_COMPARED, name).toBe(true);
  const known = new Set(CATALOGUE.map(({ name }) => name));
  expect([...compared, ...Object.keys(NOT_COMPARED)].filter((name) => !known.has(name))).toEqual([]);
});

const missing = whyNoLibreOffice();
if (missing) console.warn(missing);

describe.skipIf(missing !== undefined)(
  "LibreOffice, by formulas of its own on the same data, gives for",
  () => {
    let cells: ReturnType<typeof readSheets>;

    beforeAll(async () => {
      const engine = await testEngine();
      const model = new engine.Model(workbookData(new engine.Model().exportData().version));
      cells = readSheets(await recalculate(writeXlsx(model, engine)));
    }, 300_000);

    test.each(NATIVE.map((native, at) => ({ ...native, at })))("$name: $formula", (native) => {
      const ours = ourAnswers(native);
      expect(ours.length).toBe(native.by === "row" ? rows.length : 1);
      ours.forEach((own, at) => {
        const value = cells.get("Formulas")?.get(`${columnOf(native.at)}${at + 2}`)?.value;
        const theirs = value?.type === "number" ? value.value : Number.NaN;
        expect(
          Math.abs(own - theirs),
          `row ${at + 2}: ${own} here, ${JSON.stringify(value)} there`,
        ).toBeLessThanOrEqual(1e-9 * Math.abs(theirs));
      });
    });
  },
);
