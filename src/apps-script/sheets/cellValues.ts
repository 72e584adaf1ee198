import type { Zone } from "../../functions/cells.js";
import type { ColumnKind, DataValue } from "../../workbook/columns.js";
import { asCellText } from "../../workbook/import/index.js";

/** Data values on their way into and out of cells. */

export function cellOf(value: DataValue | undefined, kind: ColumnKind, zone: Zone): string | number | Date {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string") return asCellText(value);
  return kind === "date" || kind === "moment" ? zone.dateOf(value) : value;
}

export function recordValueOf(cell: unknown, zone: Zone): DataValue {
  if (cell === "" || cell === null || cell === undefined) return null;
  if (Object.prototype.toString.call(cell) === "[object Date]") return zone.serialOf(cell as Date);
  if (typeof cell === "number") return cell;
  return String(cell);
}
