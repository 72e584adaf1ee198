/** Where a range lies: Google's coordinates and A1 texts, as the engine's zones, with Google's refusals. */

import type { UnboundedZone, Zone } from "../engine/engine.js";
import type { Book } from "./book.js";

/** A place on a sheet; `open` keeps what an open reference such as A2:A leaves unsaid. */
export interface Place {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly open: UnboundedZone | undefined;
}

export function placeAt(
  book: Book,
  sheetId: string,
  row: unknown,
  column: unknown,
  rows: unknown = 1,
  columns: unknown = 1,
): Place {
  const [top, left] = [whole(row, "row"), whole(column, "column")];
  const [height, width] = [whole(rows, "number of rows"), whole(columns, "number of columns")];
  if (height < 1) throw new Error("The number of rows in the range must be at least 1.");
  if (width < 1) throw new Error("The number of columns in the range must be at least 1.");
  const zone = { top: top - 1, left: left - 1, bottom: top + height - 2, right: left + width - 2 };
  const { getters } = book;
  if (
    top < 1 ||
    left < 1 ||
    zone.bottom >= getters.getNumberRows(sheetId) ||
    zone.right >= getters.getNumberCols(sheetId)
  )
    throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
  return { sheetId, zone, open: undefined };
}

/** `B2`, `A2:C9`, `A2:A`, `3:5`, with or without a sheet's name in front. */
export function placeNamed(book: Book, sheetId: string, a1: string): Place {
  const { getters } = book;
  const named = getters.getNamedRange(a1);
  const range = named?.range ?? getters.getRangeFromSheetXC(sheetId, a1.trim());
  const { zone, unboundedZone: open } = range;
  const known =
    range.invalidXc === undefined &&
    range.invalidSheetName === undefined &&
    getters.tryGetSheet(range.sheetId);
  if (!known) throw new Error(`Range not found: ${a1}.`);
  if (
    zone.top > zone.bottom ||
    zone.bottom >= getters.getNumberRows(range.sheetId) ||
    zone.right >= getters.getNumberCols(range.sheetId)
  )
    throw new Error(`Range not found: ${a1} is outside the dimensions of the sheet.`);
  const isOpen = open.bottom === undefined || open.right === undefined;
  return { sheetId: range.sheetId, zone, open: isOpen ? open : undefined };
}

function whole(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new Error(`The ${what} must be a whole number, not ${String(value)}.`);
}
