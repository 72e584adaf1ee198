import type { Zone } from "./cells.js";

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
/** Serial day 0 of a spreadsheet is 30 December 1899. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Cells know local days only, scripts know instants only. The two meet in the spreadsheet's time zone, which may
 * differ from the script's: taking the script's own would move every date by up to a day.
 */
export function zoneOf(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  // A look-up is slow and a column holds thousands of dates. No zone changes its offset within a quarter of an hour,
  // nor changes it and back within a day: a day that begins and ends with one offset has it throughout.
  const offsets = new Map<number, number>();
  const days = new Map<number, number | undefined>();

  function offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY);
    let offset = days.get(day);
    if (offset === undefined && !days.has(day)) {
      const [begin, end] = [lookUp(day * DAY), lookUp((day + 1) * DAY)];
      offset = begin === end ? begin : undefined;
      days.set(day, offset);
    }
    return offset ?? lookUp(Math.floor(instant / QUARTER_HOUR) * QUARTER_HOUR);
  }

  function lookUp(start: number): number {
    const known = offsets.get(start);
    if (known !== undefined) return known;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(new Date(start))) part[type] = Number(value);
    const local = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    );
    const offset = local - start;
    offsets.set(start, offset);
    return offset;
  }

  return {
    serialOf(date) {
      const instant = date.getTime();
      if (!Number.isFinite(instant)) return Number.NaN;
      return (instant + offsetAt(instant) - EPOCH) / DAY;
    },
    dateOf(serial) {
      const local = EPOCH + Math.round(serial * DAY);
      const guess = local - offsetAt(local);
      const instant = local - offsetAt(guess);
      // Where clocks leap over this time of day (in some zones over midnight), the later reading keeps the date.
      return new Date(instant + offsetAt(instant) === local ? instant : Math.max(guess, instant));
    },
  };
}
