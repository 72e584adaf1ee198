import { describe, expect, it } from "vitest";
import type { Milestone } from "../../../src/core/attribution/journey.js";
import { RULES, type Rule, ruleCredits, touchShares } from "../../../src/core/attribution/ruleCredits.js";
import { journeysOf } from "./paths.js";

const shares = (rule: Rule, length: number, milestones?: Record<number, Milestone>) =>
  touchShares(
    {
      touches: Array.from({ length }, (_, at) => at),
      ...(milestones && { milestones: Array.from({ length }, (_, at) => milestones[at]) }),
    },
    rule,
  ).map((share) => Number(share.toFixed(6)));

describe("position rules give each touch its published share", () => {
  it("U-shaped: 40, 40 and 20 between, 10 each for two (6th Man, u-shaped attribution)", () => {
    expect(shares("u-shaped", 4)).toEqual([0.4, 0.1, 0.1, 0.4]);
    expect(shares("u-shaped", 6)).toEqual([0.4, 0.05, 0.05, 0.05, 0.05, 0.4]);
  });

  it("U-shaped: half each where there is nothing between, all where there is one (Causality Engine)", () => {
    expect(shares("u-shaped", 2)).toEqual([0.5, 0.5]);
    expect(shares("u-shaped", 1)).toEqual([1]);
  });

  it("U-shaped: 40 for the touch that created the lead, wherever it stands (Attribyte)", () => {
    expect(shares("u-shaped", 4, { 1: "lead" })).toEqual([0.4, 0.4, 0.1, 0.1]);
  });

  it("W-shaped: 30 each and 2.5 for each of four others (LeadSources, W-shaped attribution)", () => {
    expect(shares("w-shaped", 7, { 1: "lead", 6: "opportunity" })).toEqual([
      0.3, 0.3, 0.025, 0.025, 0.025, 0.025, 0.3,
    ]);
  });

  it("full path: 22.5 each and 10 for the rest (RevOps Engine playbook, phase 2)", () => {
    expect(shares("full path", 6, { 1: "lead", 3: "opportunity", 5: "close" })).toEqual([
      0.225, 0.225, 0.05, 0.225, 0.05, 0.225,
    ]);
  });

  it("first, last and linear", () => {
    expect(shares("first", 3)).toEqual([1, 0, 0]);
    expect(shares("last", 3)).toEqual([0, 0, 1]);
    expect(shares("linear", 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe("shares of missing touches", () => {
  it("are spread over those present in proportion", () => {
    // Without an opportunity: 30, 30 and 10 of 70.
    expect(shares("w-shaped", 3)).toEqual([0.428571, 0.142857, 0.428571]);
    // A lead milestone alone leaves nothing to the last touch but its part of the rest.
    expect(shares("w-shaped", 3, { 1: "lead" })).toEqual([0.428571, 0.428571, 0.142857]);
  });

  it("add up on one touch that is several things at once", () => {
    expect(shares("u-shaped", 3, { 0: "lead" })).toEqual([0.8, 0.1, 0.1]);
  });

  it("always add up to 1", () => {
    for (const rule of RULES) {
      for (let length = 1; length < 9; length++) {
        const all = touchShares({ touches: Array(length).fill(0) }, rule);
        expect(
          all.reduce((one, other) => one + other, 0),
          rule,
        ).toBeCloseTo(1, 12);
      }
    }
  });
});

describe("time decay", () => {
  it("halves with each half-life of 7 days before the last touch (Google Analytics' default)", () => {
    const days = { touches: [0, 1, 2], times: [46_000, 46_007, 46_014] };
    expect(touchShares(days, "time decay").map((share) => share * 7)).toEqual([1, 2, 4]);
    expect(touchShares(days, "time decay", 14).map((share) => share * 2 ** 0.5)[2]).toBeCloseTo(
      2 ** 0.5 / (1 + 2 ** -0.5 + 0.5),
      12,
    );
  });

  it("halves with each touch where no days are known", () => {
    expect(shares("time decay", 3)).toEqual([0.142857, 0.285714, 0.571429]);
  });

  it("stays finite over centuries", () => {
    const far = { touches: [0, 1], times: [2, 2_000_000] };
    expect(touchShares(far, "time decay", 0.001)).toEqual([0, 1]);
  });
});

describe("credits of paths under a rule", () => {
  it("leave paths that did not convert out", () => {
    const journeys = journeysOf([
      ["A > B", 2, 0, 100],
      ["C", 0, 9],
    ]);
    expect(ruleCredits(journeys, "linear")).toEqual({ conversions: [1, 1, 0], value: [50, 50, 0] });
  });
});
