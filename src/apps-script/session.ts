import type { Zone } from "../functions/cells.js";
import { zoneOf } from "../functions/zone.js";

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
    return act();
  } finally {
    lock.releaseLock();
  }
}
