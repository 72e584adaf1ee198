import type { Undo } from "./undo.js";

/**
 * The sheet with which a new spreadsheet begins goes when the first tabs stand, as long as nobody has put anything on
 * it. A note in the document's properties tells which it is, for the run that follows one that was cut off.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const BEGINNING = "revops.beginning";

const isBlank = (sheet: Sheet): boolean => sheet.getLastRow() === 0 && sheet.getCharts().length === 0;

/** Answers with how to take the sheet away; the last step of all, since nothing could bring it back. */
export function beginOnBlankSheet(spreadsheet: Spreadsheet, undo: Undo): () => void {
  const [sheet, ...others] = spreadsheet.getSheets();
  if (!sheet || others.length > 0 || !isBlank(sheet)) return () => {};
  const properties = PropertiesService.getDocumentProperties();
  undo.later(() => properties.deleteProperty(BEGINNING));
  properties.setProperty(BEGINNING, String(sheet.getSheetId()));
  return () => {
    spreadsheet.deleteSheet(sheet);
    try {
      properties.deleteProperty(BEGINNING);
    } catch {
      // All is done; the next action drops the note.
    }
  };
}

/** A run that was cut off has left the sheet standing beside the first tabs. */
export function clearBeginning(spreadsheet: Spreadsheet): void {
  const properties = PropertiesService.getDocumentProperties();
  const id = properties.getProperty(BEGINNING);
  if (id === null) return;
  const sheets = spreadsheet.getSheets();
  const left = sheets.find((sheet) => String(sheet.getSheetId()) === id);
  if (left && sheets.length > 1 && isBlank(left)) spreadsheet.deleteSheet(left);
  properties.deleteProperty(BEGINNING);
}
