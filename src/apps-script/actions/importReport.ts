import { FIELD_INFO, type ImportField, type ImportResult } from "../../workbook/import/index.js";

/** An import for the eye: counts, refusals, notices, which column came from where. Plain data. */
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

export function reportOf(result: ImportResult): ImportReport {
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
