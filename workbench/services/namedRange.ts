/** Named ranges, open ones included: `A2:A` stays open when it is read back. */

import type { Book } from "./book.js";
import type { Offers } from "./offers.js";
import { type RangeService, rangeOf } from "./range.js";
import type { Place } from "./zones.js";

export class NamedRangeService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.NamedRange,
      "getName" | "getRange" | "remove" | "setName" | "setRange"
    >
{
  readonly #book: Book;
  #name: string;

  constructor(book: Book, name: string) {
    this.#book = book;
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  getRange() {
    const place = placeNamedRange(this.#book, this.#name);
    if (!place) throw new Error(`The named range ${this.#name} was removed.`);
    return rangeOf(this.#book, place);
  }

  setName(name: unknown) {
    const { target, place } = this.getRange();
    const newRangeName = String(name);
    const { sheetId } = place;
    const ranges = [{ _sheetId: sheetId, _zone: target }];
    this.#book.dispatch("UPDATE_NAMED_RANGE", { sheetId, oldRangeName: this.#name, newRangeName, ranges });
    this.#name = newRangeName;
    return this;
  }

  setRange(range: unknown) {
    setNamedRange(this.#book, this.#name, range as RangeService);
    return this;
  }

  remove(): void {
    removeNamedRange(this.#book, this.#name);
  }
}

export function namedRangesIn(book: Book, sheetId?: string): NamedRangeService[] {
  return book.getters
    .getNamedRanges()
    .filter(({ range }) => sheetId === undefined || range.sheetId === sheetId)
    .map(({ name }) => book.guarded("NamedRange", new NamedRangeService(book, name)));
}

export function placeNamedRange(book: Book, name: string): Place | undefined {
  const named = book.getters.getNamedRange(name);
  if (!named) return undefined;
  const { sheetId, zone, unboundedZone: open } = named.range;
  const isOpen = open.bottom === undefined || open.right === undefined;
  return { sheetId, zone, open: isOpen ? open : undefined };
}

/** Without the sheet the engine measures the range against whichever sheet is active. */
export function setNamedRange(book: Book, name: string, { place, target }: RangeService): void {
  if (!/^[A-Za-z_][A-Za-z0-9_.]{0,249}$/.test(name) || /^(true|false)$/i.test(name))
    throw new Error(
      `The name ${name} is not valid for a range: letters, digits and _, not starting with a digit.`,
    );
  const { sheetId } = place;
  const ranges = [{ _sheetId: sheetId, _zone: target }];
  const present = book.getters.getNamedRange(name)?.name;
  if (present === undefined) book.dispatch("CREATE_NAMED_RANGE", { sheetId, name, ranges });
  else book.dispatch("UPDATE_NAMED_RANGE", { sheetId, oldRangeName: present, newRangeName: present, ranges });
}

export function removeNamedRange(book: Book, name: string): void {
  const present = book.getters.getNamedRange(name);
  if (!present) throw new Error(`There is no named range ${name}.`);
  book.dispatch("DELETE_NAMED_RANGE", { name: present.name });
}
