/** What setValue makes of a script's value: the text one would type into the cell for it. */

import { isDate } from "../engine/cellValues.js";
import type { CellChange } from "../engine/cellWriter.js";
import type { TimeZone } from "../engine/timeZone.js";

const MAX_TEXT = 50_000;

export interface DateFormats {
  readonly timeZone: TimeZone;
  readonly date: string;
  readonly dateTime: string;
}

export function changeFor(value: unknown, formats: DateFormats): CellChange {
  switch (typeof value) {
    case "string":
      return { content: textOf(value) };
    case "number":
      return { content: Number.isFinite(value) ? String(value) : "#NUM!" };
    case "boolean":
      return { content: value ? "TRUE" : "FALSE" };
    case "undefined":
      return { content: "" };
    default:
      if (value === null) return { content: "" };
      if (isDate(value)) return dateChange(value, formats);
      throw new Error(`A cell takes text, a number, true or false, or a date, not ${String(value)}.`);
  }
}

/** Text that looks like a number or a date is read as one, as if typed; a leading apostrophe keeps it text. */
function textOf(text: string): string {
  if (text.length > MAX_TEXT)
    throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
  if (!text.startsWith("+")) return text;
  const rest = text.slice(1);
  return rest.trim() !== "" && Number.isFinite(Number(rest)) ? rest.trim() : `=${text}`;
}

function dateChange(date: Date, { timeZone, date: day, dateTime }: DateFormats): CellChange {
  const instant = date.getTime();
  if (Number.isNaN(instant)) throw new Error("A cell does not take an invalid date.");
  const serial = timeZone.serialOf(instant);
  return { content: String(serial), dateFormat: Number.isInteger(serial) ? day : dateTime };
}
