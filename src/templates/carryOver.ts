import { ANALYSIS_COLUMN, KEY_COLUMN, KEY_ROW, columnLetters as letters, PAGE_COLUMNS } from "./grid.js";
import type { TabPlan } from "./plan.js";

/**
 * Drawing a tab anew must lose nothing that a person typed. What stood in fields to fill in goes back into the fields
 * of the same key, wherever they stand now; anything else a person typed is listed below the tab with its old address.
 */

export type Stored = string | number | boolean | Date;

/** A tab as it stands: what its cells show and, where they hold one, their formula. */
export interface TabContent {
  readonly values: readonly (readonly Stored[])[];
  readonly formulas: readonly (readonly string[])[];
}

export interface Kept {
  readonly address: string;
  readonly value: Stored;
}

export interface CarriedOver {
  /** Field key → what the person typed there, a formula as text beginning with "=". */
  readonly fields: ReadonlyMap<string, Stored>;
  /** What was typed outside the fields. */
  readonly kept: readonly Kept[];
  /** Whether the tab stands as it was drawn; what lies below it is then left where it is. */
  readonly inPlace: boolean;
}

const FIRST_COLUMN = PAGE_COLUMNS[0];

/** Heading of the list below the tab; a list that is already there is taken along. */
export const KEPT_HEADING = "Kept from before the last refresh";

/**
 * Formulas come back from a spreadsheet with other spaces, case and separators than they were written with, and a range
 * of a single cell as that cell.
 */
const sameFormula = (one: string, other: string): boolean => {
  const bare = (formula: string) =>
    formula
      .replace(/\s+/g, "")
      .replace(/;/g, ",")
      .toUpperCase()
      .replace(/(\$?[A-Z]{1,3}\$?\d+):\1(?!\d)/g, "$1");
  return bare(one) === bare(other);
};

function storedAt(tab: TabContent, row: number, column: number): Stored {
  const formula = tab.formulas[row - 1]?.[column - 1];
  return formula ? formula : (tab.values[row - 1]?.[column - 1] ?? "");
}

function fieldsOf(tab: TabContent): Map<string, { row: number; column: number }> {
  const marks = new Map<string, number>();
  tab.values[KEY_ROW - 1]?.forEach((mark, index) => {
    if (typeof mark === "string" && /^c\d+$/.test(mark)) marks.set(mark, index + 1);
  });
  const fields = new Map<string, { row: number; column: number }>();
  tab.values.forEach((cells, index) => {
    const entry = cells[KEY_COLUMN - 1];
    if (index + 1 === KEY_ROW || typeof entry !== "string") return;
    for (const part of entry.split(" ")) {
      const [key, mark] = part.split("@");
      const column = marks.get(mark ?? "");
      if (key && column !== undefined) fields.set(key, { row: index + 1, column });
    }
  });
  return fields;
}

/** A formula without its cell addresses: inserted rows move those, so only the rest can be compared. */
const skeleton = (content: Stored): Stored =>
  typeof content === "string" && content.startsWith("=")
    ? content
        .replace(/\$?[A-Z]{1,3}\$?\d+/g, "@")
        .replace(/@:@/g, "@")
        .replace(/\s+/g, "")
        .replace(/;/g, ",")
        .toUpperCase()
    : content;

/** The rows of an earlier list of kept cells, so that they are taken along with their first addresses. */
function keptBefore(tab: TabContent): { first: number; list: Kept[] } {
  const heading = tab.values.findIndex((cells) => cells[FIRST_COLUMN - 1] === KEPT_HEADING);
  if (heading < 0) return { first: Number.POSITIVE_INFINITY, list: [] };
  const list: Kept[] = [];
  let row = heading + 2;
  for (; row <= tab.values.length; row++) {
    const place = tab.values[row - 1]?.[FIRST_COLUMN - 1];
    if (typeof place !== "string" || !/^[A-Z]{1,3}\d+$/.test(place)) break;
    list.push({ address: place, value: storedAt(tab, row, FIRST_COLUMN + 1) });
  }
  return { first: heading + 1, list };
}

export function carryOver(tab: TabContent, plan: TabPlan): CarriedOver {
  const places = fieldsOf(tab);
  const known = new Set(plan.inputs.map(({ key }) => key));
  const fields = new Map<string, Stored>();
  const fieldCells = new Set<string>();
  const kept: Kept[] = [];
  for (const [key, { row, column }] of places) {
    const value = storedAt(tab, row, column);
    fieldCells.add(`${row},${column}`);
    if (value === "") continue;
    if (known.has(key)) fields.set(key, value);
    else kept.push({ address: `${letters(column)}${row}`, value });
  }

  // The identity names template, version and height: where it and the fields are unmoved, cells compare one to one.
  const inPlace =
    tab.values[KEY_ROW - 1]?.[KEY_COLUMN - 1] === plan.content[KEY_ROW - 1]?.[KEY_COLUMN - 1] &&
    plan.inputs.every(({ key, row, column }) => {
      const place = places.get(key);
      return place !== undefined && place.row === row && place.column === column;
    });
  const ourSkeletons = new Set(plan.content.flat().map(skeleton));
  const before = keptBefore(tab);
  tab.values.forEach((cells, rowIndex) => {
    const row = rowIndex + 1;
    if (row === KEY_ROW || (inPlace && row > plan.rows)) return;
    if (row >= before.first && row <= before.first + before.list.length) return;
    cells.forEach((_, columnIndex) => {
      const column = columnIndex + 1;
      // The hidden columns on either side are ours: keys to the left, analyses to the right.
      if (column === KEY_COLUMN || column >= ANALYSIS_COLUMN || fieldCells.has(`${row},${column}`)) return;
      const value = storedAt(tab, row, column);
      if (value === "") return;
      if (inPlace) {
        const ours = plan.content[rowIndex]?.[columnIndex] ?? "";
        const formulas = typeof value === "string" && typeof ours === "string" && ours.startsWith("=");
        if (formulas ? sameFormula(value, ours) : value === ours) return;
      } else if (ourSkeletons.has(skeleton(value))) return;
      kept.push({ address: `${letters(column)}${row}`, value });
    });
  });
  // A refresh that was cut off may have listed them already.
  const isListed = ({ address, value }: Kept): boolean =>
    before.list.some((one) => one.address === address && one.value === value);
  return {
    fields,
    kept: inPlace ? kept.filter((one) => !isListed(one)) : [...before.list, ...kept],
    inPlace,
  };
}
