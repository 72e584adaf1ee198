import {
  CRMS,
  detectFormats,
  FIELD_INFO,
  IMPORT_FIELDS,
  type ImportChoices,
  type ImportField,
  type Inspection,
  inspectExport,
} from "../../workbook/import/index.js";
import { openSession } from "../session.js";
import { recallChoices } from "./importMemory.js";
import { compare, type ImportOptions } from "./importPlan.js";
import { type ImportReport, reportOf } from "./importReport.js";

/** What an import would do, and what there is to choose about it. Changes nothing. */

export interface ImportPreview extends ImportReport {
  readonly headings: readonly string[];
  /** Up to three values of each heading. */
  readonly samples: readonly (readonly string[])[];
  readonly fields: readonly {
    readonly field: ImportField;
    readonly label: string;
    readonly help: string;
    /** The heading that feeds it, by place. */
    readonly column: number | null;
  }[];
  readonly crms: readonly string[];
  readonly separator: string;
  /** Null where the export has no such column. */
  readonly dateOrder: string | null;
  readonly decimal: string | null;
  /** What has to be mapped before anything can be imported. */
  readonly wanted: readonly ImportField[];
  /** The choices in force; `remembered` where they come from an earlier import. */
  readonly choices: ImportChoices;
  readonly remembered: boolean;
}

/** Without choices those of an earlier export with the same headings apply. */
export function previewImport(csv: string, options: ImportOptions = {}): ImportPreview {
  const recalled = options.choices ? undefined : recallChoices(csv);
  const choices = options.choices ?? recalled ?? {};
  const { mapping, crm, separator, dateOrder, decimal } = choices;
  const formats = { separator, dateOrder, decimal };
  const inspection = inspectExport({ source: csv, mapping, crm, formats });
  const { table, recognised, samples, wanted } = inspection;
  const detected = detectFormats(table, recognised, formats);
  const report =
    wanted.length === 0
      ? reportOf(compare(openSession(), table, { ...options, choices }).result)
      : reportWithout(inspection);
  return {
    ...report,
    headings: table.headings,
    samples,
    fields: IMPORT_FIELDS.map((field) => ({
      field,
      label: FIELD_INFO[field].label,
      help: FIELD_INFO[field].help,
      column: recognised.mapping[field] ?? null,
    })),
    crms: CRMS,
    separator: table.separator,
    dateOrder: [...detected.dates.values()][0]?.order ?? null,
    decimal: detected.amount?.decimal ?? null,
    wanted,
    choices,
    remembered: recalled !== undefined,
  };
}

/** Nothing can be counted before the columns that everything hangs on are chosen. */
function reportWithout({ table, recognised }: Inspection): ImportReport {
  const none = { added: 0, changed: 0, unchanged: 0, refusedRows: 0, refused: [] };
  return { crm: recognised.crm, rows: table.rows.length, ...none, notices: table.notices, mapping: [] };
}
