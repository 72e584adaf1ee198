import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoTextOfSerial, serialOfIsoText } from "../../src/functions/serial.js";

describe("a day written as text", () => {
  // 46,053 is 31 January 2026 in any spreadsheet.
  it.each([
    "2026-01-31",
    " 2026-01-31 ",
    "2026-01-31T09:30",
    "2026-01-31 09:30",
    "2026-01-31T09:30Z",
    "2026-01-31T23:59:59",
    "2026-01-31T23:59:59.123456Z",
    "2026-01-31 23:59:59 ",
  ])("is read with or without a time behind it, as exports write it: %j", (text) => {
    expect(serialOfIsoText(text)).toBe(46_053);
  });

  it.each([
    "",
    "31.01.2026",
    "2026-1-31",
    "2026-01-3",
    "20260131",
    "26-01-31",
    "2026/01/31",
    "on 2026-01-31",
    "2026-01-31 or so",
    "2026-01-31T",
    "2026-01-31T9:30",
    "2026-01-31T09",
    "2026-01-31T09:30:5",
    "2026-01-31T09:30:15.",
    "2026-01-31 09:30 CET",
    "2026-01-3109:30",
  ])("is not guessed at: %j", (text) => {
    expect(serialOfIsoText(text)).toBeUndefined();
  });

  it.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-04-00", "2026-04-31"])(
    "is none where the calendar has no such day: %s",
    (text) => {
      expect(serialOfIsoText(text)).toBeUndefined();
    },
  );

  it("is none where the century was forgotten: 0026 is not 1926", () => {
    expect(serialOfIsoText("0026-01-31")).toBeUndefined();
  });

  it("is 29 February in leap years", () => {
    expect(serialOfIsoText("2024-02-29")).toBe(45_351);
  });
});

describe("a serial day as text", () => {
  it("is the day whatever the time", () => {
    expect([46_053, 46_053.999, 46_054].map(isoTextOfSerial)).toEqual([
      "2026-01-31",
      "2026-01-31",
      "2026-02-01",
    ]);
  });

  it("is read back as the same day, from 1900 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2_958_465 }), (serial) => {
        expect(serialOfIsoText(isoTextOfSerial(serial))).toBe(serial);
      }),
    );
  });
});
