import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byReviewOrder,
  dealRisk,
  type RiskFacts,
  type RiskSignal,
  usedSignals,
} from "../../../src/core/pipeline/dealRisk.js";

const today = 46_111;
const sound: RiskFacts = {
  amount: 10_000,
  created: today - 40,
  expectedClose: today + 20,
  previousClose: null,
  lastActivity: today - 2,
  stageSince: today - 10,
  nextStep: "Call on Friday",
  contacts: 3,
};
const everything: ReadonlySet<RiskSignal> = new Set(Object.keys(sound) as RiskSignal[]);
const riskOf = (change: Partial<RiskFacts>) => dealRisk({ ...sound, ...change }, today, everything);

describe("deal risk", () => {
  it("comes with the question that goes with its gravest finding", () => {
    expect(riskOf({ expectedClose: today - 60, nextStep: null }).question).toMatch(/before they sign/);
    expect(riskOf({ nextStep: null }).question).toMatch(/next step/);
    expect(riskOf({}).question).toMatch(/still stop it/);
  });

  it("is low, and without a reason, for a deal that is in order", () => {
    expect(riskOf({})).toMatchObject({ level: "Low", points: 0, reasons: [] });
  });

  it("grows with the days past the expected close: at 1, 30 and 60 (RevOps Engine playbook, phase 4)", () => {
    const pointsAt = (past: number) => riskOf({ expectedClose: today - past }).points;
    expect([0, 1, 29, 30, 59, 60].map(pointsAt)).toEqual([0, 1, 1, 2, 2, 3]);
    expect(riskOf({ expectedClose: today - 1 }).reasons).toEqual(["1 day past expected close"]);
  });

  it("sees 14 days of silence (playbook, phase 2) and a deal nobody ever touched", () => {
    expect(riskOf({ lastActivity: today - 13 }).reasons).toEqual([]);
    expect(riskOf({ lastActivity: today - 14 }).reasons).toEqual(["No activity for 14 days"]);
    expect(riskOf({ lastActivity: null }).reasons).toEqual(["No activity recorded"]);
  });

  it("misses next step, close date and amount (playbook, phase 3)", () => {
    expect(riskOf({ nextStep: null, expectedClose: null, amount: null }).reasons).toEqual([
      "No expected close",
      "No next step",
      "No amount",
    ]);
  });

  it("wants three contacts at the customer (playbook, phase 13)", () => {
    expect(riskOf({ contacts: 2 }).reasons).toEqual(["Only 2 contacts engaged"]);
    expect(riskOf({ contacts: 1 }).reasons).toEqual(["Only 1 contact engaged"]);
    expect(riskOf({ contacts: null }).reasons).toEqual(["No contact recorded"]);
    expect(riskOf({ contacts: 3 }).reasons).toEqual([]);
  });

  it("sees a close date that was pushed, not one that was pulled in", () => {
    expect(riskOf({ previousClose: today - 10 }).reasons).toEqual(["Close date pushed by 30 days"]);
    expect(riskOf({ previousClose: today + 60 }).reasons).toEqual([]);
    expect(riskOf({ previousClose: sound.expectedClose }).reasons).toEqual([]);
    expect(riskOf({ previousClose: today - 10, expectedClose: null }).reasons).toEqual(["No expected close"]);
  });

  it("asks about 30 days in one stage and more about 90 (Revenue Operations guide, section 1)", () => {
    expect(riskOf({ stageSince: today - 29 }).points).toBe(0);
    expect(riskOf({ stageSince: today - 30 })).toMatchObject({
      points: 1,
      reasons: ["30 days in the same stage"],
    });
    expect(riskOf({ stageSince: today - 90 }).points).toBe(2);
    expect(riskOf({ stageSince: null }).reasons).toEqual([]);
  });

  it("is medium from 2 points and high from 4", () => {
    expect(riskOf({ expectedClose: today - 1 }).level).toBe("Low");
    expect(riskOf({ expectedClose: today - 30 }).level).toBe("Medium");
    expect(riskOf({ expectedClose: today - 60 }).level).toBe("Medium");
    expect(riskOf({ expectedClose: today - 30, lastActivity: null }).level).toBe("High");
  });

  it("does not hold a column against a deal that nobody fills", () => {
    const bare: RiskFacts = { ...sound, contacts: null, lastActivity: null };
    expect(dealRisk(bare, today, usedSignals([bare])).points).toBe(0);
    expect(dealRisk(bare, today, usedSignals([bare, { ...sound, lastActivity: null }])).reasons).toEqual([
      "No contact recorded",
    ]);
  });

  it("never falls as one more thing goes wrong", () => {
    const wrongs: Partial<RiskFacts>[] = [
      { amount: null },
      { nextStep: null },
      { contacts: 1 },
      { lastActivity: today - 30 },
      { stageSince: today - 95 },
      { previousClose: today - 90 },
    ];
    fc.assert(
      fc.property(fc.subarray(wrongs), fc.constantFrom(...wrongs), (some, more) => {
        const before = riskOf(Object.assign({}, ...some));
        const after = riskOf(Object.assign({}, ...some, more));
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      }),
    );
  });
});

describe("the order of the review", () => {
  it("takes the largest amount first, then deals without one, the oldest first among equals", () => {
    const deal = (amount: number | null, created: number | null): RiskFacts => ({
      ...sound,
      amount,
      created,
    });
    const deals = [
      deal(null, null),
      deal(null, today - 5),
      deal(10, null),
      deal(null, today - 50),
      deal(99, today - 5),
      deal(99, today - 7),
    ];
    expect([...deals].sort(byReviewOrder).map(({ amount, created }) => [amount, created])).toEqual([
      [99, today - 7],
      [99, today - 5],
      [10, null],
      [null, today - 50],
      [null, today - 5],
      [null, null],
    ]);
  });
});
