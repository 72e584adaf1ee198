import { type ImportRequest, recogniseTable, tableOf } from "./buildImport.js";
import type { ImportField } from "./fields.js";
import { hasId, tellsApart } from "./importKind.js";
import { ImportRefusal } from "./importRefusal.js";
import type { Recognition } from "./recognise.js";
import type { SourceTable } from "./sourceTable.js";

/** An export before it is imported: what its columns are and hold, and what somebody still has to say about them. */
export interface Inspection {
  readonly table: SourceTable;
  readonly recognised: Recognition;
  /** Fields that a person has to map before the import can begin; none where it can. */
  readonly wanted: readonly ImportField[];
  /** Up to three different values of each column. */
  readonly samples: readonly (readonly string[])[];
}

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 40;
const ROWS_SEARCHED = 2000;

/**
 * Unlike an import this does not refuse an export whose needed columns are not recognised, since a person can map them.
 * What cannot be mapped at all, such as a text of one column, is refused.
 */
export function inspectExport(request: Omit<ImportRequest, "settings" | "existing">): Inspection {
  const table = tableOf(request);
  const rows = table.rows.filter((row) => row.fault === undefined).map((row) => row.cells);
  const recognised = recogniseTable(table, request);
  if (recognised.problem !== null && table.headings.length < 2) throw new ImportRefusal(recognised.problem);
  const wanted: ImportField[] = [...recognised.missing];
  const { kind, mapping } = recognised;
  // What is wanted anyway will tell them apart once it is mapped.
  const willTell = kind.keys.some(([first]) => recognised.missing.includes(first));
  if (hasId(kind) && !tellsApart(kind, mapping) && !willTell) wanted.unshift("id");
  return { table, recognised, wanted, samples: table.headings.map((_, column) => samplesOf(rows, column)) };
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows.slice(0, ROWS_SEARCHED)) {
    const text = row[column] ?? "";
    if (text === "") continue;
    samples.add(text.length > SAMPLE_CHARACTERS ? `${text.slice(0, SAMPLE_CHARACTERS - 1)}…` : text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
