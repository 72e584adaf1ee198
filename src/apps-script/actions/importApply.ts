import type { DataRecord, DataTab } from "../../workbook/columns.js";
import { type ImportKind, keysOf, RecordIndex, type RecordKeys } from "../../workbook/import/index.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import { LOSS_REASONS } from "../../workbook/settingsLists.js";
import type { Session } from "../session.js";
import { nameRanges, type OpenDataTab, readRecords, reserveRows, writeRecords } from "../sheets/dataTab.js";
import type { Undo } from "../sheets/undo.js";
import type { Workbook } from "../workbook.js";
import { type CellWrite, readCells, stretchesOf, writeCells } from "./importCells.js";
import { type ImportPart, type ListRows, spanOf, unpacked } from "./importPlan.js";

/**
 * Writing what was planned. Records are found by their keys, so a part that was cut off, or a tab that somebody sorted
 * meanwhile, can be written again: what stands there already is written to its own row once more.
 */

/** The lists of Settings that an import of deals extends, with the column that names an entry. */
export const EXTENDED_LISTS = [
  { list: STAGES, name: "stage", rows: "stages" },
  { list: REPS, name: "rep", rows: "reps" },
  { list: LOSS_REASONS, name: "reason", rows: "lossReasons" },
] as const satisfies readonly { list: DataTab; name: string; rows: keyof ListRows }[];

export function applyLists(workbook: Workbook, lists: ListRows, undo: Undo): void {
  for (const { list, name, rows } of EXTENDED_LISTS) {
    const wanted = lists[rows];
    if (wanted.length === 0) continue;
    const standing = workbook.read(list);
    const listed = new Set(standing.map((row) => row?.[name]));
    const missing = wanted.filter((row) => !listed.has(row[name] ?? null));
    const open = workbook.open(list);
    undo.later(takeBackRows(workbook, list, open, standing.length, missing.length));
    workbook.append(list, standing, missing);
  }
}

/** The tab of the records, with room for all that will be added. */
export function prepareTab(workbook: Workbook, { tab }: ImportKind, added: number, undo: Undo): void {
  const open = workbook.open(tab, added);
  const { spreadsheet } = workbook.session;
  undo.later(takeBackRows(workbook, tab, open, 0, 0));
  if (added > 0) reserveRows(spreadsheet, tab, open, workbook.read(tab).length + added);
}

export function applyPart(
  workbook: Workbook,
  kind: ImportKind,
  { changed, added }: ImportPart,
  undo: Undo,
): void {
  const { zone } = workbook.session;
  const { tab } = kind;
  const open = workbook.open(tab);
  const places = placesIn(workbook.session, kind, open);
  const writes: CellWrite[] = [];
  for (const [keys, hint, cells] of changed) {
    const index = places.of(keys, hint);
    // Somebody deleted the row while the import ran.
    if (index === undefined) continue;
    for (const [key, , content] of cells) writes.push({ index, key, content });
  }
  if (writes.length > 0) {
    const standing = readCells(tab, open, spanOf(writes.map(({ index }) => index)), zone);
    const back = writes.map(({ index, key }) => ({ index, key, content: standing.at(index, key) }));
    undo.later(() => writeCells(open, back, zone));
    writeCells(open, writes, zone);
  }
  if (added.length === 0) return;
  let next = rowsFilled(workbook, tab, open, places);
  const records = new Map<number, DataRecord>();
  for (const values of added) {
    const record = unpacked(tab, values);
    records.set(places.of(keysOf(kind, record)) ?? next++, record);
  }
  // Rows between the stretches are somebody's and are not written.
  for (const [from, to] of stretchesOf([...records.keys()])) {
    const rows = [];
    for (let index = from; index <= to; index++) rows.push({ index, record: records.get(index) ?? {} });
    undo.later(takeBackRows(workbook, tab, open, from, rows.length));
    workbook.write(tab, [], rows);
  }
}

/** Empties rows that held nothing before, and takes away those that the tab did not have. */
function takeBackRows(
  { session: { spreadsheet, zone } }: Workbook,
  tab: DataTab,
  open: OpenDataTab,
  from: number,
  rows: number,
): () => void {
  const height = open.sheet.getMaxRows();
  return () => {
    const grown = open.sheet.getMaxRows() - height;
    if (grown > 0) {
      open.sheet.deleteRows(height + 1, grown);
      nameRanges(spreadsheet, tab, open);
    }
    const last = Math.min(from + rows, height - open.headingRow);
    const blank = Array.from({ length: Math.max(0, last - from) }, (_, at) => ({
      index: from + at,
      record: {},
    }));
    writeRecords(spreadsheet, tab, open, [], blank, zone);
  };
}

interface Places {
  /** Place of the record below the heading; the hint is preferred, since an id may stand in several rows. */
  of(keys: RecordKeys, hint?: number): number | undefined;
  /** Rows down to the last one that can be told apart. */
  readonly withKeys: number;
}

/** Rows in use. Below the last key there may be rows that somebody is typing; only those are looked at. */
function rowsFilled({ session }: Workbook, tab: DataTab, open: OpenDataTab, { withKeys }: Places): number {
  const last = open.sheet.getLastRow() - open.headingRow - 1;
  const below = readCells(tab, open, [withKeys, last], session.zone);
  for (let index = last; index >= withKeys; index--) {
    if (tab.columns.some(({ key }) => below.at(index, key) !== null)) return index + 1;
  }
  return withKeys;
}

/** Reads the columns by which records are told apart, and no others. */
export function placesIn({ zone }: Session, kind: ImportKind, open: OpenDataTab): Places {
  const fields = new Set(kind.keys.flat());
  const keyTab = { ...kind.tab, columns: kind.tab.columns.filter(({ key }) => fields.has(key)) };
  const index = new RecordIndex<number>();
  const keysAt = readRecords(keyTab, open, zone).map((record, place) => {
    const keys = keysOf(kind, record ?? {});
    index.add(keys, place);
    return keys;
  });
  let withKeys = keysAt.length;
  while (withKeys > 0 && !isTold(keysAt[withKeys - 1])) withKeys--;
  return {
    withKeys,
    of: (keys, hint) => (hint !== undefined && agree(keysAt[hint], keys) ? hint : index.find(keys)),
  };
}

const isTold = (keys: RecordKeys | undefined): boolean => keys?.some((key) => key !== null) ?? false;

/** Whether the surest way that both sides have filled says that they are the same. */
function agree(standing: RecordKeys | undefined, keys: RecordKeys): boolean {
  const way = keys.findIndex((key, at) => key !== null && (standing?.[at] ?? null) !== null);
  return way >= 0 && standing?.[way] === keys[way];
}
