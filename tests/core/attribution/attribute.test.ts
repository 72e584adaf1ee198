import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, MODELS } from "../../../src/core/attribution/attribute.js";
import { total } from "../../../src/core/attribution/journey.js";
import { markovCredits } from "../../../src/core/attribution/markov.js";
import { recommendModel } from "../../../src/core/attribution/recommend.js";
import { shapleyCredits, simplifiedShapleyCredits } from "../../../src/core/attribution/shapley.js";
import { cpuMs } from "../../cpuMs.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";
import { anyPaths, byChannel, journeysOf } from "./paths.js";

const anyModel = fc.constantFrom(...MODELS);
const sum = (credits: readonly number[]) => credits.reduce((all, credit) => all + credit, 0);

describe("credits under any model", () => {
  it("add up to the conversions and to the value", () => {
    fc.assert(
      fc.property(anyPaths, anyModel, fc.integer({ min: 1, max: 3 }), (paths, model, order) => {
        const journeys = journeysOf(paths);
        const { conversions, value } = attribute(journeys, model, { order });
        expect(sum(conversions)).toBeCloseTo(total(journeys.paths, "conversions"), 9);
        expect(sum(value)).toBeCloseTo(total(journeys.paths, "value"), 6);
      }),
      { numRuns: cases(1500) },
    );
  });

  it("do not depend on the order of the rows, nor on a path being split over two of them", () => {
    fc.assert(
      fc.property(anyPaths, anyModel, (paths, model) => {
        const journeys = journeysOf(paths);
        const turned = journeysOf(
          [...paths].reverse().flatMap(([path, won, lost = 0, value = 0]) => [
            [path, won / 2, lost, value],
            [path, won / 2, 0, 0],
          ]),
        );
        const [one, other] = [journeys, turned].map((own) =>
          byChannel(own, attribute(own, model).conversions),
        );
        expect([...(one ?? []).keys()]).toEqual([...(other ?? []).keys()]);
        for (const [channel, credit] of one ?? []) expect(other?.get(channel)).toBeCloseTo(credit, 9);
      }),
      { numRuns: cases(800) },
    );
  });

  it("grow with everything else: twice the paths, twice the credit", () => {
    fc.assert(
      fc.property(anyPaths, anyModel, (paths, model) => {
        const once = attribute(journeysOf(paths), model).conversions;
        const twice = attribute(
          journeysOf(paths.map(([path, won, lost = 0, value = 0]) => [path, 2 * won, 2 * lost, 2 * value])),
          model,
        ).conversions;
        once.forEach((credit, at) => {
          expect(twice[at]).toBeCloseTo(2 * credit, 9);
        });
      }),
      { numRuns: cases(400) },
    );
  });

  it("go to one channel in full where there is no other", () => {
    for (const model of MODELS) {
      expect(attribute(journeysOf([["Ads > Ads", 3, 4, 70]]), model), model).toMatchObject({
        conversions: [3],
        value: [70],
      });
    }
  });

  it("follow the half-life and the order that are asked for; data-driven is Markov", () => {
    const journeys = journeysOf([
      ["A > B > A > C", 3, 1, 90],
      ["B > C", 1, 2, 10],
      ["C > A", 2, 5, 40],
    ]);
    // By touches, half-life 2: weights 2 to the power of −1.5, −1, −0.5 and 0.
    const late = 1 + 2 ** -0.5 + 2 ** -1 + 2 ** -1.5;
    const shares = attribute(journeysOf([["A > B > C > D", 1]]), "time decay", { halfLife: 2 }).conversions;
    expect(shares[3]).toBeCloseTo(1 / late, 12);
    expect(attribute(journeys, "data-driven")).toEqual(markovCredits(journeys, 1));
    expect(attribute(journeys, "markov", { order: 2 })).toEqual(markovCredits(journeys, 2));
    expect(markovCredits(journeys, 2).conversions).not.toEqual(markovCredits(journeys, 1).conversions);
    expect(attribute(journeys, "shapley simplified")).toEqual(simplifiedShapleyCredits(journeys));
    expect(attribute(journeys, "shapley")).toEqual(shapleyCredits(journeys));
  });

  it("are refused where nothing converted", () => {
    expect(refused(() => attribute(journeysOf([["A", 0, 3]]), "linear"))).toBe(
      "rows hold no conversion, so there is no credit to share out.",
    );
    expect(
      refused(() =>
        attribute(
          journeysOf([
            ["A", 1e308],
            ["B", 1e308],
          ]),
          "markov",
        ),
      ),
    ).toBe("rows hold counts too large to add up; correct them.");
    expect(
      refused(() =>
        attribute(
          journeysOf([
            ["A", 1, 1e308],
            ["B", 1, 1e308],
          ]),
          "linear",
        ),
      ),
    ).toBe("rows hold counts too large to add up; correct them.");
    expect(refused(() => attribute(journeysOf([["A", 1e308, 1e308]]), "last"))).toMatch(
      /too large to add up/,
    );
  });
});

describe("twenty channels and 100,000 paths", () => {
  const written = () =>
    Array.from({ length: 100_000 }, (_, at): [string, number, number, number] => {
      let seed = (at * 2_654_435_761) % 4_294_967_296;
      const touches = Array.from({ length: 1 + (at % 7) }, () => {
        seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
        return `Channel ${Math.floor((seed / 4_294_967_296) * 20)}`;
      });
      return [touches.join(" > "), at % 3 === 0 ? 1 : 0, at % 3 === 0 ? 0 : 1, at % 3 === 0 ? 500 : 0];
    });

  it.each([
    ["u-shaped", 1],
    ["shapley", 1],
    ["markov", 1],
    ["markov", 2],
    ["markov", 3],
  ] as const)("%s, order %i, read and credited within seconds", (model, order) => {
    const began = cpuMs();
    const journeys = journeysOf(written());
    const { conversions } = attribute(journeys, model, { order });
    const took = cpuMs() - began;
    expect(journeys.channels).toHaveLength(20);
    expect(sum(conversions)).toBeCloseTo(33_334, 4);
    expect(took).toBeLessThan(6000);
  });
});

describe("the recommended model (RevOps Engine playbook, phase 2)", () => {
  it("is U-shaped, then W-shaped with opportunity tracking, then data-driven from 500 deals", () => {
    expect(recommendModel(0, false)).toBe("U-shaped");
    expect(recommendModel(499, false)).toBe("U-shaped");
    expect(recommendModel(499, true)).toBe("W-shaped");
    expect(recommendModel(500, false)).toBe("Data-driven");
  });
});
