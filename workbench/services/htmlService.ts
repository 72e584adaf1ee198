/** The global `HtmlService`: pages for sidebars and dialogs. */

import type { Book } from "./book.js";
import type { Offers } from "./offers.js";

export class HtmlServiceService
  implements
    Offers<
      GoogleAppsScript.HTML.HtmlService,
      "createHtmlOutput" | "createHtmlOutputFromFile" | "createTemplateFromFile"
    >
{
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  createHtmlOutput(html: unknown = "") {
    return this.#book.guarded("HtmlOutput", new HtmlOutputService(String(html)));
  }

  createHtmlOutputFromFile(name: unknown) {
    return this.createHtmlOutput(this.#file(name));
  }

  createTemplateFromFile(name: unknown) {
    return this.#book.guarded("HtmlTemplate", new HtmlTemplateService(this.#file(name)));
  }

  #file(name: unknown): string {
    const { html } = this.#book.host;
    const page = html[String(name)] ?? html[`${String(name)}.html`];
    if (page === undefined) throw new Error(`No HTML file named ${String(name)} was found.`);
    return page;
  }
}

/** A file as text; scriptlets in it are not evaluated here. */
class HtmlTemplateService implements Offers<GoogleAppsScript.HTML.HtmlTemplate, "getRawContent"> {
  readonly #content: string;

  constructor(content: string) {
    this.#content = content;
  }

  getRawContent(): string {
    return this.#content;
  }
}

export class HtmlOutputService
  implements
    Offers<
      GoogleAppsScript.HTML.HtmlOutput,
      "append" | "getContent" | "getHeight" | "getTitle" | "getWidth" | "setHeight" | "setTitle" | "setWidth"
    >
{
  #content: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;

  constructor(content: string) {
    this.#content = content;
  }

  getContent(): string {
    return this.#content;
  }

  append(text: unknown) {
    this.#content += String(text);
    return this;
  }

  getTitle(): string | null {
    return this.#title;
  }

  setTitle(title: unknown) {
    this.#title = String(title);
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  setWidth(width: unknown) {
    this.#width = width === null ? null : Number(width);
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: unknown) {
    this.#height = height === null ? null : Number(height);
    return this;
  }
}
