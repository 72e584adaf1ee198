import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markovCredits } from "../../../src/core/attribution/markov.js";
import { refused } from "../refused.js";
import { anyPaths, journeysOf, type WrittenPath } from "./paths.js";

const closeTo = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, at) => {
    expect(actual[at]).toBeCloseTo(value, 10);
  });
};

describe("removal effects as published", () => {
  it("0.5, 1 and 1 for three channels (S. Bryl, Attribution model with R; tests of markovattribution)", () => {
    const { removalEffect, conversions, value } = markovCredits(
      journeysOf([
        ["C1 > C2 > C3", 1, 0, 1000],
        ["C1", 0, 1],
        ["C2 > C3", 0, 1],
      ]),
      1,
    );
    closeTo(removalEffect, [0.5, 1, 1]);
    closeTo(conversions, [0.2, 0.4, 0.4]);
    closeTo(value, [200, 400, 400]);
  });

  it("0.75 and 0.5 from the transition odds 0.8, 0.5, 0.25 and 1 (S. Puzyrov, Markov chain attribution)", () => {
    const { removalEffect, conversions } = markovCredits(
      journeysOf([
        ["Google Ads", 2],
        ["Mailing", 1],
        ["Google Ads > Mailing", 1],
        ["Google Ads", 0, 1],
      ]),
      1,
    );
    closeTo(removalEffect, [0.75, 0.5]);
    closeTo(conversions, [2.4, 1.6]);
  });

  it("2 and 1 conversions where 10,000 random walks of pychattr find 1.991 and 1.009", () => {
    const { conversions } = markovCredits(
      journeysOf([
        ["A > B > A > B > B > A", 1],
        ["A > B > B > A > A", 1],
        ["A > A", 1],
      ]),
      1,
    );
    closeTo(conversions, [2, 1]);
  });
});

describe("chains of order 1 to 3 against exact fractions, solved by elimination in Python", () => {
  const paths: WrittenPath[] = [
    ["A > B > C", 3, 2, 300],
    ["A > A > B", 1, 0, 50],
    ["B > C > A", 2, 1, 500],
    ["C", 1, 4, 10],
    ["A > C > B > C", 2, 3, 0],
  ];
  it.each([
    [
      1,
      [1565 / 2313, 1477 / 2763, 337 / 441],
      [23_542_295 / 7_636_791, 18_599_861 / 7_636_791, 26_588_963 / 7_636_791],
      [59_034_673_985 / 139_866_159, 24_711_306_865 / 139_866_159, 12_179_638_630 / 46_622_053],
    ],
    [
      2,
      [89 / 117, 8 / 9, 8 / 9],
      [89 / 33, 104 / 33, 104 / 33],
      [872_900 / 3173, 950_300 / 3173, 905_580 / 3173],
    ],
    [3, [8 / 9, 8 / 9, 8 / 9], [3, 3, 3], [73_100 / 251, 73_100 / 251, 69_660 / 251]],
  ])("order %i", (order, effects, conversions, value) => {
    const credits = markovCredits(journeysOf(paths), order);
    closeTo(credits.removalEffect, effects);
    closeTo(credits.conversions, conversions);
    closeTo(credits.value, value);
  });
});

describe("removal effects of any paths", () => {
  it("lie between 0 and 1, and are 1 for a channel on every converting path", () => {
    fc.assert(
      fc.property(anyPaths, fc.integer({ min: 1, max: 3 }), (paths, order) => {
        const everywhere = paths.map(([path, ...counts]): WrittenPath => [`Z > ${path}`, ...counts]);
        const { removalEffect } = markovCredits(journeysOf(everywhere), order);
        for (const effect of removalEffect) {
          expect(effect).toBeGreaterThanOrEqual(0);
          expect(effect).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(removalEffect[0]).toBeCloseTo(1, 12);
      }),
    );
  });

  it("see through a loop of a thousand touches", () => {
    const loop = Array.from({ length: 500 }, () => "A > B").join(" > ");
    const { conversions } = markovCredits(
      journeysOf([
        [loop, 1],
        ["C", 1],
      ]),
      1,
    );
    closeTo(conversions, [2 / 3, 2 / 3, 2 / 3]);
  });

  it("are 0 for a channel on paths that nobody took, and share out no value where there is none", () => {
    const journeys = journeysOf([
      ["A > B", 2, 1],
      ["A > C > B", 0, 0],
    ]);
    expect(journeys.channels).toEqual(["A", "B", "C"]);
    for (const order of [1, 2, 3]) {
      expect(markovCredits(journeys, order)).toEqual({
        removalEffect: [1, 1, 0],
        conversions: [1, 1, 0],
        value: [0, 0, 0],
      });
    }
  });

  it("are refused where a loop would take more steps than a call has time for", () => {
    // Without C, of all that goes round from A to B and back only 1 in 200 leaves each time.
    const loop = journeysOf([[`${Array.from({ length: 200 }, () => "A > B").join(" > ")} > C`, 1]]);
    expect(refused(() => markovCredits(loop, 1, 100_000))).toBe(
      "order makes a chain too large to solve here; take a lower order or merge rare channels.",
    );
    closeTo(markovCredits(loop, 1, 1e6).conversions, [1 / 3, 1 / 3, 1 / 3]);
  });

  it("refuse a chain whose states cannot be told apart any more", () => {
    const channels = Array.from({ length: 20_000 }, (_, at) => `C${at}`);
    const paths = channels.map((_, at) => ({ touches: [at], conversions: 1, nonConversions: 0, value: 0 }));
    // 20,001 to the power of 4 is more than the whole numbers that a number can tell apart.
    expect(refused(() => markovCredits({ channels, paths, leftOut: 0 }, 3))).toMatch(
      /^order makes a chain too large to solve here; take a lower order/,
    );
  });
});
