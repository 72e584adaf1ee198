import { describe, expect, test } from "vitest";
import { ImportRefusal } from "../../../src/workbook/import/importRefusal.js";
import { readCsv, tableFromCells } from "../../../src/workbook/import/readCsv.js";

const cellsOf = (text: string) => readCsv(text).rows.map((row) => row.cells);
const rowsOf = (text: string) => readCsv(text).rows.map((row) => row.row);

describe("the separator is found", () => {
  const deals = [
    ["Deal", "Amount", "Stage"],
    ["Acme, Inc; new", "1,5", "Open"],
    ["Beta | 2", "2,5", "Won"],
  ];
  const quote = (cell: string) => `"${cell}"`;
  for (const [name, separator] of [
    ["comma", ","],
    ["semicolon", ";"],
    ["tab", "\t"],
    ["pipe", "|"],
  ] as const) {
    test(`${name}, even when the other separators stand inside quoted cells`, () => {
      const table = readCsv(deals.map((row) => row.map(quote).join(separator)).join("\n"));
      expect(table.separator).toBe(separator);
      expect(table.rows.map((row) => row.cells)).toEqual(deals.slice(1));
    });
  }

  test("a semicolon file with decimal commas is not taken for a comma file", () => {
    const table = readCsv("Deal;Amount;Weighted;Stage\nAcme;1,50;2,50;Open\nBeta;3,50;4,50;Won\n");
    expect(table.separator).toBe(";");
    expect(table.rows[0]?.cells).toEqual(["Acme", "1,50", "2,50", "Open"]);
  });

  test("Excel's sep= line names it and is no data", () => {
    const table = readCsv("sep=;\r\nDeal;Stage\r\nAcme, Inc;Open\r\n");
    expect(table.headings).toEqual(["Deal", "Stage"]);
    expect(table.rows).toEqual([{ row: 3, cells: ["Acme, Inc", "Open"] }]);
  });

  test("a person's choice of separator is kept", () => {
    expect(readCsv("a,b;c\n1,2;3", { separator: ";" }).headings).toEqual(["a,b", "c"]);
  });
});

test("a byte-order mark is no part of the first heading", () => {
  expect(readCsv("\uFEFFDeal ID,Stage\n1,Open").headings).toEqual(["Deal ID", "Stage"]);
});

test("rows keep the numbers that a spreadsheet shows: line breaks inside quotes do not count, blank rows do", () => {
  const text = 'Deal,Next step\nAcme,"Call\nthen write"\n\nBeta,"Say ""yes"""\n\n\n';
  expect(rowsOf(text)).toEqual([2, 4]);
  expect(cellsOf(text)).toEqual([
    ["Acme", "Call\nthen write"],
    ["Beta", 'Say "yes"'],
  ]);
  expect(readCsv(text).notices).toEqual(["1 blank row was skipped."]);
});

test.each([
  ["Windows", "\r\n"],
  ["Unix", "\n"],
  ["old Mac", "\r"],
])("%s line ends are read alike", (_, end) => {
  expect(cellsOf(["Deal,Stage", "Acme,Open", "Beta,Won", ""].join(end))).toEqual([
    ["Acme", "Open"],
    ["Beta", "Won"],
  ]);
});

test("a row shorter than the headings is filled with blanks and reported", () => {
  const table = readCsv("Deal,Stage,Amount\nAcme,Open\nBeta,Won,5\n");
  expect(table.rows[0]?.cells).toEqual(["Acme", "Open", ""]);
  expect(table.notices).toEqual([
    "1 row has fewer cells than there are headings (first row 2); the missing cells count as blank.",
  ]);
});

test("a row with a cell too many is marked, because its cells stand under the wrong headings", () => {
  const rows = readCsv("Deal,Stage,Amount\nAcme,Open,5\nBeta, Inc,Won,7\n").rows;
  expect(rows[0]?.fault).toBeUndefined();
  expect(rows[1]?.fault).toBe(
    "Row 3 has 4 cells under 3 headings, most likely a text or an amount with the separator inside; put that cell in quotation marks in the export.",
  );
});

test("blank cells after the last heading are no fault", () => {
  expect(readCsv("Deal,Stage\nAcme,Open,,,\n").rows).toEqual([{ row: 2, cells: ["Acme", "Open"] }]);
});

test("a column without a heading is kept in its place", () => {
  expect(readCsv(",Deal,Stage,\n0,Acme,Open,x\n").rows[0]).toEqual({
    row: 2,
    cells: ["0", "Acme", "Open", "x"],
  });
});

test("a quotation mark that never closes costs its own row and is said to, the rows before it are kept", () => {
  const rows = readCsv('Deal,Stage\nAcme,Open\n"Beta,Won\nGamma,Lost\n').rows;
  expect(rows).toHaveLength(2);
  expect(rows[0]?.fault).toBeUndefined();
  expect(rows[1]?.fault).toMatch(
    /^Row 3: a quotation mark opens and never closes, .* close it in the export/,
  );
});

test("title lines above the headings are passed over", () => {
  const table = readCsv("Open pipeline\n\nDeal,Stage\nAcme,Open\n");
  expect(table.headings).toEqual(["Deal", "Stage"]);
  expect(table.rows[0]?.row).toBe(4);
  expect(table.notices).toEqual(["The headings were found in row 3; the rows above hold a title."]);
});

test("300 columns are no obstacle", () => {
  const headings = Array.from({ length: 300 }, (_, i) => `Field ${i}`);
  const table = readCsv(`${headings.join(",")}\n${headings.map((_, i) => i).join(",")}\n`);
  expect(table.headings).toHaveLength(300);
  expect(table.rows[0]?.cells[299]).toBe("299");
});

test("characters that were lost to a wrong encoding are counted", () => {
  expect(readCsv("Deal,Stage\nM\uFFFDller,Open\nCaf\uFFFD,Open").notices).toEqual([
    "2 characters could not be read and show as \uFFFD; export the file as CSV UTF-8 to keep accents.",
  ]);
});

describe("what is no CSV is refused with one sentence that says what to do", () => {
  test.each([
    ["an empty file", "", /^The file is empty;/],
    ["blank lines only", "\n \n\r\n", /^The file is empty;/],
    ["only a byte-order mark", "\uFEFF", /^The file is empty;/],
    ["separators only", ",,,\n,,,\n", /^The file is empty;/],
    [
      "an Excel workbook",
      "PK\u0003\u0004\u0014\u0000\u0006\u0000",
      /Excel workbook \(\.xlsx\).*save it as CSV/,
    ],
    ["an old Excel workbook", "\uFFFD\uFFFD\u0011\uFFFD\u0000", /old Excel workbook \(\.xls\)/],
    ["a PDF", "%PDF-1.7\n", /is a PDF/],
    ["a login page", "\n<!DOCTYPE html><html>", /web page/],
    ["an .xls that is a table in HTML", "<table><tr><td>Deal</td></tr></table>", /web page/],
    ["JSON", '[{"id": 1}]', /is JSON/],
    ["binary data", "GIF89a\u0000\u0001\u0002", /is binary/],
    ["UTF-16 read as another encoding", "D\u0000e\u0000a\u0000l\u0000,\u0000", /UTF-16/],
  ])("%s", (_, text, sentence) => {
    expect(() => readCsv(text)).toThrow(ImportRefusal);
    expect(() => readCsv(text)).toThrow(sentence);
  });

  test("a primary key column named PK is no zip file", () => {
    expect(readCsv("PK,Stage\n1,Open").headings).toEqual(["PK", "Stage"]);
  });
});

test("pasted cells make the same table, numbers with their point beyond doubt", () => {
  expect(
    tableFromCells([
      ["Deal", "Amount", "Won"],
      ["Acme", 123.456, true],
      ["Beta", null, false],
    ]).rows,
  ).toEqual([
    { row: 2, cells: ["Acme", "123.4560", "true"] },
    { row: 3, cells: ["Beta", "", "false"] },
  ]);
});
