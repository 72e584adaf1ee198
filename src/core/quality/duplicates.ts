import { isKnown, type PreparedRecord, type RecordFields } from "./record.js";
import { RecordIndex } from "./recordIndex.js";
import { compareRecords, type Likeness } from "./similarity.js";

/** Score from which two records count as one company or person. */
export const SAME_RECORD = 0.85;

export interface DuplicateLink extends Likeness {
  /** Positions in the list of records; `first` stands further up. */
  readonly first: number;
  readonly second: number;
}

export interface Duplicates {
  /** Groups in the order of their first record; each with the strongest links that hold it together. */
  readonly groups: readonly (readonly DuplicateLink[])[];
  /** Records that would vanish if each group were merged into one. */
  readonly surplus: number;
  readonly compared: number;
  /** Records with neither name, domain, e-mail nor phone. */
  readonly leftOut: number;
}

/** Groups records that are spelt differently but mean the same company or person. */
export function findDuplicates(
  among: readonly RecordFields[] | RecordIndex,
  threshold = SAME_RECORD,
): Duplicates {
  const { records, candidates, quickLook } = RecordIndex.of(among);
  const links: DuplicateLink[] = [];
  let leftOut = 0;
  records.forEach((record, second) => {
    if (!isKnown(record)) leftOut++;
    else {
      const facts = quickLook.ownFacts(second);
      candidates.visitOwn(second, (first) => {
        if (!quickLook.mayMatch(facts, first, threshold)) return;
        const like = compareRecords(record, records[first] as PreparedRecord, threshold);
        if (like) links.push({ ...like, first, second });
      });
    }
  });
  // The strongest links first: each one that joins two groups is kept, so a group of n is told by n − 1 pairs.
  links.sort((one, other) => other.score - one.score || one.first - other.first || one.second - other.second);
  const parent = records.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  const kept = links.filter(({ first, second }) => {
    const [one, other] = [rootOf(first), rootOf(second)];
    if (one === other) return false;
    parent[Math.max(one, other)] = Math.min(one, other);
    return true;
  });
  // A group is met by its first record, which is its root: so groups come in the order of their first records.
  const groups = new Map<number, DuplicateLink[]>();
  for (const link of kept.sort((one, other) => one.first - other.first || one.second - other.second)) {
    const root = rootOf(link.first);
    const group = groups.get(root);
    if (group) group.push(link);
    else groups.set(root, [link]);
  }
  return {
    groups: [...groups.values()],
    surplus: kept.length,
    compared: records.length - leftOut,
    leftOut,
  };
}
