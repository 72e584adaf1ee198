import { callFunction } from "../functions/call.js";
import { findFunction } from "../functions/catalogue.js";
import type { Zone } from "../functions/cells.js";
import { zoneOf } from "../functions/zone.js";
import { runEntry } from "./entries.js";

/** The one module behind the generated top-level functions: `call` serves cells, `enter` serves menu and sidebar. */

let zone: Zone | undefined;

/** The time zone is asked for only where a date comes or goes: each question to Google is a round trip. */
const lazyZone: Zone = {
  serialOf: (date) => spreadsheetZone().serialOf(date),
  dateOf: (serial) => spreadsheetZone().dateOf(serial),
};

function spreadsheetZone(): Zone {
  zone ??= zoneOf(SpreadsheetApp.getActive().getSpreadsheetTimeZone());
  return zone;
}

export function call(name: string, args: ArrayLike<unknown>): unknown {
  const definition = findFunction(name);
  if (!definition) throw new Error(`${name} is not a function of RevOps Engine.`);
  return callFunction(definition, Array.from(args), lazyZone);
}

export function enter(name: string, args: ArrayLike<unknown>): unknown {
  return runEntry(name, Array.from(args));
}
