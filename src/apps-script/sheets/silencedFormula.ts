import { asCellText } from "../../workbook/import/index.js";
import { putBackLater } from "./cellContent.js";
import { notedSheet, RunNote } from "./runNote.js";
import type { Undo } from "./undo.js";

/**
 * A formula that has to give way for a moment, with all cells that it spilt into, stands in its cell as a text meanwhile:
 * a run that is cut off then loses nothing. A note tells which cell it is.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const SILENCED = new RunNote<{
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}>("revops.silenced");

export function silenceFormula(cell: Range, undo: Undo): void {
  SILENCED.write({ sheet: cell.getSheet().getSheetId(), row: cell.getRow(), column: cell.getColumn() }, undo);
  putBackLater(cell, undo);
  cell.setValue(asCellText(cell.getFormula()));
}

/** Another formula stands in the cell by now. */
export const formulaGaveWay = (): void => SILENCED.drop();

/** Where a run was cut off, the text is a formula again, unless somebody has changed it. Answers with the tab's name. */
export function wakeFormula(spreadsheet: Spreadsheet): string | undefined {
  const note = SILENCED.read();
  if (!note) return undefined;
  const { row, column } = note;
  const sheet = notedSheet(spreadsheet, note.sheet);
  const isThere = sheet && row <= sheet.getMaxRows() && column <= sheet.getMaxColumns();
  const cell = isThere ? sheet.getRange(row, column) : undefined;
  const silenced = cell?.getFormula() === "" ? String(cell.getValue()) : "";
  const isFormula = silenced.startsWith("=");
  if (isFormula) cell?.setFormula(silenced);
  SILENCED.drop();
  return isFormula ? sheet?.getName() : undefined;
}
