import { describe, expect, it } from "vitest";
import { type FieldKind, readField } from "../../sidebar/finder/argument.js";
import { isComplete, readForm } from "../../sidebar/finder/form.js";
import { argumentsOf } from "../../sidebar/finder/functionPage.js";
import { FUNCTION_PAGES } from "../../sidebar/finder/functionPages.computed.js";

const names = new Set(["opportunities_amount"]);
const money: FieldKind = { kind: "money", what: "an amount as a plain number", shape: "each" };
const words: FieldKind = { kind: "text", what: "text", shape: "one" };
const day: FieldKind = { kind: "date", what: "a date", shape: "one" };
const list: FieldKind = { kind: "outcome", what: "Won, Lost or Open", shape: "column" };
const inFormula = (typed: string, field: FieldKind) => readField(typed, field, names)?.formula;

describe("what is typed into a field as it stands in the formula", () => {
  it.each([
    ["30000", money, "30000"],
    [" 25% ", money, "25%"],
    ["-.5", money, "-.5"],
    ["A2:A", money, "A2:A"],
    ["$B$7", money, "$B$7"],
    ["Deals!C2:C9", money, "Deals!C2:C9"],
    ["'It''s ours'!A:A", money, "'It''s ours'!A:A"],
    ["Opportunities_Amount", money, "Opportunities_Amount"],
    ["=B2*3", money, "B2*3"],
    ["B2*3", money, "B2*3"],
    ["SUM(B2:B9)", money, "SUM(B2:B9)"],
    ["{1;2;3}", money, "{1;2;3}"],
    ["Acme", words, '"Acme"'],
    ['The "big" one', words, '"The ""big"" one"'],
    ["Acme (UK)", words, '"Acme (UK)"'],
    ['"Q1"', words, '"Q1"'],
    ["Q1", words, "Q1"],
    ["true", words, "TRUE"],
    ["2026-01-31", day, "DATE(2026,1,31)"],
    ["Won; Lost", list, '{"Won";"Lost"}'],
    ["<img src=x onerror=alert(1)>", words, '"<img src=x onerror=alert(1)>"'],
  ])("%s", (typed, field, expected) => {
    expect(inFormula(typed, field)).toBe(expected);
  });

  it("is nothing where the field is blank", () => {
    expect(readField("  ", words, names)).toBeUndefined();
  });

  it.each([
    ["ten", money, 'is "ten"; give an amount as a plain number, or a range such as B2:B.'],
    ["30,000", money, 'is "30,000"; write the number without thousands separators, decimals after a point.'],
    ["0,25", money, 'is "0,25"; write the number without thousands separators, decimals after a point.'],
    ["31.01.2026", day, 'is "31.01.2026"; write the date as 2026-01-31, or give a range.'],
    ["=", money, "is only an equals sign; give an amount as a plain number, or a range."],
  ])("is refused with a way out: %s", (typed, field, sentence) => {
    expect(() => readField(typed, field, names)).toThrow(sentence);
  });
});

describe("a function's form", () => {
  const coverage = FUNCTION_PAGES.find(({ name }) => name === "REVOPS_WIN_RATE");
  const parameters = coverage?.parameters ?? [];
  const read = (...typed: string[]) => readForm("REVOPS_WIN_RATE", parameters, typed, names);

  it("leaves out what is blank at the end and keeps the place of what is blank between", () => {
    expect(read("B2:B", "", "C2:C").formula).toBe("=REVOPS_WIN_RATE(B2:B, , C2:C)");
    expect(read("B2:B", "amount", "C2:C", "").formula).toBe('=REVOPS_WIN_RATE(B2:B, "amount", C2:C)');
  });

  it("names what is still missing, in the formula as well", () => {
    const form = read("");
    expect(form.missing).toEqual(["outcomes"]);
    expect(form.formula).toBe("=REVOPS_WIN_RATE(outcomes)");
    expect(isComplete(form)).toBe(false);
  });

  it("cannot try a formula of one's own without the sheet", () => {
    expect(read("=FILTER(B2:B,C2:C)").tried).toBeUndefined();
    expect(read("B2:B").tried?.[0]).toEqual({ range: "B2:B" });
  });

  it("filled in with any published example gives that example's formula again", () => {
    const bare = (formula: string) => formula.replace(/\s+/g, "");
    for (const { name, parameters: own, example } of FUNCTION_PAGES) {
      const form = readForm(name, own, example.fields, new Set());
      expect(bare(form.formula), name).toBe(bare(example.formula));
      expect(isComplete(form), name).toBe(true);
    }
  });

  it("parts the arguments of a formula outside quotes and brackets only", () => {
    expect(argumentsOf('=X("a,b", {1,2;3,4}, DATE(2026,1,1), )')).toEqual([
      '"a,b"',
      "{1,2;3,4}",
      "DATE(2026,1,1)",
      "",
    ]);
  });
});
