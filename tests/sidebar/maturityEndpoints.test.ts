import { describe, expect, it } from "vitest";
import type { MaturityRecord, SavedMaturityRow } from "../../src/apps-script/actions/maturity.js";
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
    read: () => workbench.callEndpoint("readMaturity") as MaturityRecord,
    save: (scores: readonly unknown[] = SCORES, label = "") =>
      workbench.callEndpoint("saveMaturity", [{ scores, label }]) as SavedMaturityRow,
    keepDraft: (draft: unknown) => workbench.callEndpoint("saveMaturityDraft", [draft]),
    /** Runs script text on the spreadsheet, called `book`. */
    run: (text: string) =>
      JSON.parse(String(workbench.run("probe", `return JSON.stringify((function () {${text}})() ?? null)`))),
  };
}

describe("saveMaturity", () => {
  it("adds a row with the day of the spreadsheet's own time zone", () => {
    const { save, read, run } = open();
    const entry = { date: today(), label: "Q1 review", scores: SCORES, total: 18, stage: "Building" };
    expect(save(SCORES, "  Q1   review ")).toEqual({ ...entry, tab: "Assessments" });
    expect(read()).toEqual({ history: [entry], leftOut: [], draft: null });
    expect(run(`return book.getSheetByName("Assessments").getDataRange().getDisplayValues()`)).toEqual([
      [
        "Date",
        "Assessment",
        "Label",
        "Data",
        "Process",
        "Technology",
        "Analytics",
        "Alignment",
        "Enablement",
        "Total",
        "Stage",
      ],
      [
        expect.stringMatching(/^\d{1,2} \w{3} \d{4}$/),
        "Maturity",
        "Q1 review",
        "3",
        "2",
        "3",
        "1",
        "4",
        "5",
        "18",
        "Building",
      ],
    ]);
    expect(run(`return book.getRangeByName("Assessments_headings").getA1Notation()`)).toBe("A1:K1");
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
      sheet.getRange("L2").setValue("a note");
      sheet.getRange("L9").setValue("a note further down");
      sheet.getRange("C4").setValue("a label typed ahead");`);
    expect(save(SCORES, "second").tab).toBe("Our scores");
    const rows = run(`return book.getSheetByName("Our scores").getRange("C2:C9").getValues()`).flat();
    expect(rows.slice(0, 4)).toEqual(["first", "", "a label typed ahead", "second"]);
    expect(run(`return book.getSheetByName("Our scores").getRange("L2:L9").getValues()`).flat()).toEqual([
      "a note",
      "",
      "",
      "",
      "",
      "",
      "",
      "a note further down",
    ]);
    expect(read().history.map(({ label }) => label)).toEqual(["first", "second"]);
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
    "keeps the label %s as it was typed",
    (label) => {
      const { save, read } = open();
      save(SCORES, label);
      expect(read().history[0]?.label).toBe(label);
    },
  );

  it("cuts a label that is too long for a cell's heading", () => {
    const { save } = open();
    expect(save(SCORES, "x".repeat(500)).label).toHaveLength(120);
  });
});

describe("readMaturity", () => {
  it("is empty in a new workbook, and makes nothing", () => {
    const { read, run } = open();
    expect(read()).toEqual({ history: [], leftOut: [], draft: null });
    expect(run("return book.getSheets().length")).toBe(1);
  });

  it("goes by the scores in the sheet, and says which rows it cannot read", () => {
    const { save, read, run } = open();
    for (const label of ["a", "b", "c", "d"]) save(SCORES, label);
    run(`
      var sheet = book.getSheetByName("Assessments");
      sheet.getRange("D2").setValue(5);
      sheet.getRange("E3").setValue("high");
      sheet.getRange("A4").clearContent();
      sheet.getRange("B5").setValue("Rubric");`);
    expect(read()).toMatchObject({
      history: [{ label: "a", scores: [5, 2, 3, 1, 4, 5], total: 20 }],
      leftOut: [
        "Row 3 of Assessments is left out: Process must be a whole number from 1 to 5.",
        "Row 4 of Assessments is left out: its date is missing.",
      ],
    });
  });

  it("lists the oldest first, however the tab is sorted", () => {
    const { save, read, run } = open();
    save(SCORES, "later");
    save(SCORES, "earlier");
    run(`book.getSheetByName("Assessments").getRange("A3").setValue(new Date(Date.UTC(2020, 11, 31, 12)))`);
    expect(read().history.map(({ label, date }) => [label, date])).toEqual([
      ["earlier", "2021-01-01"],
      ["later", today()],
    ]);
  });
});

describe("saveMaturityDraft", () => {
  it("keeps what is filled in, until the assessment is saved", () => {
    const { keepDraft, read, save } = open();
    const draft = { label: "Q2", scores: [3, null, null, 1, null, null] };
    keepDraft(draft);
    expect(read().draft).toEqual(draft);
    save();
    expect(read().draft).toBeNull();
  });

  it("forgets an emptied draft", () => {
    const { keepDraft, read } = open();
    keepDraft({ label: "Q2", scores: [3] });
    keepDraft({ label: " ", scores: [null, null, null, null, null, null] });
    expect(read().draft).toBeNull();
  });

  it("keeps only what an assessment can hold", () => {
    const { keepDraft, read } = open();
    keepDraft({ label: "x".repeat(10_000), scores: [9, "3", 2.5, 4, null, 1, 5, 5], more: "x" });
    expect(read().draft).toEqual({ label: "x".repeat(120), scores: [null, null, null, 4, null, 1] });
  });
});
