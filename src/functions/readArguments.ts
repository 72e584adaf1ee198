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

export const widthOf = (grid: Grid): number => (grid[0] as readonly unknown[]).length;

/** Rows up to the last filled one: an open range such as A2:A brings a million blanks along. */
export function filledRows(grid: Grid): number {
  for (let row = grid.length - 1; row >= 0; row--) {
    const cells = grid[row] as readonly unknown[];
    for (let column = 0; column < cells.length; column++) if (!isBlank(cells[column])) return row + 1;
  }
  return 0;
}

export const isGiven = (grid: Grid): boolean =>
  grid.length > 1 || widthOf(grid) > 1 || !isBlank(grid[0]?.[0]);

/** For parameters whose cells all have to be looked at: no number is within. */
export const NOT_PLAIN: Plain = { least: Number.NaN, most: Number.NaN };

/** The value of any cell, null where it is blank. */
export function readFilled(parameter: Parameter, raw: unknown, zone: Zone): unknown {
  const cell = arrive(raw, zone);
  return cell === null ? null : parameter.read(cell);
}

/** A single value that has to be there. */
export function readOne(parameter: Parameter, grid: Grid, zone: Zone): unknown {
  if (grid.length !== 1 || widthOf(grid) !== 1) {
    throw new Refusal(parameter.name, "takes one value, not a range; give a single cell.");
  }
  try {
    const value = readFilled(parameter, grid[0]?.[0], zone);
    if (value !== null) return value;
  } catch (error) {
    throw located(error, parameter.name);
  }
  throw new Refusal(parameter.name, `is blank; give ${parameter.what}.`);
}

/**
 * A list may stand in a column or, as people also lay it out, in a row. Its cells stay where they are: copying a long
 * column takes longer than most functions need to compute it.
 */
export interface List {
  readonly length: number;
  readonly grid: Grid;
}

export function listOf(parameter: Parameter, grid: Grid): List {
  const width = widthOf(grid);
  if (grid.length === 1) return { length: width, grid };
  if (width === 1) return { length: grid.length, grid };
  throw new Refusal(parameter.name, `has ${width} columns; give a single column (or row).`);
}

const rawAt = ({ grid }: List, row: number): unknown => (grid.length === 1 ? grid[0]?.[row] : grid[row]?.[0]);

/** Length of a list up to its last filled cell. */
export function filledLength(list: List): number {
  let length = list.length;
  while (length > 0 && isBlank(rawAt(list, length - 1))) length--;
  return length;
}

/** The values of a list down to the last filled row of the call; blanks are null. */
export function readColumn(parameter: Parameter, list: List, used: number, zone: Zone): unknown[] {
  const values: unknown[] = new Array(used);
  let row = 0;
  try {
    for (; row < used; row++) {
      row = readPlain(parameter, list, row, used, values);
      if (row < used) values[row] = readFilled(parameter, rawAt(list, row), zone);
    }
  } catch (error) {
    throw located(error, parameter.name, row + 1);
  }
  return values;
}

/** Reads numbers that pass as they stand; gives the first row that needs a closer look. A loop of its own is fast. */
function readPlain(
  { read }: Parameter,
  { grid }: List,
  from: number,
  used: number,
  values: unknown[],
): number {
  if (!read.plain || grid.length === 1) return from;
  const { least, most } = read.plain;
  for (let row = from; row < used; row++) {
    const raw = (grid[row] as readonly unknown[])[0];
    if (!(typeof raw === "number" && raw >= least && raw <= most)) return row;
    values[row] = raw;
  }
  return used;
}

export function readHeadings(parameter: Parameter, grid: Grid, zone: Zone): string[] {
  const list = listOf(parameter, grid);
  return Array.from({ length: list.length }, (_, index) => {
    try {
      const cell = arrive(rawAt(list, index), zone);
      return cell === null ? "" : (parameter.read(cell) as string);
    } catch (error) {
      throw located(error, parameter.name, undefined, index + 1);
    }
  });
}

export function readTable(parameter: Parameter, grid: Grid, zone: Zone): (readonly Cell[])[] {
  const used = filledRows(grid);
  if (used === 0 && !parameter.optional) {
    throw new Refusal(parameter.name, "is empty; give a range with at least one filled row.");
  }
  // Most rows, and often all, arrive as they are; one that holds a blank or a date is copied.
  let rows = (used === grid.length ? grid : grid.slice(0, used)) as (readonly Cell[])[];
  let row = 0;
  let column = 0;
  try {
    for (; row < used; row++) {
      const cells = grid[row] as readonly unknown[];
      let copy: Cell[] | undefined;
      for (column = 0; column < cells.length; column++) {
        const raw = cells[column];
        if (!copy && (typeof raw === "boolean" || (typeof raw === "number" && raw - raw === 0))) continue;
        const cell = arrive(raw, zone);
        if (cell !== raw) copy ??= cells.slice() as Cell[];
        if (copy) copy[column] = cell;
      }
      if (!copy) continue;
      if (rows === grid) rows = grid.slice() as (readonly Cell[])[];
      rows[row] = copy;
    }
  } catch (error) {
    throw located(error, parameter.name, row + 1, column + 1);
  }
  return rows;
}
