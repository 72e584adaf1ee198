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
  // No zone changes its offset within a quarter of an hour, so one look-up serves all instants in it.
  const offsets = new Map<number, number>();

  function offsetAt(instant: number): number {
    const bucket = Math.floor(instant / QUARTER_HOUR);
    const known = offsets.get(bucket);
    if (known !== undefined) return known;
    const part: Record<string, number> = {};
    const start = bucket * QUARTER_HOUR;
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
    offsets.set(bucket, offset);
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
      return new Date(local - offsetAt(guess));
    },
  };
}
