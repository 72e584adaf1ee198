import type { DataRecord, DataTab } from "../../workbook/columns.js";
import { keysOf } from "../../workbook/import/index.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";
import { exclusively, openSession, type Session } from "../session.js";
import { findDataTab, type OpenDataTab, readRecords } from "../sheets/dataTab.js";
import { findSettings } from "../sheets/settingsTab.js";
import { EXTENDED_LISTS, placesIn } from "./importApply.js";
import {
  type CellWrite,
  contentOfValue,
  readCells,
  sameContent,
  stretchesOf,
  writeCells,
} from "./importCells.js";
import { ImportJournal, type ImportState, kindOfState } from "./importJournal.js";
import { unpacked } from "./importPlan.js";
import { type RecordWords, wordsOf } from "./importReport.js";
import { settingsNow } from "./importSteps.js";

/**
 * Taking the last import back: every cell that it wrote gets what stood there before, rows that it added go. Cells that
 * a person changed afterwards are counted and kept unless the person says otherwise.
 */

export interface UndoneImport extends RecordWords {
  readonly file: string;
  /** Cells changed by hand since: what they are to become has to be said first, and nothing was done yet. */
  readonly edited: number;
  readonly done: boolean;
  readonly restored: number;
  readonly removed: number;
}

export type Edits = "ask" | "keep" | "overwrite";

export function undoImport(edits: Edits = "ask"): UndoneImport {
  return exclusively(() => {
    const session = openSession();
    const journal = ImportJournal.find(session.spreadsheet);
    const state = journal?.state;
    if (!journal || !state) throw new Error("There is no import to take back.");
    const { file } = state;
    const kind = kindOfState(state);
    const plans = [
      recordsPlan(session, journal, state, edits === "overwrite"),
      ...EXTENDED_LISTS.map(({ list, name, rows }) =>
        listPlan(session, list, name, state[rows], edits === "overwrite"),
      ),
    ].filter((plan) => plan !== undefined);
    const settings = settingsPlan(session, state, edits === "overwrite");
    const edited = plans.reduce((sum, plan) => sum + plan.edited, settings.edited);
    if (edited > 0 && edits === "ask") {
      return { ...wordsOf(kind), file, edited, done: false, restored: 0, removed: 0 };
    }
    const cells = findSettings(session.spreadsheet)?.cells;
    for (const { key, content } of settings.restore) {
      const cell = cells?.get(key);
      if (!cell) continue;
      // A setting is a list of one row under a heading of its own.
      const alone = { sheet: cell.getSheet(), headingRow: cell.getRow() - 1 };
      writeCells(
        { ...alone, columnOf: new Map([[key, cell.getColumn()]]) },
        [{ index: 0, key, content }],
        session.zone,
      );
    }
    for (const plan of plans) carryOut(session, plan);
    journal.remove();
    const removed = plans[0]?.tab === kind.tab ? plans[0].remove.length : 0;
    return {
      ...wordsOf(kind),
      file,
      edited,
      done: true,
      restored: plans.reduce((sum, plan) => sum + plan.restore.length, settings.restore.length),
      removed,
    };
  });
}

/** The menu's entry. The question stands outside the lock: nobody else should have to wait for the answer. */
export function undoLastImport(): void {
  const ui = SpreadsheetApp.getUi();
  const state = exclusively(() => ImportJournal.find(openSession().spreadsheet)?.state);
  if (!state) {
    ui.alert("There is no import to take back.");
    return;
  }
  let undone = undoImport();
  if (!undone.done) {
    const cells = undone.edited === 1 ? "1 cell" : `${undone.edited} cells`;
    const answer = ui.alert(
      `Take back the import of ${undone.file}`,
      `${cells} that it wrote ${undone.edited === 1 ? "was" : "were"} changed by hand since. Overwrite ${undone.edited === 1 ? "it" : "them"} too? With No your changes stay, with the new rows that they are in.`,
      ui.ButtonSet.YES_NO_CANCEL,
    );
    if (answer !== ui.Button.YES && answer !== ui.Button.NO) return;
    undone = undoImport(answer === ui.Button.YES ? "overwrite" : "keep");
  }
  SpreadsheetApp.getActive().toast(undoneSentence(undone), "Import taken back");
}

function undoneSentence({ file, restored, removed, record, records }: UndoneImport): string {
  return `${file}: ${removed} new ${removed === 1 ? record : records} removed, ${restored} ${restored === 1 ? "cell" : "cells"} as before.`;
}

interface UndoPlan {
  readonly tab: DataTab;
  readonly open: OpenDataTab;
  readonly restore: readonly CellWrite[];
  /** Rows that go, by place below the heading. */
  readonly remove: readonly number[];
  readonly edited: number;
  /** Columns by which a row is found again: they are emptied last, for the case that the run is cut off. */
  readonly foundBy: ReadonlySet<string>;
  /** Whether whole rows of the sheet may go where nothing else stands in them. */
  readonly ownsRows: boolean;
}

function recordsPlan(
  session: Session,
  journal: ImportJournal,
  state: ImportState,
  overwrite: boolean,
): UndoPlan | undefined {
  const kind = kindOfState(state);
  const { tab } = kind;
  const open = findDataTab(session.spreadsheet, tab);
  if (!open) return undefined;
  const places = placesIn(session, kind, open);
  const cells = readCells(tab, open, [0, open.sheet.getLastRow()], session.zone);
  const restore: CellWrite[] = [];
  const remove: number[] = [];
  let edited = 0;
  for (let number = 0; number < state.parts.length; number++) {
    const { changed, added } = journal.part(state, number);
    for (const [keys, hint, differing] of changed) {
      const index = places.of(keys, hint);
      if (index === undefined) continue;
      for (const [key, before, after] of differing) {
        const now = cells.at(index, key);
        // A part that was never written, or an undo that was cut off.
        if (sameContent(now, before)) continue;
        const byHand = !sameContent(now, after);
        if (byHand) edited++;
        if (!byHand || overwrite) restore.push({ index, key, content: before });
      }
    }
    for (const values of added) {
      const record = unpacked(tab, values);
      const index = places.of(keysOf(kind, record));
      if (index === undefined) continue;
      const differing = differences(tab, record, (key) => cells.at(index, key));
      edited += differing;
      if (differing === 0 || overwrite) remove.push(index);
    }
  }
  const foundBy = new Set(kind.keys.flat());
  return { tab, open, restore, remove, edited, foundBy, ownsRows: DATA_TABS.includes(tab) };
}

function listPlan(
  { spreadsheet, zone }: Session,
  tab: DataTab,
  nameKey: string,
  rows: readonly DataRecord[],
  overwrite: boolean,
): UndoPlan | undefined {
  const open = rows.length > 0 ? findDataTab(spreadsheet, tab) : undefined;
  if (!open) return undefined;
  const last = open.sheet.getLastRow() - open.headingRow;
  const cells = readCells(tab, open, [0, last], zone);
  const added = new Map(rows.map((row) => [String(row[nameKey]), row]));
  const remove: number[] = [];
  let edited = 0;
  for (let index = 0; index <= last; index++) {
    const record = added.get(String(cells.at(index, nameKey) ?? ""));
    if (!record) continue;
    added.delete(String(record[nameKey]));
    const differing = differences(tab, record, (key) => cells.at(index, key));
    edited += differing;
    if (differing === 0 || overwrite) remove.push(index);
  }
  return { tab, open, restore: [], remove, edited, foundBy: new Set([nameKey]), ownsRows: false };
}

function settingsPlan(session: Session, { settings }: ImportState, overwrite: boolean) {
  const now = settingsNow(session);
  const restore: { key: string; content: ReturnType<typeof contentOfValue> }[] = [];
  let edited = 0;
  for (const [key, { before, after }] of Object.entries(settings)) {
    const standing = now.get(key);
    if (standing === undefined || sameContent(standing, before)) continue;
    const byHand = !sameContent(standing, after);
    if (byHand) edited++;
    if (!byHand || overwrite) restore.push({ key, content: before });
  }
  return { restore, edited };
}

/** Cells of a row that was added which hold something else by now; an empty one an undo may have emptied already. */
function differences(
  { columns }: DataTab,
  record: DataRecord,
  now: (key: string) => ReturnType<typeof contentOfValue>,
): number {
  return columns.filter(
    ({ key, kind }) =>
      !sameContent(now(key), null) && !sameContent(now(key), contentOfValue(record[key], kind)),
  ).length;
}

function carryOut({ zone }: Session, { tab, open, restore, remove, foundBy, ownsRows }: UndoPlan): void {
  writeCells(open, restore, zone);
  const { sheet, headingRow, columnOf } = open;
  const ours = new Set(columnOf.values());
  const gone = new Set(remove);
  // At the end of the list emptied rows are spare rows; above deals that somebody added they would be a gap.
  const end = readRecords(tab, open, zone).reduce<number>(
    (last, record, index) => (record && !gone.has(index) ? index + 1 : last),
    0,
  );
  const whole = stretchesOf(ownsRows ? remove.filter((index) => index < end) : []).filter(([from, to]) => {
    const cells = sheet.getRange(headingRow + 1 + from, 1, to - from + 1, sheet.getLastColumn());
    return !cells.getValues().some((row) => row.some((cell, at) => !ours.has(at + 1) && cell !== ""));
  });
  const isWhole = (index: number) => whole.some(([from, to]) => from <= index && index <= to);
  const emptied = remove.filter((index) => !isWhole(index));
  const keys = tab.columns.map(({ key }) => key);
  for (const key of [...keys.filter((one) => !foundBy.has(one)), ...keys.filter((one) => foundBy.has(one))])
    writeCells(
      open,
      emptied.map((index) => ({ index, key, content: null })),
      zone,
    );
  // From the end, and each in one call: an undo that is cut off finds the others by their keys and goes on.
  for (const [from, to] of [...whole].reverse()) sheet.deleteRows(headingRow + 1 + from, to - from + 1);
}
