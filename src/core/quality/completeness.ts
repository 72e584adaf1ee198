export interface FieldCompleteness {
  readonly filled: number;
  /** Rows (positions) where the field is blank. */
  readonly missing: readonly number[];
}

export interface Completeness {
  readonly rows: number;
  readonly fields: readonly FieldCompleteness[];
  /** Rows that have every field. */
  readonly complete: number;
}

/** How far the wanted columns of some rows are filled; a row that holds nothing at all is no record. */
export function completeness(
  rows: readonly (readonly unknown[])[],
  columns: readonly number[],
): Completeness {
  const missing: number[][] = columns.map(() => []);
  let [records, complete] = [0, 0];
  rows.forEach((cells, row) => {
    if (cells.every((cell) => cell === null)) return;
    records++;
    let full = true;
    columns.forEach((column, field) => {
      if ((cells[column] ?? null) !== null) return;
      full = false;
      (missing[field] as number[]).push(row);
    });
    if (full) complete++;
  });
  return {
    rows: records,
    complete,
    fields: missing.map((own) => ({ filled: records - own.length, missing: own })),
  };
}
