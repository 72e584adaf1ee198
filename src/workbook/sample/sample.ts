import type { DataRecord } from "../columns.js";
import { blemish, lastWeek } from "./blemishes.js";
import { isWorkday, monthOf, quarterEnd, quarterStart, workday } from "./calendar.js";
import { PEOPLE, type Person, SEGMENTS, type SegmentName, STAGES, type Stage } from "./company.js";
import { cycle, type Deal, type Luck, lastStage, liveDeal, type Start } from "./deal.js";
import { createDice, type Dice } from "./random.js";
import { accountNames } from "./words.js";

export interface SampleRep {
  readonly rep: string;
  readonly role: string;
  readonly segment: string;
  readonly manager: string;
  /** Serial day. */
  readonly hireDate: number;
  /** Serial day; null for who is still there. */
  readonly leaveDate: number | null;
  /** 0 for the rep who has left. */
  readonly quarterlyQuota: number;
}

export interface Sample {
  /** Rows of the Opportunities tab, oldest first. */
  readonly opportunities: readonly DataRecord[];
  readonly reps: readonly SampleRep[];
  /** Open stages in order, then the two closed ones. */
  readonly stages: readonly Stage[];
  readonly quarterlyTarget: number;
  readonly currency: "USD";
}

export interface SampleInput {
  /** Serial day. */
  readonly asOf: number;
  readonly seed?: number;
}

/** Eighteen months. */
const DAYS = 548;
export const DEFAULT_SEED = 18_012;
/** Bounds of the coverage: open deals due by quarter end ÷ what is missing to the target. */
const COVERAGE = { low: 2.6, high: 3.3 };
/** The board wants this much more than the average quarter of the year before. */
const AMBITION = 1.15;
/** A rep in the first half year carries a quota that the capacity model ramps, and adds nothing to the plan yet. */
const RAMP_DAYS = 180;
/** Quota per AE = target ÷ ramped AEs × 1.15, the buffer for attrition. */
const QUOTA_BUFFER = 1.15;

/**
 * The sample company's pipeline as a CRM would export it on the day `asOf` (a serial day): the deals created
 * in the eighteen months before, with the team, stages and target that go with them. The same `asOf` and `seed`
 * give the same sample to the last character; nothing reads a clock.
 */
export function sampleOpportunities({ asOf, seed = DEFAULT_SEED }: SampleInput): Sample {
  const today = Math.floor(asOf);
  const dice = createDice(seed);
  const deals = allDeals(dice, today);
  blemish(dice, today, deals);
  deals.forEach((deal, index) => {
    deal.id = `OPP-${String(index + 1).padStart(4, "0")}`;
  });
  const quarterlyTarget = target(today, deals);
  return {
    opportunities: deals,
    reps: team(today, quarterlyTarget),
    stages: STAGES,
    quarterlyTarget,
    currency: "USD",
  };
}

function allDeals(dice: Dice, asOf: number): Deal[] {
  const names = dice.some(accountNames(), 1);
  const customers: Deal[] = [];
  const luck: Luck = new Map();
  return starts(dice, asOf).map((start) => {
    const { created, person } = start;
    // An expansion needs an account of the same segment that had bought by then.
    const bought = customers.filter(
      ({ closed, segment }) => segment === person.segment && (closed ?? asOf) < created,
    );
    const customer = bought.length > 0 && dice.chance(0.17) ? dice.pick(bought) : undefined;
    const account = customer?.account ?? (names.pop() as string);
    const deal = liveDeal(dice, luck, asOf, start, account, customer !== undefined);
    if (deal.outcome === "Won") customers.push(deal);
    deal.owner = ownerNow(dice, asOf, person, deal);
    return deal;
  });
}

/** When deals begin and whose they are: more each month, fewer in summer and December, none at weekends. */
function starts(dice: Dice, asOf: number): Start[] {
  const begun: Start[] = [];
  for (let count = dice.between(990, 1050); count > 0; count--) {
    let created = 0;
    do created = asOf - dice.between(0, DAYS);
    while (!isWorkday(created) || !dice.chance(season(created) * (1 - (asOf - created) / (2 * DAYS))));
    begun.push({ person: dice.weighted(PEOPLE, (person) => presence(person, asOf - created)), created });
  }
  // A weekly review needs a week in which something happened, also in a holiday week.
  const week = lastWeek(asOf);
  const veterans = PEOPLE.filter(({ hired, left }) => hired > DAYS + 30 && !left);
  for (const won of [true, true, true, false, false, false, false]) {
    const person = dice.pick(veterans);
    const closed = dice.pick(week);
    const days = cycle(dice, SEGMENTS[person.segment], won, lastStage(dice, won));
    begun.push({ person, created: workday(closed - days), ending: { won, closed } });
  }
  for (let count = 3; count > 0; count--) {
    begun.push({ person: dice.pick(veterans), created: dice.pick(week) });
  }
  return begun.sort((a, b) => a.created - b.created);
}

const season = (day: number) => [0.9, 1, 1, 0.95, 1, 1, 0.75, 0.7, 1, 1, 1, 0.65][monthOf(day)] as number;

/** How many deals a person took on `ago` days before `asOf`: none before the second week or after leaving. */
function presence({ hired, left = -1, volume }: Person, ago: number): number {
  return ago <= hired - 7 && ago > left ? volume : 0;
}

/** The deals of the rep who left are handed over; a few open ones were forgotten. */
function ownerNow(dice: Dice, asOf: number, person: Person, deal: Deal): string {
  if (!person.left || (deal.closed ?? asOf) <= asOf - person.left) return person.rep;
  if (deal.outcome === "Open" && dice.chance(0.4)) return person.rep;
  return dice.pick(PEOPLE.filter(({ segment, left }) => segment === person.segment && !left)).rep;
}

/**
 * The target asks for somewhat more than the last four quarters brought. It is kept where the quarter can still
 * be won but is not safe, whichever day of the quarter the sample is made for.
 */
function target(asOf: number, deals: readonly Deal[]): number {
  const [start, end] = [quarterStart(asOf), quarterEnd(asOf)];
  const total = (counts: (deal: Deal) => boolean) =>
    deals.filter(counts).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const won = (from: number, to: number) =>
    total(({ outcome, closed }) => outcome === "Won" && closed !== null && closed >= from && closed < to);
  const soFar = won(start, end + 1);
  const due = total(({ outcome, expectedClose }) => outcome === "Open" && expectedClose <= end);
  const wanted = (won(quarterStart(start - 300), start) / 4) * AMBITION;
  const inReach = Math.min(soFar + due / COVERAGE.low, Math.max(soFar + due / COVERAGE.high, wanted));
  return Math.round(inReach / 10_000) * 10_000;
}

function team(asOf: number, quarterlyTarget: number): SampleRep[] {
  const weightOf = (segment: SegmentName) => SEGMENTS[segment].quotaWeight;
  const ramped = PEOPLE.filter(({ hired, left }) => hired > RAMP_DAYS && !left);
  const weights = ramped.reduce((sum, { segment }) => sum + weightOf(segment), 0);
  return PEOPLE.map(({ rep, role, segment, manager, hired, left }) => {
    const quota = left ? 0 : (quarterlyTarget * QUOTA_BUFFER * weightOf(segment)) / weights;
    return {
      rep,
      role,
      segment,
      manager,
      hireDate: workday(asOf - hired),
      leaveDate: left === undefined ? null : workday(asOf - left),
      quarterlyQuota: Math.round(quota / 5000) * 5000,
    };
  });
}
