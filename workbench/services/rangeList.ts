/** Several ranges that are changed alike. */

import type { Book } from "./book.js";
import type { Offers } from "./offers.js";
import { type ClearOptions, RangeService, rangeOf } from "./range.js";
import type { Place } from "./zones.js";

type Change = (range: RangeService) => void;

export class RangeListService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.RangeList,
      | "breakApart"
      | "clear"
      | "clearContent"
      | "clearDataValidations"
      | "clearFormat"
      | "clearNote"
      | "getRanges"
      | "setBackground"
      | "setBorder"
      | "setFontColor"
      | "setFontFamily"
      | "setFontSize"
      | "setFontStyle"
      | "setFontWeight"
      | "setFormula"
      | "setHorizontalAlignment"
      | "setNote"
      | "setNumberFormat"
      | "setValue"
      | "setVerticalAlignment"
      | "setWrap"
      | "setWrapStrategy"
    >
{
  readonly #book: Book;
  readonly #places: readonly Place[];

  constructor(book: Book, places: readonly Place[]) {
    this.#book = book;
    this.#places = places;
  }

  getRanges() {
    return this.#places.map((place) => rangeOf(this.#book, place));
  }

  breakApart() {
    return this.#all((range) => range.breakApart());
  }

  clear(options?: ClearOptions) {
    return this.#all((range) => range.clear(options));
  }

  clearContent() {
    return this.#all((range) => range.clearContent());
  }

  clearDataValidations() {
    return this.#all((range) => range.clearDataValidations());
  }

  clearFormat() {
    return this.#all((range) => range.clearFormat());
  }

  clearNote() {
    return this.#all((range) => range.clearNote());
  }

  setBackground(color: unknown) {
    return this.#all((range) => range.setBackground(color));
  }

  setBorder(...args: Parameters<RangeService["setBorder"]>) {
    return this.#all((range) => range.setBorder(...args));
  }

  setFontColor(color: unknown) {
    return this.#all((range) => range.setFontColor(color));
  }

  setFontFamily(family: unknown) {
    return this.#all((range) => range.setFontFamily(family));
  }

  setFontSize(size: unknown) {
    return this.#all((range) => range.setFontSize(size));
  }

  setFontStyle(style: unknown) {
    return this.#all((range) => range.setFontStyle(style));
  }

  setFontWeight(weight: unknown) {
    return this.#all((range) => range.setFontWeight(weight));
  }

  setFormula(formula: unknown) {
    return this.#all((range) => range.setFormula(formula));
  }

  setHorizontalAlignment(to: unknown) {
    return this.#all((range) => range.setHorizontalAlignment(to));
  }

  setNote(note: unknown) {
    return this.#all((range) => range.setNote(note));
  }

  setNumberFormat(format: unknown) {
    return this.#all((range) => range.setNumberFormat(format));
  }

  setValue(value: unknown) {
    return this.#all((range) => range.setValue(value));
  }

  setVerticalAlignment(to: unknown) {
    return this.#all((range) => range.setVerticalAlignment(to));
  }

  setWrap(isWrapped: unknown) {
    return this.#all((range) => range.setWrap(isWrapped));
  }

  setWrapStrategy(strategy: unknown) {
    return this.#all((range) => range.setWrapStrategy(strategy));
  }

  /** One call of a script, however many ranges: the ranges' own calls are not counted. */
  #all(change: Change) {
    for (const place of this.#places) change(new RangeService(this.#book, place));
    return this;
  }
}
