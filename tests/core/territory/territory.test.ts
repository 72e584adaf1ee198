import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountToAssign,
  type Assignment,
  assignTerritories,
} from "../../../src/core/territory/assign.js";
import { territoryBalance } from "../../../src/core/territory/balance.js";
import { territoryLoads, territoryScores } from "../../../src/core/territory/factors.js";
import { ruleSentence, twoTimesRule } from "../../../src/core/territory/twoTimesRule.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

describe("territory scores", () => {
  it("weigh 30, 30, 20 and 20 (RevOps Engine playbook, phase 9)", () => {
    const scores = territoryScores({
      addressable: [100, 50],
      revenue: [10, 10],
      pipeline: [0, 4],
      effort: [8, 4],
    });
    expect(scores[0]).toBeCloseTo(0.8, 12);
    expect(scores[1]).toBeCloseTo(0.75, 12);
  });

  it("give the weight of absent factors to the others", () => {
    expect(territoryScores({ addressable: [4, 2], revenue: [0, 5] })[1]).toBeCloseTo(0.75, 12);
  });

  it("keep their order and values when a factor is measured in another unit", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1000 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, unit) => {
        const score = (by: number) =>
          territoryScores({ addressable: list.map(([a]) => a * by), effort: list.map(([, e]) => e + 1) });
        score(unit).forEach((value, row) => {
          expect(value).toBeCloseTo(score(1)[row] as number, 9);
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
    );
  });

  it("are 1 each where all rows are equal, and refuse a factor that is 0 everywhere", () => {
    expect(territoryScores({ addressable: [5, 5] })).toEqual([1, 1]);
    expect(refused(() => territoryScores({ addressable: [0, 0] }))).toMatch(/^addressable is 0 in every row/);
    expect(refused(() => territoryScores({ addressable: [1, null] }))).toMatch(
      /^addressable, row 2, is blank/,
    );
    expect(refused(() => territoryScores({ addressable: [1] }, [0, 1, 1, 1]))).toMatch(
      /^weights gives no weight/,
    );
  });
});

describe("loads of territories", () => {
  it("are shares of each factor's total, weighted: all rows together are 1", () => {
    // Addressable 1 of 4 at 30 of 50, effort 1 of 2 at 20 of 50.
    const loads = territoryLoads({ addressable: [1, 3], effort: [1, 1] });
    expect(loads[0]).toBeCloseTo(0.6 * 0.25 + 0.4 * 0.5, 12);
    expect(loads[1]).toBeCloseTo(0.6 * 0.75 + 0.4 * 0.5, 12);
    expect(territoryLoads({ addressable: [1, 3], effort: [1, 1] }, [0, 0, 0, 7])).toEqual([0.5, 0.5]);
    expect(territoryLoads({ addressable: [1, 3], effort: [1, 1] }, [1])).toEqual([0.25, 0.75]);
  });

  it("are the same to the last digit in whatever order the rows stand", () => {
    // 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in it.
    const rows = [0.1, 0.2, 0.3];
    expect(territoryLoads({ revenue: rows.toReversed() })).toEqual(
      territoryLoads({ revenue: rows }).toReversed(),
    );
  });

  it("refuse what has no share: nothing at all, less than nothing, and more than a number can hold", () => {
    expect(refused(() => territoryLoads({ revenue: [0, 0] }))).toBe(
      "revenue is 0 in every row; leave the factor out.",
    );
    expect(refused(() => territoryLoads({ effort: [1, -1] }))).toBe(
      "effort, row 2, is -1, below 0; give 0 or more.",
    );
    expect(refused(() => territoryLoads({ pipeline: [1e308, 1e308] }))).toBe(
      "pipeline adds up to more than a number can hold; check the cells.",
    );
    expect(refused(() => territoryLoads({ pipeline: [1, null] }))).toBe(
      "pipeline, row 2, is blank; give 0 where there is none.",
    );
    expect(refused(() => territoryLoads({ pipeline: [1] }, [1, 1, 0, 1]))).toBe(
      "weights gives no weight to the factors at hand; give one a weight above 0.",
    );
  });

  it("pass over rows that are to be skipped, whatever stands in them", () => {
    expect(territoryScores({ addressable: [4, null, 2] }, undefined, (row) => row === 1)).toEqual([
      1, 0, 0.5,
    ]);
  });
});

const account = (
  name: string,
  market: number,
  owner: string | null = null,
  named = false,
): AccountToAssign => ({
  name,
  market,
  load: market,
  owner,
  named,
});
/** Loads as shares of the whole, as the function gives them. */
const shared = (accounts: readonly AccountToAssign[]) => {
  const loads = territoryLoads({ addressable: accounts.map(({ market }) => market) });
  return accounts.map((one, row) => ({ ...one, load: loads[row] as number }));
};
const assign = (accounts: readonly AccountToAssign[], reps: readonly string[], tolerance = 0.1) =>
  assignTerritories(shared(accounts), reps, tolerance);
const marketsOf = ({ markets }: Assignment) => markets.map(({ market }) => market).sort((a, b) => a - b);

describe("an assignment of accounts", () => {
  it("splits 5, 5, 4, 4, 3, 3, 3 into three shares of 9, which the largest-first rule misses (Graham 1969)", () => {
    const split = assign(
      [5, 5, 4, 4, 3, 3, 3].map((size, at) => account(`A${at}`, size)),
      ["x", "y", "z"],
      0,
    );
    expect(marketsOf(split)).toEqual([9, 9, 9]);
  });

  it("splits 4, 5, 6, 7, 8 into 15 and 15, which differencing misses (Wikipedia, largest differencing method)", () => {
    const split = assign(
      [4, 5, 6, 7, 8].map((size) => account(`A${size}`, size)),
      ["x", "y"],
      0,
    );
    expect(marketsOf(split)).toEqual([15, 15]);
  });

  it("leaves alone what is balanced already", () => {
    const split = assign(
      [account("a", 10, "x"), account("b", 11, "y"), account("c", 10, "z")],
      ["x", "y", "z"],
    );
    expect(split.changes).toEqual(["Kept", "Kept", "Kept"]);
    expect(split.balance).toMatch(/0 of 3 accounts changed hands, the fewest possible$/);
  });

  it("keeps named accounts whatever they cost the balance", () => {
    const split = assign(
      [account("a", 60, "x", true), account("b", 20, "x"), account("c", 20, "x")],
      ["x", "y"],
    );
    expect(split.reps).toEqual(["x", "y", "y"]);
    expect(split.changes).toEqual(["Named", "Moved", "Moved"]);
  });

  it("moves on the accounts of a rep who is gone", () => {
    const split = assign([account("a", 10, "gone"), account("b", 10, "x")], ["x", "y"]);
    expect(split.reps).toEqual(["y", "x"]);
    expect(split.changes).toEqual(["Moved", "Kept"]);
  });

  it("takes names in any case and with stray spaces for one", () => {
    expect(assign([account("a", 10, " ADA "), account("b", 10, "ben")], ["Ada", "Ben"]).moved).toBe(0);
  });

  it("proves by one large account that the rule cannot hold", () => {
    const split = assign([account("big", 80), account("b", 10), account("c", 10)], ["x", "y"]);
    expect(split.holds).toBe(false);
    expect(split.verdict).toBe(
      "Two-times rule broken: x has 80, 4 times the 20 of y. It cannot hold: whoever has big holds at least 80% of the addressable market, and with 2 reps none may hold more than 66.7%",
    );
  });

  it("proves by named accounts, by too few accounts, and by trying every split that it cannot hold", () => {
    const named = assign(
      [account("a", 50, "x", true), account("b", 30, "x", true), account("c", 20)],
      ["x", "y"],
    );
    expect(named.verdict).toMatch(/the named accounts of x are 80% of the addressable market/);
    const few = assign([account("a", 5), account("b", 5)], ["x", "y", "z"]);
    expect(few.verdict).toMatch(/3 reps without named accounts share 2 accounts with addressable market/);
    const odd = assign(
      [10, 10, 4].map((size, at) => account(`A${at}`, size)),
      ["a", "b", "c"],
    );
    expect(odd.verdict).toMatch(/It cannot hold: every split was tried$/);
    expect(odd.holds).toBe(false);
    expect(odd.balance).toMatch(
      /^Loads from -50% to 25% around the mean, beyond the tolerance; 0 of 3 accounts changed hands$/,
    );
  });

  it("says what it proves in full", () => {
    const why = (accounts: readonly AccountToAssign[], reps: readonly string[]) =>
      assign(accounts, reps).verdict.split(". ")[1];
    expect(
      why([account("a", 50, "x", true), account("b", 30, "x", true), account("c", 20)], ["x", "y"]),
    ).toBe(
      "It cannot hold: the named accounts of x are 80% of the addressable market, and with 2 reps none may hold more than 66.7%",
    );
    expect(why([account("a", 5), account("b", 0)], ["x", "y", "z"])).toBe(
      "It cannot hold: 3 reps without named accounts share 1 account with addressable market",
    );
    expect(why([account("a", 5), account("b", 5)], ["x", "y", "z"])).toBe(
      "It cannot hold: 3 reps without named accounts share 2 accounts with addressable market",
    );
    // c is 70 of 100, and whoever has it has at least the 10 of x beside it.
    expect(
      why([account("a", 10, "x", true), account("b", 20, "y", true), account("c", 70)], ["x", "y"]),
    ).toBe(
      "It cannot hold: whoever has c holds at least 80% of the addressable market, and with 2 reps none may hold more than 66.7%",
    );
  });

  it("claims no proof where the splits are too many to try", () => {
    // 10, 10 and 4 in three parts keep no rule, however 60 accounts without a market are added.
    const split = assignTerritories(
      [10, 10, 4, ...Array<number>(60).fill(0)].map((market, at) => ({
        ...account(`A${at}`, market),
        load: 1 / 63,
      })),
      ["a", "b", "c"],
      0.1,
    );
    expect(split.verdict).toBe(
      "Two-times rule broken: a has 10, 2.5 times the 4 of c. No split that keeps it was found, which is no proof",
    );
    // 21 accounts of equal load each.
    expect(split.balance).toBe("Loads from 0% to 0% around the mean; 0 of 63 accounts changed hands");
  });

  it("says how far the loads lie apart and how many accounts changed hands", () => {
    expect(assign([account("a", 10, "x")], ["x"]).balance).toBe(
      "Loads from 0% to 0% around the mean; 0 of 1 account changed hands, the fewest possible",
    );
    // x keeps 60 of 100, which is 20% above the mean of 50.
    const split = assign(
      [account("a", 60, "x", true), account("b", 20, "x"), account("c", 20, "x")],
      ["x", "y"],
    );
    expect(split.balance).toBe(
      "Loads from -20% to 20% around the mean, beyond the tolerance; 2 of 3 accounts changed hands, the fewest possible",
    );
    expect(split.verdict).toBe("Two-times rule holds: x has 60, 1.5 times the 40 of y");
    expect(split.moved).toBe(2);
  });

  it("tells an account that nobody had from one that changed hands", () => {
    const split = assign(
      [account("a", 10), account("b", 10, "x"), account("c", 10, "gone")],
      ["x", "y", "z"],
    );
    expect(split.changes).toEqual(["New", "Kept", "Moved"]);
    expect(split.moved).toBe(1);
  });

  it("refuses lists that contradict themselves", () => {
    expect(refused(() => assign([account("a", 1), account("A ", 1)], ["x"]))).toMatch(
      /^accounts, row 2, repeats a; give each/,
    );
    expect(refused(() => assign([account("a", 1, null, true)], ["x"]))).toMatch(
      /^owners, row 1, is blank on a named/,
    );
    expect(refused(() => assign([account("a", 1, "q", true)], ["x"]))).toMatch(
      /^owners, row 1, is q, who keeps/,
    );
    expect(refused(() => assign([account("a", 1)], ["x", "X"]))).toBe(
      "reps repeats a name; give each rep once.",
    );
    expect(refused(() => assign([account("a", 1)], []))).toBe(
      "reps is empty; give the names of those who share the accounts.",
    );
    expect(refused(() => assignTerritories([{ ...account("a", 0), load: 1 }], ["x"], 0.1))).toBe(
      "addressable is 0 in every row; give the addressable market of each account.",
    );
  });
});

const REPS = ["Ada", "Ben", "Cid"];
const small = fc
  .array(
    fc.record({
      market: fc.integer({ min: 0, max: 30 }),
      load: fc.integer({ min: 0, max: 30 }),
      owner: fc.constantFrom(...REPS, ...REPS, "Gone", null),
      named: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .filter((list) => list.some(({ market }) => market > 0) && list.some(({ load }) => load > 0))
  .map((list) => {
    const total = list.reduce((sum, { load }) => sum + load, 0);
    return list.map(
      ({ market, load, owner, named }, at): AccountToAssign => ({
        name: `acct ${at}`,
        market,
        load: load / total,
        owner,
        named: named && owner !== null && owner !== "Gone",
      }),
    );
  });

/** Every split there is, judged as the function promises: rule, then imbalance beyond the tolerance, then moves. */
function bestOfAll(accounts: readonly AccountToAssign[], tolerance: number) {
  let best: { rule: boolean; off: number; moves: number } | undefined;
  const reps: string[] = [];
  const judge = () => {
    const sum = (of: "market" | "load") =>
      REPS.map((rep) => accounts.reduce((all, one, at) => all + (reps[at] === rep ? one[of] : 0), 0));
    const markets = sum("market");
    const rule = Math.max(...markets) <= 2 * Math.min(...markets) * (1 + 1e-9);
    const off = sum("load").reduce(
      (all, load) => all + Math.max(0, Math.abs(load - 1 / 3) - tolerance / 3),
      0,
    );
    const moves = accounts.filter(({ owner }, at) => owner !== null && owner !== reps[at]).length;
    const better =
      !best ||
      (rule && !best.rule) ||
      (rule === best.rule && (off < best.off - 1e-9 || (off < best.off + 1e-9 && moves < best.moves)));
    if (better) best = { rule, off, moves };
  };
  const visit = (at: number): void => {
    const one = accounts[at];
    if (!one) {
      judge();
      return;
    }
    for (const rep of one.named ? [one.owner as string] : REPS) {
      reps[at] = rep;
      visit(at + 1);
    }
  };
  visit(0);
  return best as { rule: boolean; off: number; moves: number };
}

describe("against every split there is", () => {
  it("keeps the two-times rule wherever any split keeps it, and then with no more imbalance and moves than need be", () => {
    fc.assert(
      fc.property(small, fc.constantFrom(0, 0.1, 0.3), (accounts, tolerance) => {
        const split = assignTerritories(accounts, REPS, tolerance);
        const best = bestOfAll(accounts, tolerance);
        expect(split.holds).toBe(best.rule);
        if (!best.rule) {
          expect(split.verdict).toMatch(/It cannot hold: /);
          return;
        }
        const off = REPS.reduce((all, rep) => {
          const load = accounts.reduce((sum, one, at) => sum + (split.reps[at] === rep ? one.load : 0), 0);
          return all + Math.max(0, Math.abs(load - 1 / 3) - tolerance / 3);
        }, 0);
        expect(off).toBeLessThan(best.off + 1e-7);
        expect(split.moved).toBe(best.moves);
      }),
      { numRuns: cases(500) },
    );
  });
});

const sample = (size: number, people: number, seed = 7) => {
  const reps = Array.from({ length: people }, (_, at) => `Rep ${at}`);
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const accounts = Array.from({ length: size }, (_, at) => {
    const market = Math.round(1000 * next() ** 4) + 1;
    // Some reps own far more than others; a tenth is named, a tenth is new.
    const owner = next() < 0.1 ? null : (reps[Math.floor(people * next() ** 2)] as string);
    return { ...account(`Account ${at}`, market, owner, owner !== null && next() < 0.1) };
  });
  return { accounts: shared(accounts), reps };
};

/** Market, load and owner of each account as a generator of whole numbers gives them; owners lean to the first reps. */
const drawn = (size: number, people: number, first: number, owned: number, lean: number) => {
  let seed = first;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  next();
  const reps = Array.from({ length: people }, (_, at) => `Rep ${at}`);
  const rows = Array.from({ length: size }, (_, at) => ({
    ...account(`A${at}`, Math.round(1000 * next() ** lean) + 1),
    load: Math.round(1000 * next() ** lean) + 1,
    owner: next() < owned ? (reps[Math.floor(people * next() ** 2)] as string) : null,
  }));
  const total = rows.reduce((sum, { load }) => sum + load, 0);
  return { accounts: rows.map((one) => ({ ...one, load: one.load / total })), reps };
};

describe("against a program of its own that tried each of up to 6 thousand million splits", () => {
  // Imbalance and moves of the best split, as that program (in C, no part of this project) found them. The search
  // just ends within its effort in these: where it leaves out less, it cannot say that nothing better exists.
  it.each([
    { size: 12, people: 5, first: 5, owned: 0.8, lean: 1, off: 0, moves: 5 },
    { size: 12, people: 6, first: 3, owned: 0, lean: 1, off: 0.094025797692, moves: 0 },
    { size: 14, people: 5, first: 12, owned: 0, lean: 3, off: 0.270791258478, moves: 0 },
    { size: 12, people: 5, first: 14, owned: 0.8, lean: 3, off: 0.005529122231, moves: 4 },
  ])(
    "$size accounts among $people reps: no split is better, and that is proven (sample $first)",
    ({ size, people, first, owned, lean, off, moves }) => {
      const { accounts, reps } = drawn(size, people, first, owned, lean);
      const split = assignTerritories(accounts, reps, 0.1);
      const beyond = reps.reduce((all, rep) => {
        const load = accounts.reduce((sum, one, at) => sum + (split.reps[at] === rep ? one.load : 0), 0);
        return all + Math.max(0, Math.abs(load - 1 / people) - 0.1 / people);
      }, 0);
      expect(split.holds).toBe(true);
      expect(beyond).toBeCloseTo(off, 10);
      expect(split.moved).toBe(moves);
      expect(split.balance).toContain("the fewest possible");
    },
  );
});

describe("many accounts", () => {
  it("give the same answer in any order of rows and reps", () => {
    const { accounts, reps } = sample(300, 8);
    const plain = assignTerritories(accounts, reps, 0.1);
    const byName = (list: readonly AccountToAssign[], split: Assignment) =>
      new Map(list.map(({ name }, at) => [name, split.reps[at]]));
    const wanted = byName(accounts, plain);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(accounts, { minLength: 300 }),
        fc.shuffledSubarray(reps, { minLength: 8 }),
        (rows, names) => {
          const list = rows.map((one) => ({ ...one, market: one.market }));
          const split = assignTerritories(list, names, 0.1);
          for (const [name, rep] of byName(list, split)) expect(rep).toBe(wanted.get(name));
          expect(split.verdict).toBe(plain.verdict);
        },
      ),
      { numRuns: cases(20) },
    );
  });

  /** Accounts that reps with more than the tolerance allows must hand over, were each to begin with the largest. */
  const mustMove = (accounts: readonly AccountToAssign[], reps: readonly string[], tolerance: number) => {
    let moves = 0;
    for (const rep of reps) {
      const own = accounts.filter(({ owner }) => owner === rep);
      let held = own.reduce((sum, { load }) => sum + load, 0);
      for (const { load } of own.filter(({ named }) => !named).sort((a, b) => b.load - a.load)) {
        if (held <= (1 + tolerance) / reps.length + 1e-9) break;
        held -= load;
        moves++;
      }
    }
    return moves;
  };
  it.each(
    [
      [70, 4],
      [100, 8],
      [300, 8],
      [600, 12],
    ].flatMap(([size = 0, people = 0]) => [7, 8, 9].map((seed) => [size, people, seed] as const)),
  )(
    "%d among %d reps: within the tolerance, with at most one account more than must change hands (sample %d)",
    (size, people, seed) => {
      const { accounts, reps } = sample(size, people, seed);
      const split = assignTerritories(accounts, reps, 0.1);
      expect(split.holds).toBe(true);
      expect(split.balance).not.toContain("beyond");
      expect(split.moved).toBeLessThanOrEqual(mustMove(accounts, reps, 0.1) + 1);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])(
    "whose load is no matter of their market end balanced in both, and none could go back (sample %d)",
    (first) => {
      let seed = first;
      const next = () => {
        seed = (seed * 16_807) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      const reps = ["Ada", "Ben", "Cid", "Dot", "Eve", "Fay"];
      const rows = Array.from({ length: 65 }, (_, at) => ({
        ...account(`Account ${at}`, Math.round(1000 * next() ** 3) + 1),
        load: Math.round(1000 * next() ** 3) + 1,
        owner: next() < 0.8 ? "Ada" : (reps[Math.floor(6 * next())] as string),
      }));
      const total = rows.reduce((sum, { load }) => sum + load, 0);
      const accounts = rows.map((one) => ({ ...one, load: one.load / total }));
      const split = assignTerritories(accounts, reps, 0.05);
      const keeps = (owners: readonly string[]) => {
        const sum = (of: "market" | "load") =>
          reps.map((rep) => accounts.reduce((all, one, at) => all + (owners[at] === rep ? one[of] : 0), 0));
        const [markets, loads] = [sum("market"), sum("load")];
        return (
          Math.max(...markets) <= 2 * Math.min(...markets) &&
          loads.every((load) => Math.abs(6 * load - 1) <= 0.05)
        );
      };
      expect(keeps(split.reps)).toBe(true);
      split.reps.forEach((rep, at) => {
        const owner = accounts[at]?.owner as string;
        if (rep !== owner) expect(keeps(split.reps.with(at, owner)), `Account ${at}`).toBe(false);
      });
    },
  );

  it.each(
    [
      [65, 6, 0],
      [65, 10, 0],
      [90, 12, 0],
      [65, 20, 0.1],
      [80, 30, 0.1],
    ].flatMap(([size = 0, people = 0, tolerance = 0]) =>
      [1, 2].map((first) => [size, people, tolerance, first] as const),
    ),
  )(
    "%d among %d reps, tolerance %d: no account handed over and no two swapped would even the loads, none could go back (sample %d)",
    (size, people, tolerance, first) => {
      const { accounts, reps } = drawn(size, people, first, 0.7, 2);
      const split = assignTerritories(accounts, reps, tolerance);
      expect(split.holds).toBe(true);
      const at = split.reps.map((rep) => reps.indexOf(rep));
      const sums = (of: "market" | "load") =>
        reps.map((_, rep) => accounts.reduce((all, one, own) => all + (at[own] === rep ? one[of] : 0), 0));
      const [loads, markets] = [sums("load"), sums("market")];
      const off = (load: number) => Math.max(0, Math.abs(load - 1 / people) - tolerance / people);
      /** What the loads gain where so much goes from one rep to another; nothing where that breaks the rule. */
      const gain = (from: number, to: number, load: number, market: number): number => {
        const [mine, theirs] = [loads[from] as number, loads[to] as number];
        const nearer = off(mine) + off(theirs) - off(mine - load) - off(theirs + load);
        if (nearer < -1e-10) return nearer;
        const after = markets.with(from, (markets[from] as number) - market);
        after[to] = (after[to] as number) + market;
        return Math.max(...after) <= 2 * Math.min(...after) ? nearer : Number.NEGATIVE_INFINITY;
      };
      accounts.forEach((one, own) => {
        const from = at[own] as number;
        for (let to = 0; to < people; to++) {
          if (to === from) continue;
          const nearer = gain(from, to, one.load, one.market);
          expect(nearer, `${one.name} to ${reps[to]}`).toBeLessThan(1e-9);
          // Where it would make no difference, it stays with its owner.
          if (reps[to] === one.owner) expect(nearer, `${one.name} back`).toBeLessThan(-1e-10);
        }
        accounts.forEach((other, its) => {
          const to = at[its] as number;
          if (to === from) return;
          const nearer = gain(from, to, one.load - other.load, one.market - other.market);
          expect(nearer, `${one.name} for ${other.name}`).toBeLessThan(1e-9);
        });
      });
    },
  );

  it.each([
    [2_000, 20],
    [5_000, 50],
  ])("%d among %d reps take less than 3 seconds, keep the rule and every named account", (size, people) => {
    const { accounts, reps } = sample(size, people);
    const began = cpuMs();
    const split = assignTerritories(accounts, reps, 0.1);
    expect(cpuMs() - began).toBeLessThan(3_000);
    expect(split.holds).toBe(true);
    accounts.forEach(({ named, owner }, at) => {
      if (named) expect(split.reps[at]).toBe(owner);
    });
  });

  it("among hundreds of reps with an account or two each: 1,000 of one rep's to 500 take less than 10 seconds", () => {
    const reps = Array.from({ length: 500 }, (_, at) => `Rep ${at}`);
    const accounts = Array.from({ length: 1_000 }, (_, at) => ({
      ...account(`Account ${at}`, ((7_919 * at) % 1_000) ** 4 + 1, "Rep 0"),
      // Every whole number up to 1,000 once.
      load: (((104_729 * at) % 1_000) + 1) / 500_500,
    }));
    const began = cpuMs();
    const split = assignTerritories(accounts, reps, 0.1);
    expect(cpuMs() - began).toBeLessThan(10_000);
    expect(new Set(split.reps).size).toBe(500);
  });
});

describe("the balance of territories", () => {
  it("passes exactly twice and fails beyond", () => {
    const rule = (a: number, b: number) =>
      twoTimesRule([
        { rep: "x", market: a },
        { rep: "y", market: b },
      ]);
    expect(rule(80, 40)).toMatchObject({ holds: true, ratio: 2 });
    expect(rule(81, 40).holds).toBe(false);
    expect(rule(1, 0)).toMatchObject({ holds: false, ratio: undefined });
  });

  it("is told in a sentence that names who has most and least, of equal ones the first by name", () => {
    const sentence = (...markets: number[]) =>
      ruleSentence(twoTimesRule(markets.map((market, at) => ({ rep: "zyx"[at] as string, market }))));
    expect(sentence(7, 3)).toBe("Two-times rule broken: z has 7, 2.33 times the 3 of y");
    expect(sentence(3, 7, 7)).toBe("Two-times rule broken: x has 7, 2.33 times the 3 of z");
    expect(sentence(4, 3, 3)).toBe("Two-times rule holds: z has 4, 1.33 times the 3 of x");
    expect(sentence(1, 0)).toBe("Two-times rule broken: z has 1, y nothing");
    expect(sentence(5, 5)).toBe("Two-times rule holds: all have 5");
    expect(sentence(0, 0)).toBe("Two-times rule holds: all have 0");
    expect(sentence(1_234_567.8, 1_000_000.1)).toBe(
      "Two-times rule holds: z has 1234570, 1.23 times the 1000000 of y",
    );
  });

  it("adds up to what was given, with the accounts of nobody beside", () => {
    const balance = territoryBalance(["Ada", "ben", null, "ADA"], {
      addressable: [1, 2, 4, 8],
      effort: [1, 1, 1, 1],
    });
    expect(balance.reps.map(({ rep, accounts, totals }) => [rep, accounts, totals.addressable])).toEqual([
      ["Ada", 2, 9],
      ["ben", 1, 2],
    ]);
    expect(balance.withoutRep).toBe(1);
    expect(balance.reps.reduce((sum, { load }) => sum + load, 0)).toBeCloseTo(
      1 - (0.6 * 4) / 15 - 0.4 / 4,
      12,
    );
  });

  it("sums the factors that are given, rep by rep in the order of their names", () => {
    const balance = territoryBalance([" Cy ", "Abe", "cy"], { addressable: [1, 2, 4], pipeline: [3, 0, 0] });
    expect(balance.reps.map(({ rep, accounts, totals }) => ({ rep, accounts, totals }))).toEqual([
      { rep: "Abe", accounts: 1, totals: { addressable: 2, pipeline: 0 } },
      { rep: "Cy", accounts: 2, totals: { addressable: 5, pipeline: 3 } },
    ]);
    // 30 and 20 of 50: 5 of 7 and all of 3.
    expect(balance.reps[1]?.load).toBeCloseTo((0.6 * 5) / 7 + 0.4, 12);
    expect(balance.rule).toMatchObject({
      largest: { rep: "Cy", market: 5 },
      smallest: { rep: "Abe", market: 2 },
    });
    expect(territoryBalance(["Abe"], { pipeline: [3] }).rule.largest).toEqual({ rep: "Abe", market: 0 });
    expect(refused(() => territoryBalance([null], { addressable: [1] }))).toBe(
      "owners names no rep; give who has each account.",
    );
  });

  it("shows a rep who has nothing", () => {
    const balance = territoryBalance(["Ada"], { addressable: [1] }, undefined, ["Ada", "Ben"]);
    expect(balance.rule).toMatchObject({
      holds: false,
      ratio: undefined,
      smallest: { rep: "Ben", market: 0 },
    });
  });
});
