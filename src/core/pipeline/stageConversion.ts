import { spellingKey } from "./spelling.js";
import { closing, type StageHistory } from "./stageHistory.js";
import { stagesInOrder } from "./stageName.js";

interface StageFlow {
  readonly stage: string;
  /** Deals that were ever in the stage. It is movedOn + lost + wentBack + stillThere. */
  readonly entered: number;
  /** Of these, deals that got to a later stage. Undefined for the last stage where nothing lies beyond it. */
  readonly movedOn: number | undefined;
  readonly lost: number;
  /** Deals that now stand in an earlier stage. */
  readonly wentBack: number;
  readonly stillThere: number;
}

export interface StageConversion {
  readonly stages: readonly StageFlow[];
  /** Rows in stages that the order does not name, and the names. */
  readonly unknownRows: number;
  readonly unknownStages: readonly string[];
  /** Lost deals of which no stage in the order is on record. */
  readonly lostUnseen: number;
}

/**
 * How many deals entered each stage and what became of them. A deal moved on from a stage when it got to any later
 * one, so a stage that was skipped does not count as entered. Each deal ends at the furthest stage it reached:
 * there it was lost, went back or still stands, and nowhere else.
 */
export function stageConversion(
  history: StageHistory,
  stageOrder: readonly string[],
  lostStages: readonly string[],
): StageConversion {
  const closes = closing(lostStages, "Lost");
  // Getting lost is no step of the process, even where a list of stages ends with it.
  const order = stagesInOrder(
    "stage_order",
    stageOrder.map((name) => (closes(spellingKey(name)) === "Lost" ? "" : name)),
  );
  const rank = new Map([...order.keys()].map((stage, index) => [stage, index]));
  const tallies = [...order.values()].map((stage) => ({
    stage,
    entered: 0,
    movedOn: 0,
    lost: 0,
    wentBack: 0,
    stillThere: 0,
  }));
  const unknown = new Set<string>();
  let unknownRows = 0;
  let lostUnseen = 0;
  let beyond = false;
  for (const entries of history.deals.values()) {
    const reached = new Set<number>();
    let latest: number | "lost" | undefined;
    for (const { stage } of entries) {
      const closed = closes(stage);
      // A won stage that the order leaves out lies beyond its last one.
      const at = rank.get(stage) ?? (closed === "Won" ? order.size : undefined);
      if (at === undefined && closed !== "Lost") {
        unknown.add(history.names.get(stage) ?? stage);
        unknownRows++;
      } else if (at === undefined) {
        latest = "lost";
      } else {
        latest = at;
        reached.add(at);
      }
    }
    const furthest = Math.max(-1, ...reached);
    if (furthest === order.size) beyond = true;
    if (furthest < 0 && latest === "lost") lostUnseen++;
    for (const at of reached) {
      const tally = tallies[at];
      if (!tally) continue;
      tally.entered++;
      if (at < furthest) tally.movedOn++;
      else if (latest === "lost") tally.lost++;
      else if (latest === at) tally.stillThere++;
      else tally.wentBack++;
    }
  }
  const last = tallies.length - 1;
  return {
    stages: tallies.map((tally, at) => (at === last && !beyond ? { ...tally, movedOn: undefined } : tally)),
    unknownRows,
    unknownStages: [...unknown],
    lostUnseen,
  };
}
