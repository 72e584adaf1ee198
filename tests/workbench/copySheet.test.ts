import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("a sheet copied within the document", () => {
  it("comes last, under a free name, with contents, looks, notes, sizes and what is hidden", () => {
    const { run } = open();
    run(`sheet.setName("Review").getRange("A1:B2").setValues([[1, "=A1*2"], ["x", ""]]).setBackground("#ff0000");
      sheet.getRange("A1").setNote("why"); sheet.setColumnWidth(2, 222); sheet.hideColumns(3); sheet.hideRows(4);
      sheet.setHiddenGridlines(true); sheet.getRange("A5:B5").merge(); book.insertSheet("Last");
      sheet.copyTo(book); sheet.copyTo(book)`);
    expect(run("return book.getSheets().map(function (s) { return s.getName(); })")).toEqual([
      "Review",
      "Last",
      "Copy of Review",
      "Copy of Review 2",
    ]);
    expect(
      run(`var c = book.getSheetByName("Copy of Review"); c.getRange("A1").setValue(5);
        return [c.getRange("B1").getValue(), c.getRange("B1").getFormula(), c.getRange("A2").getBackground(),
          c.getRange("A1").getNote(), c.getColumnWidth(2), c.isColumnHiddenByUser(3), c.isRowHiddenByUser(4),
          c.hasHiddenGridlines(), c.getRange("A5").isPartOfMerge(), sheet.getRange("A1").getValue()]`),
    ).toEqual([10, "=A1*2", "#ff0000", "why", 222, true, true, true, true, 1]);
  });

  it("shows its figures as soon as they are asked for, and what follows from a change on either", () => {
    const { run } = open();
    run(`sheet.getRange("A1:B1").setValues([[1, "=A1*2"]])`);
    expect(
      run(`var c = sheet.copyTo(book); var seen = [sheet.getRange("B1").getValue(), c.getRange("B1").getValue()];
        c.getRange("A1").setValue(4); sheet.getRange("A1").setValue(5);
        return seen.concat([c.getRange("B1").getValue(), sheet.getRange("B1").getValue()])`),
    ).toEqual([2, 2, 8, 10]);
  });

  it("draws its charts from its own cells and keeps its rules to itself", () => {
    const { run } = open();
    run(`sheet.getRange("A1:B3").setValues([["a", "b"], ["x", 1], ["y", 2]]);
      sheet.insertChart(sheet.newChart().setNumHeaders(1).addRange(sheet.getRange("A1:B3")).setPosition(5, 1, 0, 0).build());
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=$B$2>0")
        .setFontColor("#00ff00").setRanges([sheet.getRange("B2")]).build()]);
      sheet.copyTo(book).clearConditionalFormatRules()`);
    expect(
      run(`var c = book.getSheets()[1]; return [c.getCharts().length,
        c.getCharts()[0].getRanges().every(function (r) { return r.getSheet().getSheetId() === c.getSheetId(); }),
        c.getConditionalFormatRules().length, sheet.getConditionalFormatRules().length]`),
    ).toEqual([1, true, 0, 1]);
  });
});

describe("values pasted from another sheet", () => {
  it("stay the text or number they were, and plain text shows no apostrophe", () => {
    const { run, workbench } = open();
    run(`sheet.getRange("A1:A6").setValues([["Acme"], ["'12"], ["'Jan 5"], ["'=1"], ["'true"], [12.5]]);
      sheet.getRange("A1:A6").copyTo(book.insertSheet("B").getRange("A1"), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false)`);
    expect(run('return book.getSheetByName("B").getRange("A1:A6").getValues()')).toEqual([
      ["Acme"],
      ["12"],
      ["Jan 5"],
      ["=1"],
      ["true"],
      [12.5],
    ]);
    const sheetId = workbench.model.getters.getSheetIds()[1] ?? "";
    expect(workbench.model.getters.getCell({ sheetId, col: 0, row: 0 })).toMatchObject({ content: "Acme" });
  });
});

describe("a conditional format's condition", () => {
  it("says what it asks and how it colours", () => {
    const { run } = open();
    run(`var rule = function () { return SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange("A1")]); };
      sheet.setConditionalFormatRules([
        rule().whenFormulaSatisfied("=$B$1>2").setFontColor("#B3261E").setBold(true).build(),
        rule().whenNumberBetween(1, 2).setBackground("#ffffff").build()])`);
    expect(
      run(`return sheet.getConditionalFormatRules().map(function (rule) { var c = rule.getBooleanCondition();
        return [c.getCriteriaType().toString(), c.getCriteriaValues(), c.getFontColor(), c.getBackground(), c.getBold(),
          c.getItalic(), c.getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA]; })`),
    ).toEqual([
      ["CUSTOM_FORMULA", ["=$B$1>2"], "#b3261e", null, true, null, true],
      ["NUMBER_BETWEEN", ["1", "2"], null, "#ffffff", null, null, false],
    ]);
  });
});
