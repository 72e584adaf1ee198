/**
 * Cells hold dates as serial days without a time zone; Google passes them to scripts as instants in the
 * spreadsheet's time zone. This turns one into the other, daylight saving time included.
 */

const DAY = 86_400_000;
/** Serial day of 1 January 1970; day 0 is 30 December 1899. */
const UNIX_EPOCH = 25_569;
/** Time zones change their offset at quarter hours only, so one look-up serves a quarter of an hour. */
const QUARTER_HOUR = 900_000;

export class TimeZone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  /** The instant at which a clock on the wall there shows what the cell shows. */
  instantOf(serial: number): number {
    const wall = Math.round((serial - UNIX_EPOCH) * DAY);
    const first = wall - this.#offsetAt(wall);
    const second = wall - this.#offsetAt(first);
    if (second === first) return first;
    // The clocks change nearby. A time they skip is moved forward; of a time they show twice the first is meant.
    return second + this.#offsetAt(second) === wall ? second : Math.max(first, second);
  }

  serialOf(instant: number): number {
    return (instant + this.#offsetAt(instant)) / DAY + UNIX_EPOCH;
  }

  #offsetAt(instant: number): number {
    const quarter = Math.floor(instant / QUARTER_HOUR);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = this.#computeOffset(quarter * QUARTER_HOUR);
    this.#offsets.set(quarter, offset);
    return offset;
  }

  #computeOffset(instant: number): number {
    const part: Record<string, string> = {};
    for (const { type, value } of this.#format.formatToParts(instant)) part[type] = value;
    const n = (name: string) => Number(part[name]);
    const year = part.era === "BC" ? 1 - n("year") : n("year");
    const wall = new Date(0);
    wall.setUTCFullYear(year, n("month") - 1, n("day"));
    wall.setUTCHours(n("hour"), n("minute"), n("second"), 0);
    return wall.getTime() - instant;
  }
}
