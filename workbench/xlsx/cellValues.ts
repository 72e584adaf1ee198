/** A cell's value as a file can hold it. */
import { escapeCellText } from "./xml.js";

export type FileValue =
  | { readonly type: "empty" }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "error"; readonly value: string };

/** Excel's errors; a file with any other one counts as damaged. */
const ERRORS = new Set(["#N/A", "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!"]);
const ENGINE_ERRORS = new Map([
  ["#REF", "#REF!"],
  ["#BAD_EXPR", "#NAME?"],
  ["#ERROR", "#VALUE!"],
]);

/** The longest text Excel opens. */
export const LONGEST_TEXT = 32_767;

/** A letter that two signs stand for is not cut in half. */
const cutText = (text: string): string =>
  text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, "") : text;

export function toFileValue(type: string, value: unknown): FileValue {
  if (type === "error") {
    const text = String(value);
    const known = ENGINE_ERRORS.get(text) ?? text;
    return { type: "error", value: ERRORS.has(known) ? known : "#VALUE!" };
  }
  if (typeof value === "boolean") return { type: "boolean", value };
  if (typeof value === "number") {
    return Number.isFinite(value) ? { type: "number", value } : { type: "error", value: "#NUM!" };
  }
  if (typeof value === "string") return { type: "text", value: cutText(value) };
  return { type: "empty" };
}

/** The `t` attribute and the `<v>` element of a value that a formula computed. */
export function writeComputed(value: FileValue): { type: string; content: string } {
  switch (value.type) {
    case "empty":
      return { type: ' t="str"', content: "<v></v>" };
    case "number":
      return { type: "", content: `<v>${value.value}</v>` };
    case "boolean":
      return { type: ' t="b"', content: `<v>${value.value ? 1 : 0}</v>` };
    case "error":
      return { type: ' t="e"', content: `<v>${value.value}</v>` };
    case "text":
      return { type: ' t="str"', content: `<v>${escapeCellText(value.value)}</v>` };
  }
}

/** Texts of the whole workbook, each once. */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  place(text: string): number {
    this.#uses++;
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(text, place);
    }
    return place;
  }

  write(head: string): string {
    const items = [...this.#places.keys()].map(
      (text) =>
        `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${escapeCellText(text)}</t></si>`,
    );
    return `${head}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}
