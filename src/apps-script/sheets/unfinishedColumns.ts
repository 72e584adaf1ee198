import type { Undo } from "./undo.js";

/**
 * Columns put in beside what people own, where the whole tab cannot be marked as unfinished. A note in the document's
 * properties tells which they are until they have their names, so that after a cut-off they go and are put in once.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ADDING = "revops.adding";

interface Note {
  readonly sheet: number;
  readonly first: number;
  readonly count: number;
  /** How many columns the tab had before. */
  readonly had: number;
  /** All that the run itself writes into them. */
  readonly words: readonly string[];
}

export function insertUnfinishedColumns(
  sheet: Sheet,
  first: number,
  count: number,
  words: readonly string[],
  undo: Undo,
): void {
  const properties = PropertiesService.getDocumentProperties();
  const note: Note = { sheet: sheet.getSheetId(), first, count, had: sheet.getMaxColumns(), words };
  undo.later(() => properties.deleteProperty(ADDING));
  properties.setProperty(ADDING, JSON.stringify(note));
  if (first === 1) sheet.insertColumnsBefore(1, count);
  else sheet.insertColumnsAfter(first - 1, count);
  undo.later(() => sheet.deleteColumns(first, count));
}

/** They have their names: from here on they are found by those. */
export const columnsAreFinished = (): void => {
  PropertiesService.getDocumentProperties().deleteProperty(ADDING);
};

/** Takes out what a run left that was cut off, unless somebody has written there since. Answers with the tab's name. */
export function clearUnfinishedColumns(spreadsheet: Spreadsheet): string | undefined {
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(ADDING);
  if (text === null) return undefined;
  const { sheet: id, first, count, had, words } = JSON.parse(text) as Note;
  const sheet = spreadsheet.getSheets().find((one) => one.getSheetId() === id);
  const isLeft =
    sheet !== undefined &&
    sheet.getMaxColumns() === had + count &&
    holdsNothingBut(words, sheet.getRange(1, first, sheet.getMaxRows(), count));
  if (isLeft) sheet.deleteColumns(first, count);
  properties.deleteProperty(ADDING);
  return isLeft ? sheet.getName() : undefined;
}

function holdsNothingBut(words: readonly string[], range: GoogleAppsScript.Spreadsheet.Range): boolean {
  const ours = new Set(["", ...words]);
  return range.getValues().every((row) => row.every((cell) => ours.has(String(cell))));
}
