/** The global `PropertiesService`: document properties only, within Google's sizes. */

import type { Book } from "./book.js";
import type { Offers } from "./offers.js";

const MAX_VALUE = 9 * 1024;
const MAX_STORE = 500 * 1024;

export class PropertiesServiceService
  implements Offers<GoogleAppsScript.Properties.PropertiesService, "getDocumentProperties">
{
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  getDocumentProperties() {
    this.#book.requireChange();
    return this.#book.guarded("Properties", new PropertiesOfDocument(this.#book));
  }
}

class PropertiesOfDocument
  implements
    Offers<
      GoogleAppsScript.Properties.Properties,
      | "deleteAllProperties"
      | "deleteProperty"
      | "getKeys"
      | "getProperties"
      | "getProperty"
      | "setProperties"
      | "setProperty"
    >
{
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  getProperty(key: unknown): string | null {
    const all = this.#all;
    return Object.hasOwn(all, String(key)) ? (all[String(key)] as string) : null;
  }

  getProperties(): Record<string, string> {
    return this.#all;
  }

  getKeys(): string[] {
    return Object.keys(this.#all);
  }

  setProperty(key: unknown, value: unknown) {
    return this.#store({ ...this.#all, [String(key)]: String(value) });
  }

  setProperties(properties: Readonly<Record<string, unknown>>, deleteAllOthers = false) {
    const next = deleteAllOthers ? {} : this.#all;
    for (const [key, value] of Object.entries(properties)) next[key] = String(value);
    return this.#store(next);
  }

  deleteProperty(key: unknown) {
    const next = this.#all;
    delete next[String(key)];
    return this.#store(next);
  }

  deleteAllProperties() {
    return this.#store({});
  }

  get #all(): Record<string, string> {
    this.#book.requireChange();
    return this.#book.host.properties.read();
  }

  #store(all: Record<string, string>) {
    this.#book.requireChange();
    let total = 0;
    for (const [key, value] of Object.entries(all)) {
      const size = bytesOf(value);
      if (size > MAX_VALUE)
        throw new Error(`Argument too large: value. ${key} has ${size} bytes, the limit is 9 KB.`);
      total += size + bytesOf(key);
    }
    if (total > MAX_STORE)
      throw new Error(
        "You have exceeded the property storage quota (500 KB). Please remove some properties and try again.",
      );
    this.#book.host.properties.write(all);
    return this;
  }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
