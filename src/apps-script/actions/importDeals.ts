import { serialOfIsoText } from "../../functions/serial.js";
import type { DataRecord } from "../../workbook/columns.js";
import {
  buildImport,
  categoryOfProbability,
  FIELD_INFO,
  type ImportField,
  type ImportResult,
  knownStageProbability,
  type StageSetting,
} from "../../workbook/import/index.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import { exclusively, openSession, type Session } from "../session.js";
import { findDataTab, readRecords } from "../sheets/dataTab.js";
import { findSettings, readAsOf } from "../sheets/settingsTab.js";
import { Workbook } from "../workbook.js";

/** Importing a CRM export: first shown, then applied. Adds new deals, updates known ones by id, deletes none. */

export interface ImportOptions {
  /** The day the export stands for, as 2026-01-31; without it the as-of date of Settings. */
  readonly asOf?: string;
}

export interface ImportReport {
  readonly crm: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** added + changed + unchanged + refusedRows = rows. */
  readonly refusedRows: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  readonly notices: readonly string[];
  /** Our column beside the export's heading that feeds it. */
  readonly mapping: readonly { readonly column: string; readonly heading: string }[];
}

/** A report is for reading; a long list of refusals is cut, and the count still tells the whole. */
const REFUSALS_SHOWN = 200;

export function previewImport(csv: string, options: ImportOptions = {}): ImportReport {
  const session = openSession();
  return reportOf(prepare(session, csv, options).result);
}

export function runImport(csv: string, options: ImportOptions = {}): ImportReport {
  return exclusively(() => {
    const session = openSession();
    // Everything that can be refused is refused before the first cell changes.
    const { result, standing, stages } = prepare(session, csv, options);
    const workbook = new Workbook(session);
    const day = dayOf(options);
    if (day !== undefined) workbook.moveAsOf(day);
    else workbook.moveAsOf();
    workbook.append(STAGES, workbook.stages, stages);
    extendReps(workbook, result);
    workbook.write(OPPORTUNITIES, standing, [
      ...result.changed.map(({ rowIndex, after }) => ({ index: rowIndex, record: after })),
      ...result.added.map((record, index) => ({ index: standing.length + index, record })),
    ]);
    return reportOf(result);
  });
}

function dayOf({ asOf }: ImportOptions): number | undefined {
  if (asOf === undefined) return undefined;
  const day = serialOfIsoText(asOf);
  if (day === undefined) throw new Error(`As-of date "${asOf}" is not a day; write it as 2026-01-31.`);
  return day;
}

function prepare(session: Session, csv: string, options: ImportOptions) {
  const settings = findSettings(session.spreadsheet);
  const tab = findDataTab(session.spreadsheet, OPPORTUNITIES);
  const standing = tab ? readRecords(OPPORTUNITIES, tab, session.zone) : [];
  const stagesTab = settings && findDataTab(session.spreadsheet, STAGES);
  const inSettings = stagesTab
    ? readRecords(STAGES, stagesTab, session.zone).filter((row) => row !== null)
    : [];
  const asOf = dayOf(options) ?? (settings && readAsOf(settings, session.zone)) ?? session.today;
  const request = {
    source: csv,
    existing: standing.map((record) => record ?? {}),
    settings: { asOf, stages: inSettings.map(stageSetting) },
  };
  const first = buildImport(request);
  const stages = newStages(first);
  // Stages that CRMs ship with bring their usual probability along, so that the deals in them have one too.
  const all = [...request.settings.stages, ...stages.map(stageSetting)];
  const result = stages.length > 0 ? buildImport({ ...request, settings: { asOf, stages: all } }) : first;
  return { result, standing, stages };
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

function extendReps(workbook: Workbook, result: ImportResult): void {
  const standing = workbook.reps;
  const known = new Set(standing.map((row) => row?.rep));
  const fresh = result.ownersSeen
    .map(({ name }) => name)
    .filter((rep) => !known.has(rep))
    .sort((one, other) => one.localeCompare(other));
  workbook.append(
    REPS,
    standing,
    fresh.map((rep) => ({ rep })),
  );
}

function reportOf(result: ImportResult): ImportReport {
  const { mapping, headings, crm } = result.recognised;
  return {
    crm,
    rows: result.rowsRead,
    added: result.added.length,
    changed: result.changed.length,
    unchanged: result.unchanged,
    refusedRows: result.refused.length,
    refused: result.refused.slice(0, REFUSALS_SHOWN).map(({ row, reason }) => ({ row, reason })),
    notices: result.notices,
    mapping: Object.entries(mapping).map(([key, place]) => ({
      column: FIELD_INFO[key as ImportField].label,
      heading: typeof place === "number" ? (headings[place] ?? "") : String(place),
    })),
  };
}
