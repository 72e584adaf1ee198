import { CUSTOM_FUNCTION_NAME } from "../../../functions/definition.js";
import { exclusively } from "../../session.js";
import { putBackLater } from "../../sheets/cellContent.js";
import { requireRoom } from "../../sheets/cellLimit.js";
import { grow } from "../../sheets/names.js";
import { formulaGaveWay, silenceFormula } from "../../sheets/silencedFormula.js";
import { allOrNothing, type Undo } from "../../sheets/undo.js";
import { type ActiveCell, activeRange, describeCell } from "./activeCell.js";
import { type Spill, spillFrom } from "./spill.js";

type Range = GoogleAppsScript.Spreadsheet.Range;

export interface WantedFormula {
  readonly formula: string;
  /** The cell that the window showed. Standing elsewhere by now, a person is asked again. */
  readonly into: { readonly sheet: string; readonly cell: string };
  /** What a person has agreed to replace, as it was shown to them. */
  readonly replaces?: string;
  /** The size of the answer, where it is known. */
  readonly rows?: number;
  readonly columns?: number;
}

export type Insertion =
  | { readonly state: "inserted"; readonly target: ActiveCell; readonly range: string }
  /** Another cell is active by now; nothing is written. */
  | { readonly state: "moved"; readonly target: ActiveCell }
  /** Something stands in the cell; nothing is written. */
  | { readonly state: "filled"; readonly target: ActiveCell }
  /** Something stands where the answer would spill; nothing is written. */
  | { readonly state: "blocked"; readonly target: ActiveCell; readonly spill: Spill };

/** Writes a formula into the active cell, over nothing that a person has not agreed to lose. */
export function insertFormula(wanted: WantedFormula): Insertion {
  const name = /^=([A-Z0-9_]+)\(/.exec(wanted.formula)?.[1] ?? "";
  if (!CUSTOM_FUNCTION_NAME.test(name)) {
    throw new Error("The formula is none of RevOps Engine's; choose a function first.");
  }
  return exclusively(() => {
    const cell = activeRange();
    const target = describeCell(cell);
    if (target.sheet !== wanted.into.sheet || target.cell !== wanted.into.cell) {
      return { state: "moved", target };
    }
    if (target.holds !== "" && target.holds !== wanted.replaces) return { state: "filled", target };
    return write(cell, target, wanted);
  });
}

/** Thrown to have what was done taken back; what is in the way is the answer. */
class Blocked extends Error {
  constructor(readonly spill: Spill) {
    super();
  }
}

function write(cell: Range, target: ActiveCell, { formula, rows, columns }: WantedFormula): Insertion {
  try {
    return allOrNothing((undo) => {
      // An earlier answer that spilt from this cell must be gone before what stands around it can be told.
      const gaveWay = target.holds.startsWith("=");
      if (gaveWay) {
        silenceFormula(cell, undo);
        SpreadsheetApp.flush();
      }
      const spill = rows && columns ? spillFrom(cell, rows, columns) : undefined;
      if (spill && spill.inTheWay.length > 0) throw new Blocked(spill);
      if (spill) makeRoom(cell, spill, undo);
      putBackLater(cell, undo);
      cell.setFormula(formula);
      if (gaveWay) formulaGaveWay();
      return { state: "inserted", target: describeCell(cell), range: spill?.range ?? target.cell };
    });
  } catch (error) {
    if (error instanceof Blocked) return { state: "blocked", target, spill: error.spill };
    throw error;
  }
}

function makeRoom(cell: Range, { lacksRows, lacksColumns }: Spill, undo: Undo): void {
  if (lacksRows === 0 && lacksColumns === 0) return;
  const sheet = cell.getSheet();
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const [more, wider] = [rows + lacksRows, columns + lacksColumns];
  requireRoom(sheet.getParent(), more * wider - rows * columns, "the answer");
  undo.later(() => {
    if (lacksRows > 0) sheet.deleteRows(rows + 1, lacksRows);
    if (lacksColumns > 0) sheet.deleteColumns(columns + 1, lacksColumns);
  });
  grow(sheet, more, wider);
}
