import { describe, expect, it } from "vitest";
import type {
  AssessmentRecord,
  SavedAssessmentRow,
} from "../../src/apps-script/actions/assessments/assessments.js";
import { RUBRIC_CRITERIA } from "../../src/core/assessment/rubric.js";
import { dayName } from "../../src/core/dates/dayName.js";
import { serialOfIsoText } from "../../src/functions/serial.js";
import { ASSESSMENTS } from "../../src/workbook/tabs/assessments.js";
import { openWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";

const dist = readDist("dist");
const SCORES = [3, 2, 3, 1, 4, 5];

/** East of the date line it is tomorrow for most of the day that UTC has. */
const TIME_ZONE = "Pacific/Kiritimati";
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(new Date());

/** The built add-on in an empty spreadsheet. */
function open() {
  const workbench = openWorkbench({
    ...dist,
    code: `${dist.code}\nfunction probe(text) { return new Function("book", text)(SpreadsheetApp.getActive()); }`,
    timeZone: TIME_ZONE,
  });
  return {
    workbench,
    read: (kind = "maturity") => workbench.callEndpoint("readAssessments", [kind]) as AssessmentRecord,
    save: (scores: readonly unknown[] = SCORES, round = "", more: object = {}, kind = "maturity") =>
      workbench.callEndpoint("saveAssessment", [
        kind,
        { draft: "d1", round, assessor: "", scores, intake: {}, evidence: "", ...more },
      ]) as SavedAssessmentRow,
    keepDraft: (draft: unknown, kind = "maturity") =>
      workbench.callEndpoint("saveAssessmentDraft", [kind, draft]),
    /** Runs script text on the spreadsheet, called `book`. */
    run: (text: string) =>
      JSON.parse(String(workbench.run("probe", `return JSON.stringify((function () {${text}})() ?? null)`))),
  };
}

describe("saveAssessment", () => {
  it("adds a row with the day of the spreadsheet's own time zone", () => {
    const { save, read, run } = open();
    const entry = {
      ...{ date: today(), round: "Q1 review", assessor: "Ada", scores: SCORES, total: 18 },
      ...{
        result: "Building",
        intake: { company: "Example Ltd", arr: 1_200_000, revopsTeam: 0 },
        evidence: "",
      },
    };
    const intake = { company: "Example Ltd", arr: "1,200,000", revopsTeam: "0" };
    expect(save(SCORES, "  Q1   review ", { assessor: "Ada", intake })).toEqual({
      ...entry,
      tab: "Assessments",
    });
    expect(read()).toMatchObject({ history: [entry], leftOut: [], drafts: [] });
    const [headings, row] = run(
      `return book.getSheetByName("Assessments").getDataRange().getDisplayValues()`,
    ) as string[][];
    expect(headings).toEqual(ASSESSMENTS.columns.map(({ heading }) => heading));
    expect(row?.slice(0, 15)).toEqual([
      expect.stringMatching(/^\d{1,2} \w{3} \d{4}$/),
      ...["Maturity", "Q1 review", "Ada", "3", "2", "3", "1", "4", "5", "18", "Building"],
      ...["Example Ltd", "", ""],
    ]);
    expect(row?.slice(15, 16)).toEqual(["1,200,000"]);
  });

  it("adds a rubric with its 27 answers and the evidence", () => {
    const { save, read, run } = open();
    const scores = RUBRIC_CRITERIA.map((_, at) => at % 3);
    const saved = save(scores, "Q1", { evidence: "Duplicates: 1 of 90." }, "rubric");
    expect(saved).toMatchObject({ scores, evidence: "Duplicates: 1 of 90.", intake: {} });
    expect(read("rubric").history).toHaveLength(1);
    expect(read("maturity").history).toEqual([]);
    const [headings, row] = run(
      `return book.getSheetByName("Assessments").getDataRange().getValues()`,
    ) as string[][];
    expect(row?.[headings?.indexOf("Duplicates below 2 percent") ?? -1]).toBe(1);
  });

  it("names a round without name by its day", () => {
    const { save } = open();
    expect(save().round).toBe(dayName(serialOfIsoText(today()) ?? 0));
  });

  it("lets several assessors score one round, each once", () => {
    const { save, read } = open();
    save(SCORES, "Q1", { assessor: "Ada" });
    save([3, 2, 3, 1, 4, 4], "Q1", { assessor: "Ben" });
    expect(() => save([5, 5, 5, 5, 5, 5], "q1", { assessor: "ada" })).toThrow(
      "Assessor: ada has scored the round q1 already; give the round another name, or correct the row in the tab Assessments.",
    );
    expect(read().history.map(({ assessor }) => assessor)).toEqual(["Ada", "Ben"]);
  });

  it("refuses a figure of the intake that is none, and writes nothing", () => {
    const { save, run } = open();
    expect(() => save(SCORES, "Q1", { intake: { arr: "a lot" } })).toThrow(
      'ARR must be a number such as 1200000; "a lot" is none.',
    );
    expect(run("return book.getSheets().length")).toBe(1);
  });

  it("knows two kinds of assessment and no other", () => {
    const { save, read } = open();
    expect(() => read("constructor")).toThrow("another version of the add-on");
    expect(() => save(SCORES, "", {}, "audit")).toThrow("another version of the add-on");
  });

  it("makes no tab but its own", () => {
    const { save, run } = open();
    save();
    expect(run("return book.getSheets().map(function (sheet) { return sheet.getName(); })")).toEqual([
      "Sheet1",
      "Assessments",
    ]);
  });

  it("leaves a tab of the user's own with that name alone", () => {
    const { save, read, run } = open();
    run(`book.insertSheet("Assessments").getRange("A1:B2").setValues([["mine", 1], ["own", 2]])`);
    expect(save().tab).toBe("Assessments (RevOps)");
    expect(run(`return book.getSheetByName("Assessments").getDataRange().getValues()`)).toEqual([
      ["mine", 1],
      ["own", 2],
    ]);
    expect(read().history).toHaveLength(1);
  });

  it("writes below the last row, finds the tab under another name, and keeps what stands beside and below", () => {
    const { save, read, run } = open();
    save(SCORES, "first");
    run(`
      var sheet = book.getSheetByName("Assessments");
      sheet.setName("Our scores");
      var last = sheet.getLastColumn() + 1;
      sheet.insertColumnsAfter(last - 1, 1);
      sheet.getRange(2, last).setValue("a note");
      sheet.getRange(9, last).setValue("a note further down");
      sheet.getRange("C4").setValue("a round typed ahead");`);
    expect(save(SCORES, "second").tab).toBe("Our scores");
    const rows = run(`return book.getSheetByName("Our scores").getRange("C2:C9").getValues()`).flat();
    expect(rows.slice(0, 4)).toEqual(["first", "", "a round typed ahead", "second"]);
    const beside = `var sheet = book.getSheetByName("Our scores"); return sheet.getRange(2, sheet.getLastColumn(), 8, 1).getValues()`;
    expect(run(beside).flat()).toEqual(["a note", "", "", "", "", "", "", "a note further down"]);
    expect(read().history.map(({ round }) => round)).toEqual(["first", "second"]);
    expect(read().leftOut).toEqual([]);
  });

  it("adds one row when the same assessment is sent twice, because the first answer got lost", () => {
    const { save, read } = open();
    expect(save(SCORES, "Q1")).toEqual(save(SCORES, "Q1"));
    expect(read().history).toHaveLength(1);
    save(SCORES, "Q1, second assessor");
    expect(read().history).toHaveLength(2);
  });

  it("refuses scores that are not six whole numbers from 1 to 5, and writes nothing", () => {
    const { save, run } = open();
    expect(() => save([3, 2, 3, 1, 4, 6])).toThrow(
      "scores must be whole numbers from 1 to 5; Enablement is 6.",
    );
    expect(() => save([3, 2, 3, 1, 4])).toThrow("scores must be 6");
    expect(() => save([3, 2, 3, 1, 4, null])).toThrow("Enablement is blank");
    expect(run("return book.getSheets().length")).toBe(1);
  });

  it.each(["=1+1", "+1", "007", "2026-01-01", "TRUE", "'quoted"])(
    "keeps the round %s as it was typed",
    (label) => {
      const { save, read } = open();
      save(SCORES, label);
      expect(read().history[0]?.round).toBe(label);
    },
  );

  it("cuts a name that is too long for a cell's heading", () => {
    const { save } = open();
    expect(save(SCORES, "x".repeat(500)).round).toHaveLength(120);
  });
});

describe("readAssessments", () => {
  it("is empty in a new workbook, and makes nothing", () => {
    const { read, run } = open();
    expect(read()).toEqual({
      ...{ history: [], leftOut: [], drafts: [] },
      settings: { companyName: "", profile: "A", businessCase: "Standard" },
    });
    expect(run("return book.getSheets().length")).toBe(1);
  });

  it("goes by the scores in the sheet, and says which rows it cannot read", () => {
    const { save, read, run } = open();
    for (const round of ["a", "b", "c", "d", "e"]) save(SCORES, round);
    run(`
      var sheet = book.getSheetByName("Assessments");
      sheet.getRange("E2").setValue(5);
      sheet.getRange("F3").setValue("high");
      sheet.getRange("A4").clearContent();
      sheet.getRange("B5").setValue("Rubric");
      sheet.getRange("C6").clearContent();`);
    expect(read()).toMatchObject({
      history: [{ round: "a", scores: [5, 2, 3, 1, 4, 5], total: 20 }],
      leftOut: [
        "Row 3 of Assessments is left out: Process must be a whole number from 1 to 5.",
        "Row 4 of Assessments is left out: its date is missing.",
        "Row 6 of Assessments is left out: its round is missing.",
      ],
    });
  });

  it("lists the oldest first, however the tab is sorted", () => {
    const { save, read, run } = open();
    save(SCORES, "later");
    save(SCORES, "earlier");
    run(`book.getSheetByName("Assessments").getRange("A3").setValue(new Date(Date.UTC(2020, 11, 31, 12)))`);
    expect(read().history.map(({ round, date }) => [round, date])).toEqual([
      ["earlier", "2021-01-01"],
      ["later", today()],
    ]);
  });
});

describe("saveAssessmentDraft", () => {
  const draft = {
    ...{ id: "d1", round: "Q2", assessor: "Ada", scores: [3, null, null, 1, null, null] },
    intake: { company: "Example Ltd" },
  };
  const nothing = { id: "d1", round: " ", assessor: "", scores: [null, null], intake: {} };

  it("keeps what is filled in, until the assessment is saved", () => {
    const { keepDraft, read, save } = open();
    keepDraft(draft);
    expect(read().drafts).toEqual([draft]);
    expect(read("rubric").drafts).toEqual([]);
    save();
    expect(read().drafts).toEqual([]);
  });

  it("keeps two assessors' drafts apart", () => {
    const { keepDraft, read, save } = open();
    const other = { ...draft, id: "d2", assessor: "Ben" };
    keepDraft(draft);
    keepDraft(other);
    save();
    expect(read().drafts).toEqual([other]);
  });

  it("keeps the drafts of both kinds under one id", () => {
    const { keepDraft, read } = open();
    const scores = RUBRIC_CRITERIA.map(() => 2);
    keepDraft(draft);
    keepDraft({ ...draft, scores }, "rubric");
    expect(read().drafts[0]?.scores).toEqual(draft.scores);
    expect(read("rubric").drafts).toEqual([{ ...draft, scores, intake: {} }]);
  });

  it("forgets an emptied draft", () => {
    const { keepDraft, read } = open();
    keepDraft(draft);
    keepDraft(nothing);
    expect(read().drafts).toEqual([]);
  });

  it("keeps only what an assessment can hold", () => {
    const { keepDraft, read } = open();
    keepDraft({
      ...{ id: "d1", round: "x".repeat(10_000), scores: [9, "3", 2.5, 4, null, 1, 5, 5], more: "x" },
      intake: { crm: "y".repeat(10_000), other: "z" },
    });
    expect(read().drafts).toEqual([
      {
        ...{ id: "d1", round: "x".repeat(120), assessor: "", scores: [null, null, null, 4, null, 1] },
        intake: { crm: "y".repeat(300) },
      },
    ]);
    expect(() => keepDraft({ ...draft, id: "../x" })).toThrow("The draft has no id");
  });
});
