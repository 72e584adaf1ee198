import { refuse } from "../refusal/refusal.js";

const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;

/** Ten years: past that a plan by month is a slip in a date. */
const LONGEST = 120;

/** The calendar month of a serial day, counted so that the next month is one more. */
export function monthOf(serial: number): number {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH) * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The serial day on which a month begins. */
export function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY + UNIX_EPOCH;
}

/** The months from one day to another, both included; refused where they run backwards or past ten years. */
export function monthsBetween(from: number, to: number): number[] {
  if (to < from) refuse("to", "lies before from; give the last day of the period.");
  const first = monthOf(from);
  const length = monthOf(to) - first + 1;
  if (length > LONGEST) refuse("to", `lies ${length} months on; give a period of at most ${LONGEST} months.`);
  return Array.from({ length }, (_, index) => first + index);
}
