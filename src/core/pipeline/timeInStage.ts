import { daysBetween } from "../dates/days.js";
import { median } from "./median.js";
import { closing, type StageHistory } from "./stageHistory.js";
import { stagesInOrder } from "./stageName.js";

interface StageTime {
  readonly stage: string;
  /** Deals that were in the stage and have left it. */
  readonly left: number;
  readonly meanDays: number | undefined;
  readonly medianDays: number | undefined;
  /** Deals that stand in the stage, with the days so far where a day to look from is given. */
  readonly stillThere: number;
  readonly meanDaysSoFar: number | undefined;
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Days that deals spend in each open stage. A stay ends when the deal's next row begins; several stays of one deal
 * in one stage add up. Stays that go on are kept apart, since nobody knows yet how long they will be: mixed with the
 * ended ones they would make slow stages look fast. Won and lost are ends, not stages.
 */
export function timeInStage(
  history: StageHistory,
  asOf: number | undefined,
  stageOrder: readonly string[] | undefined,
  closedStages: readonly string[],
): StageTime[] {
  const closes = closing(closedStages, "Lost");
  const ended = new Map<string, number[]>();
  const going = new Map<string, number[]>();
  for (const entries of history.deals.values()) {
    const days = new Map<string, number>();
    entries.forEach(({ stage, day }, index) => {
      const until = entries[index + 1]?.day ?? asOf ?? day;
      days.set(stage, (days.get(stage) ?? 0) + daysBetween(day, until));
    });
    const now = entries[entries.length - 1]?.stage;
    for (const [stage, spent] of days) {
      const stays = stage === now ? going : ended;
      const list = stays.get(stage);
      if (list) list.push(spent);
      else stays.set(stage, [spent]);
    }
  }
  const order = stageOrder ? stagesInOrder("stage_order", stageOrder) : new Map<string, string>();
  const stages = new Map([...order, ...[...history.names].filter(([key]) => !order.has(key))]);
  return [...stages]
    .filter(([key]) => !closes(key))
    .map(([key, stage]) => {
      const [over, open] = [ended.get(key) ?? [], going.get(key) ?? []];
      return {
        stage,
        left: over.length,
        meanDays: mean(over),
        medianDays: median(over),
        stillThere: open.length,
        meanDaysSoFar: asOf === undefined ? undefined : mean(open),
      };
    });
}
