import { daysBetween } from "../dates/days.js";
import type { DealOutcome, PerDeal } from "./outcome.js";
import { placeInPeriod } from "./placeInPeriod.js";
import { spellingKey } from "./spelling.js";

export interface BreakdownGroup {
  readonly group: string;
  readonly openDeals: number;
  readonly openAmount: number;
  readonly wonDeals: number;
  readonly wonAmount: number;
  readonly lostDeals: number;
  /** Won ÷ (won + lost), or null where no deal closed. */
  readonly winRate: number | null;
  /** Mean of the won deals whose amount is known. */
  readonly averageWon: number | null;
  /** Mean days from created to won, of the won deals with both days in their order. */
  readonly cycleDays: number | null;
}

export interface Breakdown {
  readonly groups: readonly BreakdownGroup[];
  /** How many groups stand together in the last one; 0 where none had to. */
  readonly others: number;
  /** Closed deals outside a wanted period because they have no closed date. */
  readonly withoutClosed: number;
  /** Won deals whose closed date lies before their created date; they have no length. */
  readonly wonTooEarly: number;
  /** Open and won deals counted whose amount is not known. */
  readonly withoutAmount: number;
}

export interface BreakdownInput {
  readonly by: PerDeal<string>;
  readonly outcomes: PerDeal<DealOutcome>;
  readonly amounts?: PerDeal<number> | undefined;
  readonly created?: PerDeal<number> | undefined;
  readonly closed?: PerDeal<number> | undefined;
  /** First and last day on which a counted deal was won or lost; open deals are counted whatever their dates. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** So many groups at most; the smaller ones are one. */
  readonly limit?: number | undefined;
}

interface Tally {
  group: string;
  openDeals: number;
  openAmount: number;
  wonDeals: number;
  wonAmount: number;
  wonWithAmount: number;
  lostDeals: number;
  days: number;
  timed: number;
}

const NO_GROUP = "(none)";

const blank = (group: string): Tally => ({
  group,
  openDeals: 0,
  openAmount: 0,
  wonDeals: 0,
  wonAmount: 0,
  wonWithAmount: 0,
  lostDeals: 0,
  days: 0,
  timed: 0,
});

/**
 * Deals by segment, source, rep or any other word: what is open, won and lost in each group, largest won amount first.
 * Spellings that differ in case or spacing are one group, shown as first met.
 */
export function breakdown(input: BreakdownInput): Breakdown {
  const { by, outcomes, amounts, created, closed, from, to, limit = Number.POSITIVE_INFINITY } = input;
  const placeOf = placeInPeriod("closed", closed, from, to);
  const tallies = new Map<string, Tally>();
  const tallyOf = (word: string): Tally => {
    const key = spellingKey(word);
    const standing = tallies.get(key) ?? blank(word);
    tallies.set(key, standing);
    return standing;
  };
  let withoutClosed = 0;
  let withoutAmount = 0;
  let wonTooEarly = 0;
  outcomes.forEach((outcome, deal) => {
    const won = outcome === "Won";
    const ended = won || outcome === "Lost";
    const day = closed?.[deal] ?? null;
    if (ended) {
      const place = placeOf(deal);
      if (place === "undated") withoutClosed++;
      if (place !== "within") return;
    }
    const tally = tallyOf(by[deal] ?? NO_GROUP);
    const amount = amounts?.[deal] ?? null;
    if (outcome === "Lost") tally.lostDeals++;
    else if (won) {
      tally.wonDeals++;
      const begun = created?.[deal] ?? null;
      const days = begun === null || day === null ? null : daysBetween(begun, day);
      if (days !== null && days < 0) wonTooEarly++;
      else if (days !== null) {
        tally.days += days;
        tally.timed++;
      }
      if (amount === null) withoutAmount++;
      else {
        tally.wonAmount += amount;
        tally.wonWithAmount++;
      }
    } else {
      tally.openDeals++;
      if (amount === null) withoutAmount++;
      else tally.openAmount += amount;
    }
  });
  const sorted = [...tallies.values()].sort(
    (one, other) =>
      other.wonAmount - one.wonAmount ||
      other.wonDeals - one.wonDeals ||
      other.openAmount - one.openAmount ||
      other.openDeals - one.openDeals,
  );
  const kept = sorted.length > limit ? sorted.slice(0, limit - 1) : sorted;
  const rest = sorted.slice(kept.length);
  const shown = rest.length > 0 ? [...kept, together(rest)] : kept;
  return {
    groups: shown.map(finished),
    others: rest.length,
    withoutClosed,
    wonTooEarly,
    withoutAmount: amounts ? withoutAmount : 0,
  };
}

function together(rest: readonly Tally[]): Tally {
  return rest.reduce<Tally>(
    (sum, one) => ({
      group: sum.group,
      openDeals: sum.openDeals + one.openDeals,
      openAmount: sum.openAmount + one.openAmount,
      wonDeals: sum.wonDeals + one.wonDeals,
      wonAmount: sum.wonAmount + one.wonAmount,
      wonWithAmount: sum.wonWithAmount + one.wonWithAmount,
      lostDeals: sum.lostDeals + one.lostDeals,
      days: sum.days + one.days,
      timed: sum.timed + one.timed,
    }),
    blank(`${rest.length} others`),
  );
}

function finished({ days, timed, wonWithAmount, ...tally }: Tally): BreakdownGroup {
  const ended = tally.wonDeals + tally.lostDeals;
  return {
    ...tally,
    winRate: ended === 0 ? null : tally.wonDeals / ended,
    averageWon: wonWithAmount === 0 ? null : tally.wonAmount / wonWithAmount,
    cycleDays: timed === 0 ? null : days / timed,
  };
}
