import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("sheets", () => {
  it("inserts a sheet after the active one and makes it active", () => {
    const { run } = open();
    run(
      "book.insertSheet('First'); book.insertSheet('Second'); book.insertSheet('Front', 0); book.insertSheet()",
    );
    expect(run("return book.getSheets().map(function (s) { return s.getName(); })")).toEqual([
      "Front",
      "Sheet2",
      "Sheet1",
      "First",
      "Second",
    ]);
    expect(run("return book.getActiveSheet().getName()")).toBe("Sheet2");
    expect(
      run("var s = book.getSheetByName('First'); return [s.getIndex(), s.getMaxRows(), s.getMaxColumns()]"),
    ).toEqual([4, 1000, 26]);
  });

  it("refuses names that are taken in any case, empty or too long", () => {
    const { run } = open();
    expect(() => run("book.insertSheet('sheet1')")).toThrow('A sheet with the name "sheet1" already exists');
    expect(() => run("sheet.setName('')")).toThrow("cannot be empty");
    expect(() => run("sheet.setName(new Array(102).join('x'))")).toThrow("100 characters");
    expect(() => run(`sheet.setName("it's")`)).toThrow("takes no sheet name");
  });

  it("finds a sheet by name, or null", () => {
    const { run } = open();
    expect(run("return book.getSheetByName('Nowhere')")).toBeNull();
    expect(
      run("sheet.setName('Deals'); return book.getSheetByName('Deals').getSheetId() === sheet.getSheetId()"),
    ).toBe(true);
  });

  it("deletes a sheet but not the last one", () => {
    const { run } = open();
    run("book.insertSheet('B'); book.deleteSheet(book.getSheetByName('B'))");
    expect(run("return book.getSheets().length")).toBe(1);
    expect(() => run("book.deleteSheet(sheet)")).toThrow("can't remove all the sheets");
  });

  it("says so when a deleted sheet is used", () => {
    const { run } = open();
    expect(() => run("var b = book.insertSheet('B'); book.deleteSheet(b); b.getName()")).toThrow(
      "The sheet was deleted.",
    );
  });

  it("moves the active sheet", () => {
    const { run } = open();
    run(
      "book.insertSheet('B'); book.insertSheet('C'); book.insertSheet('D'); book.getSheetByName('C').hideSheet()",
    );
    run("book.setActiveSheet(book.getSheetByName('D')); book.moveActiveSheet(1)");
    expect(run("return book.getSheets().map(function (s) { return s.getName(); }).join('')")).toBe(
      "DSheet1BC",
    );
  });

  it("hides and shows sheets, rows and columns", () => {
    const { run } = open();
    run("book.insertSheet('B').hideSheet(); sheet.hideRows(2, 3); sheet.hideColumns(2)");
    expect(
      run(
        "return [book.getSheetByName('B').isSheetHidden(), sheet.isRowHiddenByUser(4), sheet.isColumnHiddenByUser(2)]",
      ),
    ).toEqual([true, true, true]);
    run("book.getSheetByName('B').showSheet(); sheet.showRows(2, 3)");
    expect(run("return [book.getSheetByName('B').isSheetHidden(), sheet.isRowHiddenByUser(4)]")).toEqual([
      false,
      false,
    ]);
  });

  it("freezes, resizes, colours the tab and hides gridlines", () => {
    const { run } = open();
    run(`sheet.setFrozenRows(2); sheet.setFrozenColumns(1); sheet.setColumnWidth(1, 150); sheet.setColumnWidths(2, 2, 50);
      sheet.setRowHeight(1, 40); sheet.setRowHeights(2, 2, 30); sheet.setTabColor("#ff0000"); sheet.setHiddenGridlines(true)`);
    expect(
      run(`return [sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getColumnWidth(1), sheet.getColumnWidth(3),
        sheet.getRowHeight(1), sheet.getRowHeight(3), sheet.getTabColor(), sheet.hasHiddenGridlines()]`),
    ).toEqual([2, 1, 150, 50, 40, 30, "#ff0000", true]);
    run("sheet.setFrozenRows(0)");
    expect(run("return sheet.getFrozenRows()")).toBe(0);
  });

  it("inserts and deletes rows and columns", () => {
    const { run } = open();
    run(
      "sheet.getRange('A1:A3').setValues([[1],[2],[3]]); sheet.insertRowsAfter(1, 2); sheet.insertColumnsAfter(26, 4)",
    );
    expect(
      run("return [sheet.getRange('A4').getValue(), sheet.getMaxRows(), sheet.getMaxColumns()]"),
    ).toEqual([2, 1002, 30]);
    run("sheet.deleteRows(2, 2); sheet.deleteColumns(27, 4)");
    expect(
      run("return [sheet.getRange('A2').getValue(), sheet.getMaxRows(), sheet.getMaxColumns()]"),
    ).toEqual([2, 1000, 26]);
    expect(() => run("sheet.deleteRows(990, 20)")).toThrow("out of bounds");
  });

  it("refuses more than ten million cells", () => {
    const { run } = open();
    expect(() => run("sheet.insertRowsAfter(1000, 400000)")).toThrow("10000000 cells");
  });

  it("knows how far it is filled, formulas and spilled cells included", () => {
    const { run } = open();
    expect(
      run("return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]"),
    ).toEqual([0, 0, "A1"]);
    run(
      `sheet.getRange("B3").setValue("x"); sheet.getRange("Z90").setBackground("#ff0000"); sheet.getRange("A5").setFormula('=""')`,
    );
    expect(
      run("return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]"),
    ).toEqual([5, 2, "A1:B5"]);
    run("sheet.getRange('D1').setFormula('=TRANSPOSE({1,2,3,4,5,6,7})')");
    expect(run("return sheet.getLastRow()")).toBe(7);
  });

  it("remembers the active range", () => {
    const { run } = open();
    run("sheet.getRange('B2:C3').activate()");
    expect(run("return book.getActiveRange().getA1Notation()")).toBe("B2:C3");
  });

  it("clears a whole sheet", () => {
    const { run } = open();
    run("sheet.getRange('A1:B2').setValues([[1,2],[3,4]]).setBackground('#ff0000'); sheet.clear()");
    expect(run("return [sheet.getLastRow(), sheet.getRange('A1').getBackground()]")).toEqual([0, "#ffffff"]);
  });
});
