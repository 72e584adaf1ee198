import { describe, expect, test } from "vitest";
import { needsArray } from "../../../workbench/xlsx/arrayFormulas.js";
import { type FormulaNames, fromFileFormula, toFileFormula } from "../../../workbench/xlsx/formulas.js";
import { moveFormula } from "../../../workbench/xlsx/readCells.js";
import { testEngine } from "./sample.js";

const engine = await testEngine();
const names: FormulaNames = { lastRow: 20_000, sheetName: (name) => name, rangeName: (name) => name };

describe("a formula in a file", () => {
  test.each([
    ["=SUM(A2:A, 'My tab'!B2:B)", "SUM(A2:A$20000, 'My tab'!B2:B$20000)"],
    ["=SUM(A:A,2:5)", "SUM(A:A,2:5)"],
    ["=ifna(deal_amount,0)", "_xlfn.IFNA(deal_amount,0)"],
    ["=FILTER(A2:B9,B2:B9>1)", "_xlfn._xlws.FILTER(A2:B9,B2:B9>1)"],
    ["=IFERROR(1/0)", "IFERROR(1/0,0)"],
    ["=ROUND(A1)", "ROUND(A1,0)"],
    ["=#REF+1", "#REF!+1"],
    ['="A2:A is no range"', '"A2:A is no range"'],
    ["={1,2;3,4}", "{1,2;3,4}"],
  ])("%s is written %s", (formula, written) => {
    expect(toFileFormula(engine, formula, names)).toBe(written);
  });

  test.each([
    ["SUM(A2:A$20000,Data!$B$2:$B$20000)", "=SUM(A2:A,Data!$B$2:$B)"],
    ["_xlfn._xlws.FILTER(A2:B9,_xlfn.IFNA(B2:B9,0))", "=FILTER(A2:B9,IFNA(B2:B9,0))"],
    ["A1+#REF!", "=A1+#REF"],
    ['"say ""so"""&A1', '=("say "&CHAR(34)&"so"&CHAR(34)&"")&A1'],
  ])("%s is read as %s", (written, formula) => {
    expect(fromFileFormula(engine, written, 20_000)).toBe(formula);
  });

  test("a sheet whose name is cut keeps its references", () => {
    const cut = { ...names, sheetName: (name: string) => name.slice(0, 5) };
    expect(toFileFormula(engine, "=Opportunities!A1", cut)).toBe("Oppor!A1");
  });

  test("a shared formula moves what is not fixed and leaves texts and functions alone", () => {
    expect(moveFormula('A1+$A1+A$1+LOG10(B2)&"A1"', 1, 2)).toBe('B3+$A3+B$1+LOG10(C4)&"A1"');
    expect(moveFormula("'A1'!A1", 1, 1)).toBe("'A1'!B2");
  });
});

describe("the array mark", () => {
  const isSeveral = (name: string) => name.startsWith("deal_");
  test.each([
    '=MEDIAN(IF(deal_stage="Won",deal_amount))',
    '=SUM((deal_stage="Won")*deal_amount)',
    "=INDEX(deal_id,MATCH(1,(deal_amount>1)*(deal_owner=A1),0))",
    "=SUM(ROW(A1:A5))",
    "=SUMPRODUCT(IF(deal_amount>1,1,0))",
    "=TEXT(A1:A3,0)",
  ])("stands on %s", (formula) => expect(needsArray(engine, formula, isSeveral)).toBe(true));
  test.each([
    '=SUMIFS(deal_amount,deal_stage,A1,deal_owner,"<>"&B1)',
    '=SUMPRODUCT((deal_stage="Won")*(LEN(deal_owner)>2)*deal_amount)',
    "=INDEX(deal_id,MATCH(MAX(deal_amount),deal_amount,0))",
    '=IF(A1="all",SUM(deal_amount),SUMIFS(deal_amount,deal_owner,A1))',
    "=ROW()-5",
    "=AND(deal_amount)",
  ])("is missing on %s", (formula) => expect(needsArray(engine, formula, isSeveral)).toBe(false));
});
