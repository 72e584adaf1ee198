import type { DateFormat } from "./dateFormat.js";
import { Fault } from "./fault.js";
import { parseDate } from "./parseDate.js";

const TIME = /[T,\s](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?m?/i;
const DAY_IN_SECONDS = 86_400;

/**
 * A day with its time as a spreadsheet serial, the time taken as written, like the day; without a time it is the
 * beginning of the day. Fractions of a second are dropped: a sheet does not keep them.
 */
export function parseMoment(text: string, format: DateFormat): number | null | Fault {
  const day = parseDate(text, format);
  if (day === null || day instanceof Fault) return day;
  if (format.serials) {
    const serial = Number(text.replace(",", "."));
    return Number.isFinite(serial) ? Math.round(serial * DAY_IN_SECONDS) / DAY_IN_SECONDS : day;
  }
  const time = TIME.exec(text);
  if (!time) return day;
  const [, hour = "", minute = "", second = "0", half] = time;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const seconds = hours * 3600 + Number(minute) * 60 + Number(second);
  return hours > 23 || Number(minute) > 59 ? day : day + seconds / DAY_IN_SECONDS;
}
