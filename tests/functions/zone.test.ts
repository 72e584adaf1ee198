import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { zoneOf } from "../../src/functions/zone.js";
import { cpuMs } from "../cpuMs.js";
import { cases } from "../propertySeed.js";

const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The wall clock of a zone as serial day, asked of Intl for the very instant: slow, and nothing to go wrong. */
function serialByIntl(date: Date, timeZone: string): number {
  const part: Record<string, number> = {};
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  for (const { type, value } of format.formatToParts(date)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return (Date.UTC(year, month - 1, day, hour, minute, second) - EPOCH) / DAY;
}

const ZONES = [
  "UTC",
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

describe("a date in a cell is the day that the spreadsheet shows, wherever it is kept", () => {
  it("midnight on 1 March 2026 is day 46082 in every zone", () => {
    expect(zoneOf("America/New_York").serialOf(new Date("2026-03-01T05:00:00Z"))).toBe(46_082);
    expect(zoneOf("Asia/Kolkata").serialOf(new Date("2026-02-28T18:30:00Z"))).toBe(46_082);
    expect(zoneOf("Pacific/Kiritimati").serialOf(new Date("2026-02-28T10:00:00Z"))).toBe(46_082);
    expect(zoneOf("Pacific/Pago_Pago").serialOf(new Date("2026-03-01T11:00:00Z"))).toBe(46_082);
  });

  it("agrees with the zone's own clock at any moment, those around a clock change included", () => {
    const around = fc
      .tuple(
        fc.constantFrom(
          Date.UTC(2026, 2, 8, 7), // New York leaps
          Date.UTC(2026, 10, 1, 6), // New York falls back
          Date.UTC(2026, 2, 29, 1), // Berlin leaps
          Date.UTC(2026, 9, 25, 1), // Berlin falls back
          Date.UTC(2018, 10, 4, 3), // São Paulo leaps over midnight
          Date.UTC(2026, 3, 4, 15), // Lord Howe falls back by half an hour
          Date.UTC(2011, 11, 30, 10), // Samoa's neighbours at the date line
        ),
        fc.integer({ min: -200_000, max: 200_000 }),
      )
      .map(([change, seconds]) => new Date(change + seconds * 1000));
    const ever = fc
      .integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2036, 0, 1) / 1000 })
      .map((seconds) => new Date(seconds * 1000));
    const zones = new Map(ZONES.map((name) => [name, zoneOf(name)]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.oneof(around, ever), (name, date) => {
        expect(zones.get(name)?.serialOf(date)).toBe(serialByIntl(date, name));
      }),
      { numRuns: cases(3000) },
    );
  });

  it("gives a day back as the same day, even where clocks leap over its midnight", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 25_569, max: 60_000 }), (name, day) => {
        const zone = zoneOf(name);
        expect(Math.floor(zone.serialOf(zone.dateOf(day)))).toBe(day);
      }),
      { numRuns: cases(3000) },
    );
    // In São Paulo the day of 4 November 2018 began at one o'clock.
    const saoPaulo = zoneOf("America/Sao_Paulo");
    expect(saoPaulo.dateOf(43_408).toISOString()).toBe("2018-11-04T03:00:00.000Z");
    expect(Math.floor(saoPaulo.serialOf(saoPaulo.dateOf(43_408)))).toBe(43_408);
  });

  it("keeps the time of day to the millisecond", () => {
    const zone = zoneOf("Europe/Berlin");
    const noon = zone.dateOf(46_082.5);
    expect(noon.toISOString()).toBe("2026-03-01T11:00:00.000Z");
    expect(zone.serialOf(noon)).toBe(46_082.5);
  });

  it("keeps the time of day in the hours after clocks changed", () => {
    // On 8 March 2026 New York went from five to four hours behind at two o'clock: six o'clock is ten in Greenwich.
    const newYork = zoneOf("America/New_York");
    expect(newYork.dateOf(46_089.25).toISOString()).toBe("2026-03-08T10:00:00.000Z");
    // On 1 November it went back: six o'clock is eleven.
    expect(newYork.dateOf(46_327.25).toISOString()).toBe("2026-11-01T11:00:00.000Z");
    // Half past one, before it did.
    expect(newYork.serialOf(new Date("2026-11-01T05:30:00Z"))).toBe(46_327.0625);
  });

  it("keeps the seconds of zones that once went by the sun", () => {
    // Until January 1972 clocks in Liberia were 44 minutes and 30 seconds behind Greenwich.
    const date = new Date(Date.UTC(1971, 5, 1, 12));
    const serial = zoneOf("Africa/Monrovia").serialOf(date);
    expect(serial).toBe(serialByIntl(date, "Africa/Monrovia"));
    expect(Math.round((serial % 1) * 86_400)).toBe(11 * 3600 + 15 * 60 + 30);
  });

  it("has no day for an invalid date", () => {
    expect(zoneOf("UTC").serialOf(new Date(Number.NaN))).toBeNaN();
  });

  it("asks for the offset of an ordinary day twice, and of a day with a change once a quarter of an hour", () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, "formatToParts");
    const zone = zoneOf("America/New_York");
    const everyMinute = (day: number) => {
      asked.mockClear();
      for (let minute = 0; minute < 24 * 60; minute++) zone.serialOf(new Date(day + minute * 60_000));
      return asked.mock.calls.length;
    };
    expect(everyMinute(Date.UTC(2026, 2, 1))).toBe(2);
    expect(everyMinute(Date.UTC(2026, 2, 8))).toBeLessThanOrEqual(4 * 24 + 1);
    asked.mockRestore();
  });

  it("reads ten thousand dates of a column in a fraction of a second", () => {
    const zone = zoneOf("America/New_York");
    const began = cpuMs();
    for (let at = 0; at < 10_000; at++) zone.serialOf(new Date(Date.UTC(2020, 0, 1) + at * 17_000_000));
    expect(cpuMs() - began).toBeLessThan(2000);
  });
});
