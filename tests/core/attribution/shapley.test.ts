import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  shapleyCredits,
  shapleyValues,
  simplifiedShapleyCredits,
} from "../../../src/core/attribution/shapley.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";
import { anyPaths, journeysOf, type WrittenPath } from "./paths.js";

const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(9)));

describe("Shapley values of games in the literature", () => {
  it("glove game: two left gloves and a right one are worth 1/6, 1/6 and 2/3", () => {
    // Coalitions of players 0 and 1 (left) and 2 (right): worth 1 where both kinds meet.
    const worth = Float64Array.from({ length: 8 }, (_, set) => (set & 4 && set & 3 ? 1 : 0));
    expect(rounded(shapleyValues(worth))).toEqual(rounded([1 / 6, 1 / 6, 2 / 3]));
  });

  it("two channels that lift conversion by 2 and 1.5 points, 4 together: 2.25 and 1.75 (CalcBee)", () => {
    expect(rounded(shapleyValues(Float64Array.of(0, 2, 1.5, 4)))).toEqual([2.25, 1.75]);
  });

  it("coalitions worth 20, 10, 47, 17, 67, 27, 100: 45.5, 20.5 and 34 (Towards Data Science)", () => {
    expect(rounded(shapleyValues(Float64Array.of(0, 20, 10, 47, 17, 67, 27, 100)))).toEqual([45.5, 20.5, 34]);
  });
});

describe("Shapley attribution", () => {
  const paths: WrittenPath[] = [
    ["F", 20],
    ["O", 10],
    ["L", 17],
    ["O > F", 17],
    ["F > L", 30],
    ["L > F > O > F", 6],
  ];

  it("takes conversions for the worth where no path failed, in closed form", () => {
    expect(rounded(shapleyCredits(journeysOf(paths)).conversions)).toEqual([45.5, 20.5, 34]);
  });

  it("takes conversion rates where paths failed: exact fractions by all permutations in Python", () => {
    const journeys = journeysOf([
      ["A > B > C", 3, 2, 300],
      ["A > A > B", 1, 0, 50],
      ["B > C > A", 2, 1, 500],
      ["C", 1, 4, 10],
      ["A > C > B > C", 2, 3, 0],
    ]);
    expect(rounded(shapleyCredits(journeys).conversions)).toEqual([4.9, 4.9, -0.8]);
  });

  it("shares out value by the value per path, as conversions by their rate", () => {
    // A alone: 1 of 2 paths, 50 a path. B alone: 0 of 2. Both may be met: 2 of 5 paths, 400 in all, 80 a path.
    const journeys = journeysOf([
      ["A", 1, 1, 100],
      ["B", 0, 2, 0],
      ["A > B", 1, 0, 300],
    ]);
    const { conversions, value } = shapleyCredits(journeys);
    // By hand: A ((0.5 − 0) + (0.4 − 0)) ÷ 2 = 0.45 of 0.4 in all, B −0.05; A (50 + 80) ÷ 2 = 65 of 80, B 15.
    expect(rounded(conversions)).toEqual([2.25, -0.25]);
    expect(rounded(value)).toEqual([325, 75]);
    const worthless = shapleyCredits(
      journeysOf([
        ["A", 1, 1, 0],
        ["B", 1, 0, 0],
      ]),
    );
    expect(worthless.value).toEqual([0, 0]);
  });

  it("in closed form shares value like conversions", () => {
    const { value } = simplifiedShapleyCredits(
      journeysOf([
        ["A > B > A", 2, 0, 300],
        ["B", 1, 0, 50],
      ]),
    );
    expect(value).toEqual([150, 200]);
  });

  it("in closed form equals the definition over all coalitions", () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const journeys = journeysOf(paths);
        const { channels } = journeys;
        const worth = Float64Array.from({ length: 2 ** channels.length }, (_, set) =>
          journeys.paths
            .filter(({ touches }) => touches.every((channel) => set & (1 << channel)))
            .reduce((all, { conversions }) => all + conversions, 0),
        );
        const exact = shapleyValues(worth);
        simplifiedShapleyCredits(journeys).conversions.forEach((credit, at) => {
          expect(credit).toBeCloseTo(exact[at] as number, 9);
        });
      }),
      { numRuns: cases(200) },
    );
  });

  const ring = (count: number) =>
    journeysOf(
      Array.from({ length: count }, (_, at): WrittenPath => [`C${at} > C${(at + 1) % count}`, 1, 1]),
    );

  it("is exact for 20 channels within seconds", () => {
    const began = cpuMs();
    const credits = shapleyCredits(ring(20)).conversions;
    expect(cpuMs() - began).toBeLessThan(6000);
    expect(credits).toHaveLength(20);
    for (const credit of credits) expect(credit).toBeCloseTo(1, 9);
  });

  it("shares a ring of channels out equally, and beyond 20 channels says what to do", () => {
    for (const credit of shapleyCredits(ring(7)).conversions) expect(credit).toBeCloseTo(1, 9);
    expect(refused(() => shapleyCredits(ring(21)))).toBe(
      'model is shapley, which is exact up to 20 channels; there are 21: merge rare channels or take "shapley simplified".',
    );
  });
});
