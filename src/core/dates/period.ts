/** Serial day of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;

export type PeriodLength = "month" | "quarter" | "year";

/**
 * The calendar period that a serial day falls in, written so that text order is time order: 2026-01, 2026 Q1, 2026.
 */
export function periodOf(serial: number, length: PeriodLength): string {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH) * DAY);
  const year = String(date.getUTCFullYear());
  const month = date.getUTCMonth();
  if (length === "year") return year;
  if (length === "quarter") return `${year} Q${Math.floor(month / 3) + 1}`;
  return `${year}-${String(month + 1).padStart(2, "0")}`;
}
