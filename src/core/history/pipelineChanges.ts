import { type DealMovement, MOVEMENTS, type Movement } from "./movement.js";
import { byIdentity, type PipelineDeal } from "./pipelineDeal.js";

/** The open pipeline on one day. */
export interface OpenPipeline {
  readonly deals: number;
  readonly cents: number;
  /** Open deals without an amount; they are among `deals`. */
  readonly withoutAmount: readonly PipelineDeal[];
}

export interface PipelineChanges {
  readonly opening: OpenPipeline;
  readonly closing: OpenPipeline;
  /** By kind of movement, the largest first. */
  readonly moved: readonly DealMovement[];
}

/**
 * What happened to the open pipeline between two lists of the same deals. Opening + every money movement = closing, to
 * the cent and in deals.
 *
 * - A deal won leaves with the amount it was won at; what that differs from the opening amount is growth or shrinkage.
 * - A deal lost leaves with its opening amount, since many CRMs set the amount of a lost deal to 0.
 * - A deal that is not in the first list and closed in the second is both new and won or lost.
 * - A deal that is in the first list and nowhere in the second has vanished: it was deleted, or left out of the export.
 * - With an owner given, deals that changed hands are taken over or handed over.
 */
export function pipelineChanges(
  before: readonly PipelineDeal[],
  after: readonly PipelineDeal[],
  owner?: string,
): PipelineChanges {
  const wanted = owner?.trim().toLowerCase();
  const mine = (deal: PipelineDeal): boolean =>
    wanted === undefined || deal.owner.trim().toLowerCase() === wanted;
  const [earlier, later] = [byIdentity(before), byIdentity(after)];
  const moved: DealMovement[] = [];
  for (const [key, one] of earlier) moved.push(...movementsOf(one, later.get(key), mine));
  for (const [key, one] of later) if (!earlier.has(key)) moved.push(...movementsOf(undefined, one, mine));
  const rank = ({ movement }: DealMovement) => MOVEMENTS.indexOf(movement);
  const size = ({ cents }: DealMovement) => Math.abs(cents);
  const nameOf = ({ after: now, before: then }: DealMovement) => (now ?? then)?.name ?? "";
  return {
    opening: openPipeline(before, mine),
    closing: openPipeline(after, mine),
    moved: moved.sort(
      (one, other) =>
        rank(one) - rank(other) || size(other) - size(one) || (nameOf(one) < nameOf(other) ? -1 : 1),
    ),
  };
}

function openPipeline(deals: readonly PipelineDeal[], mine: (deal: PipelineDeal) => boolean): OpenPipeline {
  const open = deals.filter((deal) => isOpen(deal) && mine(deal));
  return {
    deals: open.length,
    cents: open.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
    withoutAmount: open.filter(({ amountCents }) => amountCents === null),
  };
}

const isOpen = ({ outcome }: PipelineDeal): boolean => outcome === "Open";

function movementsOf(
  before: PipelineDeal | undefined,
  after: PipelineDeal | undefined,
  mine: (deal: PipelineDeal) => boolean,
): DealMovement[] {
  const wasIn = before !== undefined && isOpen(before) && mine(before);
  const isMine = after !== undefined && mine(after);
  const moved: DealMovement[] = [];
  const add = (movement: Movement, cents: number, withoutAmount = false) =>
    moved.push({ movement, before, after, cents, withoutAmount });
  const opening = wasIn ? (before.amountCents ?? 0) : 0;

  if (!wasIn) {
    if (!isMine) return moved;
    // What was closed then and is closed the same way now never stood in the pipeline in between.
    if (before && !isOpen(before) && before.outcome === after.outcome) return moved;
    const amount = amountPassingThrough(before, after);
    add(
      before === undefined ? "New" : isOpen(before) ? "Taken over" : "Reopened",
      amount ?? 0,
      amount === null,
    );
    if (!isOpen(after)) add(after.outcome as "Won" | "Lost", -(amount ?? 0) || 0, amount === null);
    return moved;
  }
  if (after === undefined || !isMine) {
    add(after === undefined ? "Vanished" : "Handed over", -opening || 0, before.amountCents === null);
    return moved;
  }
  if (after.outcome === "Lost") {
    add("Lost", -opening || 0, before.amountCents === null);
    return moved;
  }
  const now = after.outcome === "Won" ? (after.amountCents ?? before.amountCents) : after.amountCents;
  const change = (now ?? 0) - opening;
  if (change !== 0) add(change > 0 ? "Grown" : "Shrunk", change);
  if (after.outcome === "Won") {
    add("Won", -(now ?? 0) || 0, now === null);
    return moved;
  }
  const shift = closeShift(before.expectedClose, after.expectedClose);
  if (shift !== undefined) add(shift, now ?? 0, now === null);
  if (before.stage !== after.stage) add("Stage moved", now ?? 0, now === null);
  return moved;
}

/** The amount with which a deal enters; where it also closed, it leaves with the same. */
function amountPassingThrough(before: PipelineDeal | undefined, after: PipelineDeal): number | null {
  if (after.outcome === "Lost" && before && isOpen(before)) return before.amountCents;
  return isOpen(after) ? after.amountCents : (after.amountCents ?? before?.amountCents ?? null);
}

/** Whole days count. A close date taken away pushes the deal out of sight; a first one pulls nothing in. */
function closeShift(before: number | null, after: number | null): "Pushed" | "Pulled in" | undefined {
  if (before === null) return undefined;
  if (after === null || Math.floor(after) > Math.floor(before)) return "Pushed";
  return Math.floor(after) < Math.floor(before) ? "Pulled in" : undefined;
}
