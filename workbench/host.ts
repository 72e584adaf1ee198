/**
 * What the workbench's Google services ask of the place they run in. The page answers with real menus, sidebars
 * and toasts; headless use answers with a record that tests and the command line can read.
 */

export interface MenuItem {
  readonly kind: "item";
  readonly caption: string;
  /** Name of the top-level function in the bundle that a click runs. */
  readonly functionName: string;
}
export interface MenuSeparator {
  readonly kind: "separator";
}
export interface Menu {
  readonly kind: "menu";
  readonly caption: string;
  readonly children: readonly (MenuItem | MenuSeparator | Menu)[];
}

export type AlertButtons = "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
export type AlertAnswer = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";

export interface HtmlWindow {
  readonly html: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

export interface UserInterface {
  showMenu(menu: Menu): void;
  toast(message: string, title: string, seconds: number): void;
  /** Blocks until answered, as in Google Sheets. */
  alert(title: string, message: string, buttons: AlertButtons): AlertAnswer;
  showSidebar(window: HtmlWindow): void;
  showModalDialog(window: HtmlWindow): void;
}

/** Document properties: small texts kept with the workbook. */
export interface PropertyStore {
  read(): Record<string, string>;
  write(all: Record<string, string>): void;
}

/** Google's authorisation modes: what a call may do depends on how it was started. */
export type AuthMode = "NONE" | "LIMITED" | "FULL" | "CUSTOM_FUNCTION";

/** A global scope of its own in which the bundle runs: a bare vm context in Node, a hidden frame in the page. */
export interface Realm {
  /** Runs script text at top level, as a pushed file is run. */
  evaluate(code: string): unknown;
  /** Makes a name global in the realm. */
  define(name: string, value: unknown): void;
  /** A top-level function of the bundle, or undefined. */
  lookup(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** The realm's own constructors: a Date made elsewhere is not `instanceof Date` inside. */
  readonly Date: DateConstructor;
  readonly Array: ArrayConstructor;
}
