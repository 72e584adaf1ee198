import { describe, expect, it } from "vitest";
import { daysBetween } from "../../../src/core/dates/days.js";
import { periodOf } from "../../../src/core/dates/period.js";

// 46,023 is 1 January 2026 in Google Sheets and Excel alike.
describe("calendar periods of a serial day", () => {
  it("names the month, quarter and year", () => {
    expect(periodOf(46_023, "month")).toBe("2026-01");
    expect(periodOf(46_023, "quarter")).toBe("2026 Q1");
    expect(periodOf(46_023, "year")).toBe("2026");
    expect(periodOf(46_022, "month")).toBe("2025-12");
    expect(periodOf(46_022, "quarter")).toBe("2025 Q4");
    expect(periodOf(46_023 + 364, "quarter")).toBe("2026 Q4");
  });

  it("puts the last minute of a month in that month", () => {
    expect(periodOf(46_053.999, "month")).toBe("2026-01");
    expect(periodOf(46_054, "month")).toBe("2026-02");
  });
});

describe("days between two dates", () => {
  it("counts calendar days, whatever the time of day", () => {
    expect(daysBetween(46_023.9, 46_024.1)).toBe(1);
    expect(daysBetween(46_023.1, 46_023.9)).toBe(0);
    expect(daysBetween(46_024, 46_023)).toBe(-1);
  });
});
