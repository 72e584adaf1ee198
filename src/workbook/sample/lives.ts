import type { DataRecord } from "../columns.js";
import { workday } from "./calendar.js";
import { PEOPLE, STAGES } from "./company.js";
import type { Deal } from "./deal.js";
import type { Dice } from "./random.js";
import { lossReasons } from "./words.js";

/** Something about a deal that holds from a day on. */
interface Since<T> {
  readonly day: number;
  readonly value: T;
}

/** How a deal came to what it is: the last entry of each list is what its row in Opportunities says. */
export interface Life {
  readonly deal: Deal;
  readonly stages: readonly Since<string>[];
  readonly amounts: readonly Since<number | null>[];
  readonly closes: readonly Since<number>[];
  readonly owners: readonly Since<string>[];
}

export const valueOn = <T>(list: readonly Since<T>[], day: number): T =>
  list.reduce((value, entry) => (entry.day <= day ? entry.value : value), (list[0] as Since<T>).value);

const OPEN_STAGES = STAGES.slice(0, 5).map(({ stage }) => stage);
const LOST = STAGES[6]?.stage as string;
const LEAVER = PEOPLE.find(({ left }) => left !== undefined);
/** How many days ago a deal may have been lost and have come back, for the snapshots to see both. */
const LOST_SINCE = 80;
const BACK_FOR = 8;

/** The lives of all deals, invented backward from what the deals are. */
export function lives(dice: Dice, asOf: number, deals: readonly Deal[]): Life[] {
  let reopened = 0;
  return deals.map((deal) => {
    const { created, stageSince, outcome } = deal;
    const stages = stagesOf(dice, deal);
    const before = stages[stages.length - 2];
    const lostOn = workday(stageSince - 17);
    if (
      reopened < 3 &&
      outcome === "Open" &&
      before !== undefined &&
      before.day < lostOn &&
      asOf - lostOn < LOST_SINCE &&
      asOf - stageSince >= BACK_FOR
    ) {
      reopened++;
      stages.splice(-1, 0, { day: lostOn, value: LOST });
    }
    return {
      deal,
      stages,
      amounts: amountsOf(dice, asOf, deal),
      closes: closesOf(dice, deal),
      owners: ownersOf(dice, asOf, created, deal),
    };
  });
}

function stagesOf(dice: Dice, deal: Deal): Since<string>[] {
  const { created, stageSince, stage, outcome } = deal;
  const last = outcome === "Open" ? OPEN_STAGES.indexOf(stage) : lastOpenStage(dice, deal);
  // Where the row gives the day of the last open stage, the ones before it lie in between; else all of them do.
  const between = outcome === "Open" ? last - 1 : last;
  const days = Array.from({ length: Math.max(0, between) }, () => dice.between(created, stageSince)).sort(
    (one, other) => one - other,
  );
  const entries = [created, ...days].map((day, index) => ({
    day: Math.max(created, workday(day)),
    value: OPEN_STAGES[index] as string,
  }));
  // A deal is moved back a stage and on again now and then.
  const [back, from] = [entries[1], entries[2]];
  if (back && from && from.day - back.day > 12 && dice.chance(0.06)) {
    entries.splice(2, 0, {
      day: workday(back.day + 4),
      value: (entries[0] as Since<string>).value,
    });
    entries.splice(3, 0, { day: Math.max(back.day + 4, workday(from.day - 3)), value: back.value });
  }
  if (outcome === "Open" && last === 0) return entries;
  return [...entries, { day: stageSince, value: stage }];
}

function lastOpenStage(dice: Dice, { outcome, lossReason }: Deal): number {
  if (outcome === "Won") return OPEN_STAGES.length - 1;
  const fitting = lossReasons().flatMap((reasons, at) =>
    lossReason === null || reasons.includes(lossReason) ? at : [],
  );
  return dice.pick(fitting);
}

/** One deal in six was worth something else at first. */
function amountsOf(dice: Dice, asOf: number, { created, closed, amount }: Deal): Since<number | null>[] {
  const now = { day: created, value: amount };
  const end = closed ?? asOf;
  if (amount === null || end - created < 12 || !dice.chance(0.17)) return [now];
  const before = Math.round((amount * (0.72 + 0.5 * dice.unit())) / 100) * 100;
  const day = workday(dice.between(Math.max(created + 3, end - 75), end - 2));
  if (before === 0 || before === amount || day <= created) return [now];
  return [
    { day: created, value: before },
    { day, value: amount },
  ];
}

/** The close date before it was last moved, and for some the one before that. */
function closesOf(dice: Dice, { created, expectedClose, previousClose, closeMoved }: Deal): Since<number>[] {
  if (previousClose === null || closeMoved === null) return [{ day: created, value: expectedClose }];
  const moves = [
    { day: created, value: previousClose },
    { day: closeMoved, value: expectedClose },
  ];
  const first = workday(previousClose + (dice.chance(0.35) ? 21 : -24));
  const day = workday(dice.between(Math.max(created, closeMoved - 70), closeMoved) - 4);
  if (!dice.chance(0.5) || day <= created || first <= day) return moves;
  return [
    { day: created, value: first },
    { day, value: previousClose },
    { day: closeMoved, value: expectedClose },
  ];
}

/** Some deals of the segment were the rep's who left, and were handed over on the day after. */
function ownersOf(
  dice: Dice,
  asOf: number,
  created: number,
  { owner, segment, closed }: Deal,
): Since<string>[] {
  const left = asOf - (LEAVER?.left ?? 0);
  if (
    !LEAVER ||
    segment !== LEAVER.segment ||
    owner === LEAVER.rep ||
    created > left - 7 ||
    (closed ?? asOf) <= left ||
    !dice.chance(0.4)
  ) {
    return [{ day: created, value: owner }];
  }
  return [
    { day: created, value: LEAVER.rep },
    { day: workday(left + 1), value: owner },
  ];
}

/** Rows of the Stage history tab, in order of time. */
export const stageHistory = (all: readonly Life[]): DataRecord[] =>
  all
    .flatMap(({ deal, stages, amounts, closes, owners }) =>
      stages.map(
        ({ day, value }): DataRecord => ({
          deal: deal.id,
          stage: value,
          entered: day,
          amount: valueOn(amounts, day),
          expectedClose: valueOn(closes, day),
          changedBy: valueOn(owners, day),
        }),
      ),
    )
    .sort((one, other) => (one.entered as number) - (other.entered as number));
