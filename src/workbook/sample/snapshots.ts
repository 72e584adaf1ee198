import { toCents } from "../../core/history/pipelineDeal.js";
import type { SnapshotRow } from "../../core/history/snapshots.js";
import { dealsToStore, type StandingDeal } from "../../core/history/takenSnapshot.js";
import type { DataRecord } from "../columns.js";
import { STAGES } from "./company.js";
import { type Life, valueOn } from "./lives.js";
import type { Dice } from "./random.js";

const WEEKS = 13;
const MONDAY = 2;
const DELETED = 4;
const LOST = STAGES[6]?.stage;

/** A deal that was in the CRM up to, but not on, a day: entered twice and deleted. */
interface DeletedDeal {
  readonly life: Life;
  readonly until: number;
}

type Kept = StandingDeal & { readonly amount: number | null };

/** The pipeline on the thirteen Mondays before the day, as Take snapshot would have kept it. */
export function snapshots(dice: Dice, asOf: number, lives: readonly Life[]): DataRecord[] {
  const latest = asOf - 1 - ((asOf - 1 - MONDAY) % 7);
  const mondays = Array.from({ length: WEEKS }, (_, at) => latest - 7 * (WEEKS - 1 - at));
  const standing = lives.filter(
    ({ deal, stages }) =>
      deal.created < (mondays[3] as number) &&
      stages.every(({ value }) => value !== LOST) &&
      deal.outcome === "Open",
  );
  const deleted = dice
    .some(standing, Math.min(1, DELETED / standing.length))
    .map((life, index): DeletedDeal => {
      const deal = { ...life.deal, id: `OPP-9${String(index + 1).padStart(3, "0")}` };
      return { life: { ...life, deal }, until: (mondays[dice.between(4, WEEKS - 1)] as number) - 2 };
    });
  const history: SnapshotRow[] = [];
  const rows: DataRecord[] = [];
  for (const day of mondays) {
    const present = [...lives, ...deleted.filter(({ until }) => day < until).map(({ life }) => life)].flatMap(
      (life) => standingOn(life, day),
    );
    for (const deal of dealsToStore(present, history, day)) {
      const { amount, amountCents: _, closed: __, ...kept } = deal;
      history.push({ ...deal, day });
      rows.push({ day, amount, ...kept });
    }
  }
  return rows;
}

/** The deal as it stood on a day; nothing before it was created. */
export function standingOn({ deal, stages, amounts, closes, owners }: Life, day: number): Kept[] {
  if (deal.created > day) return [];
  const stage = STAGES.find((one) => one.stage === valueOn(stages, day)) as (typeof STAGES)[number];
  const amount = valueOn(amounts, day);
  const closed = stage.probability === 0 || stage.probability === 1;
  return [
    {
      id: deal.id,
      name: deal.name,
      owner: valueOn(owners, day),
      stage: stage.stage,
      amount,
      amountCents: amount === null ? null : toCents(amount),
      expectedClose: valueOn(closes, day),
      category: stage.stage === deal.stage ? deal.forecastCategory : stage.forecastCategory,
      outcome: !closed ? "Open" : stage.probability === 1 ? "Won" : "Lost",
      closed: closed ? (deal.closed ?? day) : null,
    },
  ];
}
