import { describe, expect, it } from "vitest";
import { open } from "./support.js";

const BUNDLE = `
/**
 * Says what it was given.
 * @customfunction
 */
function SEEN(cells) {
  return JSON.stringify(cells, function (key, value) {
    var raw = this[key];
    return raw instanceof Date ? "Date " + raw.toISOString() : value;
  });
}
/** @customfunction */
function KIND(value) { return Object.prototype.toString.call(value) + (value instanceof Array ? " of the realm" : ""); }
/** @customfunction */
function GIVE(text) { return new Function("return " + text)(); }
/** @customfunction */
function COUNT_ARGS() { return arguments.length; }
/** @customfunction */
function SLOW() { return 1; }
/** @customfunction */
function TOUCH() { SpreadsheetApp.getActive().getSheets()[0].getRange("A1").setValue(1); return 1; }
/** @customfunction */
function SHOW() { SpreadsheetApp.getUi().alert("x"); return 1; }
/** @customfunction */
function REMEMBER() { return PropertiesService.getDocumentProperties().getProperty("x"); }
/** @customfunction */
function LOOK() { return SpreadsheetApp.getActive().getSheets()[0].getRange("A1").getValue(); }
/** @customfunction */
function ZONE() { return SpreadsheetApp.getActive().getSpreadsheetTimeZone(); }
function HIDDEN() { return 1; }
`;

const { workbench, run } = open(BUNDLE, { timeZone: "America/New_York" });
run(`
  sheet.getRange("A1:D3").setValues([["a", 1, 0.1, ""], [true, "=NA()", "=1/0", "'007"], ["", "", "", ""]]);
  sheet.getRange("C1").setNumberFormat("0%");
  sheet.getRange("F1").setValue("2024-01-15");
  sheet.getRange("F2").setValue("2024-07-15 13:30:00");
  sheet.getRange("F3").setValue(0.25).setNumberFormat("[hh]:mm");
`);
const value = (formula: string) => workbench.evaluateFormula(formula).value;
const message = (formula: string) => workbench.evaluateFormula(formula).message;

describe("what a custom function is given", () => {
  it("gets one cell as a value and a range as rows", () => {
    expect(value("=SEEN(Sheet1!B1)")).toBe("1");
    expect(value("=SEEN(Sheet1!A1:B2)")).toBe('[["a",1],[true,"#N/A"]]');
  });

  it("gets a single row and a single column as rows too", () => {
    expect(value("=SEEN(Sheet1!A1:C1)")).toBe('[["a",1,0.1]]');
    expect(value("=SEEN(Sheet1!A1:A2)")).toBe('[["a"],[true]]');
  });

  it("gets a range of one cell as a value", () => {
    expect(value("=SEEN(Sheet1!B1:B1)")).toBe("1");
  });

  it("gets percentages as numbers, blanks as empty text and errors as their names", () => {
    expect(value("=SEEN(Sheet1!C1)")).toBe("0.1");
    expect(value("=SEEN(Sheet1!D1)")).toBe('""');
    expect(value("=SEEN(Sheet1!A3:B3)")).toBe('[["",""]]');
    expect(value("=SEEN(Sheet1!C2)")).toBe('"#DIV/0!"');
  });

  it("gets text kept by an apostrophe without the apostrophe", () => {
    expect(value("=SEEN(Sheet1!D2)")).toBe('"007"');
  });

  it("gets a date as the instant of midnight in the spreadsheet's time zone, winter and summer", () => {
    expect(value("=SEEN(Sheet1!F1)")).toBe('"Date 2024-01-15T05:00:00.000Z"');
    expect(value("=SEEN(Sheet1!F2)")).toBe('"Date 2024-07-15T17:30:00.000Z"');
  });

  it("gets durations as dates, as Google passes them", () => {
    expect(value("=KIND(Sheet1!F3)")).toBe("[object Date]");
  });

  it("gets dates and arrays of its own realm", () => {
    expect(value("=KIND(Sheet1!A1:B2)")).toBe("[object Array] of the realm");
    expect(value("=SEEN(DATE(2024,1,15))")).toBe('"Date 2024-01-15T05:00:00.000Z"');
  });

  it("gets computed arrays and array literals as rows", () => {
    expect(value("=SEEN({1,2;3,4})")).toBe("[[1,2],[3,4]]");
    expect(value("=SEEN(Sheet1!B1:C1*2)")).toBe("[[2,0.2]]");
  });

  it("gets an open range down to the last row of the sheet", () => {
    run("sheet.getRange('A1000').setValue('end')");
    expect(JSON.parse(String(value("=SEEN(Sheet1!A2:A)")))).toHaveLength(999);
  });
});

describe("what a custom function returns", () => {
  it("shows numbers, text and booleans as they are", () => {
    expect(value('=GIVE("1.5")')).toBe(1.5);
    expect(value("=GIVE(\"'x'\")")).toBe("x");
    expect(value('=GIVE("false")')).toBe(false);
  });

  it("spills an array of arrays", () => {
    expect(workbench.evaluateFormula('=GIVE("[[1,2],[3,4],[5,6]]")').values).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it("shows a date in the spreadsheet's time zone and formats it as one", () => {
    const result = workbench.evaluateFormula("=GIVE(\"new Date('2024-07-15T04:00:00Z')\")");
    expect(result).toMatchObject({ value: 45488, formatted: "7/15/2024" });
  });

  it.each([
    "null",
    "undefined",
    "NaN",
    "1/0",
    "[1,2]",
    "[]",
    "[[]]",
    "[[1],[1,2]]",
    "[{a:1}]",
    "({})",
    "[[null]]",
    "Promise.resolve(1)",
  ])("refuses %s, which Google does not promise to show", (text) => {
    expect(workbench.evaluateFormula(`=GIVE("${text}")`)).toMatchObject({
      value: "#ERROR",
      message: expect.stringContaining("something Google does not promise to show"),
    });
  });

  it("says where in the array the unpromised value is", () => {
    expect(message('=GIVE("[[1,2],[3,null]]")')).toContain("row 2, column 2 is null");
  });

  it("shows a thrown error by exactly its message", () => {
    const result = workbench.evaluateFormula(
      "=GIVE(\"(function(){throw new Error('rate must be at most 1.')})()\")",
    );
    expect(result).toMatchObject({ value: "#ERROR", message: "rate must be at most 1." });
  });

  it("does not spill over filled cells", () => {
    run("sheet.getRange('J1').setFormula('=GIVE(\"[[1],[2]]\")'); sheet.getRange('J2').setValue('full')");
    expect(run("return [sheet.getRange('J1').getValue(), sheet.getRange('J1').getDisplayValue()]")).toEqual([
      "#REF!",
      "#REF!",
    ]);
    run("sheet.getRange('J2').clearContent()");
    expect(run("return sheet.getRange('J1:J2').getValues()")).toEqual([[1], [2]]);
  });
});

describe("what a custom function may do", () => {
  it("may read the document", () => {
    expect(value("=LOOK()")).toBe("a");
  });

  it.each(["TOUCH", "SHOW", "REMEMBER"])(
    "may not change it, show anything or use properties (%s)",
    (name) => {
      expect(message(`=${name}()`)).toContain("You do not have permission to call");
    },
  );

  it("leaves the permissions of a click as they were", () => {
    expect(run("sheet.getRange('L1').setFormula('=TOUCH()'); return sheet.getRange('L1').getValue()")).toBe(
      "#ERROR!",
    );
    expect(run("sheet.getRange('L2').setValue(3); return sheet.getRange('L2').getValue()")).toBe(3);
  });

  it("is an error after thirty seconds", () => {
    let now = 0;
    const slow = open(BUNDLE, { clock: () => (now += 31_000) });
    expect(slow.workbench.evaluateFormula("=SLOW()").message).toContain("maximum execution time");
  });

  it("can ask for the time zone while a document is being loaded", () => {
    run("sheet.getRange('M1').setFormula('=ZONE()')");
    const again = open(BUNDLE, { document: workbench.document(), timeZone: "Asia/Tokyo" });
    expect(again.run("return sheet.getRange('M1').getValue()")).toBe("Asia/Tokyo");
  });

  it("can read the sheet even while a document is being loaded", () => {
    run("sheet.getRange('M2').setFormula('=LOOK()')");
    const again = open(BUNDLE, { document: workbench.document() });
    expect(again.run("return sheet.getRange('M2').getValue()")).toBe("a");
  });
});

describe("which functions are custom functions", () => {
  it("takes only top-level functions whose comment says so", () => {
    expect(value("=HIDDEN()")).toBe("#NAME?");
  });

  it("does not find the functions of another workbook's bundle", () => {
    const other = open("");
    expect(other.workbench.evaluateFormula("=SEEN(1)").value).toBe("#NAME?");
  });
});
