import type { DataValue } from "../columns.js";
import { longestCellText } from "./cellText.js";
import type { Fault } from "./fault.js";
import { grouped } from "./quantity.js";
import type { SourceRow } from "./sourceTable.js";

/** Why rows are kept out, for counting. */
export type RefusalKind = "deleted" | "duplicate" | "layout" | "missing" | "value" | "outcome";

export interface RowRefusal {
  readonly row: number;
  readonly kind: RefusalKind;
  readonly reason: string;
}

export function refusal(row: SourceRow, kind: RefusalKind, reason: string): RowRefusal {
  return { row: row.row, kind, reason };
}

export function missing(row: SourceRow, heading: string, advice: string): RowRefusal {
  return refusal(row, "missing", `Row ${row.row}, ${heading} is blank; ${advice}.`);
}

export function deletedRow(row: SourceRow): RowRefusal {
  return refusal(row, "deleted", `Row ${row.row} is deleted in the CRM, so it was kept out.`);
}

/** An id that a spreadsheet program has written as 1.2E+15 has lost its last digits for good. */
export const isShortenedId = (id: string): boolean => /^\d[.,]\d+E\+\d+$/i.test(id);

export function shortenedId(row: SourceRow, heading: string, id: string): RowRefusal {
  return refusal(
    row,
    "value",
    `Row ${row.row}, ${heading}: ${id} was shortened by a spreadsheet program; export again and import the file without opening it there.`,
  );
}

/** A text that no cell holds is refused with its row; cut short it would be another text. */
export function tooLongText(
  row: SourceRow,
  values: Readonly<Record<string, DataValue>>,
  heading: (field: string) => string,
): RowRefusal | undefined {
  for (const [field, value] of Object.entries(values)) {
    if (typeof value !== "string" || value.length <= longestCellText(value)) continue;
    return refusal(
      row,
      "value",
      `Row ${row.row}, ${heading(field)}: the text has ${grouped(value.length)} characters and a cell takes ${grouped(longestCellText(value))} of it; shorten it in the export.`,
    );
  }
  return undefined;
}

/** Leaves the reading of a row at its first cell that cannot be read. */
export class CellFault {
  constructor(
    readonly heading: string,
    readonly fault: Fault,
  ) {}
}

/** Reads a row, or says which of its cells cannot be read. */
export function refusingFaults<T>(
  read: (row: SourceRow) => T | RowRefusal,
): (row: SourceRow) => T | RowRefusal {
  return (row) => {
    if (row.fault !== undefined) return refusal(row, "layout", row.fault);
    try {
      return read(row);
    } catch (error) {
      if (error instanceof CellFault) {
        return refusal(row, "value", `Row ${row.row}, ${error.heading}: ${error.fault.problem}.`);
      }
      throw error;
    }
  };
}

/** The one filled cell of a row, or null when there are more. */
export function onlyCell({ cells }: SourceRow): string | null {
  const first = cells.findIndex((cell) => cell !== "");
  return cells.some((cell, i) => i > first && cell !== "") ? null : (cells[first] ?? null);
}
