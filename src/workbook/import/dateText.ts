/**
 * A date taken apart. Either the order is plain from the text, or it is `first` and `second` before the year and the
 * column has to say which of them is the day.
 */
export type DateText =
  | { readonly year: number; readonly month: number; readonly day: number }
  | { readonly year: number; readonly first: number; readonly second: number; readonly mark: string };

/** A time, a zone and what else follows the day; the day is taken as written. */
const REST = "(?:(?:[T,]\\s*|,?\\s+(?:at\\s+)?)\\d{1,2}:\\d{2}.*|T)?$";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${REST}`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${REST}`, "i");
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T.*)?$/;
const WEEKDAY = "(?:[A-Za-z]{3,9},?\\s+)?";
const DAY_NAME = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?[-\\s/]+([A-Za-z]{3,9})\\.?,?[-\\s/]+(\\d{4}|\\d{2})${REST}`,
  "i",
);
const NAME_DAY = new RegExp(
  `^${WEEKDAY}([A-Za-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${REST}`,
  "i",
);
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Takes ISO days and times, numeric days and English month names apart; null when a text is no date. */
export function dateText(text: string): DateText | null {
  let match = YEAR_FIRST.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  match = YEAR_LAST.exec(text);
  if (match) {
    const [, first, mark = "", second, year = ""] = match;
    return { year: fullYear(year), first: Number(first), second: Number(second), mark };
  }
  match = COMPACT.exec(text);
  if (match) return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  match = DAY_NAME.exec(text);
  if (match) return named(match[3] ?? "", match[2] ?? "", match[1] ?? "");
  match = NAME_DAY.exec(text);
  if (match) return named(match[3] ?? "", match[1] ?? "", match[2] ?? "");
  return null;
}

function named(year: string, name: string, day: string): DateText | null {
  const word = name.toLowerCase();
  const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
  const known = word === "sept" || word.length === 3 || word === MONTH_NAMES[month - 1];
  return month > 0 && known ? { year: fullYear(year), month, day: Number(day) } : null;
}

/** Two digits mean the years from 1970 to 2069, as spreadsheets and Unix read them. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}
