import { beforeAll, describe, expect, test } from "vitest";
import { WEEKLY_PIPELINE_REVIEW } from "../../sheets-templates/weeklyPipelineReview.js";
import { FIGURES } from "../../src/core/receipts/figures.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { errorsOf, openAddOn, sheetNames, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";

const TAB = "Receipts";
const CHOICE = { figure: "B12", rep: "D12", show: "F12" } as const;
const FIRST = 15;

let workbench: HeadlessWorkbench;
let keys: Readonly<Record<string, string>>;

const summary = (index: number) =>
  ["B", "C", "D", "E", "F", "G"].map((column) => valueAt(workbench, TAB, `${column}${5 + index}`));

/** The list as it stands below its headings. */
function list(): {
  name: unknown;
  id: unknown;
  owner: unknown;
  row: unknown;
  amount: unknown;
  counted: unknown;
  countsAs: unknown;
  why: unknown;
}[] {
  const rows = [];
  for (let row = FIRST; ; row++) {
    const [name, id, owner, at, amount, counted, countsAs, why] = [..."BCDEFGHI"].map((column) =>
      valueAt(workbench, TAB, `${column}${row}`),
    );
    if (name === null || name === "" || name === undefined) return rows;
    rows.push({ name, id, owner, row: at, amount, counted, countsAs, why });
  }
}

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  keys = planIn(workbench, WEEKLY_PIPELINE_REVIEW).keys;
  workbench.run("showReceipts");
});

describe("receipts on the sample company", () => {
  test("stand on a tab of their own without an error cell, and say of each figure what counts", () => {
    expect(errorsOf(workbench, TAB)).toEqual([]);
    expect(workbench.model.getters.getSheetName(workbench.model.getters.getActiveSheetId())).toBe(TAB);
    FIGURES.forEach(({ name }, index) => {
      const [label, ours, live, check, counted, out] = summary(index);
      expect(label).toBe(name);
      expect(check, name).toBe("equal");
      expect(Number(ours)).toBeCloseTo(Number(live), 6);
      expect(Number(counted) + Number(out)).toBe(dealsInWorkbook());
    });
  });

  test("equal the weekly review's figures", () => {
    const review = (key: string) => valueAt(workbench, "Weekly pipeline review", keys[key] ?? "");
    const ours = (key: string) => summary(FIGURES.findIndex((figure) => figure.key === key))[1];
    for (const key of ["winRate", "open", "cycleDays", "wonQuarter"])
      expect(Number(ours(key)), key).toBeCloseTo(Number(review(key)), 6);
    expect(Number(ours("weighted"))).toBeCloseTo(Number(review("forecast.total.weighted")), 6);
  });

  test.each(FIGURES.map((figure) => [figure.name, figure] as const))(
    "%s: the list shows every deal once with a reason, and its counted rows give the figure",
    (name, { by }) => {
      typeInto(workbench, TAB, CHOICE.figure, name);
      const rows = list();
      expect(rows).toHaveLength(dealsInWorkbook());
      expect(rows.every(({ why }) => typeof why === "string" && why !== "")).toBe(true);
      const counts = rows
        .filter(({ counted }) => counted === "Counted")
        .map(({ countsAs }) => Number(countsAs));
      const [, ours, , , counted, out] = summary(FIGURES.findIndex((figure) => figure.name === name));
      expect(counts).toHaveLength(Number(counted));
      expect(rows.filter((row) => row.counted === "Left out")).toHaveLength(Number(out));
      const sorted = [...counts].sort((one, other) => one - other);
      const sum = counts.reduce((total, one) => total + one, 0);
      const median = ((sorted[sorted.length >> 1] ?? 0) + (sorted[(sorted.length - 1) >> 1] ?? 0)) / 2;
      const figure = by === "sum" ? sum : by === "mean" ? sum / counts.length : median;
      expect(Number(ours)).toBeCloseTo(figure, 6);
    },
  );

  test("each row names the row of Opportunities in which its deal stands", () => {
    for (const { row, id, name } of list().filter((_, index) => index % 97 === 0)) {
      expect(valueAt(workbench, "Opportunities", `A${row}`)).toBe(id);
      expect(valueAt(workbench, "Opportunities", `B${row}`)).toBe(name);
    }
  });

  test("choosing what to see, or a rep, narrows list and figures alike", () => {
    typeInto(workbench, TAB, CHOICE.figure, "Open pipeline");
    typeInto(workbench, TAB, CHOICE.show, "Left out");
    const out = list();
    expect(out.every(({ counted }) => counted === "Left out")).toBe(true);
    expect(out).toHaveLength(Number(summary(1)[5]));
    const rep = String(out[0]?.owner);
    typeInto(workbench, TAB, CHOICE.rep, rep);
    typeInto(workbench, TAB, CHOICE.show, "Counted");
    expect(list().length).toBeGreaterThan(0);
    expect(list().every(({ owner, counted }) => owner === rep && counted === "Counted")).toBe(true);
    FIGURES.forEach((_, index) => {
      expect(summary(index)[3]).toBe("equal");
    });
  });

  test("drawn again they keep the choices; data changed meanwhile are seen at once and then taken up", () => {
    typeInto(workbench, "Opportunities", "F2", "987654");
    typeInto(workbench, "Opportunities", "L2", "Open");
    const choose = { figure: "Open pipeline", rep: "Whole team", show: "Counted" } as const;
    for (const key of ["figure", "rep", "show"] as const) typeInto(workbench, TAB, CHOICE[key], choose[key]);
    expect(valueAt(workbench, TAB, "H12")).toMatch(/^[\d,]+ of [\d,]+ deals listed$/);
    expect(summary(1)[3]).toBe("differs");
    workbench.run("showReceipts");
    expect(summary(1)[3]).toBe("equal");
    expect(valueAt(workbench, TAB, CHOICE.figure)).toBe("Open pipeline");
    expect(valueAt(workbench, TAB, CHOICE.show)).toBe("Counted");
    expect(sheetNames(workbench).filter((name) => name.startsWith(TAB))).toEqual([TAB]);
  });

  test("asked for from a card of the review, they open on that card's figure", () => {
    const { model } = workbench;
    const sheetId = model.getters.getSheetIds()[0] ?? "";
    model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: model.getters.getActiveSheetId(), sheetIdTo: sheetId });
    const [, letters = "", digits = ""] = /^\$([A-Z]+)\$(\d+)$/.exec(keys.winRate ?? "") ?? [];
    model.selection.selectCell(letters.charCodeAt(0) - 65, Number(digits) - 1);
    workbench.run("showReceipts");
    expect(valueAt(workbench, TAB, CHOICE.figure)).toBe("Win rate");
  });
});

const dealsInWorkbook = (): number =>
  Number(workbench.evaluateFormula("=COUNTA(Opportunities_Deal_ID)").value);

describe("receipts on rows that lack something", () => {
  test("name what is missing", () => {
    workbench.run("showReceipts");
    const odd = openAddOn();
    odd.callEndpoint("runImport", [
      [
        "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date",
        "1E5,=Acme,Ann Lee,Proposal,,2026-01-05,2026-04-30",
        "2,Birch,,Closed Won,500,2026-01-05,2026-02-03",
      ].join("\n"),
      { asOf: "2026-03-31" },
    ]);
    typeInto(odd, "Opportunities", "L2", "Maybe");
    odd.run("showReceipts");
    const row = (at: number) => [..."BCDEFGHI"].map((column) => valueAt(odd, TAB, `${column}${at}`));
    expect(row(15)).toEqual([
      "=Acme",
      "1E5",
      "Ann Lee",
      2,
      "–",
      "Left out",
      "–",
      "Outcome is neither Open, Won nor Lost",
    ]);
    expect(row(16)).toEqual(["Birch", "2", "–", 3, 500, "Counted", 1, "Won"]);
    typeInto(odd, TAB, CHOICE.figure, "Won revenue this quarter");
    expect(row(16).slice(5)).toEqual(["Counted", 500, "Won on 3 Feb 2026"]);
    expect(errorsOf(odd, TAB)).toEqual([]);
  });

  test("are refused where there are no deals", () => {
    const empty = openAddOn();
    expect(() => empty.run("showReceipts")).toThrow("import a CRM export before asking for receipts");
    expect(sheetNames(empty)).toEqual(["Sheet1"]);
  });
});
