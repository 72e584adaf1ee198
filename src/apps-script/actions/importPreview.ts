import {
  CRMS,
  detectFormats,
  fieldInfo,
  fieldsOf,
  hasId,
  IMPORT_KINDS,
  type ImportChoices,
  type ImportField,
  type Inspection,
  inspectExport,
} from "../../workbook/import/index.js";
import { openSession } from "../session.js";
import { recallChoices } from "./importMemory.js";
import { compare, type ImportOptions } from "./importPlan.js";
import { type ImportReport, reportOf, wordsOf } from "./importReport.js";

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
  /** Kinds of record to choose from: key and title of the tab. */
  readonly kinds: readonly (readonly [key: string, title: string])[];
  /** Fields by one of which the records are told apart. */
  readonly toldApartBy: readonly ImportField[];
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

/**
 * Without choices those of an earlier export with the same headings apply; with nothing but a kind of record chosen,
 * those of an earlier one of that kind.
 */
export function previewImport(csv: string, options: ImportOptions = {}): ImportPreview {
  const recalled = recalledFor(csv, options.choices);
  const choices = recalled ?? options.choices ?? {};
  const { kind: chosen, mapping, crm, separator, dateOrder, decimal } = choices;
  const formats = { separator, dateOrder, decimal };
  const inspection = inspectExport({ source: csv, kind: chosen, mapping, crm, formats });
  const { table, recognised, samples, wanted } = inspection;
  const { kind } = recognised;
  const detected = detectFormats(table, recognised, formats);
  const report =
    wanted.length === 0
      ? reportOf(compare(openSession(), table, { ...options, choices }).result)
      : reportWithout(inspection);
  return {
    ...report,
    headings: table.headings,
    samples,
    fields: fieldsOf(kind).map((field) => ({
      field,
      label: fieldInfo(kind, field).label,
      help: fieldInfo(kind, field).help,
      column: recognised.mapping[field] ?? null,
    })),
    kinds: IMPORT_KINDS.map(({ tab, title }) => [tab.key, title ?? tab.title] as const),
    toldApartBy: hasId(kind)
      ? [...new Set(kind.keys.map(([first]) => first).concat(kind.contentKey?.[0] ?? []))]
      : [],
    crms: CRMS,
    separator: table.separator,
    dateOrder: [...detected.dates.values()][0]?.order ?? null,
    decimal: [...detected.numbers.values()][0]?.decimal ?? null,
    wanted,
    choices,
    remembered: recalled !== undefined,
  };
}

function recalledFor(csv: string, choices: ImportChoices | undefined): ImportChoices | undefined {
  if (!choices) return recallChoices(csv);
  const { kind, ...others } = choices;
  return kind !== undefined && Object.keys(others).length === 0 ? recallChoices(csv, kind) : undefined;
}

/** Nothing can be counted before the columns that everything hangs on are chosen. */
function reportWithout({ table, recognised: { kind, crm } }: Inspection): ImportReport {
  const none = { added: 0, changed: 0, unchanged: 0, refusedRows: 0, refused: [], caution: null };
  const { notices, rows } = table;
  return { ...wordsOf(kind), kind: kind.tab.key, crm, rows: rows.length, ...none, notices, mapping: [] };
}
