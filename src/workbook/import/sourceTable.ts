/** One record of the export. */
export interface SourceRow {
  /** Its row as a spreadsheet shows the file: the heading of a plain export is row 1. */
  readonly row: number;
  /** Trimmed cells, as many as there are headings. */
  readonly cells: readonly string[];
  /** Set when the row does not fit the headings; it is then refused with this sentence. */
  readonly fault?: string;
}

/** An export split into cells, before anything is understood. */
export interface SourceTable {
  readonly headings: readonly string[];
  readonly headingRow: number;
  readonly rows: readonly SourceRow[];
  /** The character between cells; blank where the cells did not come from text. */
  readonly separator: string;
  /** What was decided while splitting, one sentence each. */
  readonly notices: readonly string[];
}

/** A heading as a sentence names it; a column without a heading is named by its position. */
export function headingName(headings: readonly string[], column: number): string {
  return headings[column] || `column ${column + 1}`;
}

/** The values of one column, blanks included, rows that do not fit left out. */
export function columnTexts(table: SourceTable, column: number): string[] {
  const texts: string[] = [];
  for (const row of table.rows) if (row.fault === undefined) texts.push(row.cells[column] ?? "");
  return texts;
}
