import { withinTwoTimes } from "./twoTimesRule.js";

/** What a split has to reckon with; accounts and reps are numbers, markets and loads shares of their total. */
export interface SplitTask {
  readonly people: number;
  readonly load: readonly number[];
  readonly market: readonly number[];
  /** Rep who has the account now; −1 for none, or for one who is gone. */
  readonly owner: readonly number[];
  /** Accounts that may change hands. */
  readonly free: readonly number[];
  /** The same, the largest market first. */
  readonly byMarket: readonly number[];
  readonly fixed: { readonly load: readonly number[]; readonly market: readonly number[] };
  /** Loads between these two are balanced. */
  readonly band: readonly [low: number, high: number];
  /** Markets between these two keep the two-times rule, whatever the others have. */
  readonly marketBand: readonly [low: number, high: number];
}

const outside = (value: number, band: readonly [low: number, high: number]): number =>
  value > band[1] ? value - band[1] : value < band[0] ? band[0] - value : 0;

/** A split of accounts among reps with its running totals. A broken two-times rule outweighs all imbalance. */
export class Split {
  readonly task: SplitTask;
  /** Each account's rep, −1 for none. */
  readonly rep: number[];
  readonly loads: number[];
  readonly markets: number[];

  constructor(
    private readonly load: readonly number[],
    private readonly market: readonly number[],
    owner: readonly number[],
    named: readonly boolean[],
    people: number,
    tolerance: number,
  ) {
    this.rep = owner.map(() => -1);
    this.loads = new Array(people).fill(0);
    this.markets = new Array(people).fill(0);
    const free: number[] = [];
    owner.forEach((rep, account) => {
      if (named[account]) this.give(account, rep);
      else free.push(account);
    });
    const fixed = { load: this.loads.slice(), market: this.markets.slice() };
    const byMarket = [...free].sort((a, b) => (market[b] as number) - (market[a] as number) || a - b);
    const largest = byMarket.length > 0 ? (market[byMarket[0] as number] as number) : 0;
    const high = Math.max(4 / (3 * people), ...fixed.market, largest + Math.min(...fixed.market));
    const slack = 1e-9 / people;
    this.task = {
      people,
      load,
      market,
      owner,
      free,
      byMarket,
      fixed,
      band: [(1 - tolerance) / people - slack, (1 + tolerance) / people + slack],
      marketBand: [high / 2, high],
    };
    // Everybody keeps what they have; what nobody has goes to whoever carries least, the heaviest first.
    for (const account of free)
      if ((owner[account] as number) >= 0) this.give(account, owner[account] as number);
    const loose = free.filter((account) => (owner[account] as number) < 0);
    loose.sort((a, b) => (load[b] as number) - (load[a] as number) || a - b);
    for (const account of loose) {
      let to = 0;
      for (let rep = 1; rep < people; rep++) {
        const less = (this.loads[rep] as number) - (this.loads[to] as number);
        if (less < 0 || (less === 0 && (this.markets[rep] as number) < (this.markets[to] as number)))
          to = rep;
      }
      this.give(account, to);
    }
  }

  /** Gives an account to a rep, or with −1 to none. */
  give(account: number, to: number): void {
    const from = this.rep[account] as number;
    const { load, market } = this;
    if (from >= 0) {
      this.loads[from] = (this.loads[from] as number) - (load[account] as number);
      this.markets[from] = (this.markets[from] as number) - (market[account] as number);
    }
    if (to >= 0) {
      this.loads[to] = (this.loads[to] as number) + (load[account] as number);
      this.markets[to] = (this.markets[to] as number) + (market[account] as number);
    }
    this.rep[account] = to;
  }

  keepsRule(): boolean {
    return withinTwoTimes(Math.max(...this.markets), Math.min(...this.markets));
  }

  moves(): number {
    return this.rep.filter(
      (rep, account) => (this.task.owner[account] as number) >= 0 && rep !== this.task.owner[account],
    ).length;
  }

  /** Penalty of one rep with such a load and market; markets count only while the rule is broken. */
  penalty(load: number, market: number, broken: boolean): number {
    return outside(load, this.task.band) + (broken ? 1000 * outside(market, this.task.marketBand) : 0);
  }

  /** How far the loads lie outside their band, all reps together. */
  imbalance(): number {
    return this.loads.reduce((sum, load) => sum + outside(load, this.task.band), 0);
  }
}
