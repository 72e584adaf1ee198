import { beforeAll, describe, expect, test } from "vitest";
import { MATURITY_ASSESSMENT } from "../../../sheets-templates/maturityAssessment.js";
import { RUBRIC_RESULT } from "../../../sheets-templates/rubricResult.js";
import { MATURITY_DIMENSIONS } from "../../../src/core/assessment/maturityModel.js";
import { maturityOfRound, rubricOfRound } from "../../../src/core/assessment/roundResult.js";
import { RUBRIC, RUBRIC_CRITERIA } from "../../../src/core/assessment/rubric.js";
import { rubricGains } from "../../../src/core/assessment/rubricGains.js";
import { nodeEngine } from "../../../workbench/headless/nodeEngine.js";
import type { HeadlessWorkbench } from "../../../workbench/headless/openWorkbench.js";
import { writeXlsx } from "../../../workbench/xlsx/writeXlsx.js";
import { compareWithLibreOffice, whyNoLibreOffice } from "../../workbench/xlsx/libreOffice.js";
import { cellsOf, errorsOf, openAddOn, valueAt } from "../addOn.js";
import { planIn } from "../planIn.js";

const MATURITY = MATURITY_ASSESSMENT.title;
const RESULT = RUBRIC_RESULT.title;
/** Names that a formula could take for a criterion, a number or a date. */
const ROUNDS = ["=1+1", ">0", "*", "12 Jan 2026"] as const;
const SCORES: readonly (readonly number[])[] = [
  [1, 1, 1, 1, 1, 1],
  [2, 3, 3, 2, 2, 2],
  [3, 3, 3, 2, 4, 5],
  [5, 2, 3, 2, 4, 5],
];
const RUBRIC_SCORES = [0, 1, 2].map((shift) => RUBRIC_CRITERIA.map((_, at) => (at + shift) % 3));

let workbench: HeadlessWorkbench;
let keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
const at = (tab: string, key: string) => valueAt(workbench, tab, keys[tab]?.[key] ?? "");
const save = (kind: string, round: string, assessor: string, scores: readonly number[], more: object = {}) =>
  workbench.callEndpoint("saveAssessment", [
    kind,
    { draft: "d", round, assessor, scores, intake: {}, evidence: "", ...more },
  ]);

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("drawMaturityAssessment");
  workbench.run("drawRubricResult");
  keys = {
    [MATURITY]: planIn(workbench, MATURITY_ASSESSMENT).keys,
    [RESULT]: planIn(workbench, RUBRIC_RESULT).keys,
  };
});

describe("the result tabs before anything is scored", () => {
  test("say where to begin, and show no error", () => {
    for (const tab of [MATURITY, RESULT]) {
      expect(errorsOf(workbench, tab)).toEqual([]);
      const texts = cellsOf(workbench, tab).map(({ text }) => text);
      expect(
        texts.some((text) => /^No finished .* in the menu$/.test(text)),
        tab,
      ).toBe(true);
      expect(at(tab, "total")).toBe("–");
    }
  });
});

describe("the result tabs after four rounds, the last by two assessors", () => {
  beforeAll(() => {
    ROUNDS.forEach((round, index) => {
      save("maturity", round, "Ada", SCORES[index] ?? [], {
        intake: { company: "Example Ltd", arr: "1,200,000" },
      });
    });
    save("maturity", ROUNDS[3], "Ben", [4, 4, 3, 2, 4, 3], { intake: { company: "Example Ltd" } });
    ROUNDS.slice(0, 2).forEach((round, index) => {
      save("rubric", round, "Ada", RUBRIC_SCORES[index] ?? [], { evidence: "Duplicates: 1 of 90." });
    });
  });

  const last = [4.5, 3, 3, 2, 4, 4];

  test("show no error", () => {
    for (const tab of [MATURITY, RESULT]) expect(errorsOf(workbench, tab)).toEqual([]);
  });

  test("total, stage and change are those of the core", () => {
    const now = maturityOfRound({ scores: last });
    const before = maturityOfRound({ scores: SCORES[2] ?? [] });
    expect(at(MATURITY, "total")).toBeCloseTo(now.total, 9);
    expect(at(MATURITY, "stage")).toBe(now.result);
    expect(at(MATURITY, "change")).toBeCloseTo(now.total - before.total, 9);
  });

  test("dimensions show the mean, the round before, and how far apart the assessors are", () => {
    MATURITY_DIMENSIONS.forEach(({ key }, index) => {
      expect(at(MATURITY, `dimensions.${key}.now`), key).toBeCloseTo(last[index] ?? 0, 9);
      expect(at(MATURITY, `dimensions.${key}.before`), key).toBe(SCORES[2]?.[index]);
    });
    expect(at(MATURITY, "dimensions.process.spread")).toBe("2 to 4");
    expect(at(MATURITY, "dimensions.analytics.spread")).toBe("2 to 2");
  });

  test("steps begin with the weakest dimension", () => {
    expect(at(MATURITY, "weakest")).toBe("Analytics");
    // 20.5 counts as 21, so Scaling, whose focus is technology: it comes before process among equals.
    const order = [0, 1, 2, 3, 4, 5].map((rank) => at(MATURITY, `steps.s${rank}a.dimension`));
    expect(order).toEqual(["Analytics", "Technology", "Process", "Alignment", "Enablement", "Data"]);
    expect(at(MATURITY, "steps.s0a.step")).toBe(
      "Review leading and lagging figures together in the same weekly meeting.",
    );
  });

  test("the trend runs from the oldest round to the newest, whatever the rounds are called", () => {
    const lines = [0, 1, 2, 3, 4].map((line) =>
      ["round", "total", "people"].map((column) => at(MATURITY, `trend.r${line}.${column}`)),
    );
    expect(lines).toEqual([
      [ROUNDS[0], 6, 1],
      [ROUNDS[1], 14, 1],
      [ROUNDS[2], 20, 1],
      [ROUNDS[3], 20.5, 2],
      ["", "", ""],
    ]);
    expect([0, 1, 2, 3].map((line) => at(MATURITY, `trend.r${line}.result`))).toEqual([
      ...["Foundation", "Building", "Building", "Scaling"],
    ]);
  });

  test("a radar and a line draw them", () => {
    const { getters } = workbench.model;
    for (const tab of [MATURITY, RESULT]) {
      const id = getters.getSheetIds().find((one) => getters.getSheetName(one) === tab) ?? "";
      const types = getters.getChartIds(id).map((chart) => getters.getChartDefinition(chart).type);
      expect(types.sort()).toEqual(["line", "radar"]);
    }
  });

  test("the rubric's points, verdict and change are those of the core", () => {
    const [before, now] = [
      rubricOfRound({ scores: RUBRIC_SCORES[0] ?? [] }),
      rubricOfRound({ scores: RUBRIC_SCORES[1] ?? [] }),
    ];
    expect(at(RESULT, "total")).toBeCloseTo(now.total, 9);
    expect(at(RESULT, "verdict")).toBe(now.result);
    // Shown with one digit.
    expect(at(RESULT, "change")).toBeCloseTo(now.total - before.total, 1);
    const points = RUBRIC.map(({ key }) => Number(at(RESULT, `dimensions.${key}.points`)));
    expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(now.total, 9);
  });

  test("the cheapest points stand in the sidebar's order", () => {
    const gains = rubricGains(RUBRIC_SCORES[1] ?? []).slice(0, 8);
    expect(gains.map((_, rank) => at(RESULT, `gains.g${rank}.criterion`))).toEqual(
      gains.map(({ criterion }) => criterion.name),
    );
    expect(gains.map((_, rank) => at(RESULT, `gains.g${rank}.next`))).toEqual(gains.map(({ next }) => next));
  });

  const missing = whyNoLibreOffice();
  test.skipIf(missing)(`LibreOffice computes the same figures${missing ? ` (${missing})` : ""}`, async () => {
    const { compared, differences } = await compareWithLibreOffice(writeXlsx(workbench.model, nodeEngine()));
    expect(compared).toBeGreaterThan(400);
    expect(differences).toEqual([]);
  });

  test("no custom function is called: every reader's spreadsheet computes them", () => {
    const formulas = [MATURITY, RESULT].flatMap((tab) =>
      cellsOf(workbench, tab).map(({ formula }) => formula),
    );
    expect(formulas.filter((formula) => /REVOPS_|LEAD_/.test(formula))).toEqual([]);
    // Excel's limit for a formula.
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
  });

  test("a score that was typed over with words is left out, and the tab says so", () => {
    const { model } = workbench;
    const sheetId =
      model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === "Assessments") ?? "";
    // Row 6 is Ben's; column E holds Data.
    model.dispatch("UPDATE_CELL", { sheetId, col: 4, row: 5, content: "high" });
    expect(at(MATURITY, "dimensions.data.now")).toBe(5);
    expect(errorsOf(workbench, MATURITY)).toEqual([]);
    const texts = cellsOf(workbench, MATURITY).map(({ text }) => text);
    expect(texts.some((text) => text.includes("1 of its maturity rows lack"))).toBe(true);
  });
});
