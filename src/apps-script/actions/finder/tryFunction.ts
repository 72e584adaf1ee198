import { isoTextOfSerial } from "../../../functions/serial.js";
import { STUDIES } from "../../../functions/studies.js";
import type { Answer } from "../../answerCell.js";
import { isServiceFailure } from "../../serviceFailure.js";
import { openSession } from "../../session.js";
import { type ActiveCell, activeRange, cellsNamed, describeCell } from "./activeCell.js";
import { type Spill, spillFrom } from "./spill.js";

/** A value as it crosses from a window: a date as its day, since a Date does not cross. */
export type Scalar = string | number | boolean | { readonly day: string };

/** One argument: a range to read, a value, rows of values, or null where it is left out. */
export type TriedArgument =
  | { readonly range: string }
  | { readonly value: Scalar }
  | { readonly rows: readonly (readonly Scalar[])[] }
  | null;

export interface Trial {
  readonly target: ActiveCell;
  /** The first rows and columns of the answer; empty where there is none. */
  readonly answer: readonly (readonly (string | number | boolean)[])[];
  readonly rows: number;
  readonly columns: number;
  /** The sentence with which the function refuses. */
  readonly problem: string;
  /** Null where there is no answer, or where what stands in the cell must go first. */
  readonly spill: Spill | null;
}

/** The modules that answer cells stand in the script itself; what a window tries is what a cell would get. */
declare function revopsCells_(): { readonly call: Answer };
declare function revopsStudies_(): { readonly call: Answer };
const STUDY_NAMES: ReadonlySet<string> = new Set(STUDIES.map((study) => study.name));

const SHOWN_ROWS = 12;
const SHOWN_COLUMNS = 8;

/** Calls a function as a cell would, without writing anything. */
export function tryFunction(name: string, args: readonly TriedArgument[]): Trial {
  const target = activeRange();
  const described = describeCell(target);
  const nothing = { target: described, answer: [], rows: 0, columns: 0, spill: null };
  let returned: unknown;
  try {
    const inside = args.find(
      (arg) => arg !== null && "range" in arg && contains(cellsNamed(arg.range), target),
    );
    if (inside && "range" in inside) {
      throw new Error(
        `${described.cell} lies within ${inside.range}, so the formula would read itself; choose a cell outside it.`,
      );
    }
    const { call } = STUDY_NAMES.has(name) ? revopsStudies_() : revopsCells_();
    returned = call(name, args.map(passed));
  } catch (error) {
    if (isServiceFailure(error)) throw error;
    return { ...nothing, problem: error instanceof Error ? error.message : String(error) };
  }
  const grid = (Array.isArray(returned) ? returned : [[returned]]) as readonly (readonly unknown[])[];
  const [rows, columns] = [grid.length, grid[0]?.length ?? 1];
  return {
    target: described,
    answer: grid.slice(0, SHOWN_ROWS).map((row) => row.slice(0, SHOWN_COLUMNS).map(crossing)),
    rows,
    columns,
    problem: "",
    spill: described.holds === "" ? spillFrom(target, rows, columns) : null,
  };
}

function contains(
  range: GoogleAppsScript.Spreadsheet.Range,
  cell: GoogleAppsScript.Spreadsheet.Range,
): boolean {
  return (
    range.getSheet().getSheetId() === cell.getSheet().getSheetId() &&
    range.getRow() <= cell.getRow() &&
    cell.getRow() <= range.getLastRow() &&
    range.getColumn() <= cell.getColumn() &&
    cell.getColumn() <= range.getLastColumn()
  );
}

function passed(arg: TriedArgument): unknown {
  if (arg === null) return "";
  if ("range" in arg) {
    const values = cellsNamed(arg.range).getValues();
    return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
  }
  return "rows" in arg ? arg.rows.map((row) => row.map(cellValue)) : cellValue(arg.value);
}

function cellValue(value: Scalar): unknown {
  if (typeof value !== "object") return value;
  const serial = Math.round(Date.parse(value.day) / 86_400_000) + 25_569;
  return openSession().zone.dateOf(serial);
}

function crossing(cell: unknown): string | number | boolean {
  if (Object.prototype.toString.call(cell) === "[object Date]") {
    return isoTextOfSerial(openSession().zone.serialOf(cell as Date));
  }
  return cell as string | number | boolean;
}
