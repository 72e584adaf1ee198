import { describe, expect, it } from "vitest";
import { type SnapshotRow, snapshotBefore, snapshotsAt } from "../../../src/core/history/snapshots.js";
import { dealsToStore } from "../../../src/core/history/takenSnapshot.js";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { deal } from "./crm.js";

const row = (day: number, id: string, outcome: DealOutcome = "Open"): SnapshotRow => ({
  ...deal({ id, outcome }),
  day,
});
const named = (rows: readonly { id: string; outcome: DealOutcome }[]) =>
  rows.map(({ id, outcome }) => `${id} ${outcome}`).sort();

describe("a snapshot stores", () => {
  const standing = [
    deal({ id: "open" }),
    deal({ id: "won since", outcome: "Won", closed: 100.9 }),
    deal({ id: "came and was lost", outcome: "Lost", closed: 101 }),
    deal({ id: "won that day", outcome: "Won", closed: 100.9 }),
    deal({ id: "won, nobody knows when", outcome: "Won", closed: null }),
    deal({ id: "known to be won", outcome: "Won", closed: 105 }),
    deal({ id: "lost, now won", outcome: "Won", closed: 90 }),
  ];
  const history = [
    row(100.5, "won since"),
    row(93, "known to be won"),
    row(100, "known to be won", "Won"),
    row(93, "lost, now won", "Lost"),
    row(86, "lost, now won", "Won"),
  ];
  const stored = ["came and was lost Lost", "lost, now won Won", "open Open", "won since Won"];

  it("the open deals, and those that closed since the snapshot before", () => {
    expect(named(dealsToStore(standing, history, 107))).toEqual(stored);
    expect(named(dealsToStore(standing, [...history].reverse(), 107.2))).toEqual(stored);
  });

  it("the same once more when it is taken again on the same day", () => {
    const again = [...history, row(107, "won since", "Won"), row(107.9, "came and was lost", "Lost")];
    expect(named(dealsToStore(standing, again, 107.5))).toEqual(stored);
  });

  it("open deals only where it is the first", () => {
    expect(named(dealsToStore(standing, [], 107))).toEqual(["open Open"]);
    expect(named(dealsToStore(standing, [row(107, "open")], 107))).toEqual(["open Open"]);
  });
});

describe("the pipeline between two snapshots", () => {
  const rows = [
    row(121, "open"),
    row(121, "reopened"),
    row(93, "won before", "Won"),
    row(100, "open"),
    row(100, "won"),
    row(100, "won at first", "Won"),
    row(107, "won", "Won"),
    row(107, "reopened", "Lost"),
    row(114, "lost, then won", "Won"),
    row(107, "lost, then won", "Lost"),
    row(107, "twice", "Lost"),
    row(107, "twice", "Won"),
    row(114, "closed, then open and gone"),
    row(107, "closed, then open and gone", "Lost"),
    row(130, "later", "Won"),
  ];
  const after = ["lost, then won Won", "open Open", "reopened Open", "twice Lost", "twice Won", "won Won"];

  it("has the deals of the second and, as last seen, those that closed in between", () => {
    const pair = snapshotsAt(rows, 100, 121);
    expect(named(pair.after)).toEqual(after);
    expect(named(pair.before)).toEqual(["open Open", "won Open", "won at first Won", "won before Won"]);
  });

  it("does not depend on the order of the history's rows, nor on the time of day", () => {
    const later = [...rows].reverse().map((one) => ({ ...one, day: one.day + 0.4 }));
    const pair = snapshotsAt(later, 100.1, 121.9);
    expect([pair.openingDay, pair.closingDay]).toEqual([100, 121]);
    expect(named(pair.after)).toEqual(after);
  });
});

describe("the snapshot before a day", () => {
  const rows = [row(107, "b"), row(100.5, "a"), row(107.2, "c"), row(121, "d")];
  it("is the latest on or before it, with its own deals only", () => {
    const found = (day: number) => {
      const before = snapshotBefore(rows, day);
      return before && [before.day, ...before.deals.map(({ id }) => id)];
    };
    expect(found(100)).toEqual([100, "a"]);
    expect(found(106.9)).toEqual([100, "a"]);
    expect(found(107)).toEqual([107, "b", "c"]);
    expect(found(500)).toEqual([121, "d"]);
    expect(found(99.9)).toBeUndefined();
    expect(snapshotBefore([], 100)).toBeUndefined();
  });
});
