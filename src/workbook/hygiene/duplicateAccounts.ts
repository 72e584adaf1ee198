import { findDuplicates } from "../../core/quality/duplicates.js";
import { type Account, type AccountNames, accountFields, NAMING_TABS } from "./accounts.js";
import type { CellChange } from "./change.js";
import { changeOf, filledRows, type HygieneData, type Proposal, type ProposalGroup } from "./proposal.js";
import { cellsCounted, textOf } from "./words.js";

/** Accounts that stand twice: the one that is kept for each of the others. */
export type KeptAccounts = ReadonlyMap<Account, { readonly kept: Account; readonly reason: string }>;

/** How often the other tabs mean each account, by its name. */
function references(data: HygieneData, names: AccountNames): Map<string, CellChange[]> {
  const found = new Map<string, CellChange[]>();
  for (const tab of NAMING_TABS) {
    for (const { index, record } of filledRows(data, tab)) {
      const own = textOf(record.account);
      const account = own === "" ? undefined : names.find(own);
      if (!account) continue;
      const cells = found.get(account.name) ?? [];
      cells.push(changeOf(tab, index, record, "account", null));
      found.set(account.name, cells);
    }
  }
  return found;
}

const filledCells = ({ record }: Account): number =>
  Object.values(record).filter((cell) => cell !== null).length;

/**
 * Of accounts that are one company, the row that most of the other tabs refer to is kept, then the fullest, then the
 * first. The other's name is replaced wherever it stands; its row stays for a person to merge in the CRM.
 */
export function proposeMerges(
  data: HygieneData,
  names: AccountNames,
): { readonly group: ProposalGroup; readonly kept: KeptAccounts } {
  const { accounts } = names;
  const cells = references(data, names);
  const referred = ({ name }: Account): number => cells.get(name)?.length ?? 0;
  const kept = new Map<Account, { kept: Account; reason: string }>();
  const proposals: Proposal[] = [];
  for (const links of findDuplicates(accounts.map(accountFields)).groups) {
    const places = new Set(links.flatMap(({ first, second }) => [first, second]));
    const group = [...places].map((place) => accounts[place] as Account);
    const [best] = group
      .filter(({ name }) => name !== "")
      .sort(
        (one, other) =>
          referred(other) - referred(one) || filledCells(other) - filledCells(one) || one.index - other.index,
      );
    if (!best) continue;
    const rows = new Set(group);
    for (const other of group) {
      if (other === best) continue;
      const link = links.find(({ first, second }) => accounts[first] === other || accounts[second] === other);
      const reason = link?.reason ?? "";
      kept.set(other, { kept: best, reason });
      // Another company of the same name may be the one that is meant.
      const shared = accounts.some((account) => account.name === other.name && !rows.has(account));
      const changes = (cells.get(other.name) ?? []).map((cell) => ({ ...cell, after: best.name }));
      if (other.name === "" || other.name === best.name || shared || changes.length === 0) continue;
      // Several rows may bear the name; it is replaced once.
      if (proposals.some(({ about, changes: [first] }) => about === other.name && first?.after === best.name))
        continue;
      proposals.push({
        about: other.name,
        changes,
        reason: `Same company as ${best.name}: ${reason}. ${best.name} is kept: ${cellsCounted(referred(best))} name it already. The row of ${other.name} stays in Accounts for you to merge.`,
      });
    }
  }
  return {
    group: {
      key: "merges",
      rule: "duplicates",
      title: "Accounts that stand twice: which name is kept",
      proposals,
    },
    kept,
  };
}
