import { refuse } from "../refusal/refusal.js";
import { byName, type Customer, centsOn } from "./subscriptions.js";

export const MOVEMENTS = ["New", "Expansion", "Contraction", "Churn", "Returned", "Unchanged"] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** How one customer's annual amount moved between two days, in cents. */
export interface CustomerMovement {
  readonly name: string;
  readonly opening: number;
  readonly closing: number;
  readonly movement: Movement;
}

function movementOf({ periods }: Customer, opening: number, closing: number, openingDay: number): Movement {
  if (opening === 0) return periods.some(({ from }) => from <= openingDay) ? "Returned" : "New";
  if (closing === 0) return "Churn";
  return closing > opening ? "Expansion" : closing < opening ? "Contraction" : "Unchanged";
}

/**
 * Compares every customer on two days. A customer is looked at as a whole: a second product is expansion, one of two
 * cancelled is contraction. Who paid before the opening day, not on it, and pays again has returned. Customers
 * without ARR on either day have no movement.
 */
export function customerMovements(
  customers: readonly Customer[],
  openingDate: number,
  closingDate: number,
): CustomerMovement[] {
  if (Math.floor(closingDate) < Math.floor(openingDate)) {
    refuse("closing_date", "lies before opening_date; swap the two.");
  }
  const moved: CustomerMovement[] = [];
  for (const customer of customers) {
    const opening = centsOn(customer, openingDate);
    const closing = centsOn(customer, closingDate);
    if (opening === 0 && closing === 0) continue;
    const movement = movementOf(customer, opening, closing, Math.floor(openingDate));
    moved.push({ name: customer.name, opening, closing, movement });
  }
  const rank = (one: CustomerMovement) => MOVEMENTS.indexOf(one.movement);
  const size = (one: CustomerMovement) => Math.abs(one.closing - one.opening);
  return moved.sort((one, other) => rank(one) - rank(other) || size(other) - size(one) || byName(one, other));
}

export interface BridgeStep {
  readonly step: string;
  readonly arr: number;
  readonly customers: number;
}

/** Opening ARR, the movements with their sign, closing ARR: the steps add up to the cent. */
export function arrBridge(moved: readonly CustomerMovement[]): BridgeStep[] {
  const step = (name: string, of: readonly CustomerMovement[], cents: (one: CustomerMovement) => number) => ({
    step: name,
    arr: of.reduce((sum, one) => sum + cents(one), 0) / 100,
    customers: of.length,
  });
  return [
    step(
      "Opening",
      moved.filter(({ opening }) => opening > 0),
      ({ opening }) => opening,
    ),
    ...MOVEMENTS.slice(0, -1).map((movement) =>
      step(
        movement,
        moved.filter((one) => one.movement === movement),
        ({ opening, closing }) => closing - opening,
      ),
    ),
    step(
      "Closing",
      moved.filter(({ closing }) => closing > 0),
      ({ closing }) => closing,
    ),
  ];
}
