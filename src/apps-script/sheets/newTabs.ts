import { type ListedNames, listNames } from "./names.js";
import type { Undo } from "./undo.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Whatever tabs and names are made from here on are taken away again if the action fails, and the tab that was in
 * front comes back: also those that a failing call has left behind without saying which they are.
 */
export function takeBackNewTabs(
  spreadsheet: Spreadsheet,
  undo: Undo,
  names: ListedNames = listNames(spreadsheet),
): void {
  const front = spreadsheet.getActiveSheet();
  const tabs = new Set(spreadsheet.getSheets().map((sheet) => sheet.getSheetId()));
  undo.later(() => {
    for (const named of spreadsheet.getNamedRanges()) if (!names.has(named.getName())) named.remove();
    for (const sheet of spreadsheet.getSheets()) {
      if (!tabs.has(sheet.getSheetId())) spreadsheet.deleteSheet(sheet);
    }
    spreadsheet.setActiveSheet(front);
  });
}
