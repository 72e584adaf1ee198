import { serialOfIsoText } from "../../functions/serial.js";
import type { DataRecord, DataTab, DataValue } from "../../workbook/columns.js";
import {
  buildImport,
  DEALS,
  type ImportChoices,
  type ImportKind,
  type ImportResult,
  keysOf,
  type RecordKeys,
  type SourceTable,
  type StageSetting,
} from "../../workbook/import/index.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import { LOSS_REASONS } from "../../workbook/settingsLists.js";
import type { Session } from "../session.js";
import { findDataTab, type OpenDataTab, readRecords } from "../sheets/dataTab.js";
import { findSettings, readAsOf, readSetting } from "../sheets/settingsTab.js";
import { type Content, contentOfValue, readCells, sameContent } from "./importCells.js";
import { newLossReasons, newReps, newStages } from "./importLists.js";

/** What an import is going to write, worked out before the first cell changes. */

export interface ImportOptions {
  /** The day the export stands for, as 2026-01-31; without it the as-of date of Settings. */
  readonly asOf?: string | undefined;
  /** A person's choices on top of what is recognised and detected. */
  readonly choices?: ImportChoices | undefined;
}

/** A record whose cells change: its keys, its place when last seen, and column, content before, content after. */
export type ChangedRow = readonly [
  keys: RecordKeys,
  index: number,
  cells: readonly (readonly [key: string, before: Content, after: Content])[],
];

/** Some of the records of an import; each part is written in one go. */
export interface ImportPart {
  readonly changed: readonly ChangedRow[];
  /** New records as values in the order of the tab's columns, blanks at the end left out. */
  readonly added: readonly (readonly DataValue[])[];
}

/** Rows that the import adds to the lists of Settings. */
export interface ListRows {
  readonly stages: readonly DataRecord[];
  readonly reps: readonly DataRecord[];
  readonly lossReasons: readonly DataRecord[];
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
  const listed = (list: typeof STAGES) => {
    const found = settings && findDataTab(session.spreadsheet, list);
    return found ? readRecords(list, found, session.zone).filter((row) => row !== null) : [];
  };
  let tab: OpenDataTab | undefined;
  const existing = (kind: ImportKind) => {
    tab = findDataTab(session.spreadsheet, kind.tab);
    return tab ? readRecords(kind.tab, tab, session.zone).map((record) => record ?? {}) : [];
  };
  const { kind, mapping, crm, separator, dateOrder, decimal } = options.choices ?? {};
  const asOf = dayOf(options) ?? (settings && readAsOf(settings, session.zone)) ?? session.today;
  const company = settings && String(readSetting(settings, "companyName"));
  const inSettings = listed(STAGES).map(stageSetting);
  const request = {
    source,
    existing,
    settings: { asOf, stages: inSettings, company },
    kind,
    mapping,
    crm,
    formats: { separator, dateOrder, decimal },
  };
  const first = buildImport(request);
  const stages = newStages(first);
  // Stages that CRMs ship with bring their usual probability along, so that the deals in them have one too.
  const helpful = stages.some(({ kind: outcome, probability }) => outcome === null && probability !== null);
  const all = [...inSettings, ...stages.map(stageSetting)];
  const result = helpful ? buildImport({ ...request, settings: { asOf, stages: all, company } }) : first;
  const lists = (): ListRows => {
    if (result.kind !== DEALS) return { stages: [], reps: [], lossReasons: [] };
    return {
      stages,
      reps: newReps(result, listed(REPS)),
      lossReasons: newLossReasons(result, listed(LOSS_REASONS)),
    };
  };
  return { result, tab, lists };
}

export function planImport(session: Session, csv: string, options: ImportOptions): ImportPlan {
  const { result, tab, lists } = compare(session, csv, options);
  const { kind } = result;
  const rows = result.changed.map(({ rowIndex }) => rowIndex);
  const cells = tab && rows.length > 0 ? readCells(kind.tab, tab, spanOf(rows), session.zone) : undefined;
  const changed = result.changed.map(({ before, after, rowIndex }): ChangedRow => {
    const differing = kind.tab.columns.flatMap(({ key, kind: of }) => {
      if ((before[key] ?? null) === (after[key] ?? null)) return [];
      const [was, becomes] = [cells?.at(rowIndex, key) ?? null, contentOfValue(after[key], of)];
      return sameContent(was, becomes) ? [] : [[key, was, becomes] as const];
    });
    return [keysOf(kind, after), rowIndex, differing];
  });
  return { result, changed, added: result.added.map((record) => packed(kind.tab, record)), ...lists() };
}

export function spanOf(indexes: readonly number[]): readonly [number, number] {
  return indexes.reduce<readonly [number, number]>(
    ([least, most], index) => [Math.min(least, index), Math.max(most, index)],
    [Number.POSITIVE_INFINITY, 0],
  );
}

/** Parts of so many records; changed ones first, so that new ones are counted on when all else stands. */
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

function packed({ columns }: DataTab, record: DataRecord): DataValue[] {
  const values = columns.map(({ key }) => record[key] ?? null);
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
  return values;
}

export function unpacked({ columns }: DataTab, values: readonly DataValue[]): DataRecord {
  return Object.fromEntries(columns.map(({ key }, place) => [key, values[place] ?? null]));
}

const stageSetting = (record: DataRecord): StageSetting => ({
  stage: String(record.stage ?? ""),
  probability: typeof record.probability === "number" ? record.probability : null,
  category: record.category === null || record.category === undefined ? null : String(record.category),
});
