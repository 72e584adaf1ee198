/** Protections are recorded with the document; the workbench has one user, so none of them keeps anybody out. */

import type { StoredProtection } from "../engine/companion.js";
import { changeCompanion, companionOf } from "../engine/companionPlugin.js";
import type { Book } from "./book.js";
import { type EnumMember, ProtectionType } from "./enums.js";
import type { Offers } from "./offers.js";
import { rangeOf } from "./range.js";
import { type Place, placeNamed } from "./zones.js";

export class ProtectionService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.Protection,
      | "getDescription"
      | "getProtectionType"
      | "getRange"
      | "isWarningOnly"
      | "remove"
      | "setDescription"
      | "setWarningOnly"
    >
{
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, id: string) {
    this.#book = book;
    this.#id = id;
  }

  getDescription(): string {
    return this.#stored.description;
  }

  setDescription(description: unknown) {
    return this.#change({ description: String(description) });
  }

  isWarningOnly(): boolean {
    return this.#stored.warningOnly;
  }

  setWarningOnly(warningOnly: unknown) {
    return this.#change({ warningOnly: warningOnly === true });
  }

  getProtectionType(): EnumMember {
    return this.#stored.range === undefined ? ProtectionType.SHEET : ProtectionType.RANGE;
  }

  getRange() {
    const { sheetId, range } = this.#stored;
    if (range !== undefined) return rangeOf(this.#book, placeNamed(this.#book, sheetId, range));
    return rangeOf(this.#book, { sheetId, zone: this.#book.getters.getSheetZone(sheetId), open: undefined });
  }

  remove(): void {
    store(
      this.#book,
      storedIn(this.#book).filter(({ id }) => id !== this.#id),
    );
  }

  get #stored(): StoredProtection {
    const found = storedIn(this.#book).find(({ id }) => id === this.#id);
    if (!found) throw new Error("The protection was removed.");
    return found;
  }

  #change(change: Partial<StoredProtection>) {
    const next = { ...this.#stored, ...change };
    store(
      this.#book,
      storedIn(this.#book).map((one) => (one.id === this.#id ? next : one)),
    );
    return this;
  }
}

export function protectPlace(book: Book, { sheetId, zone, open }: Place): ProtectionService {
  const range = book.getters.getRangeFromRangeData({ _sheetId: sheetId, _zone: open ?? zone });
  return protect(book, sheetId, book.getters.getRangeString(range, sheetId));
}

/** A sheet has at most one protection of its own; asking again gives the same. */
export function protectSheet(book: Book, sheetId: string): ProtectionService {
  const present = storedIn(book).find((one) => one.sheetId === sheetId && one.range === undefined);
  return present ? protectionOf(book, present.id) : protect(book, sheetId, undefined);
}

export function protectionsOf(book: Book, sheetId: string, type: unknown): ProtectionService[] {
  const wanted = (one: StoredProtection) =>
    one.sheetId === sheetId && (one.range === undefined) === (type === ProtectionType.SHEET);
  return storedIn(book)
    .filter(wanted)
    .map(({ id }) => protectionOf(book, id));
}

function protect(book: Book, sheetId: string, range: string | undefined): ProtectionService {
  const id = book.newId();
  const place = range === undefined ? {} : { range };
  store(book, [...storedIn(book), { id, sheetId, ...place, description: "", warningOnly: false }]);
  return protectionOf(book, id);
}

function protectionOf(book: Book, id: string): ProtectionService {
  return book.guarded("Protection", new ProtectionService(book, id));
}

function storedIn(book: Book): readonly StoredProtection[] {
  return companionOf(book.model).getCompanion().protections;
}

function store(book: Book, protections: readonly StoredProtection[]): void {
  book.requireChange();
  book.calls.wrote();
  changeCompanion(book.model, { protections });
}
