import { CRMS, type Crm } from "./crms.js";
import type { DateOrder } from "./dateFormat.js";
import type { ImportField } from "./fields.js";
import { fieldsOf } from "./importKind.js";
import { DEALS } from "./kinds/deals.js";
import { kindNamed } from "./kinds/index.js";
import type { DecimalMark } from "./numberFormat.js";
import type { MappingChoice } from "./recognise.js";
import { SEPARATORS, type Separator } from "./separator.js";

/**
 * What a person chose for an export, kept for the next export with the same headings. It has to fit a document
 * property, so columns are numbers: their places among the headings in alphabetical order, because the next export may
 * have them in another one.
 */

/** A person's choices in the import dialog; what is left out is recognised or detected. */
export interface ImportChoices {
  /** Key of the tab that the records go to. */
  readonly kind?: string | undefined;
  readonly mapping?: MappingChoice | undefined;
  readonly crm?: Crm | undefined;
  readonly separator?: Separator | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimal?: DecimalMark | undefined;
}

/** The shape in the document property; keys are short since a property holds 9 KB. */
interface Entry {
  /** The headings it belongs to. */
  readonly k: string;
  /** The kind of record that was imported. */
  readonly t?: string | undefined;
  readonly m: Readonly<Record<string, number | null>>;
  readonly c?: Crm | undefined;
  readonly s?: Separator | undefined;
  readonly d?: DateOrder | undefined;
  readonly n?: DecimalMark | undefined;
}

const MOST = 10;
const MOST_CHARACTERS = 9000;

/**
 * Stands for a set of headings of a CRM whatever their order. `crm` is the one recognised, not the one chosen. The
 * kind of record comes on top of it: one export may be imported as two kinds, each with choices of its own.
 */
export function headingSetKey(crm: Crm, headings: readonly string[]): string {
  return `${CRMS.indexOf(crm)}${hashOf([...headings].sort().join("\n"))}`;
}

/** Adds the choices for this kind of record in front, drops what is too much, and answers the property's new text. */
export function remember(
  kept: string | null,
  key: string,
  headings: readonly string[],
  choices: ImportChoices,
  kind: string,
): string {
  const others = entriesOf(kept).filter(({ k, t }) => k !== key || t !== kind);
  const place = placesOf(headings);
  const mapping = Object.entries(choices.mapping ?? {}).flatMap(([field, column]) => {
    if (column === undefined) return [];
    const at = column === null ? null : place.indexOf(column);
    return at === -1 ? [] : [[field, at] as const];
  });
  const { kind: byHand, crm: c, separator: s, dateOrder: d, decimal: n } = choices;
  const chosen = mapping.length > 0 || [byHand, c, s, d, n].some((one) => one !== undefined);
  const entries = chosen
    ? [{ k: key, t: kind, m: Object.fromEntries(mapping), c, s, d, n }, ...others]
    : others;
  let text = JSON.stringify(entries.slice(0, MOST));
  for (let most = MOST - 1; text.length > MOST_CHARACTERS && most >= 0; most--) {
    text = JSON.stringify(entries.slice(0, most));
  }
  return text;
}

/** What was chosen for these headings. The separator comes first, because it decides what the headings are. */
export function recalledSeparator(kept: string | null, key: string, kind?: string): Separator | undefined {
  const separator = entryOf(kept, key, kind)?.s;
  return SEPARATORS.find((one) => one === separator);
}

export function recall(
  kept: string | null,
  key: string,
  headings: readonly string[],
  kind?: string,
): ImportChoices | undefined {
  const entry = entryOf(kept, key, kind);
  if (!entry) return undefined;
  const place = placesOf(headings);
  const mapping: Partial<Record<ImportField, number | null>> = {};
  for (const field of fieldsOf(kindNamed(entry.t) ?? DEALS)) {
    const at = entry.m?.[field];
    if (at === null) mapping[field] = null;
    else if (at !== undefined && place[at] !== undefined) mapping[field] = place[at];
  }
  return {
    kind: kindNamed(entry.t)?.tab.key,
    mapping,
    crm: CRMS.find((one) => one === entry.c),
    separator: SEPARATORS.find((one) => one === entry.s),
    dateOrder: entry.d === "day first" || entry.d === "month first" ? entry.d : undefined,
    decimal: entry.n === "." || entry.n === "," ? entry.n : undefined,
  };
}

/** Columns in the alphabetical order of their headings; the same headings give the same order. */
function placesOf(headings: readonly string[]): number[] {
  const columns = headings.map((_, column) => column);
  const text = (column: number) => headings[column] ?? "";
  return columns.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a - b));
}

/** Without a kind the one imported last counts. */
const entryOf = (kept: string | null, key: string, kind?: string): Entry | undefined =>
  entriesOf(kept).find(({ k, t }) => k === key && (kind === undefined || t === kind));

/** A damaged property counts as empty: forgetting a choice is better than refusing an import. */
function entriesOf(kept: string | null): Entry[] {
  try {
    const entries: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(entries)
      ? entries.filter((entry): entry is Entry => typeof entry?.k === "string")
      : [];
  } catch {
    return [];
  }
}

/** Two 32-bit FNV-1a hashes from different beginnings: enough to tell ten sets of headings apart. */
function hashOf(text: string): string {
  const hash = (from: number) => {
    let sum = from;
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 16_777_619);
    return (sum >>> 0).toString(36);
  };
  return hash(2_166_136_261) + hash(40_389);
}
