/** A menu under construction. */

import type { Menu, MenuItem, MenuSeparator } from "../host.js";
import type { Book } from "./book.js";
import type { Offers } from "./offers.js";

export class MenuService
  implements Offers<GoogleAppsScript.Base.Menu, "addItem" | "addSeparator" | "addSubMenu" | "addToUi">
{
  readonly #book: Book;
  readonly #caption: string;
  readonly #children: (MenuItem | MenuSeparator | MenuService)[] = [];

  constructor(book: Book, caption: string) {
    this.#book = book;
    this.#caption = caption;
  }

  addItem(caption: unknown, functionName: unknown) {
    if (typeof functionName !== "string" || functionName === "")
      throw new Error("A menu item needs the name of a function, as text.");
    this.#children.push({ kind: "item", caption: String(caption), functionName });
    return this;
  }

  addSeparator() {
    this.#children.push({ kind: "separator" });
    return this;
  }

  addSubMenu(menu: unknown) {
    if (!(menu instanceof MenuService)) throw new Error("addSubMenu needs a menu made by Ui.createMenu.");
    this.#children.push(menu);
    return this;
  }

  addToUi(): void {
    this.#book.host.ui.showMenu(MenuService.#built(this));
  }

  static #built(menu: MenuService): Menu {
    const children = menu.#children.map((child) =>
      child instanceof MenuService ? MenuService.#built(child) : child,
    );
    return { kind: "menu", caption: menu.#caption, children };
  }
}
