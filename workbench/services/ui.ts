/** Menus, alerts, sidebars and dialogs: passed on to the place the workbench runs in. */

import type { AlertButtons } from "../host.js";
import type { Book } from "./book.js";
import { Button, ButtonSet, EnumMember } from "./enums.js";
import type { HtmlOutputService } from "./htmlService.js";
import { MenuService } from "./menu.js";
import type { Offers } from "./offers.js";

/** Google's sidebars are this wide, whatever the script asks for. */
const SIDEBAR_WIDTH = 300;
const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

export class UiService
  implements
    Offers<
      GoogleAppsScript.Base.Ui,
      "alert" | "createAddonMenu" | "createMenu" | "showModalDialog" | "showSidebar"
    >
{
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  createMenu(caption: unknown) {
    return this.#book.guarded("Menu", new MenuService(this.#book, String(caption)));
  }

  createAddonMenu() {
    return this.createMenu(this.#book.host.addonName ?? "Add-on");
  }

  /** `alert(prompt)`, `alert(prompt, buttons)` or `alert(title, prompt, buttons)`. */
  alert(...args: unknown[]): EnumMember {
    this.#requirePermission();
    const last = args.at(-1);
    const buttons = last instanceof EnumMember ? (last.name() as AlertButtons) : "OK";
    const texts = last instanceof EnumMember ? args.slice(0, -1) : args;
    if (texts.length === 0 || texts.length > 2)
      throw new Error("The parameters don't match the method signature for Ui.alert.");
    const [title, prompt] = texts.length === 2 ? texts : ["", texts[0]];
    return Button[this.#book.host.ui.alert(String(title ?? ""), String(prompt), buttons)];
  }

  showSidebar(output: unknown): void {
    this.#requirePermission();
    const html = output as HtmlOutputService;
    const height = html.getHeight() ?? DIALOG_HEIGHT;
    this.#book.host.ui.showSidebar({
      html: html.getContent(),
      title: html.getTitle() ?? "",
      width: SIDEBAR_WIDTH,
      height,
    });
  }

  showModalDialog(output: unknown, title: unknown): void {
    this.#requirePermission();
    const html = output as HtmlOutputService;
    this.#book.host.ui.showModalDialog({
      html: html.getContent(),
      title: String(title),
      width: html.getWidth() ?? DIALOG_WIDTH,
      height: html.getHeight() ?? DIALOG_HEIGHT,
    });
  }

  /** Opening the file grants nothing: a window needs a click of the user first. */
  #requirePermission(): void {
    this.#book.requireUserInterface();
    this.#book.requireFull();
  }
}
