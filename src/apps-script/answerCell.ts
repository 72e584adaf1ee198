import { callFunction } from "../functions/call.js";
import type { Zone } from "../functions/cells.js";
import type { FunctionDefinition } from "../functions/definition.js";
import { zoneOf } from "../functions/zone.js";

/** How a cell's formula is answered from a list of functions. */

export type Answer = (name: string, args: ArrayLike<unknown>) => unknown;

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

export function answersFrom(definitions: readonly FunctionDefinition[]): Answer {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return (name, args) => {
    const definition = byName.get(name);
    if (!definition) throw new Error(`${name} is not a function of RevOps Engine.`);
    return callFunction(definition, Array.from(args), lazyZone);
  };
}
