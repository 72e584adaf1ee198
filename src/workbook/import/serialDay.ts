/** Days from 1899-12-30, the day 0 of spreadsheets, to 1970-01-01. */
const EPOCH_OFFSET = 25569;
const DAY_IN_MS = 86_400_000;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the calendar has such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0));
}

/** The serial day of a calendar day from 1900 on: 2026-01-05 is 46027. */
export function serialDay(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_IN_MS + EPOCH_OFFSET;
}

/** The calendar day of a serial, as ISO text. */
export function isoDay(serial: number): string {
  return new Date((Math.floor(serial) - EPOCH_OFFSET) * DAY_IN_MS).toISOString().slice(0, 10);
}
