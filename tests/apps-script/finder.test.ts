import { beforeEach, describe, expect, it } from "vitest";
import type { ActiveCell, Selection } from "../../src/apps-script/actions/finder/activeCell.js";
import type { Insertion, WantedFormula } from "../../src/apps-script/actions/finder/insertFormula.js";
import type { Trial, TriedArgument } from "../../src/apps-script/actions/finder/tryFunction.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";

describe("the finder's part in the sheet", () => {
  let workbench: HeadlessWorkbench;
  let sheet: string;

  beforeEach(() => {
    workbench = openAddOn();
    sheet = sheetNames(workbench)[0] ?? "";
  });

  const select = (left: number, top: number, right = left, bottom = top): void => {
    workbench.model.selection.selectZone({
      cell: { col: left, row: top },
      zone: { left, top, right, bottom },
    });
  };
  const type = (cells: Readonly<Record<string, string>>): void => {
    for (const [address, content] of Object.entries(cells)) typeInto(workbench, sheet, address, content);
  };
  const at = (address: string) => valueAt(workbench, sheet, address);
  const trial = (name: string, ...args: TriedArgument[]) => workbench.run("tryFunction", name, args) as Trial;
  const insert = (formula: string, cell: string, more: Partial<WantedFormula> = {}) =>
    workbench.run("insertFormula", { formula, into: { sheet, cell }, ...more }) as Insertion;

  it("names the active cell and what it holds", () => {
    type({ C3: "=1+1" });
    select(2, 2);
    expect(workbench.run("readActiveCell") as ActiveCell).toEqual({ sheet, cell: "C3", holds: "=1+1" });
  });

  it("names what is selected; whole columns without their heading", () => {
    select(1, 1, 2, 8);
    expect(workbench.run("readSelection") as Selection).toEqual({ reference: `${sheet}!B2:C9`, note: "" });
    select(3, 0, 3, workbench.model.getters.getNumberRows(workbench.model.getters.getActiveSheetId()) - 1);
    expect(workbench.run("readSelection") as Selection).toEqual({
      reference: `${sheet}!D2:D`,
      note: "The heading in row 1 is left out.",
    });
  });

  it("gives the answer that a cell would give, and its size", () => {
    type({ A1: "Won", A2: "Lost", A3: "Lost", A4: "Won" });
    select(4, 0);
    expect(trial("REVOPS_WIN_RATE", { range: `${sheet}!A1:A` })).toMatchObject({
      answer: [[0.5]],
      rows: 1,
      columns: 1,
      problem: "",
    });
    const closed = { day: "2026-03-31" };
    const compared = trial(
      "REVOPS_DEFINITIONS",
      { value: "win rate" },
      { rows: [["Deal", "Outcome", "Closed"]] },
      { rows: [["Ash", "Won", closed]] },
      { value: { day: "2026-03-31" } },
    );
    expect(compared).toMatchObject({ rows: 7, columns: 6 });
    expect(compared.answer[1]?.slice(0, 3)).toEqual(["By count", 1, 1]);
  });

  it("passes a refusal on, and refuses a formula that would read itself", () => {
    select(4, 0);
    expect(trial("REVOPS_VELOCITY", { value: 50 }, { value: 25 }, { value: 1 }, { value: 60 }).problem).toBe(
      "win_rate is 25, above 100%; write 25% or 0.25 for twenty-five per cent.",
    );
    expect(trial("REVOPS_WIN_RATE", { range: "E1:E9" }).problem).toBe(
      "E1 lies within E1:E9, so the formula would read itself; choose a cell outside it.",
    );
    expect(trial("REVOPS_WIN_RATE", { range: "Nowhere!A1" }).problem).toContain("a tab that is not there");
  });

  it("writes into an empty cell, and over nothing that was not agreed to", () => {
    select(1, 1);
    expect(insert("=REVOPS_COVERAGE(400, 100)", "B2")).toMatchObject({ state: "inserted", range: "B2" });
    expect(at("B2")).toBe(4);
    expect(insert("=REVOPS_COVERAGE(900, 100)", "B2")).toMatchObject({ state: "filled" });
    expect(insert("=REVOPS_COVERAGE(900, 100)", "B2", { replaces: "something else" })).toMatchObject({
      state: "filled",
    });
    expect(at("B2")).toBe(4);
    const agreed = { replaces: (workbench.run("readActiveCell") as ActiveCell).holds };
    expect(agreed.replaces).toContain("REVOPS_COVERAGE(400");
    expect(insert("=REVOPS_COVERAGE(900, 100)", "B2", agreed)).toMatchObject({ state: "inserted" });
    expect(at("B2")).toBe(9);
  });

  it("writes nothing where another cell is active by now", () => {
    select(5, 5);
    expect(insert("=REVOPS_COVERAGE(400, 100)", "B2")).toMatchObject({
      state: "moved",
      target: { cell: "F6" },
    });
    expect([at("B2"), at("F6")]).toEqual([null, null]);
  });

  it("writes nothing where something stands in the way of the answer, and keeps what it would have replaced", () => {
    type({ B2: "old", B4: "mine" });
    select(1, 1);
    const wanted = { rows: 3, columns: 1, replaces: "old" };
    expect(insert("=REVOPS_COVERAGE({1;2;3}, 1)", "B2", wanted)).toMatchObject({
      state: "blocked",
      spill: { range: "B2:B4", inTheWay: [{ cell: "B4", holds: "mine" }] },
    });
    expect([at("B2"), at("B4")]).toEqual(["old", "mine"]);
  });

  it("replaces an earlier answer that spilt, its own rows being in nobody's way", () => {
    select(1, 1);
    insert("=REVOPS_COVERAGE({1;2;3}, 1)", "B2", { rows: 3, columns: 1 });
    expect([at("B2"), at("B4")]).toEqual([1, 3]);
    const replaces = (workbench.run("readActiveCell") as ActiveCell).holds;
    expect(insert("=REVOPS_COVERAGE({5;6;7}, 1)", "B2", { rows: 3, columns: 1, replaces })).toMatchObject({
      state: "inserted",
      range: "B2:B4",
    });
    expect([at("B2"), at("B4")]).toEqual([5, 7]);
  });

  it("adds the rows that an answer needs beyond the end of the sheet", () => {
    const { getters } = workbench.model;
    const rows = getters.getNumberRows(getters.getActiveSheetId());
    select(1, rows - 1);
    const cell = `B${rows}`;
    expect(insert("=REVOPS_COVERAGE({1;2;3}, 1)", cell, { rows: 3, columns: 1 })).toMatchObject({
      state: "inserted",
    });
    expect(getters.getNumberRows(getters.getActiveSheetId())).toBe(rows + 2);
    expect(at(`B${rows + 2}`)).toBe(3);
  });

  it("takes no formula but its own functions'", () => {
    expect(() => insert("=IMPORTDATA(A1)", "A1")).toThrow("choose a function first");
  });
});

describe("the guided forms' part in the sheet", () => {
  it("offers nothing of a workbook that holds no rows yet", () => {
    const workbench = openAddOn();
    expect(workbench.run("readFunnel")).toMatchObject({ profile: "A", counts: null });
    expect(workbench.run("readComparable")).toMatchObject({ tabs: [] });
  });
});
