import { serialOfIsoText } from "../../functions/serial.js";
import type { DataRecord, DataValue } from "../../workbook/columns.js";
import {
  buildImport,
  categoryOfProbability,
  type ImportChoices,
  type ImportResult,
  knownStageProbability,
  type SourceTable,
  type StageSetting,
} from "../../workbook/import/index.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import type { Session } from "../session.js";
import { findDataTab, readRecords } from "../sheets/dataTab.js";
import { findSettings, readAsOf } from "../sheets/settingsTab.js";
import { type Content, contentOfValue, readCells, sameContent } from "./importCells.js";

/** What an import is going to write, worked out before the first cell changes. */

export interface ImportOptions {
  /** The day the export stands for, as 2026-01-31; without it the as-of date of Settings. */
  readonly asOf?: string | undefined;
  /** A person's choices on top of what is recognised and detected. */
  readonly choices?: ImportChoices | undefined;
}

/** A deal whose cells change: its id, its place when last seen, and column, content before, content after. */
export type ChangedRow = readonly [
  id: string,
  index: number,
  cells: readonly (readonly [key: string, before: Content, after: Content])[],
];

/** Some of the deals of an import; each part is written in one go. */
export interface ImportPart {
  readonly changed: readonly ChangedRow[];
  /** New deals as values in the order of the tab's columns, blanks at the end left out. */
  readonly added: readonly (readonly DataValue[])[];
}

/** Rows that the import adds to the lists of Settings. */
export interface ListRows {
  readonly stages: readonly DataRecord[];
  readonly reps: readonly DataRecord[];
}

export interface ImportPlan extends ListRows {
  readonly result: ImportResult;
  readonly changed: readonly ChangedRow[];
  readonly added: ImportPart["added"];
}

export function dayOf({ asOf }: ImportOptions): number | undefined {
  if (asOf === undefined) return undefined;
  const day = serialOfIsoText(asOf);
  if (day === undefined) throw new Error(`As-of date "${asOf}" is not a day; write it as 2026-01-31.`);
  return day;
}

/** The import's outcome against the workbook as it stands; changes nothing. */
export function compare(session: Session, source: string | SourceTable, options: ImportOptions) {
  const settings = findSettings(session.spreadsheet);
  const tab = findDataTab(session.spreadsheet, OPPORTUNITIES);
  const standing = tab ? readRecords(OPPORTUNITIES, tab, session.zone) : [];
  const listed = (list: typeof STAGES) => {
    const found = settings && findDataTab(session.spreadsheet, list);
    return found ? readRecords(list, found, session.zone).filter((row) => row !== null) : [];
  };
  const { mapping, crm, separator, dateOrder, decimal } = options.choices ?? {};
  const asOf = dayOf(options) ?? (settings && readAsOf(settings, session.zone)) ?? session.today;
  const inSettings = listed(STAGES).map(stageSetting);
  const request = {
    source,
    existing: standing.map((record) => record ?? {}),
    settings: { asOf, stages: inSettings },
    mapping,
    crm,
    formats: { separator, dateOrder, decimal },
  };
  const first = buildImport(request);
  const stages = newStages(first);
  // Stages that CRMs ship with bring their usual probability along, so that the deals in them have one too.
  const all = [...inSettings, ...stages.map(stageSetting)];
  const result = stages.length > 0 ? buildImport({ ...request, settings: { asOf, stages: all } }) : first;
  return { result, stages, tab, reps: () => newReps(result, listed(REPS)) };
}

export function planImport(session: Session, csv: string, options: ImportOptions): ImportPlan {
  const { result, stages, tab, reps } = compare(session, csv, options);
  const rows = result.changed.map(({ rowIndex }) => rowIndex);
  const cells =
    tab && rows.length > 0 ? readCells(OPPORTUNITIES, tab, spanOf(rows), session.zone) : undefined;
  const changed = result.changed.map(({ before, after, rowIndex }): ChangedRow => {
    const differing = OPPORTUNITIES.columns.flatMap(({ key, kind }) => {
      if ((before[key] ?? null) === (after[key] ?? null)) return [];
      const [was, becomes] = [cells?.at(rowIndex, key) ?? null, contentOfValue(after[key], kind)];
      return sameContent(was, becomes) ? [] : [[key, was, becomes] as const];
    });
    return [String(before.id), rowIndex, differing];
  });
  return { result, stages, reps: reps(), changed, added: result.added.map(packed) };
}

export function spanOf(indexes: readonly number[]): readonly [number, number] {
  return indexes.reduce<readonly [number, number]>(
    ([least, most], index) => [Math.min(least, index), Math.max(most, index)],
    [Number.POSITIVE_INFINITY, 0],
  );
}

/** Parts of so many deals; changed ones first, so that new ones are counted on when all else stands. */
export function partsOf({ changed, added }: ImportPlan, size: number): ImportPart[] {
  const parts: ImportPart[] = [];
  for (let from = 0; from < changed.length; from += size) {
    parts.push({ changed: changed.slice(from, from + size), added: [] });
  }
  for (let from = 0; from < added.length; from += size) {
    parts.push({ changed: [], added: added.slice(from, from + size) });
  }
  return parts;
}

function packed(record: DataRecord): DataValue[] {
  const values = OPPORTUNITIES.columns.map(({ key }) => record[key] ?? null);
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
  return values;
}

export function unpacked(values: readonly DataValue[]): DataRecord {
  return Object.fromEntries(OPPORTUNITIES.columns.map(({ key }, place) => [key, values[place] ?? null]));
}

const stageSetting = (record: DataRecord): StageSetting => ({
  stage: String(record.stage ?? ""),
  probability: typeof record.probability === "number" ? record.probability : null,
  category: record.category === null || record.category === undefined ? null : String(record.category),
});

/** Open stages of the export that Settings does not list yet, likeliest to be won last. */
function newStages(result: ImportResult): DataRecord[] {
  const open = new Set<unknown>();
  for (const record of [...result.added, ...result.changed.map(({ after }) => after)]) {
    if (record.outcome === "Open") open.add(record.stage);
  }
  return result.stagesSeen
    .filter(({ name, inSettings }) => !inSettings && open.has(name))
    .map(({ name }) => {
      const probability = knownStageProbability(result.recognised.crm, name);
      return { stage: name, probability, category: categoryOfProbability(probability) };
    })
    .sort((one, other) => (one.probability ?? 2) - (other.probability ?? 2));
}

function newReps(result: ImportResult, listed: readonly DataRecord[]): DataRecord[] {
  const known = new Set(listed.map(({ rep }) => rep));
  return result.ownersSeen
    .map(({ name }) => name)
    .filter((rep) => !known.has(rep))
    .sort((one, other) => one.localeCompare(other))
    .map((rep) => ({ rep }));
}
