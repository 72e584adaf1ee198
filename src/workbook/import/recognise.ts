import { CRM_HEADINGS, CRMS, type Crm, STAGE_DATE_HEADINGS } from "./crmHeadings.js";
import { FIELD_INFO, IMPORT_FIELDS, type ImportField } from "./fields.js";
import { headingKey, withoutRecordPrefix } from "./headingKey.js";
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
  readonly crm: Crm;
  readonly mapping: ColumnMapping;
  readonly stageDates: readonly StageDateColumn[];
  /** Columns that feed nothing. */
  readonly unmapped: readonly number[];
  /** Why this cannot be imported as it stands, in one sentence, or null. */
  readonly problem: string | null;
  /** What an import cannot do without and no column feeds. */
  readonly missing: readonly ("stage" | "amount")[];
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
): Recognition {
  const crm = chosenCrm ?? recogniseCrm(headings);
  const keys = headings.map((heading) => headingKey(heading));
  const bareKeys = headings.map((heading) => headingKey(withoutRecordPrefix(heading)));
  const filled = (column: number) => sampleRows.some((row) => (row[column] ?? "") !== "");
  const mapping: Partial<Record<ImportField, number>> = {};
  const claimed = new Set<number>();
  for (const field of IMPORT_FIELDS) {
    const column = choice[field];
    if (column === undefined || column === null || column < 0 || column >= headings.length) continue;
    if (claimed.has(column)) continue;
    mapping[field] = column;
    claimed.add(column);
  }
  const order: readonly Crm[] = [crm, "Other", ...CRMS.filter((other) => other !== crm && other !== "Other")];
  // Fields are claimed CRM by CRM: a heading belongs first to what the file's own CRM means by it.
  for (const source of order) {
    for (const field of IMPORT_FIELDS) {
      if (field in mapping || choice[field] === null) continue;
      const candidates: number[] = [];
      for (const name of CRM_HEADINGS[source][field] ?? []) {
        const key = headingKey(name);
        for (let column = 0; column < headings.length; column++) {
          if (claimed.has(column) || candidates.includes(column)) continue;
          if (keys[column] !== key && bareKeys[column] !== key) continue;
          if (fits(field, column, sampleRows)) candidates.push(column);
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
    const stage = stageOf(heading);
    if (stage === undefined) unmapped.push(column);
    else stageDates.push({ stage, column });
  });
  const missing = missingFrom(mapping);
  return {
    crm,
    mapping,
    stageDates,
    unmapped,
    problem: problemOf(headings, missing),
    missing,
    notices: duplicateNotices(headings, keys, mapping),
  };
}

/** The CRM that knows most of the headings; a heading spelled exactly as the CRM spells it counts double. */
export function recogniseCrm(headings: readonly string[]): Crm {
  let best: Crm = "Other";
  let bestScore = 0;
  for (const crm of CRMS) {
    const names = Object.values(CRM_HEADINGS[crm]).flat();
    const exact = new Set(names);
    const keys = new Set(names.map((name) => headingKey(name)));
    let score = 0;
    for (const heading of headings) {
      if (exact.has(heading) || exact.has(heading.replace(/^property_/, ""))) score += 1;
      else if (keys.has(headingKey(heading))) score += 0.5;
      // Names that only one CRM makes up settle the matter.
      if (crm === "Pipedrive" && /^Deal - /.test(heading)) score += 1;
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

/** Whether the values can be what the field holds: flags are flags, and a column of flags is no date. */
function fits(field: ImportField, column: number, rows: readonly SampleRow[]): boolean {
  const kind = FIELD_INFO[field].kind;
  if (kind !== "flag" && kind !== "date") return true;
  let seen = 0;
  for (const row of rows) {
    const text = row[column] ?? "";
    if (text === "") continue;
    const isFlag = parseFlag(text) !== null;
    if (kind === "flag" && !isFlag) return false;
    if (kind === "date" && isFlag) return false;
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

/** A status alone is stage enough: won, lost and open are told apart by it. */
function missingFrom(mapping: ColumnMapping): ("stage" | "amount")[] {
  const missing: ("stage" | "amount")[] = [];
  if (mapping.stage === undefined && mapping.outcome === undefined) missing.push("stage");
  if (mapping.amount === undefined) missing.push("amount");
  return missing;
}

function problemOf(headings: readonly string[], missing: Recognition["missing"]): string | null {
  if (missing.length === 0) return null;
  const noStage = missing.includes("stage");
  const noAmount = missing.includes("amount");
  const wanted = [
    ...(noStage ? ["Stage", "StageName", "Deal Stage", "Status"] : []),
    ...(noAmount ? ["Amount", "Deal value", "Value", "close_value"] : []),
  ];
  const found = headings.map((_, column) => `"${headingName(headings, column)}"`);
  return `No recognisable ${missing.join(" and no ")} column: looked for headings such as ${listOf(wanted, 8)} and found ${listOf(found, 6)}; rename the heading in the export.`;
}

function duplicateNotices(
  headings: readonly string[],
  keys: readonly string[],
  mapping: ColumnMapping,
): string[] {
  const notices: string[] = [];
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    const times = keys.filter((key) => key === keys[column]).length;
    if (times < 2) continue;
    notices.push(
      `"${headings[column]}" occurs ${times} times among the headings; the one in column ${column + 1} was used as ${FIELD_INFO[field].label}.`,
    );
  }
  return notices;
}
