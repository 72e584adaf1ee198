import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movementTotals } from "../../../src/core/history/bridge.js";
import { comparedLists } from "../../../src/core/history/comparedLists.js";
import { type PipelineChanges, pipelineChanges } from "../../../src/core/history/pipelineChanges.js";
import type { PipelineDeal } from "../../../src/core/history/pipelineDeal.js";
import { snapshotsAt } from "../../../src/core/history/snapshots.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";
import { crms, deal, historyOf } from "./crm.js";

const moves = (before: PipelineDeal[], after: PipelineDeal[], owner?: string) =>
  pipelineChanges(before, after, owner).moved.map(({ movement, cents }) => [movement, cents]);

function expectReconciled(changes: PipelineChanges, ofOneOwner: boolean): void {
  const { money } = movementTotals(changes, ofOneOwner);
  const sum = money.reduce((all, { cents }) => all + cents, 0);
  expect(changes.opening.cents + sum).toBe(changes.closing.cents);
  const deals = (name: string) => money.find(({ movement }) => movement === name)?.deals ?? 0;
  const entered = deals("New") + deals("Reopened") + deals("Taken over");
  const left = deals("Won") + deals("Lost") + deals("Handed over") + deals("Vanished");
  expect(changes.opening.deals + entered - left).toBe(changes.closing.deals);
}

describe("a deal between two lists", () => {
  const [open, won, lost] = [deal(), deal({ outcome: "Won" }), deal({ outcome: "Lost" })];
  it.each([
    ["appears", [], [open], [["New", 100_00]]],
    ["is gone from the data", [open], [], [["Vanished", -100_00]]],
    ["grows", [open], [deal({ amountCents: 150_00 })], [["Grown", 50_00]]],
    ["shrinks", [open], [deal({ amountCents: 40_00 })], [["Shrunk", -60_00]]],
    ["loses its amount", [open], [deal({ amountCents: null })], [["Shrunk", -100_00]]],
    ["gets its first amount", [deal({ amountCents: null })], [open], [["Grown", 100_00]]],
    ["is won", [open], [won], [["Won", -100_00]]],
    [
      "is won for more",
      [open],
      [deal({ outcome: "Won", amountCents: 120_00 })],
      [
        ["Grown", 20_00],
        ["Won", -120_00],
      ],
    ],
    [
      "is won and its amount is not said",
      [open],
      [deal({ outcome: "Won", amountCents: null })],
      [["Won", -100_00]],
    ],
    ["is lost", [open], [lost], [["Lost", -100_00]]],
    [
      "is lost, its amount set to 0",
      [open],
      [deal({ outcome: "Lost", amountCents: 0 })],
      [["Lost", -100_00]],
    ],
    [
      "comes and is won",
      [],
      [won],
      [
        ["New", 100_00],
        ["Won", -100_00],
      ],
    ],
    ["comes back", [lost], [open], [["Reopened", 100_00]]],
    [
      "comes back and is won",
      [lost],
      [won],
      [
        ["Reopened", 100_00],
        ["Won", -100_00],
      ],
    ],
    ["stays closed", [won], [won], []],
    ["was closed and is gone", [won], [], []],
    ["is pushed", [open], [deal({ expectedClose: 46_101 })], [["Pushed", 100_00]]],
    ["is pulled in", [open], [deal({ expectedClose: 46_099.9 })], [["Pulled in", 100_00]]],
    ["loses its close date", [open], [deal({ expectedClose: null })], [["Pushed", 100_00]]],
    ["gets its first close date", [deal({ expectedClose: null })], [open], []],
    ["moves stage", [open], [deal({ stage: "Negotiation" })], [["Stage moved", 100_00]]],
    [
      "does several things",
      [open],
      [deal({ stage: "Demo", amountCents: 90_00, expectedClose: 46_200 })],
      [
        ["Shrunk", -10_00],
        ["Pushed", 90_00],
        ["Stage moved", 90_00],
      ],
    ],
    ["changes its name and owner only", [open], [deal({ name: "Acme Ltd", owner: "Ben" })], []],
  ] as const)("%s", (_, before, after, expected) => {
    expect(moves([...before], [...after])).toEqual(expected);
  });

  it("is told apart by its id letter by letter, else by its name; what stands twice is not lost", () => {
    expect(moves([deal({ id: "00a" })], [deal({ id: "00A" })])).toEqual([
      ["New", 100_00],
      ["Vanished", -100_00],
    ]);
    expect(moves([deal({ id: "" })], [deal({ id: "", amountCents: 110_00 })])).toEqual([["Grown", 10_00]]);
    expect(moves([deal({ id: "" })], [deal({ id: "", name: "Birch" })])).toEqual([
      ["New", 100_00],
      ["Vanished", -100_00],
    ]);
    expect(moves([deal(), deal()], [deal(), deal(), deal()])).toEqual([["New", 100_00]]);
  });

  it("changes hands where one owner's pipeline is asked for", () => {
    const bens = deal({ owner: "Ben", amountCents: 130_00 });
    expect(moves([open], [bens], "ada")).toEqual([["Handed over", -100_00]]);
    expect(moves([open], [bens], "BEN ")).toEqual([["Taken over", 130_00]]);
    expect(moves([open], [{ ...bens, owner: " ben " }], "Ben")).toEqual([["Taken over", 130_00]]);
    expect(moves([open], [], "Ada")).toEqual([["Vanished", -100_00]]);
    expect(moves([open], [], "Ben")).toEqual([]);
    expect(moves([open], [{ ...bens, outcome: "Lost", amountCents: 0 }], "Ben")).toEqual([
      ["Taken over", 100_00],
      ["Lost", -100_00],
    ]);
  });

  it("without an amount is counted, adds nothing and is named", () => {
    const { opening, moved } = pipelineChanges([deal({ amountCents: null })], []);
    expect(opening).toMatchObject({ deals: 1, cents: 0, withoutAmount: [{ name: "Acme" }] });
    expect(moved).toMatchObject([{ movement: "Vanished", cents: 0, withoutAmount: true }]);
  });

  it("says of each movement whether an amount goes with it", () => {
    const without = (before: PipelineDeal[], after: PipelineDeal[]) =>
      pipelineChanges(before, after).moved.map(({ movement, withoutAmount }) => [movement, withoutAmount]);
    const bare = deal({ amountCents: null });
    for (const [then, named] of [
      [open, false],
      [bare, true],
    ] as const) {
      const { amountCents } = then;
      expect(without([], [then])).toEqual([["New", named]]);
      expect(without([then], [])).toEqual([["Vanished", named]]);
      expect(without([then], [deal({ amountCents, outcome: "Lost" })])).toEqual([["Lost", named]]);
      expect(without([then], [deal({ amountCents, outcome: "Won" })])).toEqual([["Won", named]]);
      expect(without([], [deal({ amountCents, outcome: "Won" })])).toEqual([
        ["New", named],
        ["Won", named],
      ]);
      expect(without([then], [deal({ amountCents, expectedClose: 46_200, stage: "Demo" })])).toEqual([
        ["Pushed", named],
        ["Stage moved", named],
      ]);
    }
    const { money } = movementTotals(pipelineChanges([], [open, bare]), false);
    expect(money[0]).toEqual({ movement: "New", deals: 2, cents: 100_00, withoutAmount: 1 });
  });

  it("stands in the list by its movement, the largest first, then by name", () => {
    const named = (id: string, amountCents: number) => deal({ id, name: id, amountCents });
    const [birch, ash, elm, oak] = [named("Birch", 5), named("Ash", 5), named("Elm", 70), named("Oak", 5)];
    const list = (before: PipelineDeal[], after: PipelineDeal[]) =>
      pipelineChanges(before, after).moved.map(({ before: then, after: now }) => (now ?? then)?.name);
    for (const deals of [
      [birch, ash, elm, oak],
      [oak, elm, ash, birch],
    ]) {
      expect(list([], deals)).toEqual(["Elm", "Ash", "Birch", "Oak"]);
      expect(list(deals, [])).toEqual(["Elm", "Ash", "Birch", "Oak"]);
    }
  });
});

const days = fc.array(fc.integer({ min: 45_999, max: 46_031 }), { minLength: 2, maxLength: 8 });

describe("between any two days of any history", () => {
  it("opening + movements = closing, to the cent and in deals, for the team and for each owner", () => {
    fc.assert(
      fc.property(crms, days, fc.constantFrom(undefined, "Ada", "Ben"), (crm, taken, owner) => {
        const history = historyOf(crm, taken);
        for (const from of new Set(taken)) {
          for (const to of new Set(taken)) {
            if (
              to < from ||
              !history.some(({ day }) => day === from) ||
              !history.some(({ day }) => day === to)
            )
              continue;
            const { before, after } = snapshotsAt(history, from, to);
            const changes = pipelineChanges(before, after, owner);
            expectReconciled(changes, owner !== undefined);
            if (owner === undefined) expect(changes.opening.cents).toBe(openCents(crm.on(from)));
            if (owner === undefined) expect(changes.closing.cents).toBe(openCents(crm.on(to)));
          }
        }
      }),
      { numRuns: cases(400) },
    );
  });

  it("two bridges end to end move as much as one across", () => {
    fc.assert(
      fc.property(crms, days, (crm, taken) => {
        const history = historyOf(crm, taken);
        const kept = [...new Set(history.map(({ day }) => day))];
        if (kept.length < 3) return;
        const [a, b, c] = [kept[0], kept[1], kept[kept.length - 1]] as [number, number, number];
        const net = (from: number, to: number) => {
          const { before, after } = snapshotsAt(history, from, to);
          return movementTotals(pipelineChanges(before, after), false).money.reduce(
            (all, { cents }) => all + cents,
            0,
          );
        };
        expect(net(a, b) + net(b, c)).toBe(net(a, c));
      }),
    );
  });

  it("every deal that was open and has closed is found won or lost, whatever snapshots lie between", () => {
    fc.assert(
      fc.property(crms, days, (crm, taken) => {
        const history = historyOf(crm, taken);
        const kept = [...new Set(history.map(({ day }) => day))];
        const [from, to] = [kept[0], kept[kept.length - 1]];
        if (from === undefined || to === undefined || from === to) return;
        const { before, after } = snapshotsAt(history, from, to);
        const { moved } = pipelineChanges(before, after);
        const now = new Map(crm.on(to).map((one) => [one.id, one]));
        for (const then of crm.on(from)) {
          const outcome = now.get(then.id)?.outcome;
          if (then.outcome !== "Open" || then.id === "" || outcome === undefined || outcome === "Open")
            continue;
          const found = moved
            .filter(({ before: one }) => one?.id === then.id)
            .map(({ movement }) => movement);
          expect(found).toContain(outcome);
        }
      }),
    );
  });

  it("the order of the rows does not matter", () => {
    fc.assert(
      fc.property(crms, (crm) => {
        const [before, after] = [crm.on(46_010), crm.on(46_020)];
        const totals = (one: PipelineChanges) => movementTotals(one, false);
        expect(totals(pipelineChanges([...before].reverse(), [...after].reverse()))).toEqual(
          totals(pipelineChanges(before, after)),
        );
      }),
    );
  });
});

const openCents = (deals: readonly PipelineDeal[]): number =>
  deals.reduce((sum, { outcome, amountCents }) => sum + (outcome === "Open" ? (amountCents ?? 0) : 0), 0);

describe("the snapshots between which the pipeline is compared", () => {
  const rows = [100, 107, 121].map((day) => ({ ...deal(), day }));
  const used = (from: number, to: number) => {
    const { openingDay, closingDay } = snapshotsAt(rows, from, to);
    return [openingDay, closingDay];
  };
  it("are the latest on or before each day", () => {
    expect(used(100, 107)).toEqual([100, 107]);
    expect(used(106, 130.5)).toEqual([100, 121]);
    expect(used(107, 107)).toEqual([107, 107]);
  });
  it("are refused where there is none, or where both days read the same one", () => {
    expect(refused(() => used(99, 110))).toBe(
      "from lies before the first snapshot (9 Apr 1900); give a later day.",
    );
    expect(refused(() => used(108, 115))).toBe(
      "to has no snapshot after that of 16 Apr 1900; take one, or begin with an earlier day.",
    );
    expect(refused(() => used(120, 110))).toBe("to lies before from; swap the two.");
    expect(refused(() => snapshotsAt([], 1, 2))).toBe("rows hold no snapshot yet; take one from the menu.");
  });
});

describe("two plain exports", () => {
  it("give the same movements as snapshots do, and leave out what closed before the first", () => {
    const before = [deal({ id: "1" }), deal({ id: "2" })];
    const after = [
      deal({ id: "1", outcome: "Won", closed: 46_005 }),
      deal({ id: "3", outcome: "Won", closed: 46_004 }),
      deal({ id: "4", outcome: "Lost", closed: 45_000 }),
      deal({ id: "6", outcome: "Lost", closed: 46_000.9 }),
      deal({ id: "7", closed: null }),
      deal({ id: "5", outcome: "Lost", closed: null }),
    ];
    const { moved, closedEarlier, undated } = comparedLists(before, after, 46_000);
    expect(moved.map(({ movement, before: then, after: now }) => [movement, (now ?? then)?.id])).toEqual([
      ["New", "3"],
      ["New", "7"],
      ["Won", "1"],
      ["Won", "3"],
      ["Vanished", "2"],
    ]);
    expect(closedEarlier).toBe(2);
    expect(undated.map(({ id }) => id)).toEqual(["5"]);
  });

  it("reconcile to the cent whatever they hold", () => {
    fc.assert(
      fc.property(
        crms,
        fc.integer({ min: 46_000, max: 46_030 }),
        fc.integer({ min: 0, max: 30 }),
        (crm, day, later) => {
          expectReconciled(comparedLists(crm.on(day), crm.on(day + later), day), false);
        },
      ),
    );
  });
});
