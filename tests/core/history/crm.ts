import fc from "fast-check";
import type { SnapshotRow } from "../../../src/core/history/snapshots.js";
import { dealsToStore, type StandingDeal } from "../../../src/core/history/takenSnapshot.js";

/** A made-up CRM that changes day by day, and the history that snapshots of it leave. */

export const deal = (change: Partial<StandingDeal> = {}): StandingDeal => ({
  id: "1",
  name: "Acme",
  owner: "Ada",
  stage: "Proposal",
  amountCents: 100_00,
  expectedClose: 46_100,
  category: "Pipeline",
  outcome: "Open",
  closed: null,
  ...change,
});

const amount = fc.option(fc.integer({ min: -5_000, max: 9_999_999 }), { freq: 6 });
const owner = fc.constantFrom("Ada", "Ben", "ada ");
const change = fc.oneof(
  amount.map((amountCents) => ({ amountCents })),
  fc
    .option(fc.integer({ min: 46_000, max: 46_200 }), { freq: 6 })
    .map((expectedClose) => ({ expectedClose })),
  fc.constantFrom("Demo", "Proposal", "Negotiation").map((stage) => ({ stage })),
  owner.map((name) => ({ owner: name })),
  fc.constantFrom({ outcome: "Won" as const }, { outcome: "Lost" as const }, { outcome: "Open" as const }),
  fc.constant({ outcome: "Lost" as const, amountCents: 0 }),
  fc.constant("deleted" as const),
);

/** What happens on each of some days: deals appear, change and go. */
const happenings = fc.array(
  fc.record({
    day: fc.integer({ min: 46_000, max: 46_030 }),
    id: fc.constantFrom("A", "B", "C", "D", "E", "a", ""),
    change,
    amountCents: amount,
  }),
  { maxLength: 60 },
);

export interface Crm {
  /** The deals as they stood in the evening of a day. */
  readonly on: (day: number) => readonly StandingDeal[];
}

export const crms: fc.Arbitrary<Crm> = happenings.map((events) => ({
  on: (day) => {
    const deals = new Map<string, StandingDeal>();
    const sorted = events
      .map((event, index) => ({ event, index }))
      .sort((x, y) => x.event.day - y.event.day || x.index - y.index);
    for (const { event } of sorted) {
      if (event.day > day) break;
      const known = deals.get(event.id) ?? deal({ id: event.id, amountCents: event.amountCents });
      if (event.change === "deleted") {
        deals.delete(event.id);
        continue;
      }
      const next = { ...known, ...event.change };
      const closing = next.outcome !== "Open";
      deals.set(event.id, {
        ...next,
        closed: closing ? (known.outcome === next.outcome ? known.closed : event.day) : null,
      });
    }
    return [...deals.values()];
  },
}));

export function historyOf(crm: Crm, days: readonly number[]): SnapshotRow[] {
  const rows: SnapshotRow[] = [];
  for (const day of [...new Set(days)].sort((one, other) => one - other)) {
    rows.push(...dealsToStore(crm.on(day), rows, day).map((one) => ({ ...one, day })));
  }
  return rows;
}
