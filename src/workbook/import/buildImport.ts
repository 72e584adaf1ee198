import type { DataRecord } from "../columns.js";
import { SAMPLE_COMPANY } from "../sample/company.js";
import { type ColumnFormats, detectFormats, type FormatChoice } from "./columnFormats.js";
import type { Crm } from "./crms.js";
import { dealRules } from "./dealRules.js";
import { type ImportKind, tellsApart } from "./importKind.js";
import { tallyOf } from "./importNotices.js";
import { ImportRefusal } from "./importRefusal.js";
import { recogniseKind } from "./kindOf.js";
import { DEALS } from "./kinds/deals.js";
import { kindNamed } from "./kinds/index.js";
import { countOf, listOf } from "./quantity.js";
import { readCsv, type SourceCell, tableFromCells } from "./readCsv.js";
import { type ColumnMapping, type MappingChoice, type Recognition, recognise } from "./recognise.js";
import { keysOf, RecordIndex } from "./recordKeys.js";
import { recordRules } from "./recordRules.js";
import { refuseDataDictionary } from "./refuseDataDictionary.js";
import type { RefusalKind } from "./rowRefusal.js";
import type { Separator } from "./separator.js";
import { headingName, type SourceRow, type SourceTable } from "./sourceTable.js";
import { type StageSetting, StageTable } from "./stageTable.js";

export interface ImportSettings {
  readonly stages: readonly StageSetting[];
  /** The day of the import as a spreadsheet serial; close dates that moved are noted with it. */
  readonly asOf: number;
  /** The company's name as Settings has it. */
  readonly company?: string | undefined;
}

export interface ImportRequest {
  /** The export: its text, its cells, or a table that readCsv has split already. */
  readonly source: string | readonly (readonly SourceCell[])[] | SourceTable;
  readonly settings: ImportSettings;
  /** The records the workbook has, in the order of its rows; a function where that hangs on the kind of record. */
  readonly existing?: readonly DataRecord[] | ((kind: ImportKind) => readonly DataRecord[]) | undefined;
  /** Key of the tab that a person chose for the records instead of what is recognised. */
  readonly kind?: string | undefined;
  /** A person's choices on top of what is recognised and detected. */
  readonly mapping?: MappingChoice | undefined;
  readonly crm?: Crm | undefined;
  readonly formats?: (FormatChoice & { readonly separator?: Separator | undefined }) | undefined;
}

export interface ChangedRecord {
  readonly before: DataRecord;
  readonly after: DataRecord;
  /** Position in `existing`, from 0. */
  readonly rowIndex: number;
}

export interface RefusedRow {
  /** The row as a spreadsheet shows the file. */
  readonly row: number;
  readonly kind: RefusalKind;
  /** One sentence that begins with the row and says what to do. */
  readonly reason: string;
  /** The row's cells for showing, long ones cut. */
  readonly cells: readonly string[];
}

export interface Seen {
  readonly name: string;
  readonly deals: number;
}

export interface ImportResult {
  readonly kind: ImportKind;
  /** added + changed + unchanged + refused. */
  readonly rowsRead: number;
  readonly added: readonly DataRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** A reason to think again before importing. */
  readonly caution: string | undefined;
  /** What was decided, and what the data lacks: one sentence each. */
  readonly notices: readonly string[];
  readonly recognised: {
    readonly crm: Crm;
    readonly headings: readonly string[];
    readonly mapping: ColumnMapping;
    readonly separator: string;
    readonly formats: Omit<ColumnFormats, "notices">;
  };
  /** Over the deals that were not refused, the most frequent first; blank for other kinds. */
  readonly stagesSeen: readonly (Seen & { readonly inSettings: boolean })[];
  readonly ownersSeen: readonly Seen[];
}

/** What the kinds of record differ in once an export is split and its headings are understood. */
export interface ImportRules<Incoming extends { readonly row: number }> {
  readonly read: (row: SourceRow) => Incoming | { readonly kind: RefusalKind; readonly reason: string };
  /** By what the record is found again. */
  readonly identify: (incoming: Incoming) => DataRecord;
  readonly add: (incoming: Incoming) => DataRecord;
  readonly update: (before: DataRecord, incoming: Incoming) => DataRecord;
  readonly same: (before: DataRecord, after: DataRecord) => boolean;
  readonly duplicate: (incoming: Incoming, earlierRow: number) => string;
  /** What to say of the records as they will stand. */
  readonly notices: (incoming: readonly Incoming[], records: readonly DataRecord[]) => readonly string[];
}

/**
 * From an export to the rows of a data tab: split, tell the kind of record, recognise, detect formats, read row by row,
 * then add or update. Changes nothing itself; whoever draws applies the result. Throws an ImportRefusal, one sentence,
 * when the file as a whole cannot be imported; a faulty row is refused alone and every other row is kept.
 */
export function buildImport(request: ImportRequest): ImportResult {
  const table = tableOf(request);
  const recognised = recogniseTable(table, request);
  const { kind } = recognised;
  if (recognised.problem !== null) throw new ImportRefusal(recognised.problem);
  if (!tellsApart(kind, recognised.mapping)) throw new ImportRefusal(indistinct(kind));
  const formats = detectFormats(table, recognised, request.formats);
  const stages = new StageTable(request.settings.stages);
  return kind === DEALS
    ? importBy(dealRules(table, recognised, formats, stages, request.settings.asOf))
    : importBy(recordRules(table, recognised, formats));

  function importBy<Incoming extends { readonly row: number }>(rules: ImportRules<Incoming>): ImportResult {
    const { existing = [] } = request;
    const standing = indexed(kind, typeof existing === "function" ? existing(kind) : existing);
    const added: DataRecord[] = [];
    const changed: ChangedRecord[] = [];
    const refused: RefusedRow[] = [];
    const accepted: Incoming[] = [];
    const results: DataRecord[] = [];
    const seen = new RecordIndex<number>();
    const updated = new Set<number>();
    let unchanged = 0;
    const refuse = (source: SourceRow, { kind: why, reason }: { kind: RefusalKind; reason: string }) =>
      refused.push({ row: source.row, kind: why, reason, cells: preview(source.cells) });

    for (const source of table.rows) {
      const incoming = rules.read(source);
      if ("reason" in incoming) {
        refuse(source, incoming);
        continue;
      }
      const keys = keysOf(kind, rules.identify(incoming));
      const earlier = seen.find(keys);
      if (earlier !== undefined) {
        refuse(source, { kind: "duplicate", reason: rules.duplicate(incoming, earlier) });
        continue;
      }
      const found = standing.index.find(keys);
      // Two rows that are told apart in the export may still mean the same row of the workbook.
      if (found && updated.has(found.rowIndex)) {
        refuse(source, { kind: "duplicate", reason: twiceReason(kind, source.row, found.rowIndex) });
        continue;
      }
      seen.add(keys, source.row);
      accepted.push(incoming);
      if (!found) {
        const record = rules.add(incoming);
        added.push(record);
        results.push(record);
        continue;
      }
      updated.add(found.rowIndex);
      const after = rules.update(found.record, incoming);
      results.push(after);
      if (rules.same(found.record, after)) unchanged++;
      else changed.push({ before: found.record, after, rowIndex: found.rowIndex });
    }

    const notices = [
      ...table.notices,
      ...recognised.notices,
      ...formats.notices,
      ...countNotices(kind, table, refused, accepted.length, standing, updated.size),
      ...rules.notices(accepted, results),
      ...unmappedNotice(table, recognised),
    ];
    const isDeals = kind === DEALS;
    return {
      kind,
      rowsRead: table.rows.length,
      added,
      changed,
      unchanged,
      refused,
      caution: sampleCaution(request.settings, standing.count - updated.size),
      notices,
      recognised: {
        crm: recognised.crm,
        headings: table.headings,
        mapping: recognised.mapping,
        separator: table.separator,
        formats: { numbers: formats.numbers, shares: formats.shares, dates: formats.dates },
      },
      stagesSeen: isDeals
        ? tallyOf(results, "stage").map((one) => ({ ...one, inSettings: stages.of(one.name) !== undefined }))
        : [],
      ownersSeen: isDeals ? tallyOf(results, "owner") : [],
    };
  }
}

/** The kind of record, the CRM and the meaning of each heading, a person's choices first. */
export function recogniseTable(
  table: SourceTable,
  { kind, mapping, crm }: Pick<ImportRequest, "kind" | "mapping" | "crm">,
): Recognition {
  const rows = table.rows.filter((row) => row.fault === undefined).map((row) => row.cells);
  const chosen = kindNamed(kind);
  if (!chosen) refuseDataDictionary(table.headings);
  return recognise(table.headings, rows, mapping, crm, chosen ?? recogniseKind(table.headings, rows));
}

export function tableOf({ source, formats }: Pick<ImportRequest, "source" | "formats">): SourceTable {
  if (typeof source === "string") return readCsv(source, { separator: formats?.separator });
  return "headings" in source ? source : tableFromCells(source);
}

interface Standing {
  readonly index: RecordIndex<{ readonly record: DataRecord; readonly rowIndex: number }>;
  /** Records of the workbook that are told apart. */
  readonly count: number;
  readonly repeated: number;
}

function indexed(kind: ImportKind, records: readonly DataRecord[]): Standing {
  const index: Standing["index"] = new RecordIndex();
  let count = 0;
  let repeated = 0;
  records.forEach((record, rowIndex) => {
    const keys = keysOf(kind, record);
    if (keys.every((key) => key === null)) return;
    if (index.add(keys, { record, rowIndex })) count++;
    else repeated++;
  });
  return { index, count, repeated };
}

function indistinct({ tab, records, contentKey }: ImportKind): string {
  if (contentKey) {
    return "No recognisable id column, and no deal name, account or created date to tell deals apart; add the CRM's record id to the export.";
  }
  return `No recognisable column tells the ${records} apart; add the CRM's own id of each ${tab.record} to the export.`;
}

const twiceReason = ({ tab }: ImportKind, row: number, rowIndex: number): string =>
  `Row ${row} means the ${tab.record} that a row above has updated already (number ${rowIndex + 1} of the workbook); leave one row for each ${tab.record} in the export.`;

function countNotices(
  { tab: { record }, records }: ImportKind,
  table: SourceTable,
  refused: readonly RefusedRow[],
  accepted: number,
  standing: Standing,
  updated: number,
): string[] {
  const notices: string[] = [];
  if (table.rows.length === 0) notices.push("The file has headings and no rows.");
  const firstRefused = refused[0];
  if (firstRefused && refused.length === table.rows.length) {
    notices.push(
      `No row could be imported: all ${countOf(refused.length, "row")} were refused. ${firstRefused.reason}`,
    );
  }
  const deleted = refused.filter(({ kind }) => kind === "deleted").length;
  if (deleted > 0) {
    notices.push(
      `${countOf(deleted, "row is", "rows are")} deleted in the CRM and ${deleted === 1 ? "was" : "were"} kept out.`,
    );
  }
  if (standing.repeated > 0) {
    notices.push(
      `${countOf(standing.repeated, "row", "rows")} of the workbook ${standing.repeated === 1 ? "repeats" : "repeat"} the id of a row above; only the first row of an id is updated.`,
    );
  }
  const absent = standing.count - updated;
  if (absent > 0 && accepted > 0) {
    notices.push(
      `${countOf(absent, record, records)} of the workbook ${absent === 1 ? "is" : "are"} not in this export and ${absent === 1 ? "stays as it is" : "stay as they are"}.`,
    );
  }
  return notices;
}

/** Who tries an export on the sample workbook would read reports about two companies in one. */
function sampleCaution({ company }: ImportSettings, others: number): string | undefined {
  return company === SAMPLE_COMPANY && others > 0
    ? `This workbook holds the sample data of ${SAMPLE_COMPANY}, which every report would mix with yours; import into a new, empty workbook instead.`
    : undefined;
}

/** Filled columns for which the tab has no place: nothing is left out in silence. */
function unmappedNotice(table: SourceTable, { unmapped, kind }: Recognition): string[] {
  const filled = unmapped.filter((column) => table.rows.some(({ cells }) => (cells[column] ?? "") !== ""));
  if (filled.length === 0) return [];
  const names = filled.map((column) => headingName(table.headings, column));
  return [`Not imported, since nothing in ${kind.tab.title} was recognised for it: ${listOf(names)}.`];
}

const PREVIEW_CHARACTERS = 60;

function preview(cells: readonly string[]): string[] {
  return cells.map((cell) =>
    cell.length > PREVIEW_CHARACTERS ? `${cell.slice(0, PREVIEW_CHARACTERS - 1)}…` : cell,
  );
}
