import { Refusal } from "../core/refusal/refusal.js";
import { arrive, type Cell, isBlank, located, type Zone } from "./cells.js";
import type { Parameter, Plain } from "./parameters.js";

/** Reads what Google passes into typed values: a cell, a list, a row of headings, a table. */

export type Grid = readonly (readonly unknown[])[];

/** A range without cells cannot come from a sheet; should it, it is a blank. */
export function gridOf(raw: unknown): Grid {
  if (!Array.isArray(raw)) return [[raw]];
  const [first] = raw as unknown[];
  return Array.isArray(first) && first.length > 0 ? (raw as Grid) : [[""]];
}

/** Rows up to the last filled one: an open range such as A2:A brings a million blanks along. */
export function filledRows(grid: Grid): number {
  for (let row = grid.length - 1; row >= 0; row--) {
    const cells = grid[row] as readonly unknown[];
    for (let column = 0; column < cells.length; column++) if (!isBlank(cells[column])) return row + 1;
  }
  return 0;
}

export const isGiven = (grid: Grid): boolean =>
  grid.length > 1 || (grid[0]?.length ?? 0) > 1 || !isBlank(grid[0]?.[0]);

/** For parameters whose cells all have to be looked at: no number is within. */
export const NOT_PLAIN: Plain = { least: Number.NaN, most: Number.NaN };

/** The value of any cell, null where it is blank. */
export function readFilled(parameter: Parameter, raw: unknown, zone: Zone): unknown {
  const cell = arrive(raw, zone);
  return cell === null ? null : parameter.read(cell);
}

export function readOne(parameter: Parameter, grid: Grid, zone: Zone): unknown {
  if (grid.length !== 1 || grid[0]?.length !== 1) {
    throw new Refusal(parameter.name, "takes one value, not a range; give a single cell.");
  }
  try {
    const value = readFilled(parameter, grid[0][0], zone);
    if (value !== null) return value;
  } catch (error) {
    throw located(error, parameter.name);
  }
  if (parameter.optional) return parameter.fallback;
  throw new Refusal(parameter.name, `is blank; give ${parameter.what}.`);
}

/** A list may stand in a column or, as people also lay it out, in a row. */
export function listOf(parameter: Parameter, grid: Grid): readonly unknown[] {
  if (grid.length === 1) return grid[0] as readonly unknown[];
  const list: unknown[] = new Array(grid.length);
  for (let row = 0; row < grid.length; row++) {
    const cells = grid[row] as readonly unknown[];
    if (cells.length !== 1) {
      throw new Refusal(parameter.name, `has ${cells.length} columns; give a single column (or row).`);
    }
    list[row] = cells[0];
  }
  return list;
}

/** The values of a list down to the last filled row of the call; blanks are null. */
export function readColumn(
  parameter: Parameter,
  list: readonly unknown[],
  used: number,
  zone: Zone,
): unknown[] {
  const { least, most } = parameter.read.plain ?? NOT_PLAIN;
  const values: unknown[] = new Array(used);
  let row = 0;
  try {
    for (; row < used; row++) {
      const raw = list[row];
      values[row] =
        typeof raw === "number" && raw >= least && raw <= most ? raw : readFilled(parameter, raw, zone);
    }
  } catch (error) {
    throw located(error, parameter.name, row + 1);
  }
  return values;
}

export function readHeadings(parameter: Parameter, grid: Grid, zone: Zone): string[] {
  return listOf(parameter, grid).map((raw, index) => {
    try {
      const cell = arrive(raw, zone);
      return cell === null ? "" : (parameter.read(cell) as string);
    } catch (error) {
      throw located(error, parameter.name, undefined, index + 1);
    }
  });
}

export function readTable(parameter: Parameter, grid: Grid, zone: Zone): Cell[][] {
  const used = filledRows(grid);
  if (used === 0 && !parameter.optional) {
    throw new Refusal(parameter.name, "is empty; give a range with at least one filled row.");
  }
  const rows: Cell[][] = new Array(used);
  let [row, column] = [0, 0];
  try {
    for (; row < used; row++) {
      const cells = grid[row] as readonly unknown[];
      const out: Cell[] = new Array(cells.length);
      for (column = 0; column < cells.length; column++) out[column] = arrive(cells[column], zone);
      rows[row] = out;
    }
  } catch (error) {
    throw located(error, parameter.name, row + 1, column + 1);
  }
  return rows;
}
