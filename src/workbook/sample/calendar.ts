/** The little that the sample needs to know about the calendar. Days are spreadsheet serial days. */

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const SERIAL_OF_1970 = 25_569;
const MS_A_DAY = 86_400_000;

const dateOf = (day: number) => new Date((day - SERIAL_OF_1970) * MS_A_DAY);
const dayOf = (year: number, month: number, date: number) =>
  Date.UTC(year, month, date) / MS_A_DAY + SERIAL_OF_1970;

/** 0 for January. */
export const monthOf = (day: number) => dateOf(day).getUTCMonth();

export const monthStart = (day: number) => dayOf(dateOf(day).getUTCFullYear(), monthOf(day), 1);

/** The same date so many months on; the 31st becomes the last day of a shorter month. */
export function monthsLater(day: number, months: number): number {
  const start = dayOf(dateOf(day).getUTCFullYear(), monthOf(day) + months, 1);
  return Math.min(start + dateOf(day).getUTCDate() - 1, monthEnd(start));
}

/** The first day after `day` that is so many whole years after `since`. */
export function anniversaryAfter(since: number, day: number): number {
  for (let years = 1; ; years++) {
    const at = monthsLater(since, 12 * years);
    if (at > day) return at;
  }
}

export function monthEnd(day: number): number {
  return dayOf(dateOf(day).getUTCFullYear(), monthOf(day) + 1, 0);
}

/** Calendar quarters: the sample company's fiscal year starts in January. */
export function quarterStart(day: number): number {
  const month = monthOf(day);
  return dayOf(dateOf(day).getUTCFullYear(), month - (month % 3), 1);
}

export function quarterEnd(day: number): number {
  const month = monthOf(day);
  return dayOf(dateOf(day).getUTCFullYear(), month - (month % 3) + 3, 0);
}

/** Serial days divided by seven leave 0 on a Saturday and 1 on a Sunday. */
export const isWorkday = (day: number) => day % 7 > 1;

/** The day itself or, at a weekend, the Friday before: people sell on workdays. */
export const workday = (day: number) => (isWorkday(day) ? day : day - 1 - (day % 7));

/** As a rep would type it in a next step: "Apr 9". */
export const dayAndMonth = (day: number) => `${MONTHS[monthOf(day)]} ${dateOf(day).getUTCDate()}`;

/** The day itself or, at a weekend, the Monday after. */
const nextWorkday = (day: number) => (isWorkday(day) ? day : day + 2 - (day % 7));

const OPENS = 8 / 24;
const CLOSES = 18 / 24;

/** As CRMs note moments; a sheet keeps these exactly. */
export const toTheMinute = (moment: number) => Math.round(moment * 1440) / 1440;

/** A moment in office hours of the day. */
export const officeMoment = (day: number, share: number) => day + OPENS + share * (CLOSES - OPENS);

/** A moment in office hours so many days before another one that lies in them. */
export function momentBefore(moment: number, days: number, share: number): number {
  const day = Math.floor(moment);
  return days > 0 ? officeMoment(workday(day - days), share) : day + OPENS + share * (moment - day - OPENS);
}

/** A moment in office hours so many days after another one, which may lie outside of them. */
export function momentAfter(moment: number, days: number, share: number): number {
  const day = Math.floor(moment);
  if (days > 0 || !isWorkday(day) || moment - day >= CLOSES) {
    return officeMoment(nextWorkday(day + Math.max(1, days)), share);
  }
  const from = Math.max(moment, day + OPENS);
  return from + share * (day + CLOSES - from);
}
