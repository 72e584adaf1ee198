import { Refusal } from "../core/refusal/refusal.js";
import {
  type Answer,
  arrive,
  type Cell,
  CellProblem,
  isBlank,
  isCellDate,
  located,
  type Zone,
} from "./cells.js";
import type { FunctionDefinition, Result } from "./definition.js";
import type { Parameter } from "./parameters.js";

/**
 * One call of a custom function, from what Google passes to what it may be given back:
 * grids → trimmed to the filled rows → read by each parameter → computed → answers as cells.
 */

type Grid = readonly (readonly unknown[])[];
type Returned = number | string | boolean | Date;

/** A range without cells cannot come from a sheet; should it, it is a blank. */
function gridOf(raw: unknown): Grid {
  if (!Array.isArray(raw)) return [[raw]];
  const [first] = raw as unknown[];
  return Array.isArray(first) && first.length > 0 ? (raw as Grid) : [[""]];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Rows up to the last filled one: an open range such as A2:A brings a million blanks along. */
function filledRows(grid: Grid): number {
  for (let row = grid.length - 1; row >= 0; row--) {
    const cells = grid[row] as readonly unknown[];
    for (let column = 0; column < cells.length; column++) if (!isBlank(cells[column])) return row + 1;
  }
  return 0;
}

const isGiven = (grid: Grid): boolean =>
  grid.length > 1 || (grid[0]?.length ?? 0) > 1 || !isBlank(grid[0]?.[0]);

function readCell(parameter: Parameter, raw: unknown, row: number | undefined, zone: Zone): unknown {
  try {
    const cell = arrive(raw, zone);
    return cell === null ? null : parameter.read(cell);
  } catch (error) {
    throw located(error, parameter.name, row);
  }
}

function readOne(parameter: Parameter, grid: Grid, zone: Zone): unknown {
  if (grid.length !== 1 || grid[0]?.length !== 1) {
    throw new Refusal(parameter.name, "takes one value, not a range; give a single cell.");
  }
  const value = readCell(parameter, grid[0][0], undefined, zone);
  if (value !== null) return value;
  if (parameter.optional) return parameter.fallback;
  throw new Refusal(parameter.name, `is blank; give ${parameter.what}.`);
}

/** A list may stand in a column or, as people also lay it out, in a row. */
function listOf(parameter: Parameter, grid: Grid): readonly unknown[] {
  if (grid.length === 1) return grid[0] as readonly unknown[];
  for (const cells of grid) {
    if (cells.length !== 1) {
      throw new Refusal(parameter.name, `has ${cells.length} columns; give a single column (or row).`);
    }
  }
  return grid.map((cells) => cells[0]);
}

function readHeadings(parameter: Parameter, grid: Grid, zone: Zone): string[] {
  return listOf(parameter, grid).map((raw, index) => {
    try {
      const cell = arrive(raw, zone);
      return cell === null ? "" : (parameter.read(cell) as string);
    } catch (error) {
      throw located(error, parameter.name, undefined, index + 1);
    }
  });
}

function readTable(parameter: Parameter, grid: Grid, zone: Zone): Cell[][] {
  const used = filledRows(grid);
  if (used === 0 && !parameter.optional) {
    throw new Refusal(parameter.name, "is empty; give a range with at least one filled row.");
  }
  const rows: Cell[][] = new Array(used);
  for (let row = 0; row < used; row++) {
    const cells = grid[row] as readonly unknown[];
    const out: Cell[] = new Array(cells.length);
    for (let column = 0; column < cells.length; column++) {
      try {
        out[column] = arrive(cells[column], zone);
      } catch (error) {
        throw located(error, parameter.name, row + 1, column + 1);
      }
    }
    rows[row] = out;
  }
  return rows;
}

function callWhole(definition: FunctionDefinition, grids: readonly Grid[], zone: Zone) {
  const { parameters } = definition;
  // All lists of one call are read to the same length, that of the longest filled one.
  const lists = parameters.map((parameter, index) => {
    const grid = grids[index] as Grid;
    return parameter.shape === "column" && !(parameter.optional && !isGiven(grid))
      ? listOf(parameter, grid)
      : undefined;
  });
  const first = lists.findIndex((list) => list !== undefined);
  const lead = lists[first];
  let used = 0;
  lists.forEach((list, index) => {
    if (!list || !lead) return;
    if (list.length !== lead.length) {
      const [name, leadName] = [parameters[index]?.name ?? "", parameters[first]?.name ?? ""];
      throw new Refusal(
        name,
        `has ${counted(list.length, "row")} but ${leadName} has ${lead.length}; give ranges of the same length.`,
      );
    }
    for (let row = list.length - 1; row >= used; row--) {
      if (!isBlank(list[row])) {
        used = row + 1;
        break;
      }
    }
  });
  if (lead && used === 0) {
    throw new Refusal(parameters[first]?.name ?? "", "is empty; give a range with at least one filled row.");
  }

  const values = parameters.map((parameter, index) => {
    const grid = grids[index] as Grid;
    const list = lists[index];
    if (list) {
      const out: unknown[] = new Array(used);
      for (let row = 0; row < used; row++) out[row] = readCell(parameter, list[row], row + 1, zone);
      return out;
    }
    if (parameter.optional && !isGiven(grid)) return parameter.fallback;
    if (parameter.shape === "headings") return readHeadings(parameter, grid, zone);
    if (parameter.shape === "table") return readTable(parameter, grid, zone);
    return readOne(parameter, grid, zone);
  });
  const kept = keptRows(definition, values, lists, used);
  const compute = definition.compute as (...all: unknown[]) => Result;
  if (!kept) return compute(...values);
  const narrowed = values.map((value, index) =>
    lists[index] ? kept.map((row) => (value as readonly unknown[])[row]) : value,
  );
  try {
    return compute(...narrowed);
  } catch (error) {
    // The core counts the rows it was given; a person counts those of the range.
    if (error instanceof Refusal && error.row !== undefined) {
      const at = parameters.findIndex(({ name }) => name === error.argument);
      if (lists[at]) throw new Refusal(error.argument, error.problem, (kept[error.row - 1] ?? 0) + 1);
    }
    throw error;
  }
}

/**
 * The rows (from 0) that are looked at, or undefined where that is all of them: those that filter_by and
 * filter_value let through, without the rows that hold nothing at all.
 */
function keptRows(
  definition: FunctionDefinition,
  values: readonly unknown[],
  lists: readonly (readonly unknown[] | undefined)[],
  used: number,
): number[] | undefined {
  const columns = values.filter((_, index) => lists[index]) as (readonly unknown[])[];
  const lets = definition.filter ? filterOf(definition.parameters, values) : undefined;
  const kept: number[] = [];
  for (let row = 0; row < used; row++) {
    if (lets && !lets(row)) continue;
    if (definition.blankRows === "dropped" && columns.every((cells) => cells[row] === null)) continue;
    kept.push(row);
  }
  if (lets && kept.length === 0) {
    throw new Refusal(
      "filter_value",
      "is found nowhere in filter_by; check its spelling, or leave it blank.",
    );
  }
  return kept.length === used ? undefined : kept;
}

/** Whether a row passes the filter, or undefined where no filter was asked for. */
function filterOf(parameters: readonly Parameter[], values: readonly unknown[]) {
  const by = values[parameters.findIndex(({ name }) => name === "filter_by")] as readonly Cell[] | undefined;
  const given = values[parameters.findIndex(({ name }) => name === "filter_value")] as string | undefined;
  if (given === undefined) return undefined;
  if (!by) throw new Refusal("filter_by", "is missing; give the range that filter_value is looked up in.");
  const wanted = given.toLowerCase();
  return (row: number): boolean => {
    const cell = by[row] ?? null;
    return cell !== null && !isCellDate(cell) && String(cell).trim().toLowerCase() === wanted;
  };
}

/** Ranges answer cell by cell; a single value, or a lone row or column, stretches over the others as in Sheets. */
function callElementwise(definition: FunctionDefinition, grids: readonly Grid[], zone: Zone) {
  const { parameters } = definition;
  const compute = definition.compute as (...all: unknown[]) => Answer;
  const height = Math.max(...grids.map((grid) => grid.length));
  const width = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  const single = height === 1 && width === 1;
  grids.forEach((grid, index) => {
    const name = parameters[index]?.name ?? "";
    const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
    if (rows !== 1 && rows !== height) {
      throw new Refusal(
        name,
        `has ${counted(rows, "row")} but another range has ${height}; give ranges of the same length.`,
      );
    }
    if (columns !== 1 && columns !== width) {
      throw new Refusal(
        name,
        `has ${counted(columns, "column")} but another range has ${width}; give ranges of the same width.`,
      );
    }
  });
  const used =
    height === 1 ? 1 : Math.max(...grids.map((grid) => (grid.length === 1 ? 0 : filledRows(grid))));
  if (used === 0)
    throw new Refusal(parameters[0]?.name ?? "", "is empty; give a range with at least one filled row.");

  const out: Answer[][] = new Array(used);
  const values: unknown[] = new Array(parameters.length);
  for (let row = 0; row < used; row++) {
    const answers: Answer[] = new Array(width);
    for (let column = 0; column < width; column++) {
      let missing = -1;
      let filled = false;
      for (let index = 0; index < parameters.length; index++) {
        const parameter = parameters[index] as Parameter;
        const grid = grids[index] as Grid;
        const tall = grid.length > 1;
        const cells = grid[tall ? row : 0] as readonly unknown[];
        const wide = cells.length > 1;
        const value = readCell(
          parameter,
          cells[wide ? column : 0],
          single || !tall ? undefined : row + 1,
          zone,
        );
        if (value === null) {
          if (!parameter.optional && missing < 0) missing = index;
          values[index] = parameter.fallback;
        } else {
          if (tall || wide) filled = true;
          values[index] = value;
        }
      }
      if (missing >= 0) {
        // A wholly blank row among filled ones stays blank; a half-filled one is asked about.
        if (!single && !filled) {
          answers[column] = "";
          continue;
        }
        const parameter = parameters[missing] as Parameter;
        const tall = (grids[missing] as Grid).length > 1;
        throw new Refusal(parameter.name, `is blank; give ${parameter.what}.`, tall ? row + 1 : undefined);
      }
      try {
        answers[column] = compute(...values);
      } catch (error) {
        // A value that stands once for all rows is at fault as a whole, not in one of them.
        if (error instanceof Refusal && error.row === undefined) {
          const at = parameters.findIndex(({ name }) => name === error.argument);
          if ((grids[at]?.length ?? 1) > 1) throw new Refusal(error.argument, error.problem, row + 1);
        }
        throw error;
      }
    }
    out[row] = answers;
  }
  return single ? (out[0]?.[0] as Answer) : out;
}

function returned(answer: Answer, name: string, zone: Zone): Returned {
  if (isCellDate(answer)) return zone.dateOf(answer.serial);
  if (typeof answer === "number" && !Number.isFinite(answer)) {
    throw new Refusal(name, "has no finite answer for these values; check for zeros and very large numbers.");
  }
  return answer;
}

/**
 * Calls a custom function with what the spreadsheet passed. Whatever the input, the result is a finite answer of
 * the promised shape or an Error whose message is one sentence beginning with the argument at fault.
 */
export function callFunction(
  definition: FunctionDefinition,
  args: readonly unknown[],
  zone: Zone,
): Returned | Returned[][] {
  const { parameters, name } = definition;
  if (args.length > parameters.length) {
    throw new Refusal(name, `takes at most ${parameters.length} arguments; ${args.length} were given.`);
  }
  const grids = parameters.map((parameter, index) => {
    const given = index < args.length && args[index] !== undefined;
    if (!given && !parameter.optional)
      throw new Refusal(parameter.name, `is missing; give ${parameter.what}.`);
    return gridOf(given ? args[index] : "");
  });
  try {
    const answer =
      definition.mode === "elementwise"
        ? callElementwise(definition, grids, zone)
        : callWhole(definition, grids, zone);
    if (!Array.isArray(answer)) return returned(answer as Answer, name, zone);
    return (answer as readonly (readonly Answer[])[]).map((row) =>
      row.map((cell) => returned(cell, name, zone)),
    );
  } catch (error) {
    if (error instanceof CellProblem) throw new Refusal(name, error.message);
    throw error;
  }
}
