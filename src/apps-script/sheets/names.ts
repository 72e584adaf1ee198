import { requireRoom } from "./cellLimit.js";
import { titleOf } from "./tabTitle.js";
import type { Undo } from "./undo.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;

/** A name for a new tab that takes nothing from the user: theirs keeps its name, ours gets an addition. */
export function freeTabName(spreadsheet: Spreadsheet, title: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  if (!taken.has(title.toLowerCase())) return title;
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${title} (RevOps)` : `${title} (RevOps ${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

export type Names = ReadonlyMap<string, Range>;

export type ListedNames = ReadonlyMap<string, NamedRange>;

/** All names of the workbook as they are now. Each costs a question to Google, so an action lists them once. */
export const listNames = (spreadsheet: Spreadsheet): ListedNames =>
  new Map(spreadsheet.getNamedRanges().map((named) => [named.getName(), named]));

/** The named ranges of the workbook, or those whose name begins so. A name whose cells were deleted is left out. */
export function namedRanges(
  spreadsheet: Spreadsheet,
  prefix = "",
  listed = listNames(spreadsheet),
): Map<string, Range> {
  const found = new Map<string, Range>();
  for (const [name, named] of listed) {
    if (!name.startsWith(prefix)) continue;
    const range = cellsOf(spreadsheet, named, name);
    if (range) found.set(name, range);
  }
  return found;
}

/**
 * Google does not say what a named range answers whose cells were deleted. Asked by name it answers null, so an error
 * here is no reason to give up; if the service itself has failed, asking again fails too or finds the range.
 */
function cellsOf(spreadsheet: Spreadsheet, named: NamedRange, name: string): Range | null {
  try {
    return named.getRange();
  } catch {
    return spreadsheet.getRangeByName(name);
  }
}

/** Names cells, in the place of those that bore the name before. */
export function nameRange(
  spreadsheet: Spreadsheet,
  name: string,
  range: Range,
  undo?: Undo,
  before?: Range,
): void {
  undo?.later(() => {
    if (before) spreadsheet.setNamedRange(name, before);
    else spreadsheet.removeNamedRange(name);
  });
  spreadsheet.setNamedRange(name, range);
}

/** Makes sure the sheet has at least so many rows and columns, or says that the workbook has no room for them. */
export function grow(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows >= rows && haveColumns >= columns) return;
  const cells = Math.max(rows, haveRows) * Math.max(columns, haveColumns);
  requireRoom(sheet.getParent(), cells - haveRows * haveColumns, `"${titleOf(sheet)}"`);
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}
