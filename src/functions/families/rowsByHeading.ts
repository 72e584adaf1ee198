import { bareName } from "../../core/leads/signal.js";
import { refuse } from "../../core/refusal/refusal.js";
import { type Cell, located } from "../cells.js";
import type { Parameter } from "../parameters.js";

/** Reads pasted tables by their headings, so that columns may stand in any order and bear the names that CRMs give. */

export type Row = readonly Cell[];

/** The headings of each field, the likeliest first. */
export type FieldNames<F extends string> = Readonly<Record<F, readonly string[]>>;

/** The column (from 0) of each field that the headings hold; a column belongs to the first field that claims it. */
export function columnsOf<F extends string>(
  headings: readonly string[],
  names: FieldNames<F>,
): Map<F, number> {
  const bare = headings.map(bareName);
  const columns = new Map<F, number>();
  const taken = new Set<number>();
  for (const field of Object.keys(names) as F[]) {
    for (const name of names[field]) {
      const wanted = bareName(name);
      const column = bare.findIndex((heading, at) => heading === wanted && !taken.has(at));
      if (column < 0) continue;
      columns.set(field, column);
      taken.add(column);
      break;
    }
  }
  return columns;
}

export const isBlankRow = (cells: Row): boolean => cells.every((cell) => cell === null);

/** Reads one cell as a parameter would, or says which cell of the table is at fault. */
export function readCellAs<T>(
  parameter: Parameter<T>,
  cell: Cell | undefined,
  argument: string,
  row: number,
  heading?: string,
): T | null {
  if (cell === null || cell === undefined) return null;
  try {
    return parameter.read(cell) as T;
  } catch (error) {
    throw located(error, argument, row, undefined, heading);
  }
}

/** A reader for the cells of one row: null is a blank cell, undefined a column that the headings do not hold. */
export function fieldReader<F extends string>(
  headings: readonly string[],
  names: FieldNames<F>,
  argument = "rows",
) {
  const columns = columnsOf(headings, names);
  return {
    columns,
    has: (field: F): boolean => columns.has(field),
    read: <T>(parameter: Parameter<T>, field: F, cells: Row, row: number): T | null | undefined => {
      const column = columns.get(field);
      if (column === undefined) return undefined;
      return readCellAs(parameter, cells[column], argument, row, headings[column]);
    },
  };
}

/** Long lists of rows are cut for the cell: "3, 7, 12 and 5 more". */
export function listed(items: readonly (number | string)[], most = 10): string {
  const shown = items.slice(0, most).join(", ");
  return items.length > most ? `${shown} and ${items.length - most} more` : shown;
}

/** Columns named by the user, or all that have a heading. */
export function wantedColumns(names: readonly string[], required: readonly string[] | undefined) {
  const found = names.map((name, column) => ({ name, column })).filter(({ name }) => name !== "");
  if (!required) return found;
  const wanted = [...new Set(required.filter((name) => name !== ""))];
  return wanted.map((name) => {
    const same = (own: string) => bareName(own) !== "" && bareName(own) === bareName(name);
    return (
      found.find((own) => own.name === name) ??
      found.find((own) => same(own.name)) ??
      refuse("required", `names "${name.slice(0, 40)}", which is no heading of the table; correct it.`)
    );
  });
}
