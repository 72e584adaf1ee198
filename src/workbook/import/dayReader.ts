import type { ColumnFormats } from "./columnFormats.js";
import type { DateFormat } from "./dateFormat.js";
import { Fault } from "./fault.js";
import { parseDate } from "./parseDate.js";
import { CellFault } from "./rowRefusal.js";
import { headingName, type SourceRow, type SourceTable } from "./sourceTable.js";

type ParseDay = (text: string, format: DateFormat) => number | null | Fault;

/** Taken where a column has no date in it to tell its format by. */
const NO_EVIDENCE: DateFormat = {
  order: "month first",
  serials: false,
  decidedBy: "assumed",
  ambiguous: null,
};

/** Reads the days of a column. The same days occur over and over in an export, so each text is read once. */
export function dayReader(
  table: SourceTable,
  formats: Pick<ColumnFormats, "dates">,
  parse: ParseDay = parseDate,
): (row: SourceRow, column: number) => number | null {
  const days = new Map<number, Map<string, number | null | Fault>>();
  return (row, column) => {
    const cell = row.cells[column] ?? "";
    if (cell === "") return null;
    let known = days.get(column);
    if (!known) {
      known = new Map();
      days.set(column, known);
    }
    let value = known.get(cell);
    if (value === undefined) {
      value = parse(cell, formats.dates.get(column) ?? NO_EVIDENCE);
      known.set(cell, value);
    }
    if (value instanceof Fault) throw new CellFault(headingName(table.headings, column), value);
    return value;
  };
}
