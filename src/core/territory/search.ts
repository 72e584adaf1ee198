import type { Split } from "./split.js";
import { MOST_TIMES } from "./twoTimesRule.js";

/** Nodes times reps after which the search gives up proving and keeps the best split found. */
const EFFORT = 1_000_000;
const HAIR = 1e-9;

/**
 * Goes through the splits, the largest markets first, leaving out those that cannot be better: a rule that can no
 * longer be kept, more imbalance, or the same with more accounts changing hands. Leaves the best in `split`.
 * Exhausted means that nothing better exists; where the rule is broken still, that no split keeps it.
 */
export function search(split: Split, barred: boolean): { readonly exhausted: boolean } {
  const { people, load, market, owner, byMarket, band } = split.task;
  const best = {
    keeps: split.keepsRule(),
    imbalance: split.imbalance(),
    moves: split.moves(),
    rep: split.rep.slice(),
  };
  if (best.keeps && best.imbalance === 0 && best.moves === 0) return { exhausted: true };
  // Past some dozens of accounts the search cannot end, and what improving found is good already.
  if (barred || byMarket.length > 60) return { exhausted: false };
  const allowed = EFFORT / people;
  const fresh = byMarket.every((account) => (owner[account] as number) < 0);
  for (const account of byMarket) split.give(account, -1);
  let [restLoad, restMarket] = [0, 0];
  for (const account of byMarket) {
    restLoad += load[account] as number;
    restMarket += market[account] as number;
  }
  let nodes = 0;
  let moves = 0;

  function visit(depth: number, unplacedLoad: number, unplacedMarket: number): void {
    if (++nodes > allowed) return;
    let most = 0;
    for (const held of split.markets) most = Math.max(most, held);
    let lacking = 0;
    for (const held of split.markets) lacking += Math.max(0, most / MOST_TIMES - held);
    if (lacking > unplacedMarket + HAIR) return;
    let over = 0;
    let under = 0;
    for (const held of split.loads) {
      over += Math.max(0, held - band[1]);
      under += Math.max(0, band[0] - held);
    }
    const atLeast = over + Math.max(0, under - unplacedLoad);
    if (best.keeps) {
      if (atLeast > best.imbalance + HAIR) return;
      if (atLeast > best.imbalance - HAIR && moves >= best.moves) return;
    }
    const account = byMarket[depth];
    if (account === undefined) {
      if (!split.keepsRule()) return;
      best.keeps = true;
      best.imbalance = split.imbalance();
      best.moves = moves;
      best.rep = split.rep.slice();
      return;
    }
    const home = owner[account] as number;
    // Home first, then whoever carries least.
    const order = split.loads.map((_, rep) => rep);
    order.sort(
      (a, b) =>
        Number(b === home) - Number(a === home) ||
        (split.loads[a] as number) - (split.loads[b] as number) ||
        a - b,
    );
    const cost = (rep: number) => (home < 0 || rep === home ? 0 : 1);
    order.forEach((rep, index) => {
      if (nodes > allowed) return;
      // Where nobody has anything yet, reps with the same holdings are one case.
      const before = order[index - 1] ?? -1;
      const same = split.loads[before] === split.loads[rep] && split.markets[before] === split.markets[rep];
      if (fresh && same) return;
      moves += cost(rep);
      split.give(account, rep);
      visit(
        depth + 1,
        unplacedLoad - (load[account] as number),
        unplacedMarket - (market[account] as number),
      );
      split.give(account, -1);
      moves -= cost(rep);
    });
  }
  visit(0, restLoad, restMarket);
  best.rep.forEach((rep, account) => {
    if (split.rep[account] !== rep) split.give(account, rep);
  });
  return { exhausted: nodes <= allowed };
}
