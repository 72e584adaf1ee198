type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A name for a new tab that takes nothing from the user: theirs keeps its name, ours gets an addition. */
export function freeTabName(spreadsheet: Spreadsheet, title: string): string {
  const taken = new Set(spreadsheet.getSheets().map((sheet) => sheet.getName().toLowerCase()));
  if (!taken.has(title.toLowerCase())) return title;
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${title} (RevOps)` : `${title} (RevOps ${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** All named ranges of the workbook in one round trip. */
export function namedRanges(spreadsheet: Spreadsheet): Map<string, GoogleAppsScript.Spreadsheet.Range> {
  return new Map(spreadsheet.getNamedRanges().map((named) => [named.getName(), named.getRange()]));
}

/** Makes sure the sheet has at least so many rows and columns. */
export function grow(sheet: Sheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}
