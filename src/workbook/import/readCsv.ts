import Papa from "papaparse";
import { quoted } from "./fault.js";
import { ImportRefusal } from "./importRefusal.js";
import { countOf } from "./quantity.js";
import { refuseNonCsv } from "./refuseNonCsv.js";
import { detectSeparator, type Separator } from "./separator.js";
import type { SourceRow, SourceTable } from "./sourceTable.js";

export interface ReadCsvOptions {
  /** The character between cells; detected when left out. */
  readonly separator?: Separator | undefined;
}

/** Enough of the file to tell its separator. */
const SAMPLE_CHARACTERS = 100_000;
const SAMPLE_ROWS = 50;

/** Report titles above the headings end within so many rows. */
const HEADING_WITHIN = 20;

/**
 * Splits the text of an export into headings and rows, each row with the number it has in a spreadsheet.
 * Throws an ImportRefusal when the text is no CSV or is empty; rows that do not fit the headings are kept and marked.
 */
export function readCsv(text: string, options: ReadCsvOptions = {}): SourceTable {
  refuseNonCsv(text);
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // Excel's own hint: a first line "sep=;" names the separator and is no data.
  const hint = /^"?sep=([,;|\t])"?\r?(?:\n|$)/i.exec(withoutMark);
  const separator =
    options.separator ??
    (hint?.[1] as Separator | undefined) ??
    detectSeparator(sampleOf(withoutMark), (sample, by) => split(sample, by, SAMPLE_ROWS).records);
  const { records, openQuote, strayQuotes } = split(withoutMark, separator, 0);
  const table = tableFromRecords(records, hint ? 1 : 0, (record, cells, width) => {
    if (record === openQuote) {
      return `Row ${record + 1}: a quotation mark opens and never closes, so everything from here to the end of the file was left out; close it in the export and import again.`;
    }
    const misshapen = cells.length !== width || cells.some((cell) => cell.includes("\n"));
    if (strayQuotes.has(record) && misshapen) {
      return `Row ${record + 1}: a quotation mark inside a cell is not doubled, so the cells cannot be told apart; correct ${quoted(cells[0] ?? "")} in the export.`;
    }
    return undefined;
  });
  const unreadable = withoutMark.split("\uFFFD").length - 1;
  const notices = [...table.notices];
  if (unreadable > 0) {
    notices.push(
      `${countOf(unreadable, "character")} could not be read and ${unreadable === 1 ? "shows" : "show"} as \uFFFD; export the file as CSV UTF-8 to keep accents.`,
    );
  }
  return { ...table, separator, notices };
}

export type SourceCell = string | number | boolean | null;

/** The same table from cells that are already split, such as a pasted range: the first row holds the headings. */
export function tableFromCells(cells: readonly (readonly SourceCell[])[]): SourceTable {
  const records = cells.map((row) => row.map(cellText));
  return tableFromRecords(records, 0, () => undefined);
}

function cellText(cell: SourceCell): string {
  if (cell === null) return "";
  // A number has a decimal point for certain; a fourth decimal keeps 123.456 from being read as grouped thousands.
  return typeof cell === "number" && !Number.isInteger(cell) ? `${cell}0` : String(cell);
}

type FaultOf = (record: number, cells: readonly string[], width: number) => string | undefined;

function tableFromRecords(records: readonly string[][], first: number, faultOf: FaultOf): SourceTable {
  const at = headingIndex(records, first);
  const headings = (records[at] ?? []).map((heading) => heading.replace(/\s+/g, " ").trim());
  const width = headings.length;
  if (headings.every((heading) => heading === ""))
    throw new ImportRefusal("The file is empty; export the list again as CSV.");
  const rows: SourceRow[] = [];
  let blank = 0;
  let pendingBlank = 0;
  let short = 0;
  let firstShort = 0;
  for (let i = at + 1; i < records.length; i++) {
    const record = records[i] as string[];
    const cells = record.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) {
      pendingBlank++;
      continue;
    }
    // Blank lines after the last row are how files end, not something to report.
    blank += pendingBlank;
    pendingBlank = 0;
    const row = i + 1;
    const fault = faultOf(i, cells, width) ?? tooWide(row, cells, width);
    if (fault !== undefined) {
      rows.push({ row, cells, fault });
      continue;
    }
    if (cells.length < width) {
      short++;
      firstShort ||= row;
      while (cells.length < width) cells.push("");
    }
    cells.length = width;
    rows.push({ row, cells });
  }
  const notices: string[] = [];
  if (at > first) notices.push(`The headings were found in row ${at + 1}; the rows above hold a title.`);
  if (blank > 0) notices.push(`${countOf(blank, "blank row was", "blank rows were")} skipped.`);
  if (short > 0) {
    notices.push(
      `${countOf(short, "row has", "rows have")} fewer cells than there are headings (first row ${firstShort}); the missing cells count as blank.`,
    );
  }
  return { headings, headingRow: at + 1, rows, separator: "", notices };
}

/** More cells than headings means that a cell was split, so every cell after it stands under the wrong heading. */
function tooWide(row: number, cells: readonly string[], width: number): string | undefined {
  const filled = trimmedEnd(cells).length;
  if (filled <= width) return undefined;
  return `Row ${row} has ${filled} cells under ${countOf(width, "heading")}, most likely a text or an amount with the separator inside; put that cell in quotation marks in the export.`;
}

/** The first row with two filled cells; above it stand titles. A file of a single column has its first filled row. */
function headingIndex(records: readonly string[][], first: number): number {
  let firstFilled = -1;
  for (let i = first; i < Math.min(records.length, first + HEADING_WITHIN); i++) {
    const filled = (records[i] ?? []).filter((cell) => cell.trim() !== "").length;
    if (filled >= 2) return i;
    if (filled === 1 && firstFilled < 0) firstFilled = i;
  }
  return Math.max(firstFilled, first);
}

function trimmedEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end--;
  return cells.slice(0, end);
}

/** The sample ends at a line break, or its cut last row would look ragged. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARACTERS) return text;
  const cut = text.slice(0, SAMPLE_CHARACTERS);
  const end = Math.max(cut.lastIndexOf("\n"), cut.lastIndexOf("\r"));
  return end > 0 ? cut.slice(0, end) : cut;
}

interface Split {
  records: string[][];
  /** The record in which a quotation mark opens and never closes, or -1. */
  openQuote: number;
  /** Records with a quotation mark that is neither doubled nor at the edge of its cell. */
  strayQuotes: Set<number>;
}

function split(text: string, separator: Separator, preview: number): Split {
  const result = Papa.parse<string[]>(text, { delimiter: separator, preview, skipEmptyLines: false });
  let openQuote = -1;
  const strayQuotes = new Set<number>();
  for (const error of result.errors) {
    if (error.row === undefined) continue;
    if (error.code === "MissingQuotes") openQuote = error.row;
    else if (error.code === "InvalidQuotes") strayQuotes.add(error.row);
  }
  return { records: result.data, openQuote, strayQuotes };
}
