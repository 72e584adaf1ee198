import { notedSheet, RunNote } from "./runNote.js";
import type { Undo } from "./undo.js";

/**
 * Columns put in beside what people own, where the whole tab cannot be marked as unfinished. A note tells which they are
 * until they have their names, so that after a cut-off they go and are put in once.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ADDING = new RunNote<{
  readonly sheet: number;
  readonly first: number;
  readonly count: number;
  /** How many columns the tab had before. */
  readonly had: number;
  /** All that the run itself writes into them. */
  readonly words: readonly string[];
}>("revops.adding");

export function insertUnfinishedColumns(
  sheet: Sheet,
  first: number,
  count: number,
  words: readonly string[],
  undo: Undo,
): void {
  ADDING.write({ sheet: sheet.getSheetId(), first, count, had: sheet.getMaxColumns(), words }, undo);
  if (first === 1) sheet.insertColumnsBefore(1, count);
  else sheet.insertColumnsAfter(first - 1, count);
  undo.later(() => sheet.deleteColumns(first, count));
}

/** They have their names: from here on they are found by those. */
export const columnsAreFinished = (): void => ADDING.drop();

/** Takes out what a run left that was cut off, unless somebody has written there since. Answers with the tab's name. */
export function clearUnfinishedColumns(spreadsheet: Spreadsheet): string | undefined {
  const note = ADDING.read();
  if (!note) return undefined;
  const { first, count, had, words } = note;
  const sheet = notedSheet(spreadsheet, note.sheet);
  const isLeft =
    sheet !== undefined &&
    sheet.getMaxColumns() === had + count &&
    holdsNothingBut(words, sheet.getRange(1, first, sheet.getMaxRows(), count));
  if (isLeft) sheet.deleteColumns(first, count);
  ADDING.drop();
  return isLeft ? sheet.getName() : undefined;
}

function holdsNothingBut(words: readonly string[], range: GoogleAppsScript.Spreadsheet.Range): boolean {
  const ours = new Set(["", ...words]);
  return range.getValues().every((row) => row.every((cell) => ours.has(String(cell))));
}
