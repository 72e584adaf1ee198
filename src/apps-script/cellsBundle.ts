import { callFunction } from "../functions/call.js";
import { findFunction } from "../functions/catalogue.js";
import type { Zone } from "../functions/cells.js";
import { zoneOf } from "../functions/zone.js";

/** What every formula loads: the catalogue and its maths, and nothing of menus, templates or imports. */

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
