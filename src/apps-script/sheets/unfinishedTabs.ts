import { freeTabName } from "./names.js";
import { isLastName } from "./ourNames.js";
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

/** A copy gets its name from Google, and the mark only after that: in between, this note tells of it. */
const COPYING = "revops.copying";

interface CopyNote {
  readonly sheet: number;
  /** Copies that people have made themselves. */
  readonly others: readonly number[];
}

const COPY = /^Copy of /;

export function copyUnfinished(spreadsheet: Spreadsheet, sheet: Sheet, undo: Undo): Sheet {
  const properties = PropertiesService.getDocumentProperties();
  const others = spreadsheet.getSheets().filter((one) => COPY.test(one.getName()));
  const note: CopyNote = { sheet: sheet.getSheetId(), others: others.map((one) => one.getSheetId()) };
  const name = unfinishedName(spreadsheet, sheet.getName());
  undo.later(() => {
    const left = namelessCopy(spreadsheet);
    if (left) removeTab(spreadsheet, left);
  });
  properties.setProperty(COPYING, JSON.stringify(note));
  const copy = sheet.copyTo(spreadsheet);
  undo.later(() => {
    spreadsheet.deleteSheet(copy);
  });
  copy.setName(name);
  properties.deleteProperty(COPYING);
  return copy;
}

/** The copy that a run was cut off at: it still holds just what the original holds, so that nothing goes with it. */
function namelessCopy(spreadsheet: Spreadsheet): Sheet | undefined {
  const properties = PropertiesService.getDocumentProperties();
  const text = properties.getProperty(COPYING);
  if (text === null) return undefined;
  const { sheet: id, others } = JSON.parse(text) as CopyNote;
  const sheets = spreadsheet.getSheets();
  const original = sheets.find((one) => one.getSheetId() === id);
  const content = original && formulasAndSize(original);
  const found = sheets.find(
    (one) =>
      COPY.test(one.getName()) && !others.includes(one.getSheetId()) && formulasAndSize(one) === content,
  );
  properties.deleteProperty(COPYING);
  return found;
}

function formulasAndSize(sheet: Sheet): string {
  const all = sheet.getDataRange();
  return JSON.stringify([all.getFormulas(), all.getDisplayValues()]);
}

/** Clears up what a run left behind that was cut off, and answers with the titles of those tabs. */
export function clearUnfinished(spreadsheet: Spreadsheet): string[] {
  const copy = namelessCopy(spreadsheet);
  const left = [...spreadsheet.getSheets().filter(isUnfinished), ...(copy ? [copy] : [])];
  if (left.length === 0) return [];
  const finished = left.filter((sheet) =>
    sheet.getNamedRanges().some((named) => isLastName(named.getName())),
  );
  const halfMade = left.filter((sheet) => !finished.includes(sheet));
  const titles = halfMade.map(titleOf);
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
