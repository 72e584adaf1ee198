import type { DataRecord, DataValue } from "../columns.js";
import { fieldInfo, type ImportKind } from "./importKind.js";
import { recordIdKey } from "./recordId.js";
import { isoDay } from "./serialDay.js";

/** By what a record is found again: for each way that its kind knows, the key, or null where its first field is blank. */
export type RecordKeys = readonly (string | null)[];

export function keysOf(kind: ImportKind, record: DataRecord): RecordKeys {
  const name = kind.keys.length > 1 ? nameKey(kind, record) : null;
  return kind.keys.map((fields) => {
    const parts = fields.map((field) => keyPart(kind, field, record[field]));
    // An id that was made from the record's name says no more than the name.
    if (parts[0] === "" || (fields[0] === "id" && name !== null && String(record.id) === name)) return null;
    return parts.join("\n");
  });
}

function keyPart(kind: ImportKind, field: string, value: DataValue | undefined): string {
  if (value === null || value === undefined) return "";
  // A sheet hands numeric ids over as numbers.
  if (field === "id") return recordIdKey(String(value).trim());
  if (typeof value === "number") {
    return String(Math.round(value * (fieldInfo(kind, field).kind === "moment" ? 86_400 : 1e6)));
  }
  return value.trim().replace(/\s+/g, " ").toLowerCase();
}

/** The id of a record that has none of its own: what it is called. */
export function nameKey(kind: ImportKind, record: DataRecord): string | null {
  const fields = kind.keys.find(([first]) => first !== "id" && (record[first] ?? "") !== "");
  if (!fields) return null;
  const parts = fields.map((field) => record[field] ?? null);
  while (parts.length > 1 && parts[parts.length - 1] === null) parts.pop();
  return parts.map((part) => (typeof part === "number" ? isoDay(part) : (part ?? ""))).join(" | ");
}

/** Records found by their keys, the first of several winning. */
export class RecordIndex<T> {
  /** By key, and under each key by which of the surer ways its record has filled. */
  readonly #byKey = new Map<string, Map<number, T>>();

  /** False where a record with the surest of these keys is there already; that one stays. */
  add(keys: RecordKeys, entry: T): boolean {
    let filled = 0;
    let isNew = true;
    let surest = true;
    keys.forEach((key, way) => {
      if (key === null) return;
      const name = `${way}\n${key}`;
      let entries = this.#byKey.get(name);
      if (!entries) {
        entries = new Map();
        this.#byKey.set(name, entries);
      }
      if (surest && entries.size > 0) isNew = false;
      surest = false;
      if (!entries.has(filled)) entries.set(filled, entry);
      filled |= 1 << way;
    });
    return isNew;
  }

  /**
   * Two records with the same name and different ids are two records: a way counts only where no surer one, filled on
   * both sides, has said that they differ.
   */
  find(keys: RecordKeys): T | undefined {
    let filled = 0;
    for (const [way, key] of keys.entries()) {
      if (key === null) continue;
      for (const [others, entry] of this.#byKey.get(`${way}\n${key}`) ?? []) {
        if ((others & filled) === 0) return entry;
      }
      filled |= 1 << way;
    }
    return undefined;
  }
}
