import { counted } from "../pipeline/counted.js";
import { refuse } from "../refusal/refusal.js";
import { improve } from "./improve.js";
import { search } from "./search.js";
import { Split, type SplitTask } from "./split.js";
import { type MarketOfRep, ruleSentence, twoTimesRule } from "./twoTimesRule.js";

export interface AccountToAssign {
  readonly name: string;
  /** Addressable market. */
  readonly market: number;
  /** Share of the whole load. */
  readonly load: number;
  readonly owner: string | null;
  /** A named account stays with its owner. */
  readonly named: boolean;
}

export interface Assignment {
  /** Each account's rep, in the order of the accounts. */
  readonly reps: readonly string[];
  readonly changes: readonly ("Named" | "Kept" | "New" | "Moved")[];
  readonly moved: number;
  readonly markets: readonly MarketOfRep[];
  readonly holds: boolean;
  /** What became of the two-times rule and, where it is broken, why it cannot hold. */
  readonly verdict: string;
  /** Share by which the heaviest and lightest load differ from the mean. */
  readonly balance: string;
}

const key = (name: string): string => name.trim().toLowerCase();
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Why no split whatever can keep the rule, or undefined where a simple count does not show it. */
function impossible(task: SplitTask, accounts: readonly AccountToAssign[], reps: readonly string[]) {
  const { people, fixed, free, market } = task;
  const empty = fixed.market.filter((held) => held === 0).length;
  const filled = free.filter((account) => (market[account] as number) > 0).length;
  if (empty > filled) {
    const who = counted(empty, "rep without named accounts has", "reps without named accounts share");
    return `${who} ${counted(filled, "account", "accounts")} with addressable market`;
  }
  // Where one holds m of 1, each of the others needs m ÷ 2: m + (n − 1) m ÷ 2 ≤ 1, so m ≤ 2 ÷ (n + 1).
  const most = 2 / (people + 1);
  const why = (who: string, held: number) =>
    `${who} ${percent(held)} of the addressable market, and with ${people} reps none may hold more than ${percent(most)}`;
  const heavy = fixed.market.indexOf(Math.max(...fixed.market));
  const held = fixed.market[heavy] as number;
  if (held > most * (1 + 1e-9)) return why(`the named accounts of ${reps[heavy]} are`, held);
  const [first] = task.byMarket;
  if (first !== undefined) {
    const least = (market[first] as number) + Math.min(...fixed.market);
    if (least > most * (1 + 1e-9)) return why(`whoever has ${accounts[first]?.name} holds at least`, least);
  }
  return undefined;
}

/**
 * Splits accounts among reps. Named accounts stay. Then, in this order: the two-times rule on the addressable
 * market; every load within the tolerance of the mean; as few accounts as can be found changing hands. Accounts
 * and reps are put in an order of their own first, so that the order of the rows does not matter.
 */
export function assignTerritories(
  given: readonly AccountToAssign[],
  names: readonly string[],
  tolerance: number,
): Assignment {
  const reps = [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const repOf = new Map(reps.map((rep, index) => [key(rep), index]));
  if (reps.length === 0) refuse("reps", "is empty; give the names of those who share the accounts.");
  if (repOf.size < reps.length) refuse("reps", "repeats a name; give each rep once.");
  const seen = new Map<string, string>();
  given.forEach(({ name, named, owner }, row) => {
    const before = seen.get(key(name));
    if (before !== undefined) refuse("accounts", `repeats ${before}; give each account once.`, row + 1);
    seen.set(key(name), name);
    if (!named) return;
    if (owner === null) refuse("owners", "is blank on a named account; give the rep who keeps it.", row + 1);
    if (!repOf.has(key(owner))) {
      refuse("owners", `is ${owner}, who keeps a named account but is not among reps; add the rep.`, row + 1);
    }
  });
  const order = given
    .map((_, row) => row)
    .sort((a, b) => (key(given[a]?.name ?? "") < key(given[b]?.name ?? "") ? -1 : 1));
  const accounts = order.map((row) => given[row] as AccountToAssign);
  const total = accounts.reduce((sum, { market }) => sum + market, 0);
  if (!(total > 0)) refuse("addressable", "is 0 in every row; give the addressable market of each account.");

  const split = new Split(
    accounts.map(({ load }) => load),
    accounts.map(({ market }) => market / total),
    accounts.map(({ owner }) => (owner === null ? -1 : (repOf.get(key(owner)) ?? -1))),
    accounts.map(({ named }) => named),
    reps.length,
    tolerance,
  );
  const barred = impossible(split.task, accounts, reps);
  improve(split);
  const searched = search(split, barred !== undefined);

  const markets = reps.map((rep, index) => ({
    rep,
    market: accounts.reduce((sum, { market }, at) => sum + (split.rep[at] === index ? market : 0), 0),
  }));
  const rule = twoTimesRule(markets);
  const proof = barred ?? (searched.exhausted ? "every split was tried" : undefined);
  const why = proof ? `It cannot hold: ${proof}` : "No split that keeps it was found, which is no proof";
  const verdict = rule.holds ? ruleSentence(rule) : `${ruleSentence(rule)}. ${why}`;
  const loads = [...split.loads].map((load) => load * reps.length - 1);
  const assigned: string[] = [];
  const changes: Assignment["changes"][number][] = [];
  order.forEach((row, at) => {
    const to = split.rep[at] as number;
    const from = split.task.owner[at] as number;
    assigned[row] = reps[to] as string;
    const moved = from === to ? "Kept" : given[row]?.owner === null ? "New" : "Moved";
    changes[row] = given[row]?.named ? "Named" : moved;
  });
  const moved = changes.filter((change) => change === "Moved").length;
  const spread = `Loads from ${percent(Math.min(...loads))} to ${percent(Math.max(...loads))} around the mean`;
  const off = split.imbalance() > 1e-9 ? ", beyond the tolerance" : "";
  const fewest = searched.exhausted && rule.holds ? ", the fewest possible" : "";
  return {
    reps: assigned,
    changes,
    moved,
    markets,
    holds: rule.holds,
    verdict,
    balance: `${spread}${off}; ${moved} of ${given.length} account${given.length === 1 ? "" : "s"} changed hands${fewest}`,
  };
}
