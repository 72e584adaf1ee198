import { describe, expect, test } from "vitest";
import type { UndoneImport } from "../../src/apps-script/actions/importUndo.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";
import { importInSteps } from "./importInSteps.js";

const HEADINGS = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date";
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const deal = (n: number, { amount = n * 100, stage = "Proposal", owner = `Rep ${n % 5}` } = {}) =>
  `D-${n},"Deal ${n}, ""quoted""",${owner},${stage},${amount},${day(n % 50)},${day(90 + (n % 60))}`;
const csv = (rows: readonly string[]) => [HEADINGS, ...rows].join("\n");
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

const OLD = csv(numbers(1, 101).map((n) => deal(n)));
const NEWER = csv(
  numbers(41, 141).map((n) =>
    deal(n, n % 3 === 0 ? { amount: n * 250, stage: "Evaluation", owner: "Nora New" } : {}),
  ),
);

/** Content and format of every cell of the workbook, empty ones left out; the journal's own sheet too. */
function stateOf(workbench: HeadlessWorkbench): Record<string, string> {
  const { getters } = workbench.model;
  const cells: Record<string, string> = {};
  for (const sheetId of getters.getSheetIds()) {
    const name = getters.getSheetName(sheetId);
    for (let row = 0; row < getters.getNumberRows(sheetId); row++) {
      for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
        const position = { sheetId, col, row };
        const content = getters.getCellText(position, { showFormula: true });
        if (content === "") continue;
        const { type, formattedValue } = getters.getEvaluatedCell(position);
        cells[`${name}!${col},${row}`] = `${content} | ${type} | ${formattedValue}`;
      }
    }
  }
  return cells;
}

const undo = (workbench: HeadlessWorkbench) => workbench.run("undoLastImport");

describe("undoing the last import", () => {
  test("import, 50 cells by hand, a newer export, undo: every cell as before the newer export", () => {
    const workbench = openAddOn();
    importInSteps(workbench, OLD);
    for (const n of numbers(2, 42)) typeInto(workbench, "Opportunities", `F${n + 20}`, String(n * 7));
    for (const n of numbers(2, 8)) typeInto(workbench, "Opportunities", `F${n + 45}`, `=${n}*1000`);
    typeInto(workbench, "Opportunities", "B60", "'=not a formula");
    typeInto(workbench, "Opportunities", "X60", "my own column");
    typeInto(workbench, "Opportunities", "D70", "'0012");
    typeInto(workbench, "Opportunities", "J71", "31/12/2027");
    const before = stateOf(workbench);
    importInSteps(workbench, NEWER);
    expect(stateOf(workbench)).not.toEqual(before);
    undo(workbench);
    expect(workbench.ui.alerts).toEqual([]);
    const { "RevOps undo!0,0": _, ...rest } = before;
    const own = Object.keys(rest).filter((place) => !place.startsWith("RevOps undo!"));
    expect(stateOf(workbench)).toEqual(Object.fromEntries(own.map((place) => [place, rest[place]])));
    expect(workbench.ui.toasts.at(-1)?.message).toMatch(
      /^deals\.csv: 40 new deals removed, \d+ cells as before\.$/,
    );
    expect(sheetNames(workbench)).not.toContain("RevOps undo");
  });

  test("the first import can be taken back too: the tabs stay, empty", () => {
    const workbench = openAddOn();
    importInSteps(workbench, OLD);
    undo(workbench);
    expect(valueAt(workbench, "Opportunities", "A1")).toBe("Deal ID");
    expect(Object.keys(stateOf(workbench)).filter((at) => /^Opportunities!\d+,[1-9]/.test(at))).toEqual([]);
    expect(Object.values(stateOf(workbench)).some((cell) => cell.startsWith("Rep 1"))).toBe(false);
  });

  test("what was changed by hand afterwards is counted and asked about", () => {
    for (const answer of ["NO", "YES", "CANCEL"] as const) {
      const workbench = openAddOn();
      importInSteps(workbench, csv([deal(1), deal(2)]));
      importInSteps(workbench, csv([deal(1, { amount: 5 }), deal(3), deal(4)]));
      typeInto(workbench, "Opportunities", "F2", "77");
      typeInto(workbench, "Opportunities", "B4", "Renamed");
      workbench.ui.answers.push(answer);
      undo(workbench);
      expect(workbench.ui.alerts[0]?.message).toMatch(/^2 cells that it wrote were changed by hand since\./);
      const amounts = valueAt(workbench, "Opportunities", "F2");
      const ids = [2, 3, 4, 5].map((row) => valueAt(workbench, "Opportunities", `A${row}`) ?? "");
      if (answer === "NO") expect([amounts, ...ids]).toEqual([77, "D-1", "D-2", "D-3", ""]);
      if (answer === "YES") expect([amounts, ...ids]).toEqual([100, "D-1", "D-2", "", ""]);
      if (answer === "CANCEL") expect([amounts, ...ids]).toEqual([77, "D-1", "D-2", "D-3", "D-4"]);
    }
  });

  test("deals that somebody added below stay, and move up", () => {
    const workbench = openAddOn();
    importInSteps(workbench, csv([deal(1), deal(2)]));
    importInSteps(workbench, csv([deal(3), deal(4)]));
    typeInto(workbench, "Opportunities", "A6", "MINE");
    typeInto(workbench, "Opportunities", "F6", "12");
    undo(workbench);
    expect([3, 4].map((row) => valueAt(workbench, "Opportunities", `A${row}`))).toEqual(["D-2", "MINE"]);
    expect(valueAt(workbench, "Opportunities", "F4")).toBe(12);
  });

  test("deals are found again after the tab was put in another order", () => {
    const workbench = openAddOn();
    importInSteps(workbench, csv([deal(1), deal(2)]));
    importInSteps(workbench, csv([deal(2, { amount: 999 })]));
    const columns = [..."ABCDEFGHIJKLMNOPQRSTUVW"];
    const { getters } = workbench.model;
    const id = getters.getSheetIds().find((one) => getters.getSheetName(one) === "Opportunities") ?? "";
    const textOf = (row: number) =>
      columns.map((_, col) => getters.getCellText({ sheetId: id, col, row }, { showFormula: true }));
    const [second, third] = [textOf(1), textOf(2)];
    columns.forEach((column, at) => {
      typeInto(workbench, "Opportunities", `${column}2`, third[at] ?? "");
      typeInto(workbench, "Opportunities", `${column}3`, second[at] ?? "");
    });
    undo(workbench);
    expect(valueAt(workbench, "Opportunities", "F2")).toBe(200);
    expect(valueAt(workbench, "Opportunities", "F3")).toBe(100);
  });

  test("with nothing to take back it says so", () => {
    const workbench = openAddOn();
    undo(workbench);
    expect(workbench.ui.alerts.map(({ message }) => message)).toEqual(["There is no import to take back."]);
    expect(() => workbench.callEndpoint("undoImport") as UndoneImport).toThrow(
      "There is no import to take back.",
    );
  });
});
