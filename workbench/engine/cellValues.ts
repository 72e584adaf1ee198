/** What a cell's value is to a script, and what a script's value is to a cell: one place for both directions. */

import type { Realm } from "../host.js";
import type { Engine, EngineResult } from "./engine.js";
import type { TimeZone } from "./timeZone.js";

/** A cell as Google passes it to a script; a date is the realm's own Date. */
export type ScriptValue = string | number | boolean | Date;

/** Google's names for what the engine calls otherwise. */
const GOOGLE_ERRORS: Readonly<Record<string, string>> = {
  "#CYCLE": "#REF!",
  "#SPILL!": "#REF!",
  "#BAD_EXPR": "#ERROR!",
  "#ERROR": "#ERROR!",
};

/** The name Google shows for an error of the engine; other text is left alone. */
export function googleError(text: string): string {
  return GOOGLE_ERRORS[text] ?? text;
}

export class CellValues {
  readonly timeZone: TimeZone;
  readonly #realm: Realm;
  readonly #isDateTimeFormat: (format: string) => boolean;
  readonly #dateFormats = new Map<string, boolean>();

  constructor(engine: Engine, realm: Realm, timeZone: TimeZone) {
    this.timeZone = timeZone;
    this.#realm = realm;
    this.#isDateTimeFormat = engine.helpers.isDateTimeFormat;
  }

  toScript(value: EngineResult["value"] | undefined, format: string | undefined): ScriptValue {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") {
      if (format !== undefined && this.#isDate(format))
        return new this.#realm.Date(this.timeZone.instantOf(value));
      return value;
    }
    if (typeof value === "string" && value.charCodeAt(0) === 35 /* # */) return googleError(value);
    return value;
  }

  /** An empty array of the realm, `instanceof Array` there. */
  array<Item>(length: number): Item[] {
    return new this.#realm.Array(length) as Item[];
  }

  #isDate(format: string): boolean {
    let known = this.#dateFormats.get(format);
    if (known === undefined) {
      known = this.#isDateTimeFormat(format);
      this.#dateFormats.set(format, known);
    }
    return known;
  }
}

/** A Date of whichever realm: `instanceof` only knows its own. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
