import type { DateFormat } from "./dateFormat.js";
import { dateText } from "./dateText.js";
import { Fault, isBlankWord, quoted } from "./fault.js";
import { isDay, serialDay } from "./serialDay.js";

/**
 * A day as a spreadsheet serial, null where the cell is blank. Of a date with a time the day is taken as written:
 * moving it to another time zone would move deals to the day before.
 */
export function parseDate(
  text: string,
  format: Pick<DateFormat, "order" | "serials" | "decidedBy">,
): number | null | Fault {
  if (isBlankWord(text) || /^0{4}-00-00/.test(text)) return null;
  if (format.serials) {
    const serial = Math.floor(Number(text.replace(",", ".")));
    if (Number.isFinite(serial)) return serial;
  }
  const date = dateText(text);
  if (date === null) {
    return new Fault(
      `${quoted(text)} is not a date; write one such as 2026-01-31 in the export or leave the cell blank`,
    );
  }
  const { year } = date;
  let month: number;
  let day: number;
  let asRead = "";
  if ("mark" in date) {
    const dayFirst = format.order === "day first";
    day = dayFirst ? date.first : date.second;
    month = dayFirst ? date.second : date.first;
    // Say how it was read only when the other order would have made it a day.
    if (!isDay(year, month, day) && isDay(year, day, month)) {
      const like = format.decidedBy === "chosen" ? "as chosen" : "like the rest of the column";
      asRead = ` when read ${format.order} ${like}`;
    }
  } else {
    month = date.month;
    day = date.day;
  }
  if (!isDay(year, month, day)) {
    return new Fault(`${quoted(text)} is not a day that exists${asRead}; correct it in the export`);
  }
  if (year < 1900) return new Fault(`${quoted(text)} is before 1900; correct it in the export`);
  return serialDay(year, month, day);
}
