type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Removes what a reader cannot see: hidden rows and columns, and everything beyond the page's last ones. */
export function keepPage(sheet: Sheet, lastRow: number, lastColumn: number): void {
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (columns > lastColumn) sheet.deleteColumns(lastColumn + 1, columns - lastColumn);
  if (rows > lastRow) sheet.deleteRows(lastRow + 1, rows - lastRow);
  // From the end, so that what is removed does not move what is still to be removed.
  for (const { first, count } of runsOf(lastColumn, (column) => sheet.isColumnHiddenByUser(column)))
    sheet.deleteColumns(first, count);
  for (const { first, count } of runsOf(lastRow, (row) => sheet.isRowHiddenByUser(row)))
    sheet.deleteRows(first, count);
}

/** Neighbours among 1 to `last` of which something holds, the last run first. */
function runsOf(last: number, holds: (index: number) => boolean): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (let index = last; index >= 1; index--) {
    if (!holds(index)) continue;
    const run = runs[runs.length - 1];
    if (run && run.first === index + 1) {
      run.first--;
      run.count++;
    } else runs.push({ first: index, count: 1 });
  }
  return runs;
}
