import type { Zone } from "../../functions/cells.js";
import type { ColumnKind, DataValue } from "../../workbook/columns.js";

/** Data values on their way into and out of cells. */

/** What a spreadsheet would take for a formula, a number, a date or a flag, though it came as text. */
const READS_AS_SOMETHING_ELSE =
  /^[=+\-@'#]|^\s*[\d.,$€£¥(]|^(true|false)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Text stays the text it was in the export: the leading apostrophe is not shown and not read back. */
export const textForCell = (text: string): string => (READS_AS_SOMETHING_ELSE.test(text) ? `'${text}` : text);

export function cellOf(value: DataValue | undefined, kind: ColumnKind, zone: Zone): string | number | Date {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string") return textForCell(value);
  return kind === "date" ? zone.dateOf(value) : value;
}

export function valueOf(cell: unknown, zone: Zone): DataValue {
  if (cell === "" || cell === null || cell === undefined) return null;
  if (Object.prototype.toString.call(cell) === "[object Date]") return zone.serialOf(cell as Date);
  if (typeof cell === "number") return cell;
  return String(cell);
}
