import type { PerDeal } from "./outcome.js";
import { spellingKey } from "./spelling.js";
import { closedAs } from "./stageName.js";

/** One row a deal and stage, as a CRM's stage history has it. */
interface StageEntry {
  readonly stage: string;
  readonly day: number;
}

export interface StageHistory {
  /** Each deal's entries, oldest first. */
  readonly deals: ReadonlyMap<string, readonly StageEntry[]>;
  /** Key of each stage → its name as first met. */
  readonly names: ReadonlyMap<string, string>;
  /** Rows that lack the deal, the stage or the date. */
  readonly incomplete: number;
  /** Rows dated after the day that is looked from. */
  readonly later: number;
}

/** Stage history by deal. Rows of one day keep the order in which they stand. */
export function stageHistory(
  deals: PerDeal<string>,
  stages: PerDeal<string>,
  entered: PerDeal<number>,
  asOf = Number.POSITIVE_INFINITY,
): StageHistory {
  const byDeal = new Map<string, StageEntry[]>();
  const names = new Map<string, string>();
  let incomplete = 0;
  let later = 0;
  deals.forEach((deal, row) => {
    const [name, day] = [stages[row] ?? null, entered[row] ?? null];
    if (deal === null || name === null || day === null) {
      incomplete++;
    } else if (Math.floor(day) > asOf) {
      later++;
    } else {
      const stage = spellingKey(name);
      if (!names.has(stage)) names.set(stage, name);
      const entries = byDeal.get(deal);
      if (entries) entries.push({ stage, day });
      else byDeal.set(deal, [{ stage, day }]);
    }
  });
  for (const entries of byDeal.values()) entries.sort((one, other) => one.day - other.day);
  return { deals: byDeal, names, incomplete, later };
}

/** How a stage closes a deal: by its name, or because the user lists it among the closing ones. */
export function closing(names: readonly string[], as: "Won" | "Lost") {
  const listed = new Set(names.map(spellingKey));
  return (stage: string) => (stage !== "" && listed.has(stage) ? as : closedAs(stage));
}
