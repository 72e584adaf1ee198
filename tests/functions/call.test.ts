import { runInNewContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import { refuse } from "../../src/core/refusal/refusal.js";
import { callFunction } from "../../src/functions/call.js";
import { isCellDate, problem } from "../../src/functions/cells.js";
import {
  aggregate,
  elementwise,
  type FunctionDefinition,
  figureOrTable,
  spilling,
  tabular,
} from "../../src/functions/definition.js";
import {
  choice,
  column,
  count,
  date,
  headings,
  number,
  one,
  optional,
  type Parameter,
  share,
  table,
  text,
} from "../../src/functions/parameters.js";
import { zoneOf } from "../../src/functions/zone.js";
import { cpuMs } from "../cpuMs.js";

/** Small functions of the tests' own show how a call is put together, apart from any formula of revenue. */
const described = (name: string) =>
  ({
    name,
    family: "pipeline",
    summary: "",
    formula: "",
    result: "",
    source: "",
    examples: [],
  }) as const;

const divide = elementwise({
  ...described("DIVIDE"),
  parameters: [number("amount", ""), number("by", "", { above: -1000 }), optional(number("plus", ""), 0)],
  compute: (amount, by, plus) => {
    if (by === 0) refuse("by", "is 0; give another number.");
    return amount / by + plus;
  },
});
const total = aggregate({
  ...described("TOTAL"),
  parameters: [column(number("amounts", "")), optional(column(text("names", "")))],
  filter: true,
  compute: (amounts) => {
    const worst = amounts.findIndex((amount) => amount !== null && amount < 0);
    if (worst >= 0) refuse("amounts", "is below 0.", worst + 1);
    return amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  },
});
const countRows = aggregate({
  ...described("COUNT_ROWS"),
  parameters: [column(text("first", "")), optional(column(number("second", "")))],
  compute: (first) => first.length,
});
const list = tabular({
  ...described("LIST"),
  parameters: [column(number("amounts", ""))],
  filter: true,
  columns: ["Amount", "Twice"],
  compute: (amounts) =>
    amounts.flatMap((amount) => (amount === null || amount < 5 ? [] : [[amount, amount * 2]])),
});
const sumOrList = figureOrTable({
  ...described("SUM_OR_LIST"),
  parameters: [column(number("amounts", "")), optional(one(choice("measure", "", ["sum", "list"])), "sum")],
  compute: (amounts, measure) =>
    measure === "sum"
      ? amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)
      : { columns: ["Amount"], rows: amounts.map((amount) => [amount ?? ""]) },
});
const double = spilling({
  ...described("DOUBLE"),
  parameters: [column(number("amounts", ""))],
  compute: (amounts) => amounts.map((amount) => [amount === null ? "" : amount * 2]),
});
const widths = spilling({
  ...described("WIDTHS"),
  parameters: [headings("titles", ""), table("cells", "")],
  compute: (titles, cells) => cells.map((row) => [row.filter((cell) => cell !== null).length, titles.length]),
});

const utc = zoneOf("UTC");
const call = (definition: FunctionDefinition, ...args: unknown[]) => callFunction(definition, args, utc);
const refusal = (definition: FunctionDefinition, ...args: unknown[]): string => {
  try {
    call(definition, ...args);
  } catch (error) {
    return (error as Error).message;
  }
  return "answered";
};
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("single values give one answer, ranges give one each", () => {
  it("answers a single value with a single value", () => {
    expect(call(divide, 10, 4)).toBe(2.5);
    expect(call(divide, [[10]], [[4]])).toBe(2.5);
  });

  it("stretches a single value over a column", () => {
    expect(call(divide, columnOf(10, 20), 4)).toEqual([[2.5], [5]]);
    expect(call(divide, 20, columnOf(4, 5))).toEqual([[5], [4]]);
  });

  it("makes a table of a row and a column", () => {
    expect(call(divide, columnOf(10, 20), [[1, 2, 5]])).toEqual([
      [10, 5, 2],
      [20, 10, 4],
    ]);
  });

  it("takes a table with a column beside it", () => {
    expect(
      call(
        divide,
        [
          [10, 20],
          [30, 40],
        ],
        columnOf(10, 5),
      ),
    ).toEqual([
      [1, 2],
      [6, 8],
    ]);
  });

  it("answers along a row, and leaves its blank cells blank", () => {
    expect(call(divide, [[10, "", 30]], 2)).toEqual([[5, "", 15]]);
    expect(call(divide, 30, [[1, "", 3]])).toEqual([[30, "", 10]]);
    expect(refusal(divide, [[10, 20]], [[1, ""]])).toBe("by is blank; give a number.");
    expect(refusal(divide, [[10, 20]], [[1, 0]])).toBe("by is 0; give another number.");
  });

  it("answers nothing for a blank range beside a single value", () => {
    expect(refusal(divide, columnOf("", ""), 4)).toBe(
      "amount is empty; give a range with at least one filled row.",
    );
  });

  it("answers as far down as any range is filled", () => {
    expect(call(divide, columnOf(10, 20, "", ""), columnOf(1, 2, "", ""))).toEqual([[10], [10]]);
    expect(refusal(divide, columnOf(10, "", ""), columnOf(2, "", ""), columnOf("", 5, ""))).toBe(
      "amount, row 2, is blank; give a number.",
    );
  });

  it("asks for ranges of one length and one width", () => {
    expect(refusal(divide, columnOf(1, 2, 3), columnOf(1, 2))).toBe(
      "by has 2 rows but another range has 3; give ranges of the same length.",
    );
    expect(refusal(divide, [[1, 2, 3]], [[1, 2]])).toBe(
      "by has 2 columns but another range has 3; give ranges of the same width.",
    );
  });

  it("leaves a blank row between rows blank and asks about a half-filled one", () => {
    expect(call(divide, columnOf(10, "", 30), columnOf(1, "", 3))).toEqual([[10], [""], [10]]);
    expect(refusal(divide, columnOf(10, 20), columnOf(1, ""))).toBe("by, row 2, is blank; give a number.");
    expect(refusal(divide, 10, "")).toBe("by is blank; give a number.");
  });

  it("takes the fallback for a blank optional cell, in every row", () => {
    expect(call(divide, columnOf(10, 20), 10, columnOf(1, ""))).toEqual([[2], [2]]);
  });

  it("asks for the first thing missing in a half-filled row", () => {
    expect(refusal(divide, columnOf("", 20), columnOf(1, 2))).toBe("amount, row 1, is blank; give a number.");
    expect(refusal(divide, "", columnOf(1, 2))).toBe("amount is blank; give a number.");
    expect(refusal(divide, "", "")).toBe("amount is blank; give a number.");
  });

  it("names the row only of a range, not of a value that stands for all rows", () => {
    expect(refusal(divide, columnOf(1, 2), columnOf(1, 0))).toBe("by, row 2, is 0; give another number.");
    expect(refusal(divide, columnOf(1, 2), 0)).toBe("by is 0; give another number.");
    expect(refusal(divide, columnOf(1, "x"), 1)).toBe('amount, row 2, is "x"; give a number.');
    expect(refusal(divide, "x", columnOf(1, 2))).toBe('amount is "x"; give a number.');
    expect(refusal(divide, [[1, "x"]], 1)).toBe('amount is "x"; give a number.');
  });

  it("keeps a sentence that names its own row, or no argument of the call", () => {
    const fussy = (argument: string, row?: number) =>
      elementwise({
        ...described("FUSSY"),
        parameters: [number("amount", "")],
        compute: () => refuse(argument, "is not to be had.", row),
      });
    expect(refusal(fussy("amount"), columnOf(1, 2))).toBe("amount, row 1, is not to be had.");
    expect(refusal(fussy("amount", 7), columnOf(1, 2))).toBe("amount, row 7, is not to be had.");
    expect(refusal(fussy("model"), columnOf(1, 2))).toBe("model is not to be had.");
  });

  it("names the function where no argument is at fault", () => {
    const odd = elementwise({
      ...described("ODD"),
      parameters: [number("amount", "")],
      compute: () => problem("is not for today."),
    });
    expect(refusal(odd, 1)).toBe("ODD is not for today.");
  });
});

describe("what a cell may hold besides a value", () => {
  it("takes a range without cells, and an argument that is not there, for a blank", () => {
    for (const nothing of [[], [[]], undefined, null]) {
      expect(refusal(total, nothing)).toMatch(/^amounts is (empty|missing)/);
      expect(call(divide, 10, 4, nothing)).toBe(2.5);
    }
    expect(refusal(divide, undefined, 4)).toBe("amount is missing; give a number.");
  });

  it("passes an error cell on as a sentence with its row", () => {
    expect(refusal(divide, columnOf(1, "#DIV/0!"), 2)).toBe(
      "amount, row 2, holds the error #DIV/0!; mend that cell first.",
    );
    expect(refusal(total, columnOf(1, "#N/A"))).toBe(
      "amounts, row 2, holds the error #N/A; mend that cell first.",
    );
    expect(
      refusal(
        widths,
        [["A", "B"]],
        [
          [1, 2],
          [1, "#REF!"],
        ],
      ),
    ).toBe("cells, row 2, column 2, holds the error #REF!; mend that cell first.");
    expect(refusal(widths, [["A"]], [[true, Number.NEGATIVE_INFINITY]])).toBe(
      "cells, row 1, column 2, is not a finite number; mend that cell first.",
    );
  });

  it("takes text that merely begins with a hash for text", () => {
    expect(call(countRows, columnOf("#1 priority", "#NAMED"))).toBe(2);
  });

  it("takes cells of spaces, null and undefined for blanks", () => {
    expect(call(total, columnOf(1, "  ", null, undefined, 2))).toBe(3);
  });

  it("knows a date that was made in another script, and refuses what no cell can hold", () => {
    const elsewhere = runInNewContext("new Date(0)") as Date;
    expect(elsewhere instanceof Date).toBe(false);
    expect(call(widths, [["A"]], [[elsewhere]])).toEqual([[1, 1]]);
    for (const strange of [{}, { getTime: () => 0 }, () => 1]) {
      expect(refusal(divide, strange, 1)).toBe(
        "amount holds something that is neither a number, text, date nor TRUE/FALSE.",
      );
    }
    expect([{ serial: 1 }, {}, null, "serial", 1].map(isCellDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("refuses infinities and dates that are none", () => {
    expect(refusal(divide, Number.POSITIVE_INFINITY, 1)).toBe(
      "amount is not a finite number; mend that cell first.",
    );
    expect(refusal(divide, new Date(Number.NaN), 1)).toBe(
      "amount is not a valid date; write it as 2026-01-31.",
    );
  });

  it("refuses an answer past all numbers instead of showing it", () => {
    expect(refusal(divide, 1e308, 1e-10)).toMatch(/^DIVIDE has no finite answer/);
  });
});

describe("lists are read together", () => {
  it("takes a list as a column or as a row", () => {
    expect(call(total, columnOf(1, 2, 3))).toBe(6);
    expect(call(total, [[1, 2, 3]])).toBe(6);
    expect(
      refusal(total, [
        [1, 2],
        [3, 4],
      ]),
    ).toBe("amounts has 2 columns; give a single column (or row).");
  });

  it("asks for lists of one length", () => {
    expect(refusal(total, columnOf(1, 2), columnOf("a", "b", "c"))).toBe(
      "names has 3 rows but amounts has 2; give ranges of the same length.",
    );
    expect(refusal(total, columnOf(1, 2), columnOf("a"))).toBe(
      "names has 1 row but amounts has 2; give ranges of the same length.",
    );
    // A row that begins with a blank is given all the same.
    expect(refusal(total, [[1, 2, 3]], [["", "b"]])).toBe(
      "names has 2 rows but amounts has 3; give ranges of the same length.",
    );
  });

  it("asks for at least one filled row", () => {
    expect(refusal(total, columnOf("", ""))).toBe(
      "amounts is empty; give a range with at least one filled row.",
    );
    expect(refusal(divide, columnOf("", ""), columnOf("", ""))).toMatch(/^amount is empty/);
    expect(refusal(widths, [["A"]], columnOf("", ""))).toMatch(/^cells is empty/);
  });

  it("finds the data in whole open columns with a million blanks under it, and at once", () => {
    const began = cpuMs();
    const open = (cells: unknown[]) => Array.from({ length: 1_000_000 }, (_, row) => [cells[row] ?? ""]);
    const [amounts, names] = [open([5, 6, 7]), open(["a", "b", "a"])];
    expect(call(total, amounts, names, names, "a")).toBe(12);
    expect(call(divide, amounts, 1)).toEqual([[5], [6], [7]]);
    // Laying out the cells included.
    expect(cpuMs() - began).toBeLessThan(6000);
  });

  it("gives the same answer with blank rows in between", () => {
    expect(call(countRows, columnOf("a", "", "b"), columnOf(1, "", 2))).toBe(2);
    expect(call(countRows, columnOf("a", "", "b"), columnOf(1, 7, 2))).toBe(3);
  });

  it("reads every list as far as the longest is filled", () => {
    expect(call(countRows, columnOf("a", "", ""), columnOf(1, 2, ""))).toBe(2);
    expect(call(countRows, columnOf("", "", ""), columnOf(1, 2, ""))).toBe(2);
    expect(refusal(total, columnOf(1, "x"), columnOf("a", "b"))).toBe(
      'amounts, row 2, is "x"; give a number.',
    );
  });

  it("reads headings from a column as from a row", () => {
    expect(call(widths, columnOf("A", "", "C"), [["x", ""]])).toEqual([[1, 3]]);
    expect(
      refusal(
        widths,
        [
          ["A", "B"],
          ["C", "D"],
        ],
        [["x"]],
      ),
    ).toBe("titles has 2 columns; give a single column (or row).");
  });

  it("reads a table up to its last filled row, dates and blanks as they stand", () => {
    expect(
      call(
        widths,
        [["A", "B"]],
        [
          ["", ""],
          [new Date(0), ""],
          ["", 5],
          ["", " "],
        ],
      ),
    ).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it("keeps blank rows where the answer has a row for each", () => {
    expect(call(double, columnOf(1, "", 3))).toEqual([[2], [""], [6]]);
  });

  it("leaves out an optional list that is not given", () => {
    expect(call(countRows, columnOf("a"), "")).toBe(1);
    expect(call(countRows, columnOf("a"))).toBe(1);
  });
});

describe("what stands as it should is not looked at twice", () => {
  /** The same parameter, and how often a cell of it is read by itself. */
  const counting = (parameter: Parameter<number>) => {
    const read = vi.fn((cell: Parameters<Parameter["read"]>[0]) => parameter.read(cell));
    return { read, parameter: { ...parameter, read: Object.assign(read, { plain: parameter.read.plain }) } };
  };

  it("reads no number of a column that lies within its bounds, these included", () => {
    const { read, parameter } = counting(number("amounts", "", { min: 0, max: 10 }));
    const sum = aggregate({
      ...described("SUM"),
      parameters: [column(parameter)],
      compute: (amounts) => amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0),
    });
    expect(call(sum, columnOf(0, 5, "7", 10))).toBe(22);
    expect(read.mock.calls).toEqual([["7"]]);
    expect(refusal(sum, columnOf(0, 5, 11))).toBe("amounts, row 3, is 11, above 10; give a number.");
  });

  it("reads neither in a column of answers, and a value that stands for all rows once", () => {
    const amount = counting(number("amount", "", { min: 0, max: 10 }));
    const by = counting(number("by", ""));
    const quotient = elementwise({
      ...described("QUOTIENT"),
      parameters: [amount.parameter, by.parameter],
      compute: (one, other) => one / other,
    });
    expect(call(quotient, columnOf(0, 5, "7", 10), "2")).toEqual([[0], [2.5], [3.5], [5]]);
    expect(amount.read.mock.calls).toEqual([["7"]]);
    expect(by.read.mock.calls).toEqual([["2"]]);
    // One that has a column of its own is read in each row.
    expect(call(quotient, columnOf(1, 1, 1), columnOf("1", "2", "4"))).toEqual([[1], [0.5], [0.25]]);
    expect(call(quotient, [[1, 1]], [["1", "2"]])).toEqual([[1, 0.5]]);
  });

  it("hands a plain table on as it is, and never writes in a range that it was given", () => {
    const given: unknown[] = [];
    const first = aggregate({
      ...described("FIRST"),
      parameters: [table("cells", "")],
      compute: (cells) => {
        given.push(cells);
        return cells.length;
      },
    });
    const plain = [
      [1, true],
      [2, "x"],
    ];
    call(first, plain);
    expect(given[0]).toBe(plain);
    const blank = [
      [1, ""],
      [new Date(0), "x"],
      ["", ""],
    ];
    const before = blank.map((row) => [...row]);
    expect(call(first, blank)).toBe(2);
    expect(given[1]).toEqual([
      [1, null],
      [{ serial: 25_569 }, "x"],
    ]);
    expect(blank).toEqual(before);
  });

  it("gives plain answers back as they are, and dates among them as dates", () => {
    const rows = [
      [1, "x"],
      [true, ""],
    ];
    const give = (answer: (typeof rows)[number][] | { serial: number }[][]) =>
      aggregate({
        ...described("GIVE"),
        parameters: [optional(one(text("name", "")))],
        compute: () => answer as never,
      });
    expect(call(give(rows))).toBe(rows);
    expect(call(give([[{ serial: 25_569 }]]))).toEqual([[new Date(0)]]);
    expect(refusal(give([[1, Number.NaN]]))).toMatch(/^GIVE has no finite answer/);
  });
});

describe("a filter narrows the rows", () => {
  const owners = columnOf("Ada", "Ben", "ada ", "");

  it("counts the rows whose cell holds the text, in any case", () => {
    expect(call(total, columnOf(1, 2, 4, 8), "", owners, "Ada")).toBe(5);
    expect(call(list, columnOf(1, 20, 40, 8), owners, "ADA")).toEqual([
      ["Amount", "Twice"],
      [40, 80],
    ]);
  });

  it("counts all rows where filter_value is blank", () => {
    expect(call(total, columnOf(1, 2, 4, 8), "", owners, "")).toBe(15);
  });

  it("does not take a blank for any word", () => {
    expect(refusal(total, columnOf(1, 2), "", columnOf("Ada", ""), "null")).toMatch(
      /^filter_value is found nowhere/,
    );
  });

  it("matches numbers as the text they show, and no dates", () => {
    expect(call(total, columnOf(1, 2), "", columnOf(7, 8), 8)).toBe(2);
    expect(call(total, columnOf(1, 2), "", columnOf(true, false), "TRUE")).toBe(1);
    expect(refusal(total, columnOf(1), "", columnOf(new Date(0)), "[object Object]")).toMatch(
      /^filter_value is found nowhere/,
    );
  });

  it("keeps the row numbers of the range in its sentences", () => {
    expect(refusal(total, columnOf(1, -2, -4, 8), "", owners, "Ada")).toBe("amounts, row 3, is below 0.");
  });

  it("names no row where the sentence is about no list", () => {
    const fussy = aggregate({
      ...described("FUSSY"),
      parameters: [column(number("amounts", "")), one(text("name", ""))],
      filter: true,
      compute: (_, name) => (name === "x" ? 1 : refuse("name", "is not x.", 1)),
    });
    expect(refusal(fussy, columnOf(1, 2, 3), "y", columnOf("a", "b", "b"), "b")).toBe(
      "name, row 1, is not x.",
    );
    expect(refusal(fussy, columnOf(1), "")).toBe("name is blank; give text.");
  });

  it("keeps them where blank rows were passed over, too", () => {
    expect(refusal(total, columnOf(1, "", -4))).toBe("amounts, row 3, is below 0.");
  });

  it("says so where nothing matches, or there is nothing to look in", () => {
    expect(refusal(total, columnOf(1, 2, 4, 8), "", owners, "Cid")).toBe(
      "filter_value is found nowhere in filter_by; check its spelling, or leave it blank.",
    );
    expect(refusal(total, columnOf(1, 2), "", "", "Ada")).toBe(
      "filter_by is missing; give the range that filter_value is looked up in.",
    );
  });
});

describe("tables bring their headings", () => {
  it("puts them first, or leaves them out", () => {
    expect(call(list, columnOf(5, 6))).toEqual([
      ["Amount", "Twice"],
      [5, 10],
      [6, 12],
    ]);
    expect(call(list, columnOf(5, 6), "", "", false)).toEqual([
      [5, 10],
      [6, 12],
    ]);
  });

  it("gives a blank row where there is nothing to list and no heading", () => {
    expect(call(list, columnOf(1))).toEqual([["Amount", "Twice"]]);
    expect(call(list, columnOf(1), "", "", false)).toEqual([["", ""]]);
  });

  it("gives a single figure or, on request, the table", () => {
    expect(call(sumOrList, columnOf(1, 2))).toBe(3);
    expect(call(sumOrList, columnOf(1, 2), "list")).toEqual([["Amount"], [1], [2]]);
    expect(call(sumOrList, columnOf(1, 2), "List", false)).toEqual([[1], [2]]);
  });
});

describe("arguments that do not fit are named", () => {
  it("says which is missing and how many there may be", () => {
    expect(refusal(divide, 1)).toBe("by is missing; give a number.");
    expect(refusal(divide, 1, 2, 3, 4)).toBe("DIVIDE takes at most 3 arguments; 4 were given.");
  });

  it("takes one value where one holds for all", () => {
    expect(refusal(sumOrList, columnOf(1), columnOf("sum", "list"))).toBe(
      "measure takes one value, not a range; give a single cell.",
    );
    expect(refusal(sumOrList, columnOf(1), [["sum", "list"]])).toBe(
      "measure takes one value, not a range; give a single cell.",
    );
    expect(refusal(sumOrList, columnOf(1), "mean")).toBe('measure is "mean"; write one of "sum", "list".');
  });

  it("names the column of a heading that is no text", () => {
    expect(refusal(widths, [["A", new Date(0)]], [[1, 2]])).toBe("titles, column 2, is a date; give text.");
  });
});

describe("one place reads numbers, shares, counts and dates", () => {
  const echo = (parameter: Parameters<typeof elementwise>[0]["parameters"][number]) =>
    elementwise({
      ...described("ECHO"),
      parameters: [parameter],
      compute: (value) => value as number,
    });

  it("takes a number that a CRM pasted as text, and nothing that has to be guessed at", () => {
    const amount = echo(number("amount", ""));
    expect(call(amount, "1200")).toBe(1200);
    expect(call(amount, " -3.5 ")).toBe(-3.5);
    expect(call(amount, "25%")).toBe(0.25);
    for (const guess of ["1.234,50", "1,200", "$117.10K", "12 apples", "--3"]) {
      expect(refusal(amount, guess)).toMatch(/^amount is ".*"; give a number\.$/);
    }
    expect(refusal(amount, true)).toBe("amount is TRUE; give a number.");
    expect(refusal(amount, new Date(0))).toBe("amount is a date; give a number.");
  });

  it("tells somebody who writes 25 for 25% how to write it", () => {
    const rate = echo(share("win_rate", ""));
    expect(call(rate, 0.25)).toBe(0.25);
    expect(refusal(rate, 25)).toBe("win_rate is 25, above 100%; write 25% or 0.25 for twenty-five per cent.");
    expect(refusal(rate, -0.1)).toMatch(/^win_rate is -0\.1, below 0/);
  });

  it("counts from 0 up, and whole where only whole makes sense", () => {
    expect(refusal(echo(count("deals", "")), -1)).toBe("deals is -1, below 0; give a count of 0 or more.");
    const limit = echo(count("limit", "", { min: 1, whole: true, what: "a whole number of 1 or more" }));
    expect(refusal(limit, 0)).toBe("limit is 0, below 1; give a whole number of 1 or more.");
    expect(refusal(limit, 2.5)).toBe("limit is 2.5, not a whole number; give a whole number of 1 or more.");
  });

  it("takes dates as dates, as serial days and as ISO text, from 1900 to 9999", () => {
    const day = echo(date("as_of", ""));
    expect(call(day, new Date("2026-03-01T00:00:00Z"))).toBe(46_082);
    expect(call(day, 46_082)).toBe(46_082);
    expect(call(day, "2026-03-01")).toBe(46_082);
    expect(refusal(day, "01.03.2026")).toMatch(/^as_of is "01\.03\.2026", not a date/);
    expect(refusal(day, "2026-02-30")).toMatch(/^as_of is "2026-02-30", not a date/);
    expect(refusal(day, new Date("1899-12-30T00:00:00Z"))).toBe("as_of lies before 1900; correct the date.");
    expect(refusal(day, 3_000_000)).toBe("as_of lies after the year 9999; correct the date.");
  });

  it("gives a date back as a date of the spreadsheet's zone", () => {
    const same = elementwise({
      ...described("SAME_DAY"),
      parameters: [date("day", "")],
      compute: (serial) => ({ serial }),
    });
    expect(callFunction(same, ["2026-03-01"], zoneOf("America/New_York"))).toEqual(
      new Date("2026-03-01T05:00:00Z"),
    );
  });
});
