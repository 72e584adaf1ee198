import type { DataRecord } from "../columns.js";
import { type ColumnFormats, detectFormats, type FormatChoice } from "./columnFormats.js";
import type { Crm } from "./crmHeadings.js";
import { dealIdKey } from "./dealId.js";
import { blankNotices, categoryNotices, currencyNotice, stageNotices, tallyOf } from "./importNotices.js";
import { ImportRefusal } from "./importRefusal.js";
import { newDeal, sameDeal, updatedDeal } from "./mergeDeal.js";
import { countOf } from "./quantity.js";
import { readCsv, type SourceCell, tableFromCells } from "./readCsv.js";
import { CONTENT_KEY_FIELDS, dealReader, type IncomingDeal, type RefusalKind } from "./readDeal.js";
import { type ColumnMapping, type MappingChoice, recognise, type StageDateColumn } from "./recognise.js";
import type { Separator } from "./separator.js";
import { headingName, type SourceRow, type SourceTable } from "./sourceTable.js";
import { type StageSetting, StageTable } from "./stageTable.js";

export interface ImportSettings {
  readonly stages: readonly StageSetting[];
  /** The day of the import as a spreadsheet serial; close dates that moved are noted with it. */
  readonly asOf: number;
}

export interface ImportRequest {
  /** The export: its text, its cells, or a table that readCsv has split already. */
  readonly source: string | readonly (readonly SourceCell[])[] | SourceTable;
  readonly settings: ImportSettings;
  /** The deals the workbook has, in the order of its rows. */
  readonly existing?: readonly DataRecord[] | undefined;
  /** A person's choices on top of what is recognised and detected. */
  readonly mapping?: MappingChoice | undefined;
  readonly crm?: Crm | undefined;
  readonly formats?: (FormatChoice & { readonly separator?: Separator | undefined }) | undefined;
}

export interface ChangedDeal {
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
  /** added + changed + unchanged + refused. */
  readonly rowsRead: number;
  readonly added: readonly DataRecord[];
  readonly changed: readonly ChangedDeal[];
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** What was decided, and what the data lacks: one sentence each. */
  readonly notices: readonly string[];
  readonly recognised: {
    readonly crm: Crm;
    readonly headings: readonly string[];
    readonly mapping: ColumnMapping;
    readonly stageDates: readonly StageDateColumn[];
    /** Headings that feed nothing. */
    readonly unmapped: readonly string[];
    readonly separator: string;
    readonly formats: Omit<ColumnFormats, "notices">;
  };
  /** Over the rows that were not refused, the most frequent first. */
  readonly stagesSeen: readonly (Seen & { readonly inSettings: boolean })[];
  readonly ownersSeen: readonly Seen[];
}

/**
 * From an export to the rows of the Opportunities tab: split, recognise, detect formats, read row by row, then add or
 * update by id. Changes nothing itself; whoever draws applies the result. Throws an ImportRefusal, one sentence, when
 * the file as a whole cannot be imported; a faulty row is refused alone and every other row is kept.
 */
export function buildImport(request: ImportRequest): ImportResult {
  const table = tableOf(request);
  const recognised = recognise(
    table.headings,
    table.rows.filter((row) => row.fault === undefined).map((row) => row.cells),
    request.mapping,
    request.crm,
  );
  if (recognised.problem !== null) throw new ImportRefusal(recognised.problem);
  const { mapping } = recognised;
  const byContent = mapping.id === undefined;
  if (!tellsDealsApart(mapping)) {
    throw new ImportRefusal(
      "No recognisable id column, and no deal name, account or created date to tell deals apart; add the CRM's record id to the export.",
    );
  }
  const formats = detectFormats(table, recognised, request.formats);
  const stages = new StageTable(request.settings.stages);
  const read = dealReader(table, recognised, formats, stages);
  const existing = indexById(request.existing ?? []);

  const added: DataRecord[] = [];
  const changed: ChangedDeal[] = [];
  const refused: RefusedRow[] = [];
  const accepted: IncomingDeal[] = [];
  const results: DataRecord[] = [];
  const rowOfId = new Map<string, number>();
  let unchanged = 0;
  let updated = 0;
  const refuse = (source: SourceRow, kind: RefusalKind, reason: string) =>
    refused.push({ row: source.row, kind, reason, cells: preview(source.cells) });

  for (const source of table.rows) {
    const deal = read(source);
    if ("reason" in deal) {
      refuse(source, deal.kind, deal.reason);
      continue;
    }
    const key = dealIdKey(deal.id);
    const earlier = rowOfId.get(key);
    if (earlier !== undefined) {
      refuse(source, "duplicate", duplicateReason(deal, earlier, byContent, headingOf(table, mapping.id)));
      continue;
    }
    rowOfId.set(key, deal.row);
    accepted.push(deal);
    const found = existing.byId.get(key);
    if (!found) {
      const record = newDeal(deal, stages);
      added.push(record);
      results.push(record);
      continue;
    }
    updated++;
    const after = updatedDeal(found.record, deal, stages, request.settings.asOf);
    results.push(after);
    if (sameDeal(found.record, after)) unchanged++;
    else changed.push({ before: found.record, after, rowIndex: found.rowIndex });
  }

  const notices = [...table.notices, ...recognised.notices, ...formats.notices];
  if (table.rows.length === 0) notices.push("The file has headings and no rows.");
  const firstRefused = refused[0];
  if (firstRefused && refused.length === table.rows.length) {
    notices.push(
      `No row could be imported: all ${countOf(refused.length, "row")} were refused. ${firstRefused.reason}`,
    );
  }
  if (byContent) {
    notices.push(
      "The export has no id column, so deals are told apart by name, account and created day; add the CRM's record id to the export so that a renamed deal is not added twice.",
    );
  }
  const deleted = refused.filter(({ kind }) => kind === "deleted").length;
  if (deleted > 0) {
    notices.push(
      `${countOf(deleted, "row is", "rows are")} deleted in the CRM and ${deleted === 1 ? "was" : "were"} kept out.`,
    );
  }
  if (existing.repeated > 0) {
    notices.push(
      `${countOf(existing.repeated, "row", "rows")} of the workbook ${existing.repeated === 1 ? "repeats" : "repeat"} the id of a row above; only the first row of an id is updated.`,
    );
  }
  const absent = existing.byId.size - updated;
  if (absent > 0 && accepted.length > 0) {
    notices.push(
      `${countOf(absent, "deal")} of the workbook ${absent === 1 ? "is" : "are"} not in this export and ${absent === 1 ? "stays as it is" : "stay as they are"}.`,
    );
  }
  const stageTally = tallyOf(results, "stage");
  notices.push(
    ...currencyNotice(table, mapping),
    ...categoryNotices(accepted, headingOf(table, mapping.forecastCategory)),
    ...stageNotices(results, stages),
    ...blankNotices(results),
  );
  return {
    rowsRead: table.rows.length,
    added,
    changed,
    unchanged,
    refused,
    notices,
    recognised: {
      crm: recognised.crm,
      headings: table.headings,
      mapping,
      stageDates: recognised.stageDates,
      unmapped: recognised.unmapped.map((column) => headingName(table.headings, column)),
      separator: table.separator,
      formats: { amount: formats.amount, probability: formats.probability, dates: formats.dates },
    },
    stagesSeen: stageTally.map((seen) => ({ ...seen, inSettings: stages.of(seen.name) !== undefined })),
    ownersSeen: tallyOf(results, "owner"),
  };
}

/** Whether a deal of the export can be found again in the workbook: by its id or by what it is called. */
export function tellsDealsApart(mapping: ColumnMapping): boolean {
  return mapping.id !== undefined || CONTENT_KEY_FIELDS.some((field) => mapping[field] !== undefined);
}

export function tableOf({ source, formats }: Pick<ImportRequest, "source" | "formats">): SourceTable {
  if (typeof source === "string") return readCsv(source, { separator: formats?.separator });
  return "headings" in source ? source : tableFromCells(source);
}

interface ExistingDeals {
  readonly byId: ReadonlyMap<string, { readonly record: DataRecord; readonly rowIndex: number }>;
  readonly repeated: number;
}

function indexById(records: readonly DataRecord[]): ExistingDeals {
  const byId = new Map<string, { record: DataRecord; rowIndex: number }>();
  let repeated = 0;
  records.forEach((record, rowIndex) => {
    // A sheet hands numeric ids over as numbers.
    const id = String(record.id ?? "").trim();
    if (id === "") return;
    const key = dealIdKey(id);
    if (byId.has(key)) repeated++;
    else byId.set(key, { record, rowIndex });
  });
  return { byId, repeated };
}

function duplicateReason(deal: IncomingDeal, earlier: number, byContent: boolean, heading: string): string {
  return byContent
    ? `Row ${deal.row} has the name, account and created day of row ${earlier}, which was kept; add the CRM's record id to the export if they are two deals.`
    : `Row ${deal.row}, ${heading}: "${deal.id}" stands in row ${earlier} already, which was kept; leave one row a deal in the export.`;
}

function headingOf(table: SourceTable, column: number | undefined): string {
  return column === undefined ? "" : headingName(table.headings, column);
}

const PREVIEW_CHARACTERS = 60;

function preview(cells: readonly string[]): string[] {
  return cells.map((cell) =>
    cell.length > PREVIEW_CHARACTERS ? `${cell.slice(0, PREVIEW_CHARACTERS - 1)}…` : cell,
  );
}
