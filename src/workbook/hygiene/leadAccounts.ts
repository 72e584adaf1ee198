import { SAME_RECORD } from "../../core/quality/duplicates.js";
import { matchAccounts } from "../../core/quality/matchAccount.js";
import { LEADS } from "../tabs/leads.js";
import { type Account, type AccountNames, accountFields } from "./accounts.js";
import type { KeptAccounts } from "./duplicateAccounts.js";
import { changeOf, filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { textOf } from "./words.js";

/** Leads without an account get the one that LEAD_MATCH_ACCOUNT finds; of two that are one company, the one kept. */
export function proposeLeadAccounts(
  data: HygieneData,
  names: AccountNames,
  kept: KeptAccounts,
): ProposalGroup {
  const { accounts } = names;
  const leads = [...filledRows(data, LEADS)].filter(({ record }) => textOf(record.account) === "");
  const found = matchAccounts(
    leads.map(({ record }) => ({
      name: textOf(record.company) || undefined,
      domain: textOf(record.website) || undefined,
      email: textOf(record.email) || undefined,
    })),
    accounts.map(accountFields),
    SAME_RECORD,
  );
  const proposals = leads.flatMap(({ index, record }, at) => {
    const match = found[at];
    const account = match && (accounts[match.account] as Account);
    if (!account) return [];
    const merged = kept.get(account);
    const { name } = merged?.kept ?? account;
    if (name === "") return [];
    const twin =
      merged && account.name !== name ? ` ${account.name || "That row"} is the same company as ${name}.` : "";
    return [
      {
        about: textOf(record.lead) || textOf(record.company) || textOf(record.email) || textOf(record.id),
        changes: [changeOf(LEADS, index, record, "account", name)],
        reason: `Match ${Math.floor(match.score * 100)}%: ${match.reason}.${twin}`,
      },
    ];
  });
  return { key: "leads", rule: "matching", title: "Leads without an account", proposals };
}
