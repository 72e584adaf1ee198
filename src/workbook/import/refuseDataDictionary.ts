import { headingKey } from "./headingKey.js";
import { ImportRefusal } from "./importRefusal.js";
import { listOf } from "./quantity.js";

const NAMES_A_COLUMN = [
  "field",
  "fieldname",
  "fieldlabel",
  "column",
  "columnname",
  "apiname",
  "attribute",
  "property",
];
const DESCRIBES_IT = ["description", "definition", "datatype", "fieldtype", "meaning"];
const MAY_STAND_BESIDE = [
  "table",
  "tablename",
  "object",
  "entity",
  "type",
  "length",
  "label",
  "example",
  "values",
  "required",
];

/**
 * Throws one sentence for a list of columns and what they mean, which often comes along with exports: its rows are no
 * records of any kind.
 */
export function refuseDataDictionary(headings: readonly string[]): void {
  const keys = headings.map((heading) => headingKey(heading)).filter((key) => key !== "");
  const has = (words: readonly string[]) => keys.some((key) => words.includes(key));
  if (!has(NAMES_A_COLUMN) || !has(DESCRIBES_IT)) return;
  const all = [...NAMES_A_COLUMN, ...DESCRIBES_IT, ...MAY_STAND_BESIDE];
  if (!keys.every((key) => all.includes(key))) return;
  throw new ImportRefusal(
    `The file describes the columns of tables (its headings are ${listOf(headings.map((heading) => `"${heading}"`))}) and holds no records; choose the export itself.`,
  );
}
