import { describe, expect, it } from "vitest";
import { open } from "./support.js";

describe("named ranges", () => {
  it("are set, read, replaced and removed", () => {
    const { run } = open();
    run(
      "book.setNamedRange('Deals', sheet.getRange('A1:A5')); book.setNamedRange('deals', sheet.getRange('B1:B5'))",
    );
    expect(
      run(
        "return book.getNamedRanges().map(function (n) { return [n.getName(), n.getRange().getA1Notation()]; })",
      ),
    ).toEqual([["Deals", "B1:B5"]]);
    expect(run("return book.getRangeByName('Deals').getA1Notation()")).toBe("B1:B5");
    expect(run("return book.getRangeByName('None')")).toBeNull();
    run("book.removeNamedRange('Deals')");
    expect(run("return sheet.getNamedRanges().length")).toBe(0);
    expect(() => run("book.removeNamedRange('Deals')")).toThrow("There is no named range Deals");
  });

  it("stay open when they are set open, and grow with the sheet", () => {
    const { run } = open();
    run(
      "book.setNamedRange('Amounts', sheet.getRange('C2:C')); sheet.insertRowsAfter(1000, 500); sheet.getRange('C1500').setValue(7)",
    );
    expect(
      run(
        "return [book.getRangeByName('Amounts').getA1Notation(), book.getRangeByName('Amounts').getNumRows()]",
      ),
    ).toEqual(["C2:C", 1499]);
    expect(
      run("sheet.getRange('E1').setFormula('=SUM(Amounts)'); return sheet.getRange('E1').getValue()"),
    ).toBe(7);
  });

  it("may reach further down than the active sheet has rows", () => {
    const { run } = open();
    run(
      "sheet.insertRowsAfter(1000, 5000); book.insertSheet('Short').activate(); book.setNamedRange('Far', sheet.getRange('A5000:A6000'))",
    );
    run("book.setNamedRange('Far', sheet.getRange('A5500:A6000'))");
    expect(run("return book.getRangeByName('Far').getA1Notation()")).toBe("A5500:A6000");
  });

  it("move with rows inserted above and grow with rows inserted inside", () => {
    const { run } = open();
    run("book.setNamedRange('Rows', sheet.getRange('A2:A4')); sheet.insertRowsAfter(1, 1)");
    expect(run("return book.getRangeByName('Rows').getA1Notation()")).toBe("A3:A5");
    run("sheet.insertRowsAfter(3, 2)");
    expect(run("return book.getRangeByName('Rows').getA1Notation()")).toBe("A3:A7");
  });

  it("work in criteria on open columns", () => {
    const { workbench, run } = open();
    run(`sheet.getRange("A1:C4").setValues([["Stage", "Close", "Amount"], ["Won", "2024-01-10", 10], ["Lost", "2024-02-10", 20], ["Won", "2024-03-10", 40]]);
      book.setNamedRange("Stage", sheet.getRange("A2:A")); book.setNamedRange("Close", sheet.getRange("B2:B")); book.setNamedRange("Amount", sheet.getRange("C2:C"))`);
    const value = (formula: string) => workbench.evaluateFormula(formula).value;
    expect(value('=SUMIFS(Amount,Stage,"Won")')).toBe(50);
    expect(value('=SUMIFS(Amount,Stage,"<>"&"Won")')).toBe(20);
    expect(value('=SUMIFS(Amount,Stage,"Won",Close,">="&DATE(2024,2,1))')).toBe(40);
    expect(value('=COUNTIFS(Stage,"<>")')).toBe(3);
    expect(value('=SUMPRODUCT((Stage="Won")*Amount)')).toBe(50);
    expect(value("=INDEX(Amount,MATCH(20,Amount,0))")).toBe(20);
  });

  it("refuses names that are not valid", () => {
    const { run } = open();
    expect(() => run("book.setNamedRange('9lives', sheet.getRange('A1'))")).toThrow("not valid");
    expect(() => run("book.setNamedRange('two words', sheet.getRange('A1'))")).toThrow("not valid");
    expect(() => run("book.setNamedRange('A1', sheet.getRange('A1'))")).toThrow("LooksLikeCellReference");
  });
});
