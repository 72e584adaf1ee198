import type { DataRecord } from "../../../workbook/columns.js";
import { HISTORY } from "../../../workbook/history.js";
import type { Session } from "../../session.js";
import { requireRoom } from "../../sheets/cellLimit.js";
import { nameRanges, type OpenDataTab, writeRecords } from "../../sheets/dataTab.js";
import { createDataTab } from "../../sheets/makeDataTab.js";
import { takeBackNewTabs } from "../../sheets/newTabs.js";
import { allOrNothing } from "../../sheets/undo.js";

/** Rows and columns that a new sheet begins with. */
const NEW_SHEET = { rows: 1000, columns: 26 };
const ROOM_TO_GROW = 200;

/** The history as it stands: its tab where there is one, and its rows in sheet order. */
export interface StandingHistory {
  readonly tab: OpenDataTab | undefined;
  readonly records: readonly (DataRecord | null)[];
}

/**
 * Puts the rows of one day in the place of those that the day already had, or below all others. Only rows from the
 * first that changes are written; where a write fails, they and the tab's size are put back.
 */
export function storeSnapshot(
  session: Session,
  { tab, records }: StandingHistory,
  day: number,
  rows: readonly DataRecord[],
): void {
  const { spreadsheet, zone } = session;
  const others = records.filter((record) => record === null || record.day !== day);
  const next = [...others, ...rows];
  const first = records.findIndex((record) => record?.day === day);
  const from = first < 0 ? records.length : first;
  const to = Math.max(records.length, next.length);
  const writes = Array.from({ length: to - from }, (_, at) => ({
    index: from + at,
    record: next[from + at] ?? {},
  }));
  requireRoom(spreadsheet, cellsNeeded(tab, to), "this snapshot");

  allOrNothing((undo) => {
    if (!tab) {
      takeBackNewTabs(spreadsheet, undo);
      const front = spreadsheet.getActiveSheet();
      const made = createDataTab(spreadsheet, HISTORY);
      writeRecords(spreadsheet, HISTORY, made, [], writes, zone);
      // A snapshot is taken on the way; it should not carry its reader off to another tab.
      spreadsheet.setActiveSheet(front);
      return;
    }
    const height = tab.sheet.getMaxRows();
    undo.later(() => putBack(session, tab, records, from, to, height));
    writeRecords(spreadsheet, HISTORY, tab, records, writes, zone);
  });
}

function cellsNeeded(tab: OpenDataTab | undefined, rows: number): number {
  if (!tab) return Math.max(NEW_SHEET.rows, rows + ROOM_TO_GROW) * NEW_SHEET.columns;
  const missing = tab.headingRow + rows - tab.sheet.getMaxRows();
  return missing > 0 ? (missing + ROOM_TO_GROW) * tab.sheet.getMaxColumns() : 0;
}

function putBack(
  { spreadsheet, zone }: Session,
  tab: OpenDataTab,
  records: StandingHistory["records"],
  from: number,
  to: number,
  height: number,
): void {
  const grown = tab.sheet.getMaxRows() - height;
  if (grown > 0) {
    tab.sheet.deleteRows(height + 1, grown);
    nameRanges(spreadsheet, HISTORY, tab);
  }
  const last = Math.min(to, height - tab.headingRow);
  const writes = Array.from({ length: Math.max(0, last - from) }, (_, at) => ({
    index: from + at,
    record: records[from + at] ?? {},
  }));
  writeRecords(spreadsheet, HISTORY, tab, records, writes, zone);
}
