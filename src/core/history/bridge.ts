import { MONEY_MOVEMENTS, type Movement, OTHER_MOVEMENTS } from "./movement.js";
import type { PipelineChanges } from "./pipelineChanges.js";

export interface MovementTotal {
  readonly movement: Movement;
  readonly deals: number;
  readonly cents: number;
  readonly withoutAmount: number;
}

/** Movements that exist for one owner's pipeline only: within a team nobody hands anything over. */
const BETWEEN_OWNERS: ReadonlySet<Movement> = new Set<Movement>(["Taken over", "Handed over"]);

/** Deals and amount of each movement, every movement named even where nothing moved. */
export function movementTotals(
  { moved }: PipelineChanges,
  ofOneOwner: boolean,
): { readonly money: readonly MovementTotal[]; readonly other: readonly MovementTotal[] } {
  const total = (movement: Movement): MovementTotal => {
    const of = moved.filter((one) => one.movement === movement);
    return {
      movement,
      deals: of.length,
      cents: of.reduce((sum, { cents }) => sum + cents, 0),
      withoutAmount: of.filter(({ withoutAmount }) => withoutAmount).length,
    };
  };
  return {
    money: MONEY_MOVEMENTS.filter((one) => ofOneOwner || !BETWEEN_OWNERS.has(one)).map(total),
    other: OTHER_MOVEMENTS.map(total),
  };
}
