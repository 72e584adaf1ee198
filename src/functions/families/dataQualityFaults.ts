import { daysBetween } from "../../core/dates/days.js";
import { completeness } from "../../core/quality/completeness.js";
import { findDuplicates, SAME_RECORD } from "../../core/quality/duplicates.js";
import { type HygieneRule, STALE_DAYS } from "../../core/quality/hygiene.js";
import { refuse } from "../../core/refusal/refusal.js";
import { date, outcome, text } from "../parameters.js";
import { type Accounts, matchLeads, type ReadRecord, readRecords } from "./dataQualityRecords.js";
import { DEAL_HEADINGS } from "./dealRows.js";
import { columnsOf, fieldReader, isBlankRow, type Row, wantedColumns } from "./rowsByHeading.js";

/** The rows of a table that break the data hygiene rules about it. */

interface Fault {
  /** From 1 within the rows. */
  readonly row: number;
  /** From 0 within the headings: the cell to look at. */
  readonly column: number;
  readonly record: string;
  readonly wrong: string;
}

/** Share measured, rows at fault and, for what is counted, of how many fields. */
interface Measured {
  readonly share: number;
  readonly atFault: readonly Fault[];
  readonly named?: string;
}

/** Undefined where there is nothing that a rule could be measured on. */
export type Faults = ReadonlyMap<HygieneRule["key"], Measured | undefined>;

export interface Table {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

export function given(
  [names, rows]: readonly [readonly string[] | undefined, readonly Row[] | undefined],
  of: string,
): Table | undefined {
  if (!names && !rows) return undefined;
  if (!names) return refuse(`${of}_headings`, `is missing; give the headings of ${of}_rows.`);
  return { names, rows: rows ?? refuse(`${of}_rows`, `is missing; give the rows under ${of}_headings.`) };
}

/** Faults among some rows: as the share at fault, or (where the rule asks for 100%) the share in order. */
const faults = (all: number, atFault: readonly Fault[], inOrder = false): Measured | undefined =>
  all === 0 ? undefined : { share: inOrder ? (all - atFault.length) / all : atFault.length / all, atFault };

const DEAL_NAMES = {
  outcome: DEAL_HEADINGS.outcome,
  lastActivity: DEAL_HEADINGS.lastActivity,
  lossReason: ["Loss reason", "Lost reason", "Closed lost reason", "Reason lost"],
  name: DEAL_HEADINGS.name,
  id: DEAL_HEADINGS.id,
};
/** Required on an open deal: RevOps Engine playbook, phases 2 and 3. */
const REQUIRED = {
  amount: DEAL_HEADINGS.amount,
  expectedClose: DEAL_HEADINGS.expectedClose,
  stage: DEAL_HEADINGS.stage,
  category: ["Forecast category"],
  created: DEAL_HEADINGS.created,
  nextStep: DEAL_HEADINGS.nextStep,
  source: ["Source campaign", "Source", "Lead source"],
  meddpicc: ["MEDDPICC score", "MEDDPICC"],
  decisionMaker: ["Decision maker"],
};
const ended = outcome("", "");
const day = date("", "");
const word = text("", "");

export function dealFaults(
  { names, rows }: Table,
  asOf: number,
  required: readonly string[] | undefined,
  prefix = "",
): Faults {
  const { columns, has, read } = fieldReader(names, DEAL_NAMES, `${prefix}rows`);
  const fields = required
    ? wantedColumns(names, required)
    : [...columnsOf(names, REQUIRED).values()].map((column) => ({ name: names[column] ?? "", column }));
  const open: { readonly cells: Row; readonly row: number; readonly record: string }[] = [];
  const stale: Fault[] = [];
  const silent: Fault[] = [];
  let lost = 0;
  rows.forEach((cells, at) => {
    if (isBlankRow(cells)) return;
    const row = at + 1;
    const record = read(word, "name", cells, row) || read(word, "id", cells, row) || "(no name)";
    const end = read(ended, "outcome", cells, row) ?? "Open";
    if (end === "Open") {
      open.push({ cells, row, record });
      const last = read(day, "lastActivity", cells, row) ?? null;
      const days = last === null ? undefined : daysBetween(last, asOf);
      if (days !== undefined && days < STALE_DAYS) return;
      const wrong = days === undefined ? "no activity recorded" : `${days} days without activity`;
      stale.push({ row, column: columns.get("lastActivity") ?? 0, record, wrong });
    } else if (end === "Lost") {
      lost++;
      const column = columns.get("lossReason");
      if ((cells[column ?? -1] ?? null) === null)
        silent.push({ row, column: column ?? 0, record, wrong: "lost without a reason" });
    }
  });
  const filled = completeness(
    open.map(({ cells }) => cells),
    fields.map(({ column }) => column),
  );
  const missing = new Map<number, { name: string; column: number }[]>();
  filled.fields.forEach((field, at) => {
    const own = fields[at] as { name: string; column: number };
    for (const place of field.missing) missing.set(place, [...(missing.get(place) ?? []), own]);
  });
  const incomplete = [...missing]
    .sort(([one], [other]) => one - other)
    .map(([place, lacking]): Fault => {
      const { row, record } = open[place] as (typeof open)[number];
      const wrong = `no ${lacking.map(({ name }) => name).join(", ")}`;
      return { row, column: lacking[0]?.column ?? 0, record, wrong };
    });
  const whole = faults(filled.rows, incomplete, true);
  const named = fields.map(({ name }) => name).join(", ");
  return new Map([
    ["fields", fields.length > 0 && whole ? { ...whole, named } : undefined],
    ["stale", has("lastActivity") ? faults(open.length, stale) : undefined],
    ["lossReason", faults(lost, silent, true)],
  ]);
}

/** The column in which a record is known: its name, or whatever is compared first. */
const naming = (names: readonly string[], wanted: readonly string[]): number =>
  columnsOf(names, { wanted }).get("wanted") ?? 0;

export function accountFaults({ names, records, asRecords }: Accounts): Faults {
  const { groups, compared } = findDuplicates(asRecords);
  const column = naming(names, ["Account", "Account name", "Company", "Company name", "Name"]);
  const of = (at: number) => records[at] as ReadRecord;
  const surplus = groups.flat().map(({ first, second, score, reason }): Fault => {
    const { row, label } = of(second);
    const same = `same as ${of(first).label}`;
    return { row, column, record: label, wrong: `${same}: ${reason} (${Math.floor(score * 100)}%)` };
  });
  return new Map([
    [
      "duplicates",
      faults(
        compared,
        surplus.sort((one, other) => one.row - other.row),
      ),
    ],
  ]);
}

const NO_BOUNCE = /^(false|no|none|0|-|valid|ok|delivered)$/i;

const CONTACT_NAMES = {
  bounced: ["Bounced", "Bounce", "E-mail bounced", "Hard bounced", "Bounce date"],
  name: ["Contact", "Full name", "Contact name", "Name"],
  email: ["E-mail", "Email address", "Work email"],
};

export function contactFaults({ names, rows }: Table): Faults {
  const columns = columnsOf(names, CONTACT_NAMES);
  const bounced = columns.get("bounced");
  if (bounced === undefined) return new Map();
  const bad: Fault[] = [];
  let all = 0;
  rows.forEach((cells, at) => {
    if (isBlankRow(cells)) return;
    all++;
    const mark = cells[bounced] ?? null;
    if (mark === null || NO_BOUNCE.test(String(mark))) return;
    const textAt = (column: number | undefined) => String(cells[column ?? -1] ?? "");
    const email = textAt(columns.get("email"));
    bad.push({
      row: at + 1,
      column: columns.get("email") ?? bounced,
      record: textAt(columns.get("name")) || email || "(no name)",
      wrong: email === "" ? "e-mail bounces" : `e-mail to ${email} bounces`,
    });
  });
  return new Map([["bounces", faults(all, bad)]]);
}

const LEAD_ACCOUNT = { account: ["Account", "Account ID", "Matched account", "Account name"] };

/**
 * A lead counts as matched where its Account is filled; without that column it is looked for among the accounts. With
 * an Account to look at, a table of leads need hold nothing that could be compared.
 */
export function leadFaults(leads: Table, accounts: Accounts | undefined, prefix = "lead_"): Faults {
  const column = columnsOf(leads.names, LEAD_ACCOUNT).get("account");
  if (column === undefined && !accounts) return new Map();
  const records = readRecords(leads.names, leads.rows, prefix, column === undefined);
  const missed =
    column === undefined
      ? records
      : records.filter(({ row }) => (leads.rows[row - 1]?.[column] ?? null) === null);
  const found = accounts && matchLeads(missed, accounts, SAME_RECORD);
  const unmatched = missed.flatMap(({ row, label }, at): Fault[] => {
    const match = found?.[at];
    if (match && column === undefined) return [];
    const likely = match && (accounts?.records[match.account] as ReadRecord);
    const hint = match ? `; looks like ${likely?.label} (${Math.floor(match.score * 100)}%)` : "";
    return [{ row, column: column ?? 0, record: label, wrong: `no account${hint}` }];
  });
  return new Map([["matching", faults(records.length, unmatched, true)]]);
}
