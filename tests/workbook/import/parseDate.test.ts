import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateEvidence, decideDateFormats } from "../../../src/workbook/import/dateFormat.js";
import { Fault } from "../../../src/workbook/import/fault.js";
import { parseDate } from "../../../src/workbook/import/parseDate.js";
import { isoDay, serialDay } from "../../../src/workbook/import/serialDay.js";

const formatsOf = (columns: string[][], hints: Parameters<typeof decideDateFormats>[1] = {}) =>
  decideDateFormats(
    columns.map((texts) => dateEvidence(texts)),
    hints,
  );

/** A column read as the import reads it, days shown as ISO. */
function readColumn(texts: string[]) {
  const format = formatsOf([texts])[0];
  if (!format) throw new Error("no format");
  return texts.map((text) => {
    const value = parseDate(text, format);
    if (value instanceof Fault) return value.problem;
    return value === null ? null : isoDay(value);
  });
}

test("days are the serials that spreadsheets count from 1899-12-30", () => {
  // Google Sheets: =DATEVALUE("1900-01-01") is 2, =DATEVALUE("2017-03-01") is 42795, =DATEVALUE("2026-01-05") is 46027.
  expect(serialDay(1900, 1, 1)).toBe(2);
  expect(serialDay(2017, 3, 1)).toBe(42795);
  expect(serialDay(2026, 1, 5)).toBe(46027);
});

describe("dates as exports write them", () => {
  test.each([
    "2026-01-05",
    "2026/01/05",
    "2026-1-5",
    "20260105",
    "2026-01-05T23:30:00.000Z",
    "2026-01-05T23:30:00+02:00",
    "2026-01-05 23:30:00",
    "2026-01-05 6:49:18",
    "5 Jan 2026",
    "05-Jan-2026",
    "5-Jan-26",
    "5th January 2026",
    "Mon, 5 January 2026",
    "Jan 5, 2026",
    "January 5, 2026, 10:30 AM",
    "Jan 5, 2026 at 10:30 PM",
    "Mon Jan 05 2026 00:00:00 GMT+0100",
    "5.1.2026",
    "05.01.26",
  ])("%s is 5 January 2026, whatever its time and zone", (text) => {
    expect(readColumn([text])).toEqual(["2026-01-05"]);
  });

  test.each(["", "n/a", "-", "0000-00-00", "0000-00-00 00:00:00"])("%j is a blank", (text) => {
    expect(readColumn([text])).toEqual([null]);
  });
});

describe("day or month first is decided over the whole column", () => {
  test("one day above 12 in the first place makes the column day first", () => {
    expect(readColumn(["03/04/2026", "25/12/2026"])).toEqual(["2026-04-03", "2026-12-25"]);
  });

  test("one day above 12 in the second place makes the column month first", () => {
    expect(readColumn(["03/04/2026 10:00", "12/25/2026 9:00 AM"])).toEqual(["2026-03-04", "2026-12-25"]);
  });

  test("a column that shows nothing follows the other date columns of the export", () => {
    const [first, second] = formatsOf([["03/04/2026"], ["25/12/2026"]]);
    expect(first).toMatchObject({ order: "day first", decidedBy: "other columns", ambiguous: "03/04/2026" });
    expect(second).toMatchObject({ order: "day first", decidedBy: "values" });
  });

  test("an export that shows nothing is assumed month first, or day first beside decimal commas", () => {
    expect(formatsOf([["03/04/2026"]])[0]).toMatchObject({ order: "month first", decidedBy: "assumed" });
    expect(formatsOf([["03/04/2026"]], { decimalComma: true })[0]).toMatchObject({ order: "day first" });
  });

  test("a person's choice decides", () => {
    expect(formatsOf([["12/25/2026"]], { chosen: "day first" })[0]).toMatchObject({ order: "day first" });
  });

  test("a date that only the other order allows is refused and the sentence says how it was read", () => {
    expect(readColumn(["25/12/2026", "26/12/2026", "12/27/2026"])[2]).toBe(
      '"12/27/2026" is not a day that exists when read day first like the rest of the column; correct it in the export',
    );
  });
});

describe("days that do not exist are refused", () => {
  test.each([
    "2026-02-30",
    "2017-13-45",
    "2026-00-10",
    "2026-01-00",
    "2025-02-29",
    "31/04/2026",
    "31 Jun 2026",
    "13/13/2026",
  ])("%s", (text) => {
    expect(readColumn([text])).toEqual([`"${text}" is not a day that exists; correct it in the export`]);
  });

  test("29 February exists in leap years", () => {
    expect(readColumn(["2024-02-29", "2000-02-29"])).toEqual(["2024-02-29", "2000-02-29"]);
    expect(readColumn(["1900-02-29"])[0]).toMatch(/not a day that exists/);
  });

  test("a day before 1900 has no serial", () => {
    expect(readColumn(["1899-12-31"])).toEqual(['"1899-12-31" is before 1900; correct it in the export']);
  });

  test.each(["soon", "Q3 2026", "Jan 2026", "5 Foo 2026", "2026", "05/2026"])("%s is no date", (text) => {
    expect(readColumn([text])[0]).toMatch(/is not a date; write one such as 2026-01-31/);
  });
});

describe("spreadsheet serials", () => {
  test("are read when the whole column holds them", () => {
    expect(readColumn(["46027", "46027.75", "", "46028"])).toEqual([
      "2026-01-05",
      "2026-01-05",
      null,
      "2026-01-06",
    ]);
  });

  test("are refused as dates among dates", () => {
    expect(readColumn(["2026-01-05", "46027"])[1]).toMatch(/is not a date/);
  });
});

test("every day from 1900 to 2100 survives being written in any style", () => {
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 73415 }), (serial) => {
      const iso = isoDay(serial);
      const [year = "", month = "", day = ""] = iso.split("-");
      const day31 = `31/12/${year}`;
      expect(readColumn([iso, `${iso}T23:59:59Z`])).toEqual([iso, iso]);
      expect(readColumn([`${day}/${month}/${year}`, day31])[0]).toBe(iso);
      expect(readColumn([`${month}-${day}-${year}`, `12-31-${year}`])[0]).toBe(iso);
      expect(readColumn([`${names[Number(month) - 1]} ${Number(day)}, ${year}`])).toEqual([iso]);
    }),
  );
});
