import { type PreparedRecord, prepareRecord, type RecordFields } from "./record.js";
import { RecordIndex } from "./recordIndex.js";
import { compareRecords, type Likeness, nameSimilarity } from "./similarity.js";

export interface AccountMatch extends Likeness {
  /** Position in the list of accounts. */
  readonly account: number;
}

/**
 * Finds the account that a lead belongs to: by the domain of its e-mail or web site first, then by the likeness of
 * names (with place and phone, where both have them). Undefined where nothing reaches the threshold.
 */
export function accountMatcher(
  accounts: readonly RecordFields[] | RecordIndex,
  threshold: number,
): (lead: RecordFields) => AccountMatch | undefined {
  const { records, candidates, quickLook } = RecordIndex.of(accounts);
  const withDomain = placesOfDomains(records);
  return (fields) => {
    const lead = prepareRecord(fields);
    const same = withDomain(lead.domain);
    if (same.length > 0) {
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
  };
}

/** The account of each lead. */
export const matchAccounts = (
  leads: readonly RecordFields[],
  accounts: readonly RecordFields[] | RecordIndex,
  threshold: number,
): (AccountMatch | undefined)[] => leads.map(accountMatcher(accounts, threshold));

/** The records of a domain in their order: the first of each is looked up, and each tells the next. */
function placesOfDomains(records: readonly PreparedRecord[]): (domain: string) => number[] {
  const firsts = new Map<string, number>();
  const nexts = new Int32Array(records.length).fill(-1);
  for (let at = records.length - 1; at >= 0; at--) {
    const { domain } = records[at] as PreparedRecord;
    if (domain === "") continue;
    nexts[at] = firsts.get(domain) ?? -1;
    firsts.set(domain, at);
  }
  return (domain) => {
    const places: number[] = [];
    for (let at = firsts.get(domain) ?? -1; at >= 0; at = nexts[at] as number) places.push(at);
    return places;
  };
}
