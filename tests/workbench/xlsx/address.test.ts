import { expect, test } from "vitest";
import {
  cellName,
  closeRange,
  columnOf,
  lettersOf,
  openRange,
  openRangeEnd,
  parseArea,
  parseCell,
  quoteSheet,
  splitSheet,
} from "../../../workbench/xlsx/address.js";

test("column letters and indices are each other's inverse", () => {
  for (const column of [0, 25, 26, 51, 701, 702, 16_383]) expect(columnOf(lettersOf(column))).toBe(column);
  expect(lettersOf(16_383)).toBe("XFD");
  expect(cellName(27, 9)).toBe("AB10");
});

test("only cell names parse as cells", () => {
  expect(parseCell("$B$3")).toEqual({ col: 1, row: 2 });
  expect(parseCell("deal1x")).toBeUndefined();
  expect(parseCell("A0")).toBeUndefined();
  expect(parseArea("C3:A1")).toEqual({ left: 0, top: 0, right: 2, bottom: 2 });
});

test.each([
  ["A2:A", "A2:A$20000"],
  ["$A$2:$B", "$A$2:$B$20000"],
  ["B5:5", "B5:$XFD5"],
])("the open range %s closes as %s and opens again", (open, closed) => {
  expect(closeRange(open, 20_000)).toBe(closed);
  expect(openRange(closed, 20_000)).toBe(open);
});

test("closed ranges, whole columns and whole rows stay as they are", () => {
  for (const range of ["A2:B9", "A:C", "2:5", "B7"]) {
    expect(closeRange(range, 20_000)).toBe(range);
    expect(openRange(range, 20_000)).toBe(range);
  }
});

test("sheet names are quoted where a formula needs it, and unquoted again", () => {
  expect(quoteSheet("Opportunities")).toBe("Opportunities");
  expect(quoteSheet("Q1")).toBe("'Q1'");
  expect(quoteSheet("Ann's deals")).toBe("'Ann''s deals'");
  expect(splitSheet("'Ann''s deals'!A2:A")).toEqual({ sheet: "Ann's deals", rest: "A2:A" });
  expect(splitSheet("A2")).toEqual({ sheet: undefined, rest: "A2" });
});

test("open ranges end well below the data, and at the last row there is", () => {
  expect(openRangeEnd(100)).toBe(20_000);
  expect(openRangeEnd(9_001)).toBe(20_000);
  expect(openRangeEnd(10_001)).toBe(30_000);
  expect(openRangeEnd(1_048_576)).toBe(1_048_576);
  expect(openRange("A2:A$1048576", 20_000)).toBe("A2:A");
});
