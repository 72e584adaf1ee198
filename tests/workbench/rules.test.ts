import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("data validation", () => {
  it("offers a list and reads it back", () => {
    const { run } = open();
    run(`sheet.getRange("A2:A9").setDataValidation(SpreadsheetApp.newDataValidation()
      .requireValueInList(["Won", "Lost"], true).setAllowInvalid(false).setHelpText("Pick one.").build())`);
    expect(
      run(`var rule = sheet.getRange("A5").getDataValidation();
        return [rule.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, rule.getCriteriaValues(),
          rule.getAllowInvalid(), rule.getHelpText(), sheet.getRange("A10").getDataValidation()]`),
    ).toEqual([true, [["Won", "Lost"], true], false, "Pick one.", null]);
  });

  it("takes ranges, checkboxes, dates and numbers", () => {
    const { run, workbench } = open();
    run(`var make = function () { return SpreadsheetApp.newDataValidation(); };
      sheet.getRange("B1").setDataValidation(make().requireValueInRange(sheet.getRange("Z1:Z")).build());
      sheet.getRange("B2").setDataValidation(make().requireCheckbox().build());
      sheet.getRange("B3").setDataValidation(make().requireDate().build());
      sheet.getRange("B4").setDataValidation(make().requireNumberBetween(0, 1).build());
      sheet.getRange("B5").setDataValidation(make().requireNumberGreaterThanOrEqualTo(0).build());`);
    const sheetId = workbench.model.getters.getActiveSheetId();
    const types = workbench.model.getters.getDataValidationRules(sheetId).map((rule) => rule.criterion.type);
    expect(types).toEqual(["isValueInRange", "isBoolean", "dateIsValid", "isBetween", "isGreaterOrEqualTo"]);
    expect(
      run("return sheet.getRange('B1').getDataValidation().getCriteriaValues()[0].getA1Notation()"),
    ).toBe("Z1:Z");
  });

  it("follows the cells it takes its entries from: their tab renamed, a row above them and one among them", () => {
    const { run, workbench } = open();
    run(`var lists = book.insertSheet("Lists"); lists.getRange("A2:A4").setValues([["Ada"], ["Ben"], ["Cid"]]);
      sheet.getRange("B2").setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(lists.getRange("A2:A4"), true).build());
      lists.setName("Reps and teams"); lists.insertRowsBefore(1, 1); lists.insertRowsBefore(4, 1);`);
    expect(
      run(`var source = sheet.getRange("B2").getDataValidation().getCriteriaValues()[0];
        return [source.getSheet().getName(), source.getA1Notation()]`),
    ).toEqual(["Reps and teams", "A3:A6"]);
    (workbench.model.dispatch as (type: string) => unknown)("REQUEST_UNDO");
    expect(run("return sheet.getRange('B2').getDataValidation()")).toBe(null);
  });

  it.each([
    ["alone", "sheet.deleteColumn(5);"],
    ["with those beside them", "sheet.deleteColumns(4, 3);"],
  ])("has no entries left where the cells it took them from are deleted, %s", (_, deletion) => {
    const { run, workbench } = open();
    run(`sheet.getRange("E2:E4").setValues([["Ada"], ["Ben"], ["Cid"]]); sheet.getRange("F2:H2").setValue("no entry");
      sheet.getRange("B2").setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(sheet.getRange("E2:E4"), true).build());
      ${deletion}`);
    const { getters } = workbench.model;
    const sheetId = getters.getActiveSheetId();
    const rule = getters.getValidationRuleForCell({ sheetId, col: 1, row: 1 });
    expect(rule && getters.getDataValidationRangeValues(sheetId, rule.criterion)).toEqual([]);
  });

  it("takes a rule off some of its cells and leaves it on the others", () => {
    const { run } = open();
    run(`sheet.getRange("A1:A9").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      sheet.getRange("A3:A4").clearDataValidations(); sheet.getRange("A9").setDataValidation(null)`);
    expect(
      run("return sheet.getRange('A1:A9').getDataValidations().map(function (r) { return r[0] === null; })"),
    ).toEqual([false, false, true, true, false, false, false, false, true]);
  });

  it("makes one rule of one rule set cell by cell", () => {
    const { run, workbench } = open();
    run(`var rule = SpreadsheetApp.newDataValidation().requireDate().build();
      sheet.getRange("A1:B2").setDataValidations([[rule, rule], [rule, null]])`);
    const sheetId = workbench.model.getters.getActiveSheetId();
    expect(workbench.model.getters.getDataValidationRules(sheetId)).toHaveLength(1);
  });

  it("leaves the rules of a large block as they were when they are read and set again", () => {
    const { run, workbench } = open();
    run(`sheet.getRange("B2:C20").setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build());
      sheet.getRange("B5:B6").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());`);
    const sheetId = workbench.model.getters.getActiveSheetId();
    const kindAt = (col: number, row: number) =>
      workbench.model.getters.getValidationRuleForCell({ sheetId, col, row })?.criterion.type;
    const kinds = () =>
      Array.from({ length: 100 * 26 }, (_, at) => kindAt(at % 26, Math.floor(at / 26)) ?? "none");
    const before = kinds();
    run(`var block = sheet.getRange("A1:Z100"); block.setDataValidations(block.getDataValidations());`);
    expect(kinds()).toEqual(before);
    expect(before.filter((kind) => kind === "dateIsValid")).toHaveLength(36);
    expect(before.filter((kind) => kind === "isBoolean")).toHaveLength(2);
    expect(workbench.model.getters.getDataValidationRules(sheetId)).toHaveLength(2);
  });

  it("says what is missing in a rule without a criterion", () => {
    expect(() => open().run("SpreadsheetApp.newDataValidation().build()")).toThrow("no criterion");
  });
});

describe("conditional formats", () => {
  it("colour cells by value, text and formula", () => {
    const { run, workbench } = open();
    run(`sheet.getRange("A1:A3").setValues([[5], [15], ["Won"]]);
      var range = sheet.getRange("A1:A3");
      var rule = function () { return SpreadsheetApp.newConditionalFormatRule().setRanges([range]); };
      sheet.setConditionalFormatRules([
        rule().whenNumberLessThan(10).setBackground("#ff0000").build(),
        rule().whenTextEqualTo("Won").setFontColor("#00ff00").setBold(true).build(),
        rule().whenFormulaSatisfied("=AND(ISNUMBER($A1),$A1>10)").setBackground("#0000ff").build(),
        rule().whenNumberBetween(100, 200).setBackground("#123456").build(),
        rule().whenNumberGreaterThanOrEqualTo(1000).setBackground("#123456").build(),
        rule().whenCellNotEmpty().setBold(true).build(),
      ])`);
    const sheetId = workbench.model.getters.getActiveSheetId();
    const look = (row: number) => workbench.model.getters.getCellComputedStyle({ sheetId, col: 0, row });
    expect(look(0)).toMatchObject({ fillColor: "#FF0000", bold: true });
    expect(look(1)).toMatchObject({ fillColor: "#0000FF" });
    expect(look(2)).toMatchObject({ textColor: "#00FF00", bold: true });
    expect(look(3).bold ?? false).toBe(false);
  });

  it("are read, extended and replaced in their order", () => {
    const { run, workbench } = open();
    run(`var rule = function (n) { return SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(n).setBackground("#ff0000").setRanges([sheet.getRange("A1:A9")]).build(); };
      sheet.setConditionalFormatRules([rule(1), rule(2)]);
      var rules = sheet.getConditionalFormatRules(); rules.push(rule(3)); sheet.setConditionalFormatRules(rules)`);
    const sheetId = workbench.model.getters.getActiveSheetId();
    const values = () =>
      workbench.model.getters
        .getConditionalFormats(sheetId)
        .map(({ rule }) => rule.type === "CellIsRule" && rule.values[0]);
    expect(values()).toEqual(["1", "2", "3"]);
    expect(run("return sheet.getConditionalFormatRules()[2].getRanges()[0].getA1Notation()")).toBe("A1:A9");
    run("sheet.setConditionalFormatRules([])");
    expect(values()).toEqual([]);
  });

  it("need a condition and ranges of their own sheet", () => {
    const { run } = open();
    expect(() =>
      run("SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange('A1')]).build()"),
    ).toThrow("no condition");
    expect(() => run("SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().build()")).toThrow(
      "no ranges",
    );
    expect(() =>
      run(`var other = book.insertSheet("B");
        sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setRanges([other.getRange("A1")]).build()])`),
    ).toThrow("must be on the sheet");
  });
});
