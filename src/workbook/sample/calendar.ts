/** The little that the sample needs to know about the calendar. Days are spreadsheet serial days. */

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const SERIAL_OF_1970 = 25_569;
const MS_A_DAY = 86_400_000;

const dateOf = (day: number) => new Date((day - SERIAL_OF_1970) * MS_A_DAY);
const dayOf = (year: number, month: number, date: number) =>
  Date.UTC(year, month, date) / MS_A_DAY + SERIAL_OF_1970;

/** 0 for January. */
export const monthOf = (day: number) => dateOf(day).getUTCMonth();

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
