/** The open spreadsheet. */

import type { Book } from "./book.js";
import { unguarded } from "./guard.js";
import { namedRangesIn, placeNamedRange, removeNamedRange, setNamedRange } from "./namedRange.js";
import type { Offers } from "./offers.js";
import { type RangeService, rangeOf } from "./range.js";
import { SheetService, sheetOf } from "./sheet.js";
import { checkedSheetName } from "./sheetNames.js";
import { placeNamed } from "./zones.js";

/** As large as Google makes a new sheet. */
const ROWS = 1000;
const COLUMNS = 26;

export class SpreadsheetService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.Spreadsheet,
      | "deleteSheet"
      | "getActiveRange"
      | "getActiveSheet"
      | "getId"
      | "getName"
      | "getNamedRanges"
      | "getNumSheets"
      | "getRange"
      | "getRangeByName"
      | "getSheetByName"
      | "getSheets"
      | "getSpreadsheetLocale"
      | "getSpreadsheetTimeZone"
      | "insertSheet"
      | "moveActiveSheet"
      | "removeNamedRange"
      | "setActiveRange"
      | "setActiveSheet"
      | "setNamedRange"
      | "toast"
    >
{
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  getId(): string {
    return "workbench";
  }

  getName(): string {
    return this.#book.host.name ?? "Untitled spreadsheet";
  }

  getSpreadsheetLocale(): string {
    return this.#book.host.locale;
  }

  getSpreadsheetTimeZone(): string {
    return this.#book.host.timeZone;
  }

  getSheets() {
    return this.#getters.getSheetIds().map((id) => sheetOf(this.#book, id));
  }

  getNumSheets(): number {
    return this.#getters.getSheetIds().length;
  }

  getSheetByName(name: unknown) {
    const id = this.#getters.getSheetIds().find((one) => this.#getters.getSheetName(one) === name);
    return id === undefined ? null : sheetOf(this.#book, id);
  }

  getActiveSheet() {
    return sheetOf(this.#book, this.#getters.getActiveSheetId());
  }

  setActiveSheet(sheet: unknown) {
    (sheet as SheetService).activate();
    return sheetOf(this.#book, (sheet as SheetService).sheetId);
  }

  getActiveRange() {
    const zone = this.#getters.getSelectedZone();
    return rangeOf(this.#book, { sheetId: this.#getters.getActiveSheetId(), zone, open: undefined });
  }

  setActiveRange(range: unknown) {
    (range as RangeService).activate();
    return rangeOf(this.#book, (range as RangeService).place);
  }

  getRange(a1: unknown) {
    return rangeOf(this.#book, placeNamed(this.#book, this.#getters.getActiveSheetId(), String(a1)));
  }

  /** The new sheet comes after the active one and becomes active. */
  insertSheet(nameOrIndex?: unknown, index?: unknown) {
    const name = typeof nameOrIndex === "string" ? nameOrIndex : this.#getters.getNextSheetName("Sheet");
    const at = typeof nameOrIndex === "number" ? nameOrIndex : index;
    const ids = this.#getters.getSheetIds();
    const position = typeof at === "number" ? at : ids.indexOf(this.#getters.getActiveSheetId()) + 1;
    if (position < 0 || position > ids.length) throw new Error("The sheet index is out of bounds.");
    const sheetId = this.#book.newId();
    this.#book.dispatch("CREATE_SHEET", {
      sheetId,
      position,
      name: checkedSheetName(this.#book, name),
      rows: ROWS,
      cols: COLUMNS,
    });
    const sheet = new SheetService(this.#book, sheetId);
    sheet.activate();
    return this.#book.guarded("Sheet", sheet);
  }

  deleteSheet(sheet: unknown): void {
    const { sheetId } = sheet as SheetService;
    const ids = this.#getters.getSheetIds();
    if (ids.length === 1) throw new Error("You can't remove all the sheets in a document.");
    if (sheetId === this.#getters.getActiveSheetId()) {
      const next = this.#getters.getVisibleSheetIds().find((id) => id !== sheetId);
      if (next) new SheetService(this.#book, next).activate();
    }
    this.#book.dispatch("DELETE_SHEET", { sheetId, sheetName: this.#getters.getSheetName(sheetId) });
  }

  moveActiveSheet(position: unknown): void {
    const ids = this.#getters.getSheetIds();
    if (typeof position !== "number" || position < 1 || position > ids.length)
      throw new Error(`The sheet position must be between 1 and ${ids.length}.`);
    const sheetId = this.#getters.getActiveSheetId();
    // The engine counts visible sheets only, so the sheet is moved one place at a time until it is there.
    for (let here = ids.indexOf(sheetId); here !== position - 1; ) {
      this.#book.dispatch("MOVE_SHEET", { sheetId, delta: here < position - 1 ? 1 : -1 });
      const next = this.#getters.getSheetIds().indexOf(sheetId);
      if (next === here || (here < position - 1 ? next > position - 1 : next < position - 1)) break;
      here = next;
    }
  }

  getNamedRanges() {
    this.#book.requireDocument();
    return namedRangesIn(this.#book);
  }

  getRangeByName(name: unknown) {
    this.#book.requireDocument();
    const place = placeNamedRange(this.#book, String(name));
    return place ? rangeOf(this.#book, place) : null;
  }

  setNamedRange(name: unknown, range: unknown): void {
    setNamedRange(this.#book, String(name), unguarded(range) as RangeService);
  }

  removeNamedRange(name: unknown): void {
    removeNamedRange(this.#book, String(name));
  }

  toast(message: unknown, title: unknown = "", seconds: unknown = 5): void {
    this.#book.requireUserInterface();
    this.#book.host.ui.toast(String(message), String(title ?? ""), Number(seconds ?? 5));
  }

  get #getters() {
    this.#book.requireDocument();
    return this.#book.getters;
  }
}
