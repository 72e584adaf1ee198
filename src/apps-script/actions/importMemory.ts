import {
  headingSetKey,
  type ImportChoices,
  inspectExport,
  recall,
  recalledSeparator,
  recogniseCrm,
  remember,
} from "../../workbook/import/index.js";

/** Choices of the import dialog, kept in the workbook for the next export with the same headings. */

const PROPERTY = "revops.import.choices";

export function recallChoices(csv: string): ImportChoices | undefined {
  const kept = PropertiesService.getDocumentProperties().getProperty(PROPERTY);
  if (kept === null) return undefined;
  const detected = headingsOf(csv);
  const key = keyOf(detected);
  const separator = recalledSeparator(kept, key);
  return recall(kept, key, separator === undefined ? detected : headingsOf(csv, { separator }));
}

/** No choices: what was chosen before for these headings is forgotten. */
export function rememberChoices(csv: string, choices: ImportChoices): void {
  const properties = PropertiesService.getDocumentProperties();
  const kept = properties.getProperty(PROPERTY);
  const detected = headingsOf(csv);
  const headings = choices.separator === undefined ? detected : headingsOf(csv, choices);
  const text = remember(kept, keyOf(detected), headings, choices);
  if (text !== (kept ?? "[]")) properties.setProperty(PROPERTY, text);
}

/** A person's separator is kept too, so the key has to be what is found without it. */
const keyOf = (detected: readonly string[]): string => headingSetKey(recogniseCrm(detected), detected);

const HEADING_CHARACTERS = 100_000;

function headingsOf(csv: string, { separator }: ImportChoices = {}): readonly string[] {
  // The headings stand at the beginning; splitting a whole export again for them would take seconds.
  const end = csv.length > HEADING_CHARACTERS ? csv.lastIndexOf("\n", HEADING_CHARACTERS) : -1;
  const beginning = end > 0 ? csv.slice(0, end) : csv.slice(0, HEADING_CHARACTERS);
  try {
    return inspectExport({ source: beginning, formats: { separator } }).table.headings;
  } catch {
    return [];
  }
}
