import type { RiskFacts } from "../../core/pipeline/dealRisk.js";
import { Refusal } from "../../core/refusal/refusal.js";
import { type Cell, CellProblem } from "../cells.js";
import { count, date, money, outcome, type Parameter, text } from "../parameters.js";

/**
 * Reads the rows of the Opportunities tab (or a CRM's own list of deals) by their headings, so that a formula
 * takes the whole tab and its columns may stand in any order.
 */

/** A deal as the risk table shows it. */
export interface DealRow extends RiskFacts {
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly stage: string;
  readonly outcome: "Won" | "Lost" | "Open";
}

/** The heading on the Opportunities tab first, then what CRMs call it. */
export const DEAL_HEADINGS = {
  id: ["Deal ID", "Opportunity ID", "Record ID", "ID"],
  name: ["Deal", "Deal name", "Opportunity", "Opportunity name", "Name"],
  account: ["Account", "Account name", "Company", "Company name", "Organization"],
  owner: ["Owner", "Deal owner", "Opportunity owner", "Sales agent", "Rep"],
  stage: ["Stage", "Deal stage"],
  amount: ["Amount", "Deal value", "Value"],
  created: ["Created", "Created date", "Create date"],
  expectedClose: ["Expected close", "Expected close date", "Close date"],
  outcome: ["Outcome"],
  nextStep: ["Next step"],
  lastActivity: ["Last activity", "Last activity date"],
  stageSince: ["Stage since", "Stage entered"],
  contacts: ["Contacts engaged", "Contacts"],
  previousClose: ["Previous expected close"],
} as const;
type Field = keyof typeof DEAL_HEADINGS;

const READERS = {
  id: text("", ""),
  name: text("", ""),
  account: text("", ""),
  owner: text("", ""),
  stage: text("", ""),
  amount: money("", ""),
  created: date("", ""),
  expectedClose: date("", ""),
  outcome: outcome("", ""),
  nextStep: text("", ""),
  lastActivity: date("", ""),
  stageSince: date("", ""),
  contacts: count("", ""),
  previousClose: date("", ""),
} satisfies Record<Field, Parameter>;

const bare = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function columnsOf(headings: readonly string[]): Map<Field, number> {
  const given = headings.map(bare);
  const columns = new Map<Field, number>();
  for (const [field, names] of Object.entries(DEAL_HEADINGS)) {
    for (const name of names) {
      const column = given.indexOf(bare(name));
      if (column < 0) continue;
      columns.set(field as Field, column);
      break;
    }
  }
  if (!columns.has("name") && !columns.has("id")) {
    throw new Refusal(
      "headings",
      "hold neither Deal nor Deal ID; give the heading row of the Opportunities tab.",
    );
  }
  return columns;
}

/** The deals of a table; rows that hold nothing at all are passed over. */
export function dealRows(headings: readonly string[], rows: readonly (readonly Cell[])[]): DealRow[] {
  const columns = columnsOf(headings);
  const deals: DealRow[] = [];
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell === null)) return;
    function read<F extends Field>(field: F): NonNullable<(typeof READERS)[F]["type"]> | null {
      const column = columns.get(field);
      const cell = column === undefined ? null : (cells[column] ?? null);
      if (cell === null) return null;
      try {
        return READERS[field].read(cell) as NonNullable<(typeof READERS)[F]["type"]>;
      } catch (error) {
        if (!(error instanceof CellProblem)) throw error;
        throw new Refusal("rows", `under ${headings[column ?? 0] ?? field} ${error.message}`, index + 1);
      }
    }
    deals.push({
      name: read("name") ?? read("id") ?? "(no name)",
      account: read("account") ?? "",
      owner: read("owner") ?? "",
      stage: read("stage") ?? "",
      outcome: read("outcome") ?? "Open",
      amount: read("amount"),
      created: read("created"),
      expectedClose: read("expectedClose"),
      previousClose: read("previousClose"),
      nextStep: read("nextStep"),
      lastActivity: read("lastActivity"),
      stageSince: read("stageSince"),
      contacts: read("contacts"),
    });
  });
  return deals;
}
