type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheet with which a new spreadsheet begins, as long as nobody has put anything on it. */
export function onlySheetIfBlank(sheets: readonly Sheet[]): Sheet | undefined {
  const [sheet] = sheets;
  const isBlank = sheets.length === 1 && sheet && sheet.getLastRow() === 0 && sheet.getCharts().length === 0;
  return isBlank ? sheet : undefined;
}
