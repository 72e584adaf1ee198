import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("values of a range", () => {
  const { run } = open("", { timeZone: "America/New_York" });

  it("reads back what was written, formulas computed", () => {
    const read = run(`
      var range = sheet.getRange(1, 1, 2, 3);
      range.setValues([["a", 1, true], ["=B1*2", "", 0.5]]);
      return range.getValues();`);
    expect(read).toEqual([
      ["a", 1, true],
      [2, "", 0.5],
    ]);
    expect(run("return sheet.getRange('A1:C2').getFormulas()")).toEqual([
      ["", "", ""],
      ["=B1*2", "", ""],
    ]);
  });

  it("reads text that looks like a number or a date as one, as if typed", () => {
    run("sheet.getRange('A3:E3').setValues([['1,234.5', '12%', '2024-02-29', 'TRUE', '+7']])");
    expect(run("return sheet.getRange('A3:E3').getValues()")).toEqual([
      [1234.5, 0.12, new Date("2024-02-29T05:00:00Z"), true, 7],
    ]);
  });

  it("keeps text after an apostrophe and gives it back without", () => {
    run(`sheet.getRange('A4:D4').setValues([["'=x", "'+1", "'007", "'2024-01-01"]])`);
    expect(run("return sheet.getRange('A4:D4').getValues()")).toEqual([["=x", "+1", "007", "2024-01-01"]]);
    expect(run("return sheet.getRange('A4:D4').getDisplayValues()")).toEqual([
      ["=x", "+1", "007", "2024-01-01"],
    ]);
  });

  it("writes a Date as the day it is in the spreadsheet's time zone, and shows it as a date", () => {
    run(
      "sheet.getRange('A5:B5').setValues([[new Date('2024-03-10T05:00:00Z'), new Date('2024-03-11T16:30:00Z')]])",
    );
    expect(run("return sheet.getRange('A5:B5').getDisplayValues()")).toEqual([
      ["3/10/2024", "3/11/2024 12:30:00 PM"],
    ]);
    expect(run("return sheet.getRange('A5').getValue().toISOString()")).toBe("2024-03-10T05:00:00.000Z");
    expect(run("return sheet.getRange('A5').getValue() instanceof Date")).toBe(true);
  });

  it("keeps a date format that is there already", () => {
    run("sheet.getRange('C5').setNumberFormat('yyyy-mm-dd').setValue(new Date('2024-03-10T05:00:00Z'))");
    expect(run("return sheet.getRange('C5').getDisplayValue()")).toBe("2024-03-10");
  });

  it("empties cells with empty text, null and undefined", () => {
    run(
      "sheet.getRange('A6:C6').setValues([[1, 2, 3]]); sheet.getRange('A6:C6').setValues([['', null, undefined]])",
    );
    expect(run("return sheet.getRange('A6:C6').isBlank()")).toBe(true);
  });

  it("refuses data of another size than the range, in Google's words", () => {
    expect(() => run("sheet.getRange('A1:B2').setValues([[1, 2]])")).toThrow(
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
    expect(() => run("sheet.getRange('A1:B2').setValues([[1, 2], [3]])")).toThrow(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
  });

  it("refuses more than 50,000 characters in a cell, and objects", () => {
    expect(() => run("sheet.getRange('A1').setValue(new Array(50002).join('x'))")).toThrow(
      "50000 characters",
    );
    expect(() => run("sheet.getRange('A1').setValue({})")).toThrow("A cell takes text");
  });

  it("refuses ranges outside the sheet", () => {
    expect(() => run("sheet.getRange(1001, 1)")).toThrow("outside the dimensions of the sheet");
    expect(() => run("sheet.getRange(1, 27)")).toThrow("outside the dimensions of the sheet");
    expect(() => run("sheet.getRange(1, 1, 0, 1)")).toThrow("at least 1");
    expect(() => run("sheet.getRange('A1:ZZ2')")).toThrow("Range not found");
    expect(() => run("sheet.getRange('nonsense!')")).toThrow("Range not found");
  });

  it("shows errors by Google's names", () => {
    run("sheet.getRange('A8:C8').setFormulas([['=1/0', '=NA()', '=NO_SUCH()']])");
    expect(run("return sheet.getRange('A8:C8').getValues()")).toEqual([["#DIV/0!", "#N/A", "#NAME?"]]);
  });

  it("knows where it lies", () => {
    const facts = run(`
      var r = sheet.getRange("B2:D5");
      return [r.getA1Notation(), r.getRow(), r.getColumn(), r.getLastRow(), r.getLastColumn(), r.getNumRows(),
        r.getNumColumns(), r.offset(1, 1).getA1Notation(), r.offset(0, 0, 1).getA1Notation(),
        r.getCell(2, 2).getA1Notation(), r.getSheet().getName()]`);
    expect(facts).toEqual(["B2:D5", 2, 2, 5, 4, 4, 3, "C3:E6", "B2:D2", "C3", "Sheet1"]);
  });

  it("keeps an open range open", () => {
    expect(
      run("return [sheet.getRange('A2:A').getA1Notation(), sheet.getRange('A2:A').getNumRows()]"),
    ).toEqual(["A2:A", 999]);
    expect(run("return sheet.getRange('A:B').getA1Notation()")).toBe("A:B");
  });

  it("copies formulas relatively, values only on request", () => {
    run(`
      sheet.getRange("H1:H2").setValues([[1], [2]]);
      sheet.getRange("I1").setFormula("=H1*10");
      sheet.getRange("I1").copyTo(sheet.getRange("I2"));
      sheet.getRange("I1:I2").copyTo(sheet.getRange("J1"), { contentsOnly: true });`);
    expect(run("return sheet.getRange('I1:J2').getValues()")).toEqual([
      [10, 10],
      [20, 20],
    ]);
    expect(run("return sheet.getRange('I2:J2').getFormulas()")).toEqual([["=H2*10", ""]]);
  });

  it("clears contents, formats or both", () => {
    run("sheet.getRange('K1').setValue(0.5).setNumberFormat('0%').setBackground('#ff0000')");
    run("sheet.getRange('K1').clearContent()");
    expect(run("return [sheet.getRange('K1').getValue(), sheet.getRange('K1').getBackground()]")).toEqual([
      "",
      "#ff0000",
    ]);
    run("sheet.getRange('K1').setValue(0.5).clearFormat()");
    expect(
      run("return [sheet.getRange('K1').getDisplayValue(), sheet.getRange('K1').getBackground()]"),
    ).toEqual(["0.5", "#ffffff"]);
    run("sheet.getRange('K1').clear()");
    expect(run("return sheet.getRange('K1').isBlank()")).toBe(true);
  });

  it("writes only the first cell of a merge", () => {
    run("sheet.getRange('M1:N1').merge(); sheet.getRange('M1:N1').setValues([[1, 2]])");
    expect(run("return sheet.getRange('M1:N1').getValues()")).toEqual([[1, ""]]);
    expect(run("return sheet.getRange('M1').getMergedRanges()[0].getA1Notation()")).toBe("M1:N1");
    run("sheet.getRange('M1:N1').breakApart()");
    expect(run("return sheet.getRange('M1:N1').isPartOfMerge()")).toBe(false);
  });

  it("merges each row by itself with mergeAcross", () => {
    run("sheet.getRange('P1:Q3').mergeAcross()");
    expect(
      run("return sheet.getRange('P1:Q3').getMergedRanges().map(function (r) { return r.getA1Notation(); })"),
    ).toEqual(["P1:Q1", "P2:Q2", "P3:Q3"]);
  });
});
