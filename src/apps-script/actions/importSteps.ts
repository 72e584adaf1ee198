import { SETTINGS } from "../../workbook/settings.js";
import { exclusively, openSession, type Session } from "../session.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { findSettings } from "../sheets/settingsTab.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { Workbook } from "../workbook.js";
import { applyLists, applyPart, prepareTab } from "./importApply.js";
import { type Content, contentOf } from "./importCells.js";
import {
  ImportJournal,
  type ImportState,
  isUnfinished,
  kindOfState,
  recordsWritten,
} from "./importJournal.js";
import { rememberChoices } from "./importMemory.js";
import { dayOf, type ImportOptions, partsOf, planImport } from "./importPlan.js";
import { type ImportReport, type RecordWords, reportOf, wordsOf } from "./importReport.js";

/**
 * An import in steps, each far below the six minutes that Google allows a call: first everything is worked out and
 * noted in the journal, then the journal is carried out part by part. A step that fails is simply called again; a run
 * that is given up in the middle can be continued or taken back from the journal alone.
 */

/** Records in a step: seconds of writing. */
const PART_RECORDS = 4000;

export interface ImportProgress extends RecordWords {
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

export interface BegunImport extends ImportProgress {
  readonly report: ImportReport;
}

/** How far the import is that was not finished; null where there is none. */
export function readImportState(): ImportProgress | null {
  const state = ImportJournal.find(openSession().spreadsheet)?.state;
  return state && isUnfinished(state) ? progressOf(state) : null;
}

export function beginImport(csv: string, file: string, options: ImportOptions = {}): BegunImport {
  return exclusively(() => {
    const session = openSession();
    const earlier = ImportJournal.find(session.spreadsheet);
    refuseWhileUnfinished(earlier?.state);
    // Everything that can be refused is refused before the first cell changes.
    const plan = planImport(session, csv, options);
    const state = allOrNothing((undo) => {
      takeBackNewTabs(session.spreadsheet, undo);
      const journal = ImportJournal.begin(session.spreadsheet);
      const filled = journal.fill(partsOf(plan, PART_RECORDS), {
        file,
        kind: plan.result.kind.tab.key,
        total: plan.changed.length + plan.added.length,
        added: plan.added.length,
        asOf: dayOf(options) ?? null,
        stages: plan.stages,
        reps: plan.reps,
        lossReasons: plan.lossReasons,
        settings: {},
      });
      rememberChoices(csv, options.choices ?? {}, filled.kind, undo);
      journal.replace(earlier, undo);
      return filled;
    });
    return { ...progressOf(state), report: reportOf(plan.result) };
  });
}

/** Writes the next part. */
export function continueImport(): ImportProgress {
  return exclusively(() => {
    const session = openSession();
    const journal = ImportJournal.find(session.spreadsheet);
    const state = journal?.state;
    if (!journal || !state) throw new Error("There is no import to go on with: it was taken back.");
    if (!isUnfinished(state)) return progressOf(state);
    const before = state.written === 0 ? settingsNow(session) : undefined;
    return allOrNothing((undo) => {
      if (before) takeBackNewTabs(session.spreadsheet, undo);
      return progressOf(writePart(new Workbook(session), journal, state, before, undo));
    });
  });
}

function writePart(
  workbook: Workbook,
  journal: ImportJournal,
  standing: ImportState,
  before: ReadonlyMap<string, Content> | undefined,
  undo: Undo,
): ImportState {
  let state = standing;
  const kind = kindOfState(state);
  undo.later(() => journal.writeState(standing));
  if (before) {
    // What stood there is noted before it is gone, since the run may be cut off right after.
    state = { ...state, settings: changedSettings(state, before, before) };
    journal.writeState(state);
    workbook.moveAsOf(state.asOf ?? undefined, undo);
    applyLists(workbook, state, undo);
    prepareTab(workbook, kind, state.added, undo);
    state = { ...state, settings: changedSettings(state, before, settingsNow(workbook.session)) };
    journal.writeState(state);
  }
  applyPart(workbook, kind, journal.part(state, state.written), undo);
  state = { ...state, written: state.written + 1 };
  journal.writeState(state);
  return state;
}

const progressOf = (state: ImportState): ImportProgress => ({
  ...wordsOf(kindOfState(state)),
  file: state.file,
  done: recordsWritten(state),
  total: state.total,
});

function refuseWhileUnfinished(state: ImportState | undefined): void {
  if (!state || !isUnfinished(state)) return;
  throw new Error(
    `The import of ${state.file} stopped after ${recordsWritten(state)} of ${state.total} ${kindOfState(state).records}; close this dialog and open it again to finish it or take it back.`,
  );
}

const MOVED = ["asOf", "followToday"] as const;

/** The settings that an import moves, formulas included; empty where the workbook has no Settings yet. */
export function settingsNow({ spreadsheet, zone }: Session): Map<string, Content> {
  const found = findSettings(spreadsheet);
  const now = new Map<string, Content>();
  if (!found) return now;
  for (const { key } of SETTINGS.filter((setting) => MOVED.some((moved) => moved === setting.key))) {
    const cell = found.cells.get(key);
    if (cell) now.set(key, contentOf(cell.getValue(), cell.getFormula(), zone));
  }
  return now;
}

/** When the first part is written again after a failure, what stood before is known already. */
function changedSettings(
  { settings }: ImportState,
  before: ReadonlyMap<string, Content>,
  after: ReadonlyMap<string, Content>,
): ImportState["settings"] {
  return Object.fromEntries(
    [...after].flatMap(([key, content]) => {
      const was = settings[key]?.before ?? before.get(key);
      return was === undefined ? [] : [[key, { before: was, after: content }]];
    }),
  );
}
