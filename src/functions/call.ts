import { Refusal } from "../core/refusal/refusal.js";
import { type Answer, type Cell, CellProblem, isCellDate, located, type Zone } from "./cells.js";
import type { FunctionDefinition, Result } from "./definition.js";
import type { Parameter } from "./parameters.js";
import {
  filledLength,
  filledRows,
  type Grid,
  gridOf,
  isGiven,
  type List,
  listOf,
  NOT_PLAIN,
  readColumn,
  readFilled,
  readHeadings,
  readOne,
  readTable,
  widthOf,
} from "./readArguments.js";

/**
 * One call of a custom function, from what Google passes to what it may be given back:
 * grids → trimmed to the filled rows → read by each parameter → computed → answers as cells.
 */

type Returned = number | string | boolean | Date;

const nameAt = (parameters: readonly Parameter[], index: number): string =>
  (parameters[index] as Parameter).name;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

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
      throw new Refusal(
        nameAt(parameters, index),
        `has ${counted(list.length, "row")} but ${nameAt(parameters, first)} has ${lead.length}; give ranges of the same length.`,
      );
    }
    used = Math.max(used, filledLength(list));
  });
  if (lead && used === 0) {
    throw new Refusal(nameAt(parameters, first), "is empty; give a range with at least one filled row.");
  }

  const values = parameters.map((parameter, index) => {
    const grid = grids[index] as Grid;
    const list = lists[index];
    if (list) return readColumn(parameter, list, used, zone);
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
  lists: readonly (List | undefined)[],
  used: number,
): number[] | undefined {
  const columns = values.filter((_, index) => lists[index]) as (readonly unknown[])[];
  const lets = definition.filter ? filterOf(definition.parameters, values) : undefined;
  // Where every row is filled in one of the lists, none is blank: the usual case, told at once.
  const dropsBlanks = definition.blankRows === "dropped" && columns.every((cells) => cells.includes(null));
  if (!lets && !dropsBlanks) return undefined;
  const kept: number[] = [];
  for (let row = 0; row < used; row++) {
    if (lets && !lets(row)) continue;
    if (dropsBlanks && columns.every((cells) => cells[row] === null)) continue;
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
  const width = Math.max(...grids.map(widthOf));
  const single = height === 1 && width === 1;
  grids.forEach((grid, index) => {
    const name = nameAt(parameters, index);
    const [rows, columns] = [grid.length, widthOf(grid)];
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
    throw new Refusal(nameAt(parameters, 0), "is empty; give a range with at least one filled row.");

  const sources = parameters.map((parameter, index) => sourceOf(parameter, grids[index] as Grid));
  const out: Answer[][] = new Array(used);
  const values: unknown[] = new Array(parameters.length);
  const answerAt = (row: number, column: number): Answer => {
    let missing: Source | undefined;
    let filled = false;
    for (let index = 0; index < sources.length; index++) {
      const source = sources[index] as Source;
      const value = valueAt(source, row, column, single, zone);
      values[index] = value ?? source.parameter.fallback;
      if (value !== null) filled ||= source.tall || source.wide;
      else if (!source.parameter.optional) missing ??= source;
    }
    if (missing) {
      // A wholly blank row among filled ones stays blank; a half-filled one is asked about.
      if (!single && !filled) return "";
      const { name, what } = missing.parameter;
      throw new Refusal(name, `is blank; give ${what}.`, missing.tall ? row + 1 : undefined);
    }
    try {
      return compute(...values);
    } catch (error) {
      // A value that stands once for all rows is at fault as a whole, not in one of them.
      if (error instanceof Refusal && error.row === undefined) {
        const at = parameters.findIndex(({ name }) => name === error.argument);
        if (sources[at]?.tall) throw new Refusal(error.argument, error.problem, row + 1);
      }
      throw error;
    }
  };
  for (let row = 0; row < used; row++) {
    const answers = [answerAt(row, 0)];
    for (let column = 1; column < width; column++) answers.push(answerAt(row, column));
    out[row] = answers;
  }
  return single ? (out[0]?.[0] as Answer) : out;
}

/** Where the values of one argument come from while the answers are computed cell by cell. */
interface Source {
  readonly parameter: Parameter;
  readonly grid: Grid;
  /** Whether it has a row, or a column, of its own for each answer. */
  readonly tall: boolean;
  readonly wide: boolean;
  readonly least: number;
  readonly most: number;
  /** What stands once for all answers, after it was read. */
  only: unknown;
}

function sourceOf(parameter: Parameter, grid: Grid): Source {
  const { least, most } = parameter.read.plain ?? NOT_PLAIN;
  const [tall, wide] = [grid.length > 1, widthOf(grid) > 1];
  return { parameter, grid, tall, wide, least, most, only: undefined };
}

/** The value of an argument for one answer, or null where its cell is blank. */
function valueAt(source: Source, row: number, column: number, single: boolean, zone: Zone): unknown {
  const { parameter, grid, tall, wide, least, most } = source;
  if (source.only !== undefined) return source.only;
  const raw = (grid[tall ? row : 0] as readonly unknown[])[wide ? column : 0];
  if (typeof raw === "number" && raw >= least && raw <= most) return raw;
  try {
    const value = readFilled(parameter, raw, zone);
    if (!tall && !wide) source.only = value;
    return value;
  } catch (error) {
    throw located(error, parameter.name, single || !tall ? undefined : row + 1);
  }
}

/** A cell that may go back as it stands. */
const isPlainAnswer = (answer: Answer): boolean =>
  typeof answer === "number" ? Number.isFinite(answer) : typeof answer !== "object";

function isPlainRow(row: readonly Answer[]): boolean {
  for (let at = 0; at < row.length; at++) if (!isPlainAnswer(row[at] as Answer)) return false;
  return true;
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
    const given = args[index] !== undefined;
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
    const rows = answer as readonly (readonly Answer[])[];
    if (rows.every(isPlainRow)) return rows as Returned[][];
    return rows.map((row) => row.map((cell) => returned(cell, name, zone)));
  } catch (error) {
    if (error instanceof CellProblem) throw new Refusal(name, error.message);
    throw error;
  }
}
