import { counted } from "../pipeline/counted.js";
import type { DealOutcome, PerDeal } from "../pipeline/outcome.js";
import { spellingKey } from "../pipeline/spelling.js";
import { closedAs, stagesInOrder } from "../pipeline/stageName.js";
import { refuse } from "../refusal/refusal.js";
import { wilsonInterval } from "./wilsonInterval.js";

interface StageProbability {
  readonly stage: string;
  /** Closed deals that were in the stage. */
  readonly closed: number;
  readonly won: number;
  /** Undefined where no closed deal was in the stage. */
  readonly probability: number | undefined;
  readonly interval: readonly [low: number, high: number] | undefined;
  readonly tooFew: boolean;
}

export interface StageProbabilities {
  readonly stages: readonly StageProbability[];
  readonly openDeals: number;
  /** Deals that are said to be won and to be lost. */
  readonly contradictory: number;
  /** Closed deals that were in none of the stages. */
  readonly withoutStage: number;
  /** Rows without a deal or a stage. */
  readonly incomplete: number;
  readonly unknownRows: number;
  readonly unknownStages: readonly string[];
}

/**
 * The chance that a deal in a stage is won, learnt from closed deals: won ÷ closed among those that were in it. Rows
 * are a stage history or the last stage of each deal. With an order of stages, a deal counts in every stage up to the
 * furthest on record, and a won deal in all; without one, in those on record. Too few closed deals are refused, for a
 * rate over them is chance.
 */
export function stageProbabilities(
  deals: PerDeal<string>,
  stages: PerDeal<string>,
  outcomes: PerDeal<DealOutcome> | undefined,
  stageOrder: readonly string[] | undefined,
  minimum: number,
): StageProbabilities {
  const given = stageOrder ? stagesInOrder("stage_order", stageOrder) : undefined;
  const names = new Map([...(given ?? [])].filter(([key]) => closedAs(key) === undefined));
  if (given && names.size === 0) refuse("stage_order", "holds closed stages only; list the open ones too.");
  const unknown = new Set<string>();
  let unknownRows = 0;
  let incomplete = 0;
  const seen = new Map<string, { ends: Set<"Won" | "Lost">; stages: Set<string> }>();
  deals.forEach((name, row) => {
    const stage = stages[row] ?? null;
    const outcome = outcomes?.[row] ?? null;
    if (name === null || (stage === null && outcome === null)) {
      incomplete++;
      return;
    }
    const deal = seen.get(name) ?? { ends: new Set(), stages: new Set() };
    seen.set(name, deal);
    if (outcome === "Won" || outcome === "Lost") deal.ends.add(outcome);
    if (stage === null) return;
    const key = spellingKey(stage);
    const closed = closedAs(key);
    if (closed) {
      if (!outcomes) deal.ends.add(closed);
    } else if (given && !names.has(key)) {
      unknown.add(stage);
      unknownRows++;
    } else {
      if (!names.has(key)) names.set(key, stage);
      deal.stages.add(key);
    }
  });

  const keys = [...names.keys()];
  const tallies = new Map(keys.map((key) => [key, { closed: 0, won: 0 }]));
  let [openDeals, contradictory, withoutStage, closedDeals, wonDeals] = [0, 0, 0, 0, 0];
  for (const { ends, stages: own } of seen.values()) {
    if (ends.size === 0) openDeals++;
    else if (ends.size === 2) contradictory++;
    if (ends.size !== 1) continue;
    const won = ends.has("Won");
    closedDeals++;
    if (won) wonDeals++;
    let reached: Iterable<string> = own;
    if (given) {
      const furthest = won ? keys.length - 1 : keys.reduce((far, key, at) => (own.has(key) ? at : far), -1);
      reached = keys.slice(0, furthest + 1);
    }
    let any = false;
    for (const key of reached) {
      const tally = tallies.get(key);
      if (!tally) continue;
      any = true;
      tally.closed++;
      if (won) tally.won++;
    }
    if (!any) withoutStage++;
  }
  if (closedDeals < minimum) {
    refuse(
      "deals",
      `holds ${counted(closedDeals, "closed deal", "closed deals")}, too few to learn from; give at least ${minimum}, or set another minimum.`,
    );
  }
  if (wonDeals === 0 || wonDeals === closedDeals) {
    const [all, none] = wonDeals === 0 ? ["lost", "won"] : ["won", "lost"];
    refuse("deals", `holds ${all} deals only, from which nothing can be learnt; include the ${none} ones.`);
  }
  return {
    stages: keys.map((key) => {
      const { closed, won } = tallies.get(key) as { closed: number; won: number };
      return {
        stage: names.get(key) as string,
        closed,
        won,
        probability: closed === 0 ? undefined : won / closed,
        interval: closed === 0 ? undefined : wilsonInterval(won, closed),
        tooFew: closed < minimum,
      };
    }),
    openDeals,
    contradictory,
    withoutStage,
    incomplete,
    unknownRows,
    unknownStages: [...unknown],
  };
}
