import { expect, it } from "vitest";
import { dayName } from "../../../src/core/dates/dayName.js";

it("a day is named as the workbook shows dates, whatever the time", () => {
  // 46,023 is 1 January 2026.
  expect([46_023, 46_112.9, 46_113, 46_387].map(dayName)).toEqual([
    "1 Jan 2026",
    "31 Mar 2026",
    "1 Apr 2026",
    "31 Dec 2026",
  ]);
});
