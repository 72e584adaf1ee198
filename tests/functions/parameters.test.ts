import { describe, expect, it } from "vitest";
import { isBlank, shown } from "../../src/functions/cells.js";
import {
  anything,
  choice,
  column,
  date,
  days,
  flag,
  headings,
  money,
  multiple,
  number,
  one,
  optional,
  outcome,
  type Parameter,
  share,
  table,
  text,
} from "../../src/functions/parameters.js";

type Filled = Parameters<Parameter["read"]>[0];
/** What a parameter makes of a cell, or what it says of it. */
const read = (parameter: Parameter, cell: Filled): unknown => {
  try {
    return parameter.read(cell);
  } catch (error) {
    return (error as Error).message;
  }
};
const all = (parameter: Parameter, ...cells: Filled[]) => cells.map((cell) => read(parameter, cell));

describe("a number", () => {
  it("is taken as CRM exports write it as text", () => {
    expect(
      all(number("n", ""), "7", "+7", "-7", "7.", ".5", "-.5", "1e3", "2.5E-1", " 25% ", "25 %", "1e2%"),
    ).toEqual([7, 7, -7, 7, 0.5, -0.5, 1000, 0.25, 0.25, 0.25, 1]);
  });

  it("is not guessed from anything else", () => {
    for (const cell of ["", ".", "e3", "1e", "7%%", "%", "7 7", "x7", "7x", "+-7", "1,000", "0x10"]) {
      expect(read(number("n", ""), cell), cell).toBe(`is ${shown(cell)}; give a number.`);
    }
  });

  it("lies within its bounds, these included but for one to stay above", () => {
    expect(all(number("n", "", { min: 1, max: 3 }), 1, 3)).toEqual([1, 3]);
    expect(all(number("n", "", { min: 1, max: 3 }), 0.9, 3.1)).toEqual([
      "is 0.9, below 1; give a number.",
      "is 3.1, above 3; give a number.",
    ]);
    expect(all(number("n", "", { above: 0, what: "a price" }), 0.1, 0)).toEqual([
      0.1,
      "is 0; it must be above 0: give a price.",
    ]);
    expect(all(number("n", "", { whole: true }), 2, 2.5)).toEqual([
      2,
      "is 2.5, not a whole number; give a number.",
    ]);
  });

  it("is 0 or more for days and factors, and any amount for money", () => {
    expect(all(days("n", ""), 0, -1)).toEqual([0, "is -1, below 0; give a number of days."]);
    expect(all(multiple("n", ""), 0, -1)).toEqual([0, "is -1, below 0; give a number of 0 or more."]);
    expect(all(money("n", ""), -1, "x")).toEqual([-1, 'is "x"; give an amount as a plain number.']);
    expect(days("n", "").what).toBe("a number of days");
  });
});

describe("a share", () => {
  it("lies between 0% and 100%, both included", () => {
    expect(all(share("s", ""), 0, 1, "100%")).toEqual([0, 1, 1]);
    expect(read(share("s", ""), 1.01)).toMatch(/^is 1\.01, above 100%; write 25% or 0\.25/);
    expect(read(share("s", ""), -0.01)).toBe("is -0.01, below 0; give a share between 0% and 100%.");
    expect(read(share("s", ""), "half")).toBe('is "half"; give a share such as 25% or 0.25.');
  });
});

describe("a date", () => {
  it("lies from 1 January 1900 to 31 December 9999", () => {
    expect(all(date("d", ""), 2, 2_958_465, { serial: 46_053.5 }, "2026-01-31")).toEqual([
      2, 2_958_465, 46_053.5, 46_053,
    ]);
    expect(all(date("d", ""), 1.9, 2_958_465.1)).toEqual([
      "lies before 1900; correct the date.",
      "lies after the year 9999; correct the date.",
    ]);
    expect(read(date("d", ""), true)).toBe(
      "is TRUE, not a date; enter a date cell or text such as 2026-01-31.",
    );
  });
});

describe("text", () => {
  it("is a cell's text without the spaces around it; a date is none", () => {
    expect(all(text("t", ""), " Ada ", 7, true)).toEqual(["Ada", "7", "true"]);
    expect(read(text("t", ""), { serial: 1 })).toBe("is a date; give text.");
  });
});

describe("TRUE or FALSE", () => {
  it("may be ticked, written or counted", () => {
    expect(all(flag("f", ""), true, 1, "TRUE", " yes ", "Yes")).toEqual(Array(5).fill(true));
    expect(all(flag("f", ""), false, 0, "false", " No ", "FALSE")).toEqual(Array(5).fill(false));
  });

  it("is asked about otherwise", () => {
    for (const cell of [2, "y", "truly", "", { serial: 1 }] as Filled[]) {
      expect(read(flag("f", ""), cell)).toBe(`is ${shown(cell)}; write TRUE or FALSE.`);
    }
  });
});

describe("one of a few words", () => {
  const by = () => choice("by", "", ["new and returned", "month"]);
  it("is known in any case and spacing", () => {
    expect(all(by(), "month", "MONTH ", "New_and-Returned", "new  and returned")).toEqual([
      "month",
      "month",
      "new and returned",
      "new and returned",
    ]);
    expect(by()).toMatchObject({
      kind: '"new and returned", "month"',
      what: 'one of "new and returned", "month"',
    });
  });

  it("is asked about otherwise", () => {
    expect(all(by(), "week", 7)).toEqual([
      'is "week"; write one of "new and returned", "month".',
      'is 7; write one of "new and returned", "month".',
    ]);
  });
});

describe("an outcome", () => {
  it("is known by the words that CRMs use", () => {
    const won = ["Won", " closed won ", "Closed-Won", "closed_won", "ClosedWon", true];
    const lost = ["LOST", "Closed Lost", "closed-lost", "closedlost", false];
    expect(all(outcome("o", ""), ...won)).toEqual(won.map(() => "Won"));
    expect(all(outcome("o", ""), ...lost)).toEqual(lost.map(() => "Lost"));
    expect(all(outcome("o", ""), "open", " OPEN ")).toEqual(["Open", "Open"]);
  });

  it("is asked about where a stage stands in its place", () => {
    for (const cell of [
      "Proposal",
      "almost won",
      "won back",
      "not lost",
      "lost it",
      "untrue",
      "true?",
      "falsely",
      "a false",
    ]) {
      expect(read(outcome("o", ""), cell), cell).toBe(
        `is ${shown(cell)}; write Won, Lost or Open (a blank counts as open).`,
      );
    }
  });
});

describe("what a parameter says of itself", () => {
  it.each([
    ["number", "a number", () => number("p", "")],
    ["money", "an amount as a plain number", () => money("p", "")],
    ["days", "a number of days", () => days("p", "")],
    ["multiple", "a number of 0 or more", () => multiple("p", "")],
    ["share", "a share such as 25% or 0.25", () => share("p", "")],
    ["date", "a date", () => date("p", "")],
    ["text", "text", () => text("p", "")],
    ["TRUE or FALSE", "TRUE or FALSE", () => flag("p", "")],
    ['"a"', 'one of "a"', () => choice("p", "", ["a"])],
    ["outcome", "Won, Lost or Open", () => outcome("p", "")],
    ["any", "a value", () => anything("p", "")],
  ])("%s is asked for as %s, cell by cell", (kind, what, make) => {
    const parameter: Parameter = make();
    expect(parameter).toMatchObject({ kind, what, shape: "each", optional: false });
    expect(one(parameter)).toMatchObject({ kind, what, shape: "one", optional: false });
    expect(column(parameter)).toMatchObject({ kind, what, shape: "column", optional: false });
    expect(optional(parameter)).toMatchObject({ kind, what, shape: "each", optional: true });
    expect(optional(parameter).fallback).toBeUndefined();
    expect(optional(parameter, 0)).toMatchObject({ optional: true, fallback: 0 });
  });

  it.each([
    [() => number("p", ""), { least: -Number.MAX_VALUE, most: Number.MAX_VALUE }],
    [() => days("p", ""), { least: 0, most: Number.MAX_VALUE }],
    [() => number("p", "", { max: 0 }), { least: -Number.MAX_VALUE, most: 0 }],
    [() => number("p", "", { min: -1, max: 1 }), { least: -1, most: 1 }],
    [() => share("p", ""), { least: 0, most: 1 }],
    // Beyond a bound that is not itself allowed, and among whole numbers, each has to be looked at.
    [() => number("p", "", { above: 0 }), undefined],
    [() => number("p", "", { whole: true }), undefined],
    [() => text("p", ""), undefined],
  ])("which numbers pass as they stand, so that a long column is read fast (%#)", (make, plain) => {
    const parameter: Parameter = make();
    expect(parameter.read.plain).toEqual(plain);
    for (const bound of plain ? [plain.least, plain.most] : []) expect(parameter.read(bound)).toBe(bound);
  });
});

describe("cells as they stand", () => {
  it("keep their kind", () => {
    expect(all(anything("a", ""), "x", 7, false)).toEqual(["x", 7, false]);
    expect(table("rows", "")).toMatchObject({
      shape: "table",
      kind: "table",
      what: "the rows under the headings",
    });
    expect(headings("titles", "")).toMatchObject({ shape: "headings", kind: "row of headings" });
  });
});

describe("a value in a message", () => {
  it("is short, and never a wall of text", () => {
    expect([null, { serial: 1 }, "x", true, false, 1.5].map(shown)).toEqual([
      "a blank",
      "a date",
      '"x"',
      "TRUE",
      "FALSE",
      "1.5",
    ]);
    expect(shown("x".repeat(40))).toBe(`"${"x".repeat(40)}"`);
    expect(shown("x".repeat(41))).toBe(`"${"x".repeat(40)}…"`);
  });

  it("is blank where nothing, or nothing but spaces, stands in the cell", () => {
    // A fixed space is what web pages paste.
    expect(["", " ", " \t\n", "\u00a0", null, undefined].every(isBlank)).toBe(true);
    expect([" x", "x ", 0, false].some(isBlank)).toBe(false);
  });
});
