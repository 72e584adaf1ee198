import type { RiskFacts } from "../../core/pipeline/dealRisk.js";
import { refuse } from "../../core/refusal/refusal.js";
import { count, date, money, outcome, text } from "../parameters.js";
import { fieldReader, isBlankRow, type Row } from "./rowsByHeading.js";

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

const [word, day] = [text("", ""), date("", "")];
const [amountOf, contactsOf, outcomeOf] = [money("", ""), count("", ""), outcome("", "")];

/** The deals of a table; rows that hold nothing at all are passed over. */
export function dealRows(headings: readonly string[], rows: readonly Row[]): DealRow[] {
  const { has, read } = fieldReader(headings, DEAL_HEADINGS);
  if (!has("name") && !has("id")) {
    refuse("headings", "hold neither Deal nor Deal ID; give the heading row of the Opportunities tab.");
  }
  return rows.flatMap((cells, at): DealRow[] => {
    if (isBlankRow(cells)) return [];
    const row = at + 1;
    const wordOf = (field: keyof typeof DEAL_HEADINGS) => read(word, field, cells, row) ?? null;
    const dayOf = (field: keyof typeof DEAL_HEADINGS) => read(day, field, cells, row) ?? null;
    return [
      {
        name: wordOf("name") ?? wordOf("id") ?? "(no name)",
        account: wordOf("account") ?? "",
        owner: wordOf("owner") ?? "",
        stage: wordOf("stage") ?? "",
        outcome: read(outcomeOf, "outcome", cells, row) ?? "Open",
        amount: read(amountOf, "amount", cells, row) ?? null,
        created: dayOf("created"),
        expectedClose: dayOf("expectedClose"),
        previousClose: dayOf("previousClose"),
        nextStep: wordOf("nextStep"),
        lastActivity: dayOf("lastActivity"),
        stageSince: dayOf("stageSince"),
        contacts: read(contactsOf, "contacts", cells, row) ?? null,
      },
    ];
  });
}
