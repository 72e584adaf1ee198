import type { DealOutcome } from "../pipeline/outcome.js";

/** A deal as a snapshot of the pipeline holds it. Money is in cents, so that movements add up exactly. */
export interface PipelineDeal {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly stage: string;
  /** Null where the deal has no amount: it then counts as a deal and adds nothing. */
  readonly amountCents: number | null;
  readonly expectedClose: number | null;
  readonly category: string;
  readonly outcome: DealOutcome;
}

export const toCents = (amount: number): number => Math.round(amount * 100);

/**
 * Deals by what tells them apart over time: the id or, where a deal has none, its name. What stands twice in one list
 * is numbered, so that no row is lost and the total stays the list's own.
 */
export function byIdentity<D extends Pick<PipelineDeal, "id" | "name">>(deals: readonly D[]): Map<string, D> {
  const seen = new Map<string, number>();
  const keyed = new Map<string, D>();
  for (const deal of deals) {
    const identity = identityOf(deal);
    const times = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, times);
    keyed.set(`${identity}\n${times}`, deal);
  }
  return keyed;
}

/** An id is compared letter by letter: Salesforce's differ in nothing but case. */
export const identityOf = ({ id, name }: Pick<PipelineDeal, "id" | "name">): string =>
  id === "" ? `name ${name}` : `id ${id}`;
