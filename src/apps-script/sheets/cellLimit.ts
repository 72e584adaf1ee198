type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Google's limit for a spreadsheet, blank cells included. */
const MOST_CELLS = 10_000_000;

const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** Refuses in a sentence what would not fit, before anything is changed. `what` names it: "this snapshot". */
export function requireRoom(spreadsheet: Spreadsheet, cells: number, what: string): void {
  if (cells <= 0) return;
  const used = spreadsheet
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  if (used + cells <= MOST_CELLS) return;
  throw new Error(
    `The workbook has ${whole(used)} of the ${whole(MOST_CELLS)} cells that a spreadsheet may have, and ${what} needs ${whole(cells)} more; delete tabs or rows that are no longer needed.`,
  );
}
