import { fieldInfo, type ImportKind, type ImportResult } from "../../workbook/import/index.js";

/** What is imported, in words: "account", "accounts", the title of the tab they go to. */
export interface RecordWords {
  readonly record: string;
  readonly records: string;
  readonly tab: string;
}

export const wordsOf = ({ tab, records }: ImportKind): RecordWords => ({
  record: tab.record,
  records,
  tab: tab.title,
});

/** An import for the eye: counts, refusals, notices, which column came from where. Plain data. */
export interface ImportReport extends RecordWords {
  /** Key of the tab that the records go to. */
  readonly kind: string;
  readonly crm: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** added + changed + unchanged + refusedRows = rows. */
  readonly refusedRows: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** A reason to think again before importing; null where there is none. */
  readonly caution: string | null;
  readonly notices: readonly string[];
  /** Our column beside the export's heading that feeds it. */
  readonly mapping: readonly { readonly column: string; readonly heading: string }[];
}

/** A report is for reading; a long list of refusals is cut, and the count still tells the whole. */
const REFUSALS_SHOWN = 200;

export function reportOf(result: ImportResult): ImportReport {
  const { mapping, headings, crm } = result.recognised;
  return {
    ...wordsOf(result.kind),
    kind: result.kind.tab.key,
    crm,
    rows: result.rowsRead,
    added: result.added.length,
    changed: result.changed.length,
    unchanged: result.unchanged,
    refusedRows: result.refused.length,
    refused: result.refused.slice(0, REFUSALS_SHOWN).map(({ row, reason }) => ({ row, reason })),
    caution: result.caution ?? null,
    notices: result.notices,
    mapping: Object.entries(mapping).map(([key, place]) => ({
      column: fieldInfo(result.kind, key).label,
      heading: typeof place === "number" ? (headings[place] ?? "") : String(place),
    })),
  };
}
