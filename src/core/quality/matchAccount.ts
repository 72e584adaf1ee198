import { type PreparedRecord, prepareRecord, type RecordFields } from "./record.js";
import { RecordIndex } from "./recordIndex.js";
import { compareRecords, type Likeness, nameSimilarity } from "./similarity.js";

export interface AccountMatch extends Likeness {
  /** Position in the list of accounts. */
  readonly account: number;
}

/**
 * Finds the account that each lead belongs to: by the domain of its e-mail or web site first, then by the likeness of
 * names (with place and phone, where both have them). Undefined where nothing reaches the threshold.
 */
export function matchAccounts(
  leads: readonly RecordFields[],
  accounts: readonly RecordFields[] | RecordIndex,
  threshold: number,
): (AccountMatch | undefined)[] {
  const { records, candidates, quickLook } = RecordIndex.of(accounts);
  const byDomain = new Map<string, number[]>();
  records.forEach(({ domain }, at) => {
    if (domain === "") return;
    const known = byDomain.get(domain);
    if (known) known.push(at);
    else byDomain.set(domain, [at]);
  });
  return leads.map((fields) => {
    const lead = prepareRecord(fields);
    const same = byDomain.get(lead.domain);
    if (same) {
      let best = same[0] as number;
      let like = -1;
      for (const at of same.length > 1 && lead.compact !== "" ? same : []) {
        const own = nameSimilarity(lead, records[at] as PreparedRecord);
        if (own > like) [best, like] = [at, own];
      }
      const reason = same.length > 1 ? `same domain (${same.length} accounts have it)` : "same domain";
      return { account: best, score: 1, reason };
    }
    let found: AccountMatch | undefined;
    // A lead's own mailbox is not an account's, so only what a company has is compared.
    const company = { ...lead, email: "", domain: "" };
    const facts = quickLook.factsOf(company);
    candidates.visit(company, (account) => {
      if (!quickLook.mayMatch(facts, account, threshold)) return;
      const like = compareRecords(company, records[account] as PreparedRecord, threshold);
      const better =
        like &&
        (!found || like.score > found.score || (like.score === found.score && account < found.account));
      if (like && better) found = { ...like, account };
    });
    return found;
  });
}
