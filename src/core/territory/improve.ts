import type { Split } from "./split.js";
import { withinTwoTimes } from "./twoTimesRule.js";

/**
 * Evaluations after which improving ends, so that the longest call stays well within the time allowed. Looking at a
 * pair of reps counts as one too, and preparing a step as one for each account and rep: with hundreds of reps that
 * have an account or two each, these are nearly all the work.
 */
const EFFORT = 30_000_000;
/** Above what sums of shares lose to rounding, so that every step is a step forward. */
const LEAST_GAIN = 1e-10;
/** How many reps are looked at for a step before any step found is taken. */
const FIRST_ASKED = 4;
/** What keeping the two-times rule is worth against any imbalance. */
const RULE = 1e6;

interface Step {
  readonly gain: number;
  readonly account: number;
  readonly to: number;
  /** Account given in return, where the step is a swap. */
  readonly back?: number;
}

/**
 * Moves accounts one at a time, each time from or to the rep furthest outside the bounds, whichever move helps
 * most; moves that hand nobody's account over come first, swaps last. Then gives back what need not have moved.
 */
export function improve(split: Split): void {
  const { people, load, market, free } = split.task;
  let effort = 0;

  let held: number[][] = [];
  /** Reps with the three largest and the three smallest markets: without any two of them, one is left. */
  let richest: number[] = [];
  let poorest: number[] = [];

  /** The best step that takes from one rep and gives to another, if better than the one known. */
  function best(
    a: number,
    b: number,
    swap: boolean,
    broken: boolean,
    known: Step | undefined,
  ): Step | undefined {
    effort++;
    const others = (rep: number) => rep !== a && rep !== b;
    const most = split.markets[richest.find(others) ?? -1] ?? 0;
    const least = split.markets[poorest.find(others) ?? -1] ?? Number.POSITIVE_INFINITY;
    const loadA = split.loads[a] as number;
    const loadB = split.loads[b] as number;
    const marketA = split.markets[a] as number;
    const marketB = split.markets[b] as number;
    const now = split.penalty(loadA, marketA, broken) + split.penalty(loadB, marketB, broken);
    let found = known;
    let bar = known?.gain ?? LEAST_GAIN;
    const consider = (account: number, weight: number, size: number, back?: number): void => {
      effort++;
      const newA = marketA - size;
      const newB = marketB + size;
      // While the rule holds only loads count, and few steps gain enough to be worth the second look.
      if (
        !broken &&
        now - split.penalty(loadA - weight, 0, false) - split.penalty(loadB + weight, 0, false) <= bar
      )
        return;
      const breaks = !withinTwoTimes(Math.max(most, newA, newB), Math.min(least, newA, newB));
      if (breaks && !broken) return;
      const after = split.penalty(loadA - weight, newA, breaks) + split.penalty(loadB + weight, newB, breaks);
      const gain = now - after + (broken && !breaks ? RULE : 0);
      if (gain <= bar) return;
      bar = gain;
      found = back === undefined ? { gain, account, to: b } : { gain, account, to: b, back };
    };
    for (const account of held[a] as number[]) {
      const weight = load[account] as number;
      const size = market[account] as number;
      if (!swap) consider(account, weight, size);
      else
        for (const back of held[b] as number[])
          consider(account, weight - (load[back] as number), size - (market[back] as number), back);
    }
    return found;
  }

  function step(swap: boolean, mayHandOver: boolean): boolean {
    effort += free.length + people;
    const broken = !split.keepsRule();
    const reps = split.loads.map((_, rep) => rep);
    const off = reps.map((rep) =>
      split.penalty(split.loads[rep] as number, split.markets[rep] as number, broken),
    );
    const worst = reps.filter((rep) => (off[rep] as number) > 0);
    worst.sort((a, b) => (off[b] as number) - (off[a] as number) || a - b);
    held = reps.map(() => []);
    for (const account of free) {
      const rep = split.rep[account] as number;
      // An account that is not with its owner anyway can go anywhere without one more changing hands.
      if (mayHandOver || split.task.owner[account] !== rep) held[rep]?.push(account);
    }
    const by = (totals: readonly number[], sign: number) =>
      [...reps].sort((a, b) => sign * ((totals[a] as number) - (totals[b] as number)) || a - b);
    richest = by(split.markets, -1).slice(0, 3);
    poorest = by(split.markets, 1).slice(0, 3);
    const totals = broken ? split.markets : split.loads;
    const [rising, falling] = [by(totals, 1), by(totals, -1)];
    for (const rep of worst) {
      // Whoever is furthest on the other side of the mean is asked first; the others only where that fails.
      const sign = (totals[rep] as number) * people > 1 ? 1 : -1;
      const others = sign > 0 ? rising : falling;
      let found: Step | undefined;
      let asked = 0;
      for (const other of others) {
        if (effort > EFFORT || (found && asked >= FIRST_ASKED)) break;
        if (other === rep) continue;
        const [a, b] = sign > 0 ? [rep, other] : [other, rep];
        found = best(a, b, swap, broken, found);
        asked++;
      }
      if (!found) continue;
      const from = split.rep[found.account] as number;
      split.give(found.account, found.to);
      if (found.back !== undefined) split.give(found.back, from);
      return true;
    }
    return false;
  }

  do {
    while (step(false, false));
    while (step(false, true));
  } while (step(true, true));

  for (const account of free) {
    const [from, owner] = [split.rep[account] as number, split.task.owner[account] as number];
    if (owner < 0 || from === owner) continue;
    const before = [split.keepsRule(), split.imbalance()] as const;
    split.give(account, owner);
    if ((before[0] && !split.keepsRule()) || split.imbalance() > before[1] + LEAST_GAIN)
      split.give(account, from);
  }
}
