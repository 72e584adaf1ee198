type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How the name of a tab begins that is not finished: whoever sees it knows, and so does the next run. */
export const UNFINISHED = "RevOps unfinished – ";

export const isUnfinished = (sheet: Sheet): boolean => sheet.getName().startsWith(UNFINISHED);

/** The tab's name as it is, or as it will be once the tab is finished. */
export function titleOf(sheet: Sheet): string {
  const name = sheet.getName();
  return name.startsWith(UNFINISHED)
    ? name.slice(UNFINISHED.length).replace(/ \(RevOps(?: \d+)?\)$/, "")
    : name;
}
