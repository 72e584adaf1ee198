import {
  headingSetKey,
  type ImportChoices,
  inspectExport,
  recall,
  recalledSeparator,
  remember,
} from "../../workbook/import/index.js";
import type { Undo } from "../sheets/undo.js";

/** Choices of the import dialog, kept in the workbook for the next export with the same headings. */

const PROPERTY = "revops.import.choices";

/** Without a kind of record that of the last import counts. */
export function recallChoices(csv: string, kind?: string): ImportChoices | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  if (kept === null) return undefined;
  const detected = begin(csv);
  const separator = recalledSeparator(kept, detected.key, kind);
  const { headings } = separator === undefined ? detected : begin(csv, { separator });
  return recall(kept, detected.key, headings, kind);
}

/** No choices: what was chosen before for these headings is forgotten. */
export function rememberChoices(csv: string, choices: ImportChoices, kind: string, undo: Undo): void {
  const properties = PropertiesService.getDocumentProperties();
  const kept = properties.getProperty(PROPERTY);
  const detected = begin(csv);
  const { headings } = choices.separator === undefined ? detected : begin(csv, choices);
  const text = remember(kept, detected.key, headings, choices, kind);
  if (text === (kept ?? "[]")) return;
  undo.later(() => {
    if (kept === null) properties.deleteProperty(PROPERTY);
    else properties.setProperty(PROPERTY, kept);
  });
  properties.setProperty(PROPERTY, text);
}

const HEADING_CHARACTERS = 100_000;

/** The headings, and what they are remembered by: what is found without choices, since a separator is kept too. */
function begin(
  csv: string,
  { separator }: ImportChoices = {},
): { readonly key: string; readonly headings: readonly string[] } {
  // The headings stand at the beginning; splitting a whole export again for them would take seconds.
  const end = csv.length > HEADING_CHARACTERS ? csv.lastIndexOf("\n", HEADING_CHARACTERS) : -1;
  const beginning = end > 0 ? csv.slice(0, end) : csv.slice(0, HEADING_CHARACTERS);
  try {
    const { table, recognised } = inspectExport({ source: beginning, formats: { separator } });
    return { key: headingSetKey(recognised.crm, table.headings), headings: table.headings };
  } catch {
    return { key: headingSetKey("Other", []), headings: [] };
  }
}
