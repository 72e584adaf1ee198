import { monthEnd, quarterEnd, quarterStart, workday } from "./calendar.js";
import { type Person, SEGMENTS, type Segment, SOURCES, STAGES, type Stage } from "./company.js";
import type { Dice } from "./random.js";
import { lossReasons } from "./words.js";

/** A row of Opportunities while the sample is being made; the keys are those of the tab's columns. */
export type Deal = {
  id: string;
  name: string;
  account: string;
  owner: string;
  stage: string;
  amount: number | null;
  probability: number;
  forecastCategory: string;
  created: number;
  expectedClose: number;
  closed: number | null;
  outcome: "Open" | "Won" | "Lost";
  source: string | null;
  segment: string;
  type: string;
  product: string;
  nextStep: string | null;
  lastActivity: number | null;
  stageSince: number;
  contacts: number | null;
  lossReason: string | null;
  previousClose: number | null;
  closeMoved: number | null;
};

/** How a deal begins; `ending` is given where the sample needs a deal that closed on a certain day. */
export interface Start {
  readonly person: Person;
  readonly created: number;
  readonly ending?: { readonly won: boolean; readonly closed: number };
}

const NEGOTIATION = 4;
const WON = STAGES[5] as Stage;
const LOST = STAGES[6] as Stage;

/** Chance of winning before the rep, the source and the type of the deal have their say. */
const BASE_WIN_RATE = 0.23;

/** How many of 100 lost deals end in Discovery, Qualification, and so on. */
const LOST_IN = [17, 23, 25, 21, 14];

/** The longest a rep keeps a deal open before closing it as lost. */
const LONGEST_DAYS = 400;

/** Nobody forecasts a deal further ahead than this. */
const FARTHEST_DAYS = 280;

/** How much luck each rep is owed, by name. */
export type Luck = Map<string, number>;

/**
 * Chance with a memory: a rep who has lost more than expected is due a win. With some 80 deals a rep, plain
 * chance would blur who sells well and who does not.
 */
function wins(dice: Dice, luck: Luck, rep: string, winRate: number): boolean {
  const due = (luck.get(rep) ?? 0) + winRate;
  const won = dice.chance(due);
  luck.set(rep, won ? due - 1 : due);
  return won;
}

/** The open stage that a deal ends in: every win passes through all five. */
export function lastStage(dice: Dice, won: boolean): number {
  return won ? NEGOTIATION : dice.weighted([0, 1, 2, 3, 4], (index) => LOST_IN[index] ?? 0);
}

/**
 * Days from created to closed. Lost deals vary more, and the further they came the longer they took: the ones
 * that nobody dares to close are what makes a pipeline look fuller than it is.
 */
export function cycle(dice: Dice, segment: Segment, won: boolean, last: number): number {
  const median = segment.cycleDays * (won ? 1 : 0.9 + last * 0.33);
  const days = Math.round(median * Math.exp((won ? 0.42 : 0.6) * dice.normal()));
  return Math.min(LONGEST_DAYS, Math.max(5, days));
}

/** Wins crowd into the last days of a quarter, and some of the next quarter's are pulled in. */
function signingDay(dice: Dice, created: number, day: number): number {
  const [start, end] = [quarterStart(day), quarterEnd(day)];
  if (end - day < 28 && dice.chance(0.5)) return workday(end - dice.between(0, 7));
  if (day - start < 14 && start - created > 12 && dice.chance(0.35)) {
    return workday(start - 1 - dice.between(0, 3));
  }
  return workday(day);
}

/** The open stage (0 to 4) in which a deal stands on the day, and since when. */
function stageOn(dice: Dice, day: number, created: number, end: number, last: number): [number, number] {
  // The share of its life that a deal spends in each stage differs from deal to deal; contracts take longest.
  const shares = [0.8, 1, 1, 1.2, 2].slice(0, last + 1).map((share) => share * Math.exp(0.5 * dice.normal()));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let since = created;
  let passed = 0;
  for (let stage = 0; stage < last; stage++) {
    passed += shares[stage] as number;
    const entered = workday(created + Math.floor(((end - created) * passed) / whole));
    if (entered > day) return [stage, since];
    since = Math.max(since, entered);
  }
  return [last, since];
}

/** List price for seats, or a sum rounded the way sums of that size are agreed. */
function price(dice: Dice, amount: number): number {
  const small = amount < 20_000;
  const step = dice.pick(small ? [100, 250, 588] : amount < 80_000 ? [500, 1000, 588] : [1000, 2500, 5000]);
  return Math.max(2, Math.round(amount / step)) * step;
}

/** The day on which the rep believes an open deal closes: month ends are popular, quarter ends more so. */
function expectedDay(dice: Dice, asOf: number, stage: number, remaining: number): number {
  const day = asOf + 2 + Math.round(Math.min(FARTHEST_DAYS, remaining * Math.exp(0.5 * dice.normal())));
  const end = quarterEnd(asOf);
  // A deal in a late stage is dated into this quarter as long as there is a quarter left.
  if (stage >= 3 && day - end < 45 && dice.chance(0.55)) return end;
  return Math.max(asOf, workday(dice.chance(0.35) ? monthEnd(day) : day));
}

/**
 * The whole life of one deal, seen from `asOf`: who wins and when is settled first, and a deal whose end lies
 * after `asOf` is shown as it stands on that day. So open deals are what closed deals once were.
 */
export function liveDeal(
  dice: Dice,
  luck: Luck,
  asOf: number,
  start: Start,
  account: string,
  expansion: boolean,
): Deal {
  const { person, created, ending } = start;
  const segment = SEGMENTS[person.segment];
  const source = dice.weighted(SOURCES, ({ weight }) => weight);
  const winRate = BASE_WIN_RATE * person.skill * source.factor * (expansion ? 1.6 : 1);
  const won = ending ? ending.won : wins(dice, luck, person.rep, winRate);
  const last = lastStage(dice, won);
  const days = cycle(dice, segment, won, last);
  const end = ending
    ? ending.closed
    : won
      ? Math.max(created, signingDay(dice, created, created + days))
      : Math.max(created, workday(created + days));

  const [stage, stageSince] = stageOn(dice, asOf, created, end, last);
  const open = end > asOf;
  const standing = open ? (STAGES[stage] as Stage) : won ? WON : LOST;
  const enterprise = person.segment === "Enterprise";
  const product = dice.pick(segment.products);
  const amount = segment.amount * Math.exp(segment.spread * dice.normal()) * (expansion ? 0.55 : 1);
  const lastActivity = open ? asOf - dice.between(0, 11) : end - dice.between(0, 3);
  // The first estimate is hopeful. Where the day has come and gone, the rep has moved it.
  const firstClose = workday(created + Math.round(segment.cycleDays * 0.9 * Math.exp(0.3 * dice.normal())));
  const moved = open ? firstClose < asOf : firstClose < end && dice.chance(0.7);
  const movedOn = Math.max(created, workday(firstClose - dice.between(0, 6)));
  const expectedClose = open
    ? moved || stage > 2
      ? expectedDay(dice, asOf, stage, segment.cycleDays * (1.6 - 0.3 * stage))
      : firstClose
    : Math.max(created, workday(end + (won ? dice.between(-3, 6) : dice.between(-10, 45))));
  return {
    id: "",
    name: `${account} – ${product}${expansion ? " (expansion)" : ""}`,
    account,
    owner: person.rep,
    ...standing,
    amount: price(dice, amount),
    created,
    expectedClose,
    closed: open ? null : end,
    outcome: open ? "Open" : won ? "Won" : "Lost",
    source: source.source,
    segment: person.segment,
    type: expansion ? "Expansion" : "New business",
    product,
    nextStep: null,
    lastActivity: Math.max(created, workday(lastActivity)),
    stageSince: open ? stageSince : end,
    // Deals with more people on board win more often, so the winners have them from early on.
    contacts: 1 + dice.between(0, 1 + stage / 2) + (won ? dice.between(0, 2) : 0) + (enterprise ? 1 : 0),
    lossReason: open || won ? null : dice.pick(lossReasons()[last] as string[]),
    previousClose: moved && firstClose < expectedClose ? firstClose : null,
    closeMoved: moved && firstClose < expectedClose ? movedOn : null,
  };
}
