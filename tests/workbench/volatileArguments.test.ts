import { describe, expect, it } from "vitest";
import { open } from "./support.js";

const BUNDLE =
  "/** @customfunction */ function COUNT_IT(cells) { return Array.isArray(cells) ? cells.length : 1; }";

const { workbench, run } = open(BUNDLE);
const refused = (formula: string) =>
  workbench.evaluateFormula(formula).message?.includes("not allowed to reference") === true;

run(`
  sheet.getRange("A1:A4").setValues([["=NOW()"], ["=A1+1"], ["=SUM(A2:A2)"], [5]]);
  sheet.getRange("B1").setFormula("=RANDBETWEEN(1,6)");
  sheet.getRange("C1").setFormula("=TODAY()");
  sheet.getRange("D1").setFormula("=RANDARRAY(3,1)");
  book.setNamedRange("Clock", sheet.getRange("A3"));
  book.setNamedRange("Still", sheet.getRange("A4"));
`);

describe("volatile arguments", () => {
  it("refuses NOW(), RAND() and RANDBETWEEN() written into the call", () => {
    expect(refused("=COUNT_IT(NOW())")).toBe(true);
    expect(refused("=COUNT_IT(1+RAND())")).toBe(true);
    expect(refused("=COUNT_IT(SUM(RANDBETWEEN(1,2),3))")).toBe(true);
  });

  it("refuses a cell that uses them, directly or through other cells", () => {
    expect(refused("=COUNT_IT(Sheet1!A1)")).toBe(true);
    expect(refused("=COUNT_IT(Sheet1!A2)")).toBe(true);
    expect(refused("=COUNT_IT(Sheet1!A3)")).toBe(true);
    expect(refused("=COUNT_IT(Sheet1!A1:B4)")).toBe(true);
    expect(refused("=COUNT_IT(SUM(Sheet1!A1:A4))")).toBe(true);
    expect(refused("=COUNT_IT(Clock)")).toBe(true);
    expect(refused("=COUNT_IT(Clock+1)")).toBe(true);
  });

  it("refuses a cell into which such a result spills", () => {
    expect(refused("=COUNT_IT(Sheet1!D3)")).toBe(true);
  });

  it("allows cells beside them", () => {
    expect(refused("=COUNT_IT(Sheet1!A4)")).toBe(false);
    expect(refused("=COUNT_IT(Still)")).toBe(false);
    expect(refused("=COUNT_IT(SUM(Sheet1!A4:A9))")).toBe(false);
  });

  it("allows them outside the function's own arguments", () => {
    expect(refused("=IF(NOW()>0,COUNT_IT(Sheet1!A4),0)")).toBe(false);
    expect(refused("=COUNT_IT(Sheet1!A4)+RAND()*0")).toBe(false);
  });

  it("allows TODAY()", () => {
    expect(refused("=COUNT_IT(TODAY())")).toBe(false);
    expect(refused("=COUNT_IT(Sheet1!C1)")).toBe(false);
  });

  it("allows the cell again once the volatile formula is gone", () => {
    const other = open(BUNDLE);
    other.run("sheet.getRange('A1').setFormula('=NOW()'); sheet.getRange('A2').setFormula('=COUNT_IT(A1)')");
    expect(other.run("return sheet.getRange('A2').getValue()")).toBe("#ERROR!");
    other.run("sheet.getRange('A1').setValue(3)");
    expect(other.run("return sheet.getRange('A2').getValue()")).toBe(1);
  });
});
