import { refuse } from "../refusal/refusal.js";
import type { CustomerMovement } from "./arrBridge.js";

export const INCLUDES = ["opening customers", "returned", "new and returned"] as const;
export type Includes = (typeof INCLUDES)[number];

export interface Retention {
  readonly netRevenue: number;
  readonly grossRevenue: number;
  readonly logo: number;
  readonly openingArr: number;
  readonly openingCustomers: number;
  readonly lostCustomers: number;
}

/**
 * Retention of the customers of the opening day, followed one by one to the closing day. Gross retention takes each
 * customer at no more than before. Who is new or has returned is outside, unless net retention is asked to count them.
 */
export function retentionBetween(moved: readonly CustomerMovement[], includes: Includes): Retention {
  let [opening, kept, net, customers, lost] = [0, 0, 0, 0, 0];
  for (const { opening: before, closing: after, movement } of moved) {
    if (before > 0) {
      opening += before;
      kept += Math.min(before, after);
      customers++;
      if (after === 0) lost++;
    }
    if (
      before > 0 ||
      includes === "new and returned" ||
      (includes === "returned" && movement === "Returned")
    ) {
      net += after;
    }
  }
  if (opening === 0) {
    refuse("opening_date", "is a day without any ARR to retain; choose one on which subscriptions run.");
  }
  return {
    netRevenue: net / opening,
    grossRevenue: kept / opening,
    logo: (customers - lost) / customers,
    openingArr: opening / 100,
    openingCustomers: customers,
    lostCustomers: lost,
  };
}
