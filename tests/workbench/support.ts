/** A small bundle opened headless. `probe` runs given script text as a menu click would. */

import {
  type HeadlessOptions,
  type HeadlessWorkbench,
  openWorkbench,
} from "../../workbench/headless/openWorkbench.js";

/** Scripts of tests see the spreadsheet as `book` and its first sheet as `sheet`. */
const PROBE = `
function probe(text) {
  var book = SpreadsheetApp.getActive();
  var sheet = book.getSheets()[0];
  return new Function("book", "sheet", "ui", text)(book, sheet, SpreadsheetApp.getUi());
}`;

export interface Probe {
  readonly workbench: HeadlessWorkbench;
  /** Runs the text with the permissions of a click. */
  run(text: string): unknown;
}

export function open(code = "", options: Partial<HeadlessOptions> = {}): Probe {
  const workbench = openWorkbench({ timeZone: "UTC", ...options, code: `${code}\n${PROBE}` });
  return { workbench, run: (text) => plain(workbench.run("probe", text)) };
}

/** Values of the script's realm, for comparing: its arrays and dates are not ours. */
export function plain(value: unknown): unknown {
  if (Object.prototype.toString.call(value) === "[object Date]") return new Date((value as Date).getTime());
  return Array.isArray(value) ? Array.from(value, plain) : value;
}
