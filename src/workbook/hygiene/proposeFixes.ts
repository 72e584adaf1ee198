import { proposeAccountSpellings } from "./accountSpelling.js";
import { AccountNames } from "./accounts.js";
import { proposeOptOuts } from "./bouncedContacts.js";
import { proposeMerges } from "./duplicateAccounts.js";
import { proposeLeadAccounts } from "./leadAccounts.js";
import { proposeLossReasons } from "./lossReasons.js";
import { proposeAmounts, proposeCategories } from "./openDeals.js";
import type { HygieneData, ProposalGroup } from "./proposal.js";
import { proposeSpellings } from "./spelling.js";

/**
 * All that could be put right, group by group. Where two proposals name one cell (a name to be respelt, and its account
 * merged into another) the later one prevails if both are said yes to; so after a yes to all nothing is left to propose.
 * `prices` are list prices by product, as wordKey writes it.
 */
export function proposeFixes(
  data: HygieneData,
  prices: ReadonlyMap<string, number> = new Map(),
): readonly ProposalGroup[] {
  const names = new AccountNames(data);
  const { group: merges, kept } = proposeMerges(data, names);
  return [
    proposeSpellings(data),
    proposeAccountSpellings(data, names),
    merges,
    proposeCategories(data),
    proposeAmounts(data, prices),
    proposeOptOuts(data),
    proposeLeadAccounts(data, names, kept),
    proposeLossReasons(data),
  ].filter(({ proposals }) => proposals.length > 0);
}
