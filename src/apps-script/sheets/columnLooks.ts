import { columnLetters } from "../../templates/grid.js";
import { numberFormat } from "../../templates/numberFormats.js";
import type { Column } from "../../workbook/columns.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A column of ours and where it stands, from 1. */
export interface PlacedColumn {
  readonly column: Column;
  readonly place: number;
}

/** Figures and dates line up on the right, their headings with them. */
const alignmentOf = ({ kind }: Column): "left" | "right" => (kind === "text" ? "left" : "right");

/**
 * Amounts stand without the currency's sign: the one currency of the workbook is in Settings and may be chosen after
 * the tab was made. Text columns are not formatted as plain text: there a leading apostrophe, which keeps text from
 * being read as a formula or a number, would become part of the text.
 */
export function columnFormat({ kind }: Column): string {
  switch (kind) {
    case "money":
      return "#,##0";
    case "moment":
      return `${numberFormat("date", "")} hh:mm`;
    case "number":
      return "General";
    default:
      return numberFormat(kind, "");
  }
}

/**
 * Formats of whole columns, one call for all columns that look the same. Alignment is left to the spreadsheet: text
 * stands left and figures right, and what stands on the wrong side shows that it was read as something else.
 */
export function formatColumns(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  firstRow: number,
  lastRow: number,
): void {
  const places = (some: readonly PlacedColumn[]) =>
    sheet.getRangeList(
      some.map(({ place }) => `${columnLetters(place)}${firstRow}:${columnLetters(place)}${lastRow}`),
    );
  for (const [format, some] of groups(columns, ({ column }) => columnFormat(column)))
    places(some).setNumberFormat(format);
}

/** Headings with the note that explains each. */
export function writeHeadings(range: Range, columns: readonly Column[]): Range {
  return range
    .setValues([columns.map(({ heading }) => heading)])
    .setNotes([columns.map(({ help, required }) => (required ? `${help} Required.` : help))])
    .setHorizontalAlignments([columns.map(alignmentOf)])
    .setVerticalAlignment("middle")
    .setFontWeight("bold");
}

/** Neighbouring columns of one width are set in one call. */
export function setWidths(sheet: Sheet, first: number, widths: readonly number[]): void {
  let from = 0;
  for (let at = 1; at <= widths.length; at++) {
    const width = widths[from];
    if (width === undefined || widths[at] === width) continue;
    sheet.setColumnWidths(first + from, at - from, width);
    from = at;
  }
}

function groups<T, K extends string>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    found.set(key, [...(found.get(key) ?? []), item]);
  }
  return found;
}
