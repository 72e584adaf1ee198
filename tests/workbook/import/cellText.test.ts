import { describe, expect, test } from "vitest";
import { asCellText } from "../../../src/workbook/import/cellText.js";

describe("text stays text when it is typed into a cell", () => {
  test.each([
    '=HYPERLINK("http://x")',
    "+49 30 1234",
    "-5% asked for",
    "@mention",
    "'quoted",
    "0061",
    "1E5",
    "2026-01-05",
    "1/2",
    "$5",
    "TRUE",
    "Jan 5",
    "  =1+1",
  ])("%s gets an apostrophe", (text) => expect(asCellText(text)).toBe(`'${text}`));

  test.each(["Acme", "Acme 5", "true love", "January", "", "Z063OYW0"])("%j is left alone", (text) =>
    expect(asCellText(text)).toBe(text),
  );
});
