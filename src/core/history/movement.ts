import type { PipelineDeal } from "./pipelineDeal.js";

/** Movements that change the amount of the open pipeline, in the order in which a bridge shows them. */
export const MONEY_MOVEMENTS = [
  "New",
  "Reopened",
  "Taken over",
  "Grown",
  "Shrunk",
  "Won",
  "Lost",
  "Handed over",
  "Vanished",
] as const;
export type MoneyMovement = (typeof MONEY_MOVEMENTS)[number];

/** What happened to deals that stayed open; these stand beside the bridge and change no amount. */
export const OTHER_MOVEMENTS = ["Pushed", "Pulled in", "Stage moved"] as const;
export type OtherMovement = (typeof OTHER_MOVEMENTS)[number];

export const MOVEMENTS = [...MONEY_MOVEMENTS, ...OTHER_MOVEMENTS] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** One movement of one deal. A deal may have several: grown, pushed and in another stage at once. */
export interface DealMovement {
  readonly movement: Movement;
  readonly before: PipelineDeal | undefined;
  readonly after: PipelineDeal | undefined;
  /** What it adds to the open pipeline (or takes from it, below 0); of the other movements the deal's amount. */
  readonly cents: number;
  /** The deal has no amount here, so the movement counts a deal and no money. */
  readonly withoutAmount: boolean;
}
