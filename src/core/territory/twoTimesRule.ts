/** No rep with more than twice the addressable market of another: RevOps Engine playbook, phase 9. */
export const MOST_TIMES = 2;
const HAIR = 1e-9;

export interface MarketOfRep {
  readonly rep: string;
  readonly market: number;
}

export interface TwoTimesRule {
  readonly holds: boolean;
  readonly largest: MarketOfRep;
  readonly smallest: MarketOfRep;
  /** Largest ÷ smallest; undefined where the smallest is 0. */
  readonly ratio: number | undefined;
}

/** Whether the largest market is at most twice the smallest. */
export const withinTwoTimes = (largest: number, smallest: number): boolean =>
  largest <= MOST_TIMES * smallest * (1 + HAIR);

/** The rule held against the reps' markets; of equal ones the first by name is named. */
export function twoTimesRule(markets: readonly MarketOfRep[]): TwoTimesRule {
  const byName = [...markets].sort((a, b) => (a.rep < b.rep ? -1 : 1));
  let largest = byName[0] as MarketOfRep;
  let smallest = largest;
  for (const one of byName) {
    if (one.market > largest.market) largest = one;
    if (one.market < smallest.market) smallest = one;
  }
  return {
    holds: withinTwoTimes(largest.market, smallest.market),
    largest,
    smallest,
    ratio: smallest.market > 0 ? largest.market / smallest.market : undefined,
  };
}

const amount = (value: number): string => `${Number(value.toPrecision(6))}`;

/** The rule's outcome as a sentence. */
export function ruleSentence({ holds, largest, smallest, ratio }: TwoTimesRule): string {
  const [most, least] = [amount(largest.market), amount(smallest.market)];
  const times = Math.round((ratio ?? 0) * 100) / 100;
  const found =
    largest.market === smallest.market
      ? `all have ${most}`
      : ratio === undefined
        ? `${largest.rep} has ${most}, ${smallest.rep} nothing`
        : `${largest.rep} has ${most}, ${times} times the ${least} of ${smallest.rep}`;
  return `Two-times rule ${holds ? "holds" : "broken"}: ${found}`;
}
