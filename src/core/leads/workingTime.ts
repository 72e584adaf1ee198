import { refuse } from "../refusal/refusal.js";

/** Times are serial days of one place's own clock: 0.5 is noon. */
export interface WorkingTime {
  /** Days of working time (24 hours = 1) from a fixed day in the past up to a moment. */
  until(moment: number): number;
  /** The first moment at which so much working time has passed. */
  moment(working: number): number;
}

export interface WorkingWeek {
  /** Monday first. */
  readonly days: readonly boolean[];
  /** Parts of a day. */
  readonly from: number;
  readonly to: number;
}

/** Round the clock, every day. */
export const CLOCK: WorkingTime = { until: (moment) => moment, moment: (working) => working };

const DAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** "Mon-Fri", "Sun-Thu", "Mon, Tue, Sat" or, as NETWORKDAYS.INTL writes it, "0000011" with 1 for a day off. */
export function workingDays(text: string): boolean[] {
  if (/^[01]{7}$/.test(text) && text.includes("0")) return [...text].map((sign) => sign === "0");
  const days = Array<boolean>(7).fill(false);
  const day = (name: string) => {
    const given = name.trim().toLowerCase();
    return given.length < 2 ? -1 : DAY_NAMES.findIndex((full) => full.startsWith(given));
  };
  for (const part of text.split(/[,;]/)) {
    const [from = -1, to = from, ...more] = part.split(/[-–]/).map(day);
    if (from < 0 || to < 0 || more.length > 0) {
      refuse("work_days", `is "${text.slice(0, 40)}"; write days such as Mon-Fri or Sun-Thu.`);
    }
    for (let at = from; ; at = (at + 1) % 7) {
      days[at] = true;
      if (at === to) break;
    }
  }
  return days;
}

/** "9-17" or "08:30-17:30" as parts of a day. */
export function workingHours(text: string): { from: number; to: number } {
  const match = /^\s*(\d{1,2})(?::([0-5]\d))?\s*[-–]\s*(\d{1,2})(?::([0-5]\d))?\s*$/.exec(text);
  const part = (at: number) => (Number(match?.[at]) + Number(match?.[at + 1] ?? 0) / 60) / 24;
  const [from, to] = [part(1), part(3)];
  if (!(from < to && to <= 1)) {
    return refuse("work_hours", `is "${text.slice(0, 40)}"; write hours such as 9-17 or 08:30-17:30.`);
  }
  return { from, to };
}

/** Days of a week before day 0 = Monday … of serial days: serial 2 is Monday, 1 January 1900. */
const FIRST_MONDAY = 2;

/** Working time of a week with hours and holidays, counted in whole weeks so that a span of years costs no more than a day. */
export function workingTime({ days, from, to }: WorkingWeek, holidays: readonly number[]): WorkingTime {
  const a = to - from;
  const perWeek = days.filter(Boolean).length * a;
  const before = days.map((_, day) => days.slice(0, day).filter(Boolean).length * a);
  const weekday = (day: number) => (((day - FIRST_MONDAY) % 7) + 7) % 7;
  const off = [...new Set(holidays.map(Math.floor))]
    .filter((day) => days[weekday(day)])
    .sort((one, other) => one - other);
  const offSet = new Set(off);
  const offBefore = (day: number): number => {
    let [low, high] = [0, off.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((off[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** Working time of all days before one. */
  const untilDay = (day: number): number =>
    Math.floor((day - FIRST_MONDAY) / 7) * perWeek + (before[weekday(day)] as number) - offBefore(day) * a;
  const until = (moment: number): number => {
    const day = Math.floor(moment);
    const works = days[weekday(day)] && !offSet.has(day);
    return untilDay(day) + (works ? Math.min(a, Math.max(0, moment - day - from)) : 0);
  };
  return {
    until,
    moment: (working) => {
      // The last day that begins with less than the wanted time behind it is the day on which it is reached.
      let low = FIRST_MONDAY + Math.floor(working / perWeek) * 7 - 7;
      let high = low + 14 * off.length + 28;
      const slack = 1e-9;
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        // So many ages on, no day can be told from the next.
        if (middle === low || middle === high) break;
        if (untilDay(middle) < working - slack) low = middle;
        else high = middle;
      }
      return low + from + Math.max(0, working - untilDay(low));
    },
  };
}
