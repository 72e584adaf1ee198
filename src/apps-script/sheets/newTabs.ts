import { type ListedNames, listNames } from "./names.js";
import { isOurName } from "./ourNames.js";
import { isUnfinished } from "./tabTitle.js";
import type { Undo } from "./undo.js";
import { removeTab } from "./unfinishedTabs.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Whatever tabs and names the add-on makes from here on are taken away again if the action fails, and the tab that was
 * in front comes back: also those that a failing call has left behind without saying which they are. A tab or a name
 * that somebody else makes meanwhile stays.
 */
export function takeBackNewTabs(
  spreadsheet: Spreadsheet,
  undo: Undo,
  names: ListedNames = listNames(spreadsheet),
): void {
  const front = spreadsheet.getActiveSheet();
  const tabs = new Set(spreadsheet.getSheets().map((sheet) => sheet.getSheetId()));
  undo.later(() => {
    for (const sheet of spreadsheet.getSheets()) {
      if (!tabs.has(sheet.getSheetId()) && isOurs(sheet)) removeTab(spreadsheet, sheet);
    }
    for (const named of spreadsheet.getNamedRanges()) {
      const name = named.getName();
      if (isOurName(name) && !names.has(name)) named.remove();
    }
    spreadsheet.setActiveSheet(front);
  });
}

const isOurs = (sheet: Sheet): boolean =>
  isUnfinished(sheet) || sheet.getNamedRanges().some((named) => isOurName(named.getName()));
