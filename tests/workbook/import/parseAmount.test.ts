import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../src/workbook/import/fault.js";
import { detectNumberFormat } from "../../../src/workbook/import/numberFormat.js";
import { parseAmount } from "../../../src/workbook/import/parseAmount.js";

/** A column read as the import reads it: format first, then cell by cell. */
function readColumn(texts: string[]) {
  const format = detectNumberFormat(texts);
  return texts.map((text) => {
    const value = parseAmount(text, format);
    return value instanceof Fault ? value.problem : value;
  });
}

describe("an amount that can be read only one way is read", () => {
  test.each([
    ["12500", 12500],
    ["-12500", -12500],
    ["1,234.50", 1234.5],
    ["1.234,50", 1234.5],
    ["1 234,50", 1234.5],
    ["1\u00A0234,50", 1234.5],
    ["1\u202F234\u202F567,5", 1234567.5],
    ["1'234.50", 1234.5],
    ["1’234.50", 1234.5],
    ["1,234,567", 1234567],
    ["1.234.567", 1234567],
    ["12,34,567", 1234567],
    ["0,125", 0.125],
    ["1234,567", 1234.567],
    [".5", 0.5],
    ["$1,234.50", 1234.5],
    ["€ 1.234,50", 1234.5],
    ["1.234,50 €", 1234.5],
    ["US$ 99.90", 99.9],
    ["USD 1,234.50", 1234.5],
    ["1,234.50 USD", 1234.5],
    ["CHF 1'234.50", 1234.5],
    ["500 kr", 500],
    ["R$ 1.234,50", 1234.5],
    ["-$500", -500],
    ["$-500", -500],
    ["($1,234.50)", -1234.5],
    ["$(1,234.50)", -1234.5],
    ["500-", -500],
    ["−500", -500],
    ["$117.10K", 117100],
    ["1.2M", 1200000],
    ["2bn", 2000000000],
    ["$1.5 million", 1500000],
    ["1,5 Mio. €", 1500000],
    ["3k USD", 3000],
    ["1.2E+05", 120000],
    ["0", 0],
  ])("%s", (text, value) => {
    expect(readColumn([text])).toEqual([value]);
  });
});

test.each(["", "-", "–", "n/a", "N/A", "null", "None"])("%j is a blank, not zero", (text) => {
  expect(readColumn([text])).toEqual([null]);
});

describe("an amount that could be read two ways follows its column", () => {
  test("1,234 beside 99.50 is one thousand", () => {
    expect(readColumn(["1,234", "99.50"])).toEqual([1234, 99.5]);
  });

  test("1,234 beside 99,50 is one and a bit", () => {
    expect(readColumn(["1,234", "99,50"])).toEqual([1.234, 99.5]);
  });

  test("1.234 beside 1.234.567 is one thousand", () => {
    expect(readColumn(["1.234", "1.234.567"])).toEqual([1234, 1234567]);
  });

  test("with nothing else to go by, a mark before three digits groups thousands, and this is an assumption", () => {
    expect(readColumn(["1,234", "12,500", "700"])).toEqual([1234, 12500, 700]);
    expect(readColumn(["1.234", "12.500", "700"])).toEqual([1234, 12500, 700]);
    expect(detectNumberFormat(["1,234"])).toMatchObject({ decidedBy: "assumed", ambiguous: "1,234" });
  });

  test("a person's choice decides", () => {
    expect(parseAmount("1,234", detectNumberFormat(["1,234"], ","))).toBe(1.234);
  });
});

describe("a column written in two ways", () => {
  const column = ["1,234.50", "2,500.00", "3.75", "1.234,50", "12,50"];

  test("reads cells that show both marks as written and refuses those that contradict the rest", () => {
    expect(readColumn(column)).toEqual([
      1234.5,
      2500,
      3.75,
      1234.5,
      '"12,50" has a comma where the rest of the column groups thousands; write the decimals after a point in the export',
    ]);
  });

  test("is marked as mixed", () => {
    expect(detectNumberFormat(column).mixed).toBe(true);
  });
});

test.each(["TBD", "12 apples", "25%", "1.2.3", "1,23,4.5", "12-13", "five", "$", "1,2345,678"])(
  "%j is refused and the sentence says what to write",
  (text) => {
    const [problem] = readColumn([text]);
    expect(problem).toMatch(/^".*" (?:is not an amount|does not group).* write a number such as 12500/);
  },
);

test("currencies beside the figures are counted", () => {
  expect([...detectNumberFormat(["$5", "$6", "€7", "8", "9 USD"]).currencies]).toEqual([
    ["$", 2],
    ["€", 1],
    ["USD", 1],
  ]);
});

test("any amount with cents survives being written in either style", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.constantFrom(",", ".", " ", "'"),
      (cents, group) => {
        const decimal = group === "." ? "," : ".";
        const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
        const fraction = String(Math.abs(cents) % 100).padStart(2, "0");
        const text = `${cents < 0 ? "-" : ""}${whole}${decimal}${fraction}`;
        expect(parseAmount(text, detectNumberFormat([text]))).toBe(cents / 100);
      },
    ),
  );
});
