import type { Zone } from "../functions/cells.js";
import { zoneOf } from "../functions/zone.js";
import { clearBeginning } from "./sheets/blankSheet.js";
import { wakeFormula } from "./sheets/silencedFormula.js";
import { clearUnfinishedColumns } from "./sheets/unfinishedColumns.js";
import { clearUnfinished } from "./sheets/unfinishedTabs.js";

/** The spreadsheet at hand and the two things that only a running script can know: its time zone and the day. */
export interface Session {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly zone: Zone;
  /** Today as a serial day in the spreadsheet's time zone. */
  readonly today: number;
}

export function openSession(): Session {
  const spreadsheet = SpreadsheetApp.getActive();
  const zone = zoneOf(spreadsheet.getSpreadsheetTimeZone());
  return { spreadsheet, zone, today: Math.floor(zone.serialOf(new Date())) };
}

const LOCK_WAIT = 3000;

/** One change of the workbook at a time: the second person gets a sentence, not a half-drawn tab. */
export function exclusively<T>(act: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT)) {
    throw new Error(
      "Somebody else is changing this workbook with RevOps Engine right now; try again in a minute.",
    );
  }
  try {
    clearUp();
    return act();
  } finally {
    release(lock);
  }
}

/** What an earlier run left behind goes first, so that every action begins with a workbook that it understands. */
function clearUp(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const woken = wakeFormula(spreadsheet);
  const titles = clearUnfinished(spreadsheet).map((title) => `"${title}"`);
  const grown = clearUnfinishedColumns(spreadsheet);
  clearBeginning(spreadsheet);
  const said = [
    titles.length > 0
      ? `${titles.join(", ")}: a run was cut off here, and what it left half made is removed now; choose it again in the menu.`
      : "",
    grown
      ? `${grown}: a run was cut off here, and the columns that it left half made are removed now; choose Set up workbook again.`
      : "",
    woken ? `${woken}: a run was cut off here; the formula that it had made a text of works again.` : "",
  ].filter(Boolean);
  if (said.length > 0) spreadsheet.toast(said.join(" "), "RevOps Engine", 8);
}

/** Google lets go of the lock at the end of the run in any case; what was done is done. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch {
    // As said above.
  }
}
