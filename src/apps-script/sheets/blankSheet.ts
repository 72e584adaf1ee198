import { notedSheet, RunNote } from "./runNote.js";
import type { Undo } from "./undo.js";

/**
 * The sheet with which a new spreadsheet begins goes when the first tabs stand, as long as nobody has put anything on
 * it. A note tells which it is, for the run that follows one that was cut off.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The number of the sheet. */
const BEGINNING = new RunNote<number>("revops.beginning");

const isBlank = (sheet: Sheet): boolean => sheet.getLastRow() === 0 && sheet.getCharts().length === 0;

/** Answers with how to take the sheet away; the last step of all, since nothing could bring it back. */
export function beginOnBlankSheet(spreadsheet: Spreadsheet, undo: Undo): () => void {
  const [sheet, ...others] = spreadsheet.getSheets();
  if (!sheet || others.length > 0 || !isBlank(sheet)) return () => {};
  BEGINNING.write(sheet.getSheetId(), undo);
  return () => {
    spreadsheet.deleteSheet(sheet);
    try {
      BEGINNING.drop();
    } catch {
      // All is done; the next action drops the note.
    }
  };
}

/** A run that was cut off has left the sheet standing beside the first tabs. */
export function clearBeginning(spreadsheet: Spreadsheet): void {
  const id = BEGINNING.read();
  if (id === undefined) return;
  const left = notedSheet(spreadsheet, id);
  if (left && spreadsheet.getSheets().length > 1 && isBlank(left)) spreadsheet.deleteSheet(left);
  BEGINNING.drop();
}
