import { asCellText } from "../../workbook/import/index.js";
import { putBackLater } from "./cellContent.js";
import type { Undo } from "./undo.js";

/**
 * A formula that has to give way for a moment, with all cells that it spilt into, stands in its cell as a text meanwhile:
 * a run that is cut off then loses nothing. A note in the document's properties tells which cell it is.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const SILENCED = "revops.silenced";

interface Note {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

export function silenceFormula(cell: Range, undo: Undo): void {
  const properties = PropertiesService.getDocumentProperties();
  const [row, column] = [cell.getRow(), cell.getColumn()];
  const note: Note = { sheet: cell.getSheet().getSheetId(), row, column };
  undo.later(() => properties.deleteProperty(SILENCED));
  putBackLater(cell, undo);
  properties.setProperty(SILENCED, JSON.stringify(note));
  cell.setValue(asCellText(cell.getFormula()));
}

/** Another formula stands in the cell by now. */
export const formulaGaveWay = (): void => {
  PropertiesService.getDocumentProperties().deleteProperty(SILENCED);
};

/** Where a run was cut off, the text is a formula again, unless somebody has changed it. Answers with the tab's name. */
export function wakeFormula(spreadsheet: Spreadsheet): string | undefined {
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(SILENCED);
  if (text === null) return undefined;
  const { sheet: id, row, column } = JSON.parse(text) as Note;
  const sheet = spreadsheet.getSheets().find((one) => one.getSheetId() === id);
  const isThere = sheet && row <= sheet.getMaxRows() && column <= sheet.getMaxColumns();
  const cell = isThere ? sheet.getRange(row, column) : undefined;
  const silenced = cell?.getFormula() === "" ? String(cell.getValue()) : "";
  const isFormula = silenced.startsWith("=");
  if (isFormula) cell?.setFormula(silenced);
  properties.deleteProperty(SILENCED);
  return isFormula ? sheet?.getName() : undefined;
}
