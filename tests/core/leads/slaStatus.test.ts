import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slaCompliance, slaStatus } from "../../../src/core/leads/slaStatus.js";
import {
  CLOCK,
  type WorkingTime,
  workingDays,
  workingHours,
  workingTime,
} from "../../../src/core/leads/workingTime.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

/** Serial day of a date in 2026; 46,023 is 1 January, a Thursday. */
const at = (month: number, day: number, hour = 0, minute = 0) =>
  Date.UTC(2026, month - 1, day, hour, minute) / 86_400_000 + 25_569;
const week = (days: string, hours: string, ...holidays: number[]): WorkingTime =>
  workingTime({ days: workingDays(days), ...workingHours(hours) }, holidays);
const hoursBetween = (time: WorkingTime, from: number, to: number) =>
  (time.until(to) - time.until(from)) * 24;
const due = (time: WorkingTime, start: number, hours: number) =>
  slaStatus(start, null, hours, start, time, 0, 1).due;

describe("working time as published", () => {
  const office = week("Mon-Fri", "9-17");

  it("5.5 hours on Tuesday from 10:00 to 15:30, 3 from Friday 16:00 to Monday 11:00 (Snow Day Calculator)", () => {
    expect(hoursBetween(office, at(3, 17, 10), at(3, 17, 15, 30))).toBeCloseTo(5.5, 9);
    expect(hoursBetween(office, at(3, 20, 16), at(3, 23, 11))).toBeCloseTo(3, 9);
    expect(hoursBetween(office, at(3, 20, 16, 30), at(3, 23, 10, 30))).toBeCloseTo(2, 9);
  });

  it("deadlines of three tickets (Codingace, business hours SLA)", () => {
    expect(due(office, at(3, 23, 9, 15), 6)).toBeCloseTo(at(3, 23, 15, 15), 9);
    expect(due(week("Mon-Fri", "9-17", at(3, 23)), at(3, 20, 16, 30), 4)).toBeCloseTo(at(3, 24, 12, 30), 9);
    expect(due(week("Mon-Fri", "8-18", at(12, 25)), at(12, 24, 15), 10)).toBeCloseTo(at(12, 28, 15), 9);
  });

  it("a case of Tuesday 11:00 with 8 working hours falls due on Wednesday 11:00 (Eccentex)", () => {
    expect(due(office, at(3, 17, 11), 8)).toBeCloseTo(at(3, 18, 11), 9);
  });
});

describe("working time of any week", () => {
  const anyWeek = fc
    .record({
      days: fc.constantFrom("Mon-Fri", "Sun-Thu", "Sat", "Mon,Wed,Fri", "Mon-Sun"),
      hours: fc.constantFrom("9-17", "00:00-24:00", "08:30-12:45"),
      holidays: fc.array(fc.integer({ min: 46_000, max: 46_040 }), { maxLength: 12 }),
    })
    .map(({ days, hours, holidays }) => ({
      time: week(days, hours, ...holidays),
      days: workingDays(days),
      ...workingHours(hours),
      holidays: new Set(holidays),
    }));
  const moment = fc.integer({ min: 45_990 * 96, max: 46_060 * 96 }).map((quarter) => quarter / 96);

  it("is what one gets by walking day by day", () => {
    fc.assert(
      fc.property(anyWeek, moment, moment, ({ time, days, from, to, holidays }, one, other) => {
        const [start, end] = [Math.min(one, other), Math.max(one, other)];
        let walked = 0;
        for (let day = Math.floor(start); day <= end; day++) {
          // Serial 2 was a Monday.
          if (!days[(day - 2) % 7] || holidays.has(day)) continue;
          walked += Math.max(0, Math.min(end, day + to) - Math.max(start, day + from));
        }
        expect(time.until(end) - time.until(start)).toBeCloseTo(walked, 8);
      }),
      { numRuns: cases(1000) },
    );
  });

  it("is reached at the moment it falls due, and not before", () => {
    fc.assert(
      fc.property(
        anyWeek,
        moment,
        fc.double({ min: 0.01, max: 400, noNaN: true }),
        ({ time }, start, hours) => {
          const end = due(time, start, hours);
          expect(hoursBetween(time, start, end)).toBeCloseTo(hours, 6);
          expect(hoursBetween(time, start, end - 0.001)).toBeLessThan(hours);
        },
      ),
      { numRuns: cases(1000) },
    );
  });

  it("over centuries takes no longer than over a day", () => {
    const time = week("Mon-Fri", "9-17", ...Array.from({ length: 500 }, (_, year) => 46_000 + year * 365));
    const began = cpuMs();
    for (let call = 0; call < 10_000; call++) slaStatus(2 + call, null, 87_600, 2_900_000, time, 0, 1);
    expect(cpuMs() - began).toBeLessThan(2000);
  });

  it("is found even where days are too far off to be told apart: 8 hours a day, 5 days a week", () => {
    const office = week("Mon-Fri", "9-17");
    for (const working of [3e15, 1e17, 1e300]) {
      expect(Math.abs(office.moment(working) / (working * 3 * (7 / 5)) - 1)).toBeLessThan(1e-9);
    }
  });
});

describe("the state of a promise", () => {
  const state = (done: number | null, asOf?: number) => slaStatus(at(3, 2, 10), done, 4, asOf, CLOCK, 0, 7);

  it("is Met or Missed once done, Open or Overdue before", () => {
    expect(state(at(3, 2, 14))).toEqual({
      state: "Met",
      due: expect.closeTo(at(3, 2, 14), 8),
      elapsedHours: 4,
      hoursLeft: 0,
    });
    expect(state(at(3, 2, 14, 1)).state).toBe("Missed");
    expect(state(at(3, 2, 10))).toMatchObject({ state: "Met", elapsedHours: 0, hoursLeft: 4 });
    expect(state(null, at(3, 2, 14)).state).toBe("Open");
    expect(state(null, at(3, 3, 10))).toMatchObject({ state: "Overdue", elapsedHours: 24, hoursLeft: -20 });
  });

  it("counts the hours of the place that the shift leads to", () => {
    // 16:00 in Berlin is 10:00 in New York, where the day has just begun.
    const office = week("Mon-Fri", "9-17");
    const late = slaStatus(at(3, 20, 16), at(3, 20, 20), 8, undefined, office, 0, 1);
    const shifted = slaStatus(at(3, 20, 16), at(3, 20, 20), 8, undefined, office, -6 / 24, 1);
    expect([late.elapsedHours, shifted.elapsedHours]).toEqual([1, 4]);
    expect(shifted.due).toBeCloseTo(at(3, 23, 16), 8);
  });

  it("is asked about where times contradict one another", () => {
    expect(refused(() => state(at(3, 1)))).toBe("done, row 7, lies before start; correct one of the two.");
    expect(refused(() => state(null))).toMatch(/^as_of is missing, but some are not done yet/);
    expect(refused(() => state(null, at(3, 1)))).toMatch(/^start, row 7, lies after as_of/);
  });

  it("makes compliance: kept ÷ decided", () => {
    expect(slaCompliance(["Met", "Met", "Missed", "Overdue", "Open"])).toBe(0.5);
    expect(slaCompliance(["Met", "Met", "Met", "Missed"])).toBe(0.75);
    expect(refused(() => slaCompliance(["Open"]))).toMatch(/^start holds nothing decided yet/);
  });
});

describe("weeks and hours as people write them", () => {
  const named = (text: string) => workingDays(text).map(Number).join("");
  it("are understood", () => {
    expect(named("Mon-Fri")).toBe("1111100");
    expect(named("sunday – thursday")).toBe("1111001");
    expect(named("Mon, Tue; Sat")).toBe("1100010");
    expect(named("0000011")).toBe("1111100");
    expect(named("Mo-Fr")).toBe("1111100");
    expect(workingHours("08:30 - 17:30")).toEqual({ from: 8.5 / 24, to: 17.5 / 24 });
    expect(workingHours(" 9–17 ")).toEqual({ from: 9 / 24, to: 17 / 24 });
  });

  it("or asked about", () => {
    for (const text of [
      "",
      "1111111",
      "00000110",
      "10000011",
      "Mon-Wed-Fri",
      "weekdays",
      "Mon-someday",
      "someday-Fri",
      "M-F",
    ]) {
      expect(
        refused(() => workingDays(text)),
        text,
      ).toMatch(/^work_days is ".*"; write days such as/);
    }
    for (const text of [
      "17-9",
      "9-9",
      "9",
      "9-25",
      "9:00",
      "9:75-17",
      "9-16:60",
      "from 9-17",
      "9-17 or so",
      "nine to five",
    ]) {
      expect(
        refused(() => workingHours(text)),
        text,
      ).toMatch(/^work_hours is ".*"; write hours such as/);
    }
    // A cell that holds a whole note is quoted by its beginning.
    const note = "x".repeat(50);
    expect(refused(() => workingDays(note))).toContain(`"${"x".repeat(40)}"`);
    expect(refused(() => workingHours(note))).toContain(`"${"x".repeat(40)}"`);
  });
});
