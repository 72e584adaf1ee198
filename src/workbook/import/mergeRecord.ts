import type { DataRecord, DataTab, DataValue } from "../columns.js";
import { hasId, type ImportKind } from "./importKind.js";
import type { IncomingRecord } from "./readRecord.js";
import { nameKey } from "./recordKeys.js";

/** A record the workbook does not have yet: every column, blank where the export does not know it. */
export function newRecord({ columns }: DataTab, { values }: IncomingRecord): DataRecord {
  return Object.fromEntries(columns.map(({ key }) => [key, values[key] ?? null]));
}

/**
 * A record the workbook has, brought up to date. Columns that the export lacks keep what they hold, and so does the id,
 * unless it was only made from the record's name.
 */
export function updatedRecord(kind: ImportKind, before: DataRecord, { values }: IncomingRecord): DataRecord {
  if (!hasId(kind)) return { ...before, ...values };
  const id = blankToNull(before.id);
  const made = id !== null && String(id) === nameKey(kind, before);
  return { ...before, ...values, id: made ? (values.id ?? id) : (id ?? values.id ?? null) };
}

/** Whether two versions of a record hold the same; a blank is a blank however it is stored. */
export function sameRecord({ columns }: DataTab, before: DataRecord, after: DataRecord): boolean {
  return columns.every(({ key }) => sameValue(blankToNull(before[key]), blankToNull(after[key])));
}

/** A sheet keeps moments to the millisecond, so they come back a trifle off. */
const sameValue = (one: DataValue, other: DataValue): boolean =>
  one === other || (typeof one === "number" && typeof other === "number" && Math.abs(one - other) < 1e-6);

export function blankToNull(value: DataValue | undefined): DataValue {
  return value === undefined || value === "" ? null : value;
}
