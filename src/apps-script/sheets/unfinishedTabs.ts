import { freeTabName } from "./names.js";
import { isLastName } from "./ourNames.js";
import { notedSheet, RunNote } from "./runNote.js";
import { isUnfinished, titleOf, UNFINISHED } from "./tabTitle.js";
import type { Undo } from "./undo.js";

/**
 * Google ends a run after six minutes, wherever it is, and nothing that it began can be put right by itself. So a tab
 * bears a name that says so until it is finished, and whatever changes the workbook next first clears up.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Google takes names of 100 characters; the mark and a number must still fit. */
const LONGEST_TITLE = 70;

const unfinishedName = (spreadsheet: Spreadsheet, title: string): string =>
  freeTabName(spreadsheet, `${UNFINISHED}${title.slice(0, LONGEST_TITLE)}`);

export const insertUnfinished = (spreadsheet: Spreadsheet, title: string, position: number): Sheet =>
  spreadsheet.insertSheet(unfinishedName(spreadsheet, title), position);

/** The last step of making a tab; the names it is found by stand before. */
export function finishTab(sheet: Sheet, name: string, undo?: Undo): void {
  const interim = sheet.getName();
  undo?.later(() => sheet.setName(interim));
  sheet.setName(name);
}

/** What is about to be replaced goes with the next clearing up, unless it still bears the name it is found by. */
export function outdateTab(spreadsheet: Spreadsheet, sheet: Sheet, undo: Undo): void {
  const name = sheet.getName();
  undo.later(() => sheet.setName(name));
  sheet.setName(unfinishedName(spreadsheet, name));
}

/**
 * A copy gets its name from Google, the original's with a word in the person's language, and the mark only after that:
 * in between, this note tells.
 */
const COPYING = new RunNote<{
  readonly sheet: number;
  /** All tabs that stood before. */
  readonly others: readonly number[];
}>("revops.copying");

export function copyUnfinished(spreadsheet: Spreadsheet, sheet: Sheet, undo: Undo): Sheet {
  const others = spreadsheet.getSheets().map((one) => one.getSheetId());
  const name = unfinishedName(spreadsheet, sheet.getName());
  COPYING.write({ sheet: sheet.getSheetId(), others }, undo);
  undo.later(() => removeNamelessCopy(spreadsheet));
  const copy = sheet.copyTo(spreadsheet);
  undo.later(() => {
    spreadsheet.deleteSheet(copy);
  });
  copy.setName(name);
  COPYING.drop();
  return copy;
}

/**
 * Takes away the copy that a run was cut off at: it holds just what the original holds, so that nothing goes with it.
 * Answers with its title.
 */
function removeNamelessCopy(spreadsheet: Spreadsheet): string | undefined {
  const note = COPYING.read();
  if (!note) return undefined;
  const original = notedSheet(spreadsheet, note.sheet);
  const content = original && formulasAndSize(original);
  const copy = spreadsheet
    .getSheets()
    .find(
      (one) =>
        !note.others.includes(one.getSheetId()) &&
        one.getName().includes(original?.getName() ?? "") &&
        formulasAndSize(one) === content,
    );
  const title = copy && titleOf(copy);
  if (copy) removeTab(spreadsheet, copy);
  COPYING.drop();
  return title;
}

function formulasAndSize(sheet: Sheet): string {
  const all = sheet.getDataRange();
  return JSON.stringify([all.getFormulas(), all.getDisplayValues()]);
}

/** Clears up what a run left behind that was cut off, and answers with the titles of those tabs. */
export function clearUnfinished(spreadsheet: Spreadsheet): string[] {
  const copy = removeNamelessCopy(spreadsheet);
  const left = spreadsheet.getSheets().filter(isUnfinished);
  const finished = left.filter((sheet) =>
    sheet.getNamedRanges().some((named) => isLastName(named.getName())),
  );
  const halfMade = left.filter((sheet) => !finished.includes(sheet));
  const titles = [...(copy === undefined ? [] : [copy]), ...halfMade.map(titleOf)];
  for (const sheet of halfMade) removeTab(spreadsheet, sheet);
  // Only their name was wanting.
  for (const sheet of finished) sheet.setName(freeTabName(spreadsheet, titleOf(sheet)));
  return [...new Set(titles)];
}

/** A tab with the names of its cells, which Google would keep as names of nothing. */
export function removeTab(spreadsheet: Spreadsheet, sheet: Sheet): void {
  for (const named of sheet.getNamedRanges()) named.remove();
  spreadsheet.deleteSheet(sheet);
}
