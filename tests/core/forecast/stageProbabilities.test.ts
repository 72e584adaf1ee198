import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stageProbabilities } from "../../../src/core/forecast/stageProbabilities.js";
import { wilsonInterval } from "../../../src/core/forecast/wilsonInterval.js";
import type { DealOutcome } from "../../../src/core/pipeline/outcome.js";
import { refused } from "../refused.js";

describe("Wilson's interval", () => {
  it("agrees with Newcombe (1998), table I, method 3", () => {
    const shown = (successes: number, trials: number) =>
      wilsonInterval(successes, trials).map((bound) => Number(bound.toFixed(4)));
    expect(shown(81, 263)).toEqual([0.2553, 0.3662]);
    expect(shown(15, 148)).toEqual([0.0624, 0.1605]);
    expect(shown(0, 20)).toEqual([0, 0.1611]);
    expect(shown(1, 29)).toEqual([0.0061, 0.1718]);
  });

  it("holds the rate itself, stays within 0 and 1, and narrows with more cases", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const successes = Math.round(trials * part);
          const [low, high] = wilsonInterval(successes, trials);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(successes / trials);
          expect(high).toBeGreaterThanOrEqual(successes / trials);
          const [closer, nearer] = wilsonInterval(successes * 4, trials * 4);
          expect(nearer - closer).toBeLessThan(high - low);
        },
      ),
    );
  });
});

describe("stage probabilities", () => {
  const learn = (
    rows: readonly [string | null, string | null, DealOutcome | null][],
    order?: string[],
    minimum = 1,
  ) =>
    stageProbabilities(
      rows.map(([deal]) => deal),
      rows.map(([, stage]) => stage),
      rows.map(([, , outcome]) => outcome),
      order,
      minimum,
    );
  const rates = (learnt: ReturnType<typeof learn>) =>
    learnt.stages.map(({ stage, won, closed }) => [stage, won, closed]);

  it("are 60% where 30 of 50 proposals closed (Forecastio, sales forecasting examples)", () => {
    const rows = Array.from({ length: 50 }, (_, at): [string, string, DealOutcome] => [
      `D${at}`,
      "Proposal",
      at < 30 ? "Won" : "Lost",
    ]);
    const { stages } = learn(rows, undefined, 30);
    expect(stages).toMatchObject([{ stage: "Proposal", probability: 0.6, tooFew: false }]);
  });

  it("count a deal in every stage up to its furthest where the order is known, else in those on record", () => {
    const rows: [string, string, DealOutcome][] = [
      ["A", "Demo", "Won"],
      ["B", "Proposal", "Lost"],
      ["C", "Demo", "Lost"],
      ["C", " demo ", "Lost"],
    ];
    expect(rates(learn(rows, ["Demo", "Proposal", "Closed Won"]))).toEqual([
      ["Demo", 1, 3],
      ["Proposal", 1, 2],
    ]);
    expect(rates(learn(rows))).toEqual([
      ["Demo", 1, 2],
      ["Proposal", 0, 1],
    ]);
  });

  it("read the outcome from the closing rows of a history where no outcomes are given", () => {
    const { stages, openDeals } = stageProbabilities(
      ["A", "A", "B", "B", "C"],
      ["Demo", "Closed Won", "Demo", "closed lost", "Demo"],
      undefined,
      undefined,
      2,
    );
    expect(stages).toMatchObject([{ stage: "Demo", won: 1, closed: 2 }]);
    expect(openDeals).toBe(1);
  });

  it("say what taught nothing: open, contradictory, without stage, unknown stage", () => {
    const learnt = learn(
      [
        ["A", "Demo", "Won"],
        ["B", "Demo", "Lost"],
        ["C", "Demo", null],
        ["D", "Demo", "Won"],
        ["D", "Demo", "Lost"],
        ["E", null, "Lost"],
        ["F", "On hold", "Lost"],
        [null, "Demo", "Won"],
        ["G", null, null],
      ],
      ["Demo"],
    );
    expect(learnt).toMatchObject({
      openDeals: 1,
      contradictory: 1,
      withoutStage: 2,
      incomplete: 2,
      unknownRows: 1,
      unknownStages: ["On hold"],
    });
  });

  it("take the outcome given, not the one in a stage's name, where both are there", () => {
    const learnt = learn([
      ["A", "Demo", "Lost"],
      ["A", "Closed Won", "Lost"],
      ["B", "Demo", "Won"],
    ]);
    expect(learnt.contradictory).toBe(0);
    expect(rates(learnt)).toEqual([["Demo", 1, 2]]);
  });

  it("are blank for a stage in which no closed deal was", () => {
    const { stages } = learn([
      ["A", "Demo", "Won"],
      ["B", "Demo", "Lost"],
      ["C", "Pilot", null],
    ]);
    expect(stages[1]).toEqual({
      stage: "Pilot",
      closed: 0,
      won: 0,
      probability: undefined,
      interval: undefined,
      tooFew: true,
    });
  });

  it("mark stages with few deals and refuse where all together are few", () => {
    const rows: [string, string, DealOutcome][] = [
      ["A", "Demo", "Won"],
      ["B", "Demo", "Lost"],
      ["B", "Legal", "Lost"],
    ];
    expect(learn(rows, undefined, 2).stages.map(({ tooFew }) => tooFew)).toEqual([false, true]);
    expect(refused(() => learn(rows, undefined, 30))).toBe(
      "deals holds 2 closed deals, too few to learn from; give at least 30, or set another minimum.",
    );
  });

  it("refuse lists from which the lost or the won deals are missing", () => {
    expect(refused(() => learn([["A", "Demo", "Won"]]))).toBe(
      "deals holds won deals only, from which nothing can be learnt; include the lost ones.",
    );
    expect(refused(() => learn([["A", "Demo", "Lost"]]))).toBe(
      "deals holds lost deals only, from which nothing can be learnt; include the won ones.",
    );
    expect(refused(() => learn([["A", "Demo", "Lost"]], ["Demo", "demo"]))).toMatch(
      /^stage_order, row 2, names "demo" twice/,
    );
    expect(refused(() => learn([["A", "Demo", "Lost"]], ["Won", "Lost"]))).toMatch(
      /^stage_order holds closed stages only/,
    );
  });

  it("never fall from one stage to the next where every deal passes all stages before its last", () => {
    const rows = fc.array(
      fc.tuple(fc.constantFrom("Demo", "Proposal", "Legal"), fc.constantFrom<DealOutcome>("Won", "Lost")),
      { minLength: 2, maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const ends = new Set(list.map(([, outcome]) => outcome));
        fc.pre(ends.size === 2);
        const { stages } = learn(
          list.map(([stage, outcome], at) => [`D${at}`, stage, outcome]),
          ["Demo", "Proposal", "Legal"],
        );
        const known = stages.flatMap(({ probability }) => (probability === undefined ? [] : [probability]));
        known.forEach((probability, at) => {
          expect(probability).toBeGreaterThanOrEqual(known[at - 1] ?? 0);
        });
      }),
    );
  });
});
