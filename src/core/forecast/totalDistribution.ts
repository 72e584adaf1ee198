import { refuse } from "../refusal/refusal.js";

/** A deal that is won for its whole amount with its probability, whatever becomes of the others. */
export interface UncertainDeal {
  readonly amount: number;
  readonly probability: number;
}

/** A figure and by how much it may be off because amounts were put on a grid; 0 where nothing was rounded. */
export interface Bounded {
  readonly value: number;
  readonly error: number;
}

export interface TotalDistribution {
  readonly mean: number;
  /** Step of the grid that amounts were rounded to; 0 where none was needed. */
  readonly step: number;
  /** The smallest total that is not exceeded with at least this chance. */
  readonly quantile: (level: number) => Bounded;
  /** The chance that the total reaches the target. */
  readonly chanceOf: (target: number) => Bounded;
}

/** Every total in rising order with its chance: `first + index × step`, or as listed. */
interface Spread {
  readonly chances: ArrayLike<number>;
  readonly totalAt: (index: number) => number;
}

/** Up to so many uncertain deals, each of the 2ⁿ totals is kept as it is. */
const LISTED_DEALS = 14;
/** Multiplications that a call may take: a fraction of a second. */
const WORK = 3e8;
const MOST_CELLS = 2 ** 21;
/** A millionth of a cent divides nothing worth dividing. */
const FINEST_STEP = 1e-8;
/** Chances this small are let go at the ends of the spread; together they stay below the last digit of any chance. */
const NEGLIGIBLE = 1e-20;
/** The error is exceeded with less than this chance; the levels are moved by it as well, so that the bound is safe. */
const DOUBT = 1e-6;
/** Chances are sums of rounded products: 1 − 0.9 must still count as 10%. */
const HAIR = 1e-12;
/** Beyond it a number no longer holds cents. */
const LARGEST_TOTAL = 1e13;

/** All totals one by one: the list so far, merged with itself moved on by the next amount. */
function listTotals(deals: readonly UncertainDeal[]): Spread {
  let totals = [0];
  let chances = [1];
  for (const { amount, probability } of deals) {
    const [nextTotals, nextChances]: [number[], number[]] = [[], []];
    let [lost, won] = [0, 0];
    while (won < totals.length) {
      const without = totals[lost] ?? Number.POSITIVE_INFINITY;
      const having = (totals[won] as number) + amount;
      const total = Math.min(without, having);
      let chance = 0;
      if (without === total) chance += (chances[lost++] as number) * (1 - probability);
      if (having === total) chance += (chances[won++] as number) * probability;
      nextTotals.push(total);
      nextChances.push(chance);
    }
    [totals, chances] = [nextTotals, nextChances];
  }
  const listed = totals;
  return { chances, totalAt: (index) => listed[index] as number };
}

/** The same on a grid: deal by deal, each cell keeps its chance of losing and takes over that of winning. */
function gridTotals(deals: readonly UncertainDeal[], cells: readonly number[], step: number): Spread {
  const chances = new Float64Array(cells.reduce((sum, cell) => sum + cell, 1));
  chances[0] = 1;
  let [low, high] = [0, 0];
  deals.forEach(({ probability }, deal) => {
    const move = cells[deal] as number;
    const stay = 1 - probability;
    high += move;
    for (let at = high; at >= low + move; at--) {
      chances[at] = stay * (chances[at] as number) + probability * (chances[at - move] as number);
    }
    for (let at = Math.min(high, low + move - 1); at >= low; at--)
      chances[at] = stay * (chances[at] as number);
    while ((chances[low] as number) < NEGLIGIBLE) chances[low++] = 0;
    while ((chances[high] as number) < NEGLIGIBLE) chances[high--] = 0;
  });
  return { chances, totalAt: (index) => index * step };
}

/** The largest amount in whole cents of which all are multiples, or 0 where some have fractions of a cent. */
function commonStep(amounts: readonly number[]): number {
  let common = 0;
  for (const amount of amounts) {
    let cents = Math.round(amount * 100);
    if (cents === 0 || Math.abs(amount * 100 - cents) > 1e-9 * cents) return 0;
    while (cents > 0) [common, cents] = [cents, common % cents];
  }
  return common / 100;
}

/** The next 1, 2 or 5 with zeros, so that round amounts fall on the grid. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  return power * ([1, 2, 5].find((digit) => digit * power >= atLeast) ?? 10);
}

/**
 * The distribution of the total of independent deals, computed rather than drawn at random: the same deals give the
 * same figures each time. Deals that are sure or hopeless, few deals, and amounts that share a step are exact. Other
 * amounts are rounded to a grid; by Hoeffding's inequality the roundings, which largely cancel out, can hardly move
 * the total by more than the error that is stated with each figure.
 */
export function totalDistribution(
  deals: readonly UncertainDeal[],
  listedDeals = LISTED_DEALS,
): TotalDistribution {
  let sure = 0;
  let mean = 0;
  const open: UncertainDeal[] = [];
  for (const deal of deals) {
    mean += deal.amount * deal.probability;
    if (deal.probability === 1) sure += deal.amount;
    else if (deal.probability > 0 && deal.amount > 0) open.push(deal);
  }
  const most = open.reduce((sum, { amount }) => sum + amount, 0);
  if (!(sure + most <= LARGEST_TOTAL)) {
    refuse("amounts", "add up to more than 10 trillion; give them in a larger unit, such as thousands.");
  }

  let step = 0;
  let shift = 0;
  let spread: Spread;
  if (open.length <= listedDeals) {
    spread = listTotals(open);
  } else {
    const variance = open.reduce((sum, { amount, probability: p }) => sum + amount ** 2 * p * (1 - p), 0);
    const largest = open.reduce((max, { amount }) => Math.max(max, amount), 0);
    const width = Math.min(most, 20 * Math.sqrt(variance) + 12 * largest);
    const finest = Math.max((width * open.length) / WORK, most / MOST_CELLS, FINEST_STEP);
    const common = commonStep(open.map(({ amount }) => amount));
    step = common >= finest ? common : roundStep(finest);
    let [up, down, leaning, squares] = [0, 0, 0, 0];
    const cells = open.map(({ amount, probability }) => {
      let cell = Math.round(amount / step);
      let rounding = cell * step - amount;
      // Once roundings lean to one side by a whole step, the next that would add to it goes the other way.
      if (Math.abs(leaning) > step && leaning * rounding > 0) {
        cell -= Math.sign(rounding);
        rounding -= Math.sign(rounding) * step;
      }
      if (rounding > 0) up += rounding;
      else down -= rounding;
      leaning += rounding * probability;
      squares += rounding ** 2;
      return cell;
    });
    if (step !== common) {
      shift = Math.min(
        Math.max(up, down),
        Math.abs(leaning) + Math.sqrt((squares * Math.log(2 / DOUBT)) / 2),
      );
    }
    spread = gridTotals(open, cells, step);
  }

  const { chances, totalAt } = spread;
  const below = new Float64Array(chances.length);
  let sum = 0;
  for (let at = 0; at < chances.length; at++) below[at] = sum += chances[at] as number;

  const smallest = (level: number): number => {
    if (level <= 0) return sure;
    if (level >= 1) return sure + most;
    let [first, last] = [0, below.length - 1];
    while (first < last) {
      const middle = (first + last) >> 1;
      if ((below[middle] as number) >= level - HAIR) last = middle;
      else first = middle + 1;
    }
    return sure + totalAt(first);
  };
  const reaching = (target: number): number => {
    if (target <= sure) return 1;
    let [first, last] = [0, below.length];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (sure + totalAt(middle) >= target * (1 - HAIR)) last = middle;
      else first = middle + 1;
    }
    return first === 0 ? 1 : Math.min(1, Math.max(0, 1 - (below[first - 1] as number)));
  };
  return {
    mean,
    step,
    quantile: (level) => {
      const value = smallest(level);
      if (shift === 0 || level <= 0 || level >= 1) return { value, error: 0 };
      const spreadOut = Math.max(smallest(level + DOUBT) - value, value - smallest(level - DOUBT));
      return { value, error: shift + spreadOut };
    },
    chanceOf: (target) => {
      const value = reaching(target);
      if (shift === 0 || target <= sure || target > sure + most) return { value, error: 0 };
      const off = Math.max(reaching(target - shift) - value, value - reaching(target + shift));
      return { value, error: off + DOUBT };
    },
  };
}
