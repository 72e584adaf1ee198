/**
 * The engine in Node. Its import of .xlsx wants a browser's XML parser, which jsdom has; it must be put in place
 * after the engine is loaded, or the engine's framework believes it is in a browser. Node only.
 */

import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { JSDOM } from "jsdom";

let loaded: Promise<typeof OSpreadsheet> | undefined;

/** The engine, with all that writeXlsx and readXlsx need. */
export function loadEngine(): Promise<typeof OSpreadsheet> {
  loaded ??= import("@odoo/o-spreadsheet").then((engine) => {
    installXmlParser();
    return engine;
  });
  return loaded;
}

/** Only for an engine that is already loaded. */
export function installXmlParser(): void {
  const { window } = new JSDOM("");
  // Assigned, not merely filled in: outside a browser the engine brings empty stand-ins of its own.
  Object.assign(globalThis, { DOMParser: window.DOMParser, XMLSerializer: window.XMLSerializer });
}
