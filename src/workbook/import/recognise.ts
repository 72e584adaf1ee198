import { CRMS, type Crm } from "./crms.js";
import type { FieldKind, ImportField } from "./fields.js";
import { headingKey, withoutRecordPrefix } from "./headingKey.js";
import { fieldInfo, fieldsOf, headingsOf, type ImportKind, neededFields } from "./importKind.js";
import { DEALS, STAGE_DATE_HEADINGS } from "./kinds/deals.js";
import { parseFlag } from "./parseFlag.js";
import { listOf } from "./quantity.js";
import { headingName } from "./sourceTable.js";

/** Which column of the export feeds which field. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** A person's own choice on top of what was recognised; null leaves a field out. */
export type MappingChoice = Readonly<Partial<Record<ImportField, number | null>>>;

/** A column with the day on which deals entered one stage. */
export interface StageDateColumn {
  readonly stage: string;
  readonly column: number;
}

export interface Recognition {
  readonly kind: ImportKind;
  readonly crm: Crm;
  readonly mapping: ColumnMapping;
  readonly stageDates: readonly StageDateColumn[];
  /** Columns that feed nothing. */
  readonly unmapped: readonly number[];
  /** Why this cannot be imported as it stands, in one sentence, or null. */
  readonly problem: string | null;
  /** What an import cannot do without and no column feeds. */
  readonly missing: readonly ImportField[];
  readonly notices: readonly string[];
}

/** Rows as far as recognising needs them. */
export type SampleRow = readonly string[];

/**
 * Finds the CRM and the meaning of each heading. Sample rows decide where a heading alone cannot: `Closed` is a
 * checkbox in Salesforce and a date elsewhere, and of two headings with one meaning the filled one is taken.
 */
export function recognise(
  headings: readonly string[],
  sampleRows: readonly SampleRow[],
  choice: MappingChoice = {},
  chosenCrm?: Crm,
  kind: ImportKind = DEALS,
): Recognition {
  const crm = chosenCrm ?? recogniseCrm(headings, kind);
  const fields = fieldsOf(kind);
  const keys = headings.map((heading) => headingKey(heading));
  const bareKeys = headings.map((heading) => headingKey(withoutRecordPrefix(heading, kind.prefixes)));
  const filled = (column: number) => sampleRows.some((row) => (row[column] ?? "") !== "");
  const mapping: Partial<Record<ImportField, number>> = {};
  const claimed = new Set<number>();
  for (const field of fields) {
    const column = choice[field];
    if (column === undefined || column === null || column < 0 || column >= headings.length) continue;
    if (claimed.has(column)) continue;
    mapping[field] = column;
    claimed.add(column);
  }
  const order: readonly Crm[] = [crm, "Other", ...CRMS.filter((other) => other !== crm && other !== "Other")];
  // Fields are claimed CRM by CRM: a heading belongs first to what the file's own CRM means by it.
  for (const source of order) {
    const known = headingsOf(kind, source);
    for (const field of fields) {
      if (field in mapping || choice[field] === null) continue;
      const candidates: number[] = [];
      for (const name of known[field] ?? []) {
        const key = headingKey(name);
        for (let column = 0; column < headings.length; column++) {
          if (claimed.has(column) || candidates.includes(column)) continue;
          if (keys[column] !== key && bareKeys[column] !== key) continue;
          if (fits(fieldInfo(kind, field).kind, column, sampleRows)) candidates.push(column);
        }
      }
      const column = candidates.length > 1 ? (candidates.find(filled) ?? candidates[0]) : candidates[0];
      if (column === undefined) continue;
      mapping[field] = column;
      claimed.add(column);
    }
  }
  const stageDates: StageDateColumn[] = [];
  const unmapped: number[] = [];
  headings.forEach((heading, column) => {
    if (claimed.has(column)) return;
    const stage = kind.stageDates ? stageOf(heading) : undefined;
    if (stage === undefined) unmapped.push(column);
    else stageDates.push({ stage, column });
  });
  const missing = missingFrom(kind, mapping);
  return {
    kind,
    crm,
    mapping,
    stageDates,
    unmapped,
    problem: problemOf(kind, headings, missing),
    missing,
    notices: duplicateNotices(kind, headings, keys, mapping),
  };
}

/** The CRM that knows most of the headings; a heading spelled exactly as the CRM spells it counts double. */
export function recogniseCrm(headings: readonly string[], kind: ImportKind = DEALS): Crm {
  let best: Crm = "Other";
  let bestScore = 0;
  for (const crm of CRMS) {
    const names = Object.values(headingsOf(kind, crm)).flatMap((all) => all ?? []);
    const exact = new Set(names);
    // Warehouse connectors write BillingCity as billing_city.
    if (crm === "Salesforce") for (const name of names) exact.add(inSnakeCase(name));
    const keys = new Set(names.map((name) => headingKey(name)));
    let score = 0;
    for (const heading of headings) {
      if (exact.has(heading) || exact.has(heading.replace(/^property_/, ""))) score += 1;
      else if (keys.has(headingKey(heading))) score += 0.5;
      // Names that only one CRM makes up settle the matter.
      if (crm === "Pipedrive" && isPrefixed(kind, heading)) score += 1;
      if (crm === "HubSpot" && /^(?:property_|hs_|Date entered ")/.test(heading)) score += 1;
    }
    // "Other" holds the common words that every CRM uses too, so it has to know clearly more.
    if (crm === "Other") score *= 0.8;
    if (score > bestScore) {
      best = crm;
      bestScore = score;
    }
  }
  return best;
}

const inSnakeCase = (name: string): string =>
  /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/.test(name) ? name.replace(/\B(?=[A-Z])/g, "_").toLowerCase() : name;

/** Whether the values can be what the field holds: flags are flags, and a column of flags is no date. */
function fits(kind: FieldKind, column: number, rows: readonly SampleRow[]): boolean {
  const isDate = kind === "date" || kind === "moment";
  if (kind !== "flag" && !isDate) return true;
  let seen = 0;
  for (const row of rows) {
    const text = row[column] ?? "";
    if (text === "") continue;
    const isFlag = parseFlag(text) !== null;
    if (kind === "flag" && !isFlag) return false;
    if (isDate && isFlag) return false;
    if (++seen === 50) break;
  }
  return true;
}

function stageOf(heading: string): string | undefined {
  for (const pattern of STAGE_DATE_HEADINGS) {
    const stage = pattern.exec(heading)?.[1];
    if (stage !== undefined) return stage;
  }
  return undefined;
}

/** "Person - Name" in an export of people. */
export const isPrefixed = ({ prefixes = [] }: ImportKind, heading: string): boolean =>
  prefixes.some((prefix) => heading.startsWith(`${prefix} - `));

function missingFrom(kind: ImportKind, mapping: ColumnMapping): ImportField[] {
  return neededFields(kind)
    .filter((either) => either.every((field) => mapping[field] === undefined))
    .map(([field = ""]) => field);
}

function problemOf(
  kind: ImportKind,
  headings: readonly string[],
  missing: Recognition["missing"],
): string | null {
  if (missing.length === 0) return null;
  const wanted = missing.flatMap((field) => kind.lookedFor?.[field] ?? examplesOf(kind, field));
  const found = headings.map((_, column) => `"${headingName(headings, column)}"`);
  const names = missing.map((field) =>
    kind.lookedFor?.[field] ? field : fieldInfo(kind, field).label.toLowerCase(),
  );
  return `No recognisable ${names.join(" and no ")} column: looked for headings such as ${listOf(wanted, 8)} and found ${listOf(found, 6)}; rename the heading in the export.`;
}

const EXAMPLES = 3;

function examplesOf(kind: ImportKind, field: ImportField): string[] {
  const names = CRMS.flatMap((crm) => headingsOf(kind, crm)[field]?.[0] ?? []);
  return [...new Set([fieldInfo(kind, field).label, ...names])].slice(0, EXAMPLES);
}

function duplicateNotices(
  kind: ImportKind,
  headings: readonly string[],
  keys: readonly string[],
  mapping: ColumnMapping,
): string[] {
  const notices: string[] = [];
  for (const field of fieldsOf(kind)) {
    const column = mapping[field];
    if (column === undefined) continue;
    const times = keys.filter((key) => key === keys[column]).length;
    if (times < 2) continue;
    notices.push(
      `"${headings[column]}" occurs ${times} times among the headings; the one in column ${column + 1} was used as ${fieldInfo(kind, field).label}.`,
    );
  }
  return notices;
}
