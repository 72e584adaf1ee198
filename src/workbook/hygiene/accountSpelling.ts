import { ACCOUNTS } from "../tabs/accounts.js";
import { type AccountNames, bareCompany, NAMING_TABS } from "./accounts.js";
import { filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { Respelling } from "./respelling.js";
import { Spellings, tidy, wordKey } from "./words.js";

/** Company names in other tabs: the spelling in Accounts, or where it has none the most frequent one. */
export function proposeAccountSpellings(data: HygieneData, names: AccountNames): ProposalGroup {
  const respelling = new Respelling();
  const unknown = unknownNames(data, names);
  for (const { index, record } of filledRows(data, ACCOUNTS)) {
    const { account } = record;
    if (typeof account === "string" && tidy(account) !== "")
      respelling.add(ACCOUNTS, index, record, "account", tidy(account), () => "Stray spaces.");
  }
  for (const tab of NAMING_TABS) {
    for (const { index, record } of filledRows(data, tab)) {
      const before = record.account;
      if (typeof before !== "string" || tidy(before) === "") continue;
      const own = tidy(before);
      const account = names.find(own);
      const spellings = account ? undefined : unknown.get(groupOf(own, names));
      const after = account?.name ?? spellings?.mostFrequent ?? own;
      respelling.add(tab, index, record, "account", after, () => {
        if (own === after) return "Stray spaces.";
        if (account) {
          return wordKey(own) === wordKey(after)
            ? "Accounts writes it so."
            : "The only account of that name, legal form and punctuation aside.";
        }
        return `Accounts has no such company; ${spellings?.count(after)} of ${spellings?.total} cells write it so.`;
      });
    }
  }
  return {
    key: "accountNames",
    rule: "duplicates",
    title: "Account names written differently",
    proposals: respelling.proposals("Account"),
  };
}

/** Where several accounts could be meant, only capitals and spaces are taken for a difference of spelling. */
const groupOf = (name: string, names: AccountNames): string => {
  const company = bareCompany(name);
  return company === "" || names.knows(company) ? `word ${wordKey(name)}` : `company ${company}`;
};

function unknownNames(data: HygieneData, names: AccountNames): Map<string, Spellings> {
  const unknown = new Map<string, Spellings>();
  for (const tab of NAMING_TABS) {
    for (const { record } of filledRows(data, tab)) {
      const { account } = record;
      if (typeof account !== "string" || tidy(account) === "" || names.find(tidy(account))) continue;
      const group = groupOf(tidy(account), names);
      const spellings = unknown.get(group) ?? new Spellings();
      spellings.add(tidy(account));
      unknown.set(group, spellings);
    }
  }
  return unknown;
}
