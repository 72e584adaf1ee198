import { beforeAll, describe, expect, test } from "vitest";
import { TEMPLATES } from "../../sheets-templates/index.js";
import { functionsOf } from "../../src/templates/formula.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, errorsOf, openAddOn, setSetting, sheetNames } from "../apps-script/addOn.js";
import { csvOf, MARKUP_TEXTS } from "./hostileTexts.js";

/** Report tabs of a workbook whose deals, accounts, reps, stages, segments, sources and forecasters bear hostile names. */

/** Of each way to go wrong one; the plans are tested on all texts beside this. */
const NAMES = [
  "=1+1",
  '-HYPERLINK("https://attacker.example")',
  "#N/A",
  "{Opportunities.amount}",
  "{sheet of Opportunities}",
  "__proto__",
  "Other sources",
  "٣",
];

function workbookOf(names: readonly string[]): HeadlessWorkbench {
  const workbench = openAddOn({ undoable: false });
  const dates = ["2025-11-20", "2026-02-10", "2026-05-15"] as const;
  const deals = names.flatMap((name, at) =>
    ["Open", "Won", "Lost"].map((outcome, of) => {
      const closed = outcome === "Open" ? "" : (dates[(at + of) % 2] ?? "");
      const own = [name, name, name, outcome === "Open" ? name : `Closed ${outcome}`];
      return [
        `D${at}${of}`,
        ...own,
        String(1000 + at),
        "2025-10-05",
        "2026-05-15",
        closed,
        outcome,
        name,
        name,
        name,
        name,
      ];
    }),
  );
  const headings =
    "Deal ID,Deal,Account,Owner,Stage,Amount,Created,Expected close,Closed,Outcome,Source,Segment,Next step,Loss reason".split(
      ",",
    );
  const options = { asOf: "2026-03-31" };
  workbench.callEndpoint("runImport", [csvOf([headings, ...deals]), options]);
  const calls = names.map((name) => ["2025-10-01", name, "1000", "900"]);
  workbench.callEndpoint("runImport", [
    csvOf([["Period start", "Forecaster", "Forecast", "Actual"], ...calls]),
    { ...options, choices: { kind: "Forecasts" } },
  ]);
  for (const key of ["companyName", "currency"]) setSetting(workbench, key, `'${names[0] ?? ""}`);
  return workbench;
}

/** Functions that reach outside the workbook, or whose answer is a thing to click or to look at. */
const REACHING = new Set(
  "IMPORTXML IMPORTDATA IMPORTHTML IMPORTFEED IMPORTRANGE IMAGE WEBSERVICE GOOGLEFINANCE GOOGLETRANSLATE".split(
    " ",
  ),
);

/** The tabs that show names; the plans of all are tested on all texts beside this. */
const DRAWN = TEMPLATES.filter(({ id }) =>
  ["weekly-pipeline-review", "quarterly-business-review", "forecast-tracker"].includes(id),
);

function formulasOf({ model: { getters } }: HeadlessWorkbench, title: string): string[] {
  const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id) === title) ?? "";
  return Object.values(getters.getCells(sheetId)).flatMap((cell) =>
    cell.isFormula ? [cell.compiledFormula.toFormulaString(getters)] : [],
  );
}

describe("report tabs of a workbook with hostile names", () => {
  let workbench: HeadlessWorkbench;

  beforeAll(() => {
    workbench = workbookOf(NAMES);
    workbench.callEndpoint("drawTemplatesById", [DRAWN.map(({ id }) => id)]);
  });

  test("are drawn without an error cell", () => {
    for (const { title } of DRAWN) expect(errorsOf(workbench, title)).toEqual([]);
  });

  test("hold no formula that reaches outside the workbook, and none that a name has become", () => {
    for (const { title } of DRAWN) {
      const formulas = formulasOf(workbench, title);
      expect(formulas.length).toBeGreaterThan(10);
      expect(formulas.filter((formula) => functionsOf(formula).some((name) => REACHING.has(name)))).toEqual(
        [],
      );
      expect(formulas.filter((formula) => NAMES.includes(formula))).toEqual([]);
    }
  });

  test("are drawn again with nothing set aside, and copied for leadership without a formula", () => {
    workbench.run("drawForecastTracker");
    expect(workbench.ui.toasts.at(-1)?.message).toBe("Forecast tracker refreshed.");
    workbench.run("copyTabForLeadership");
    expect(formulasOf(workbench, sheetNames(workbench).at(-1) ?? "")).toEqual([]);
  });

  test("stand beside receipts and a snapshot that keep every name as it is", () => {
    workbench.run("takeSnapshot");
    workbench.run("showReceipts");
    const [history, receipts] = ["History", "Receipts"].map((tab) => cellsOf(workbench, tab));
    expect(formulasOf(workbench, "History")).toEqual([]);
    expect(formulasOf(workbench, "Receipts").filter((formula) => NAMES.includes(formula))).toEqual([]);
    const written = [history, receipts].map((cells) => new Set(cells?.map(({ text }) => text)));
    for (const name of NAMES.filter((one) => one !== "#N/A")) {
      for (const texts of written) expect(texts).toContain(name);
    }
  });

  test("keep the rep that was chosen in the receipts when they are drawn anew", () => {
    const choice = workbench.model.getters.getNamedRange("Receipts_rep")?.range;
    expect(choice).toBeDefined();
    if (!choice) return;
    const { left: col, top: row } = choice.zone;
    workbench.model.dispatch("UPDATE_CELL", { sheetId: choice.sheetId, col, row, content: "'=1+1" });
    workbench.run("showReceipts");
    const now = workbench.model.getters.getNamedRange("Receipts_rep")?.range;
    if (!now) throw new Error("The receipts have lost their choice of a rep.");
    const position = { sheetId: now.sheetId, col: now.zone.left, row: now.zone.top };
    expect(workbench.model.getters.getEvaluatedCell(position)).toMatchObject({ type: "text", value: "=1+1" });
    expect(workbench.model.getters.getCell(position)?.isFormula).toBe(false);
  });
});

describe("settings of any wording", () => {
  let workbench: HeadlessWorkbench;
  beforeAll(() => {
    workbench = openAddOn({ undoable: false });
    workbench.run("setUpWorkbook");
  });

  test("leave the tabs drawn: a currency that no number format holds is left out of the amounts", () => {
    for (const currency of ["]0;[", "constructor"]) {
      setSetting(workbench, "currency", currency);
      for (const key of ["profile", "businessCase"]) setSetting(workbench, key, "constructor");
      workbench.callEndpoint("drawTemplatesById", [["maturity-assessment"]]);
      expect(errorsOf(workbench, "Maturity assessment")).toEqual([]);
    }
  });

  test("leave the tabs drawn where stages and reps were typed by hand: texts name, formulas compute, errors name nobody", () => {
    const typed = [...NAMES.map((name) => `'${name}`), "", "=1+1", "=1/0", "42", "<b>"];
    for (const list of ["Stages_Stage", "Reps_Rep"]) {
      const range = workbench.model.getters.getNamedRange(list)?.range;
      if (!range) throw new Error(`Settings has no list named ${list}.`);
      typed.forEach((content, at) => {
        const row = range.zone.top + at;
        workbench.model.dispatch("UPDATE_CELL", {
          sheetId: range.sheetId,
          col: range.zone.left,
          row,
          content,
        });
      });
    }
    for (const key of ["profile", "businessCase"]) setSetting(workbench, key, "'=1+1");
    workbench.callEndpoint("drawTemplatesById", [DRAWN.map(({ id }) => id)]);
    for (const { title } of DRAWN) {
      expect(errorsOf(workbench, title)).toEqual([]);
      const formulas = formulasOf(workbench, title);
      const reaching = (formula: string) => functionsOf(formula).some((name) => REACHING.has(name));
      expect(formulas.filter((formula) => reaching(formula) || NAMES.includes(formula))).toEqual([]);
    }
    const shown = cellsOf(workbench, "Weekly pipeline review").map(({ text }) => text);
    for (const name of [...NAMES.filter((one) => one !== "#N/A"), "2", "42", "<b>"])
      expect(shown).toContain(name);
  });

  test("reach the windows as they are", () => {
    for (const text of [...MARKUP_TEXTS, "=1+1", "\u202Eevil", "\uD800", "__proto__"]) {
      setSetting(workbench, "companyName", `'${text}`);
      const { settings } = workbench.callEndpoint("readAssessments", ["maturity"]) as {
        settings: { companyName: string };
      };
      expect(settings.companyName).toBe(text);
    }
  });
});
