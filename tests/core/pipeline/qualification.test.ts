import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bant } from "../../../src/core/pipeline/bant.js";
import { meddpicc } from "../../../src/core/pipeline/meddpicc.js";

describe("MEDDPICC", () => {
  it("adds eight letters up to 16 and names those that fall short, with how far", () => {
    expect(meddpicc([2, 2, 2, 2, 2, 2, 2, 2])).toEqual({ total: 16, share: 1, gaps: [] });
    expect(meddpicc([2, 1, 0, null, 2, 2, 2, 2])).toEqual({
      total: 11,
      share: 11 / 16,
      gaps: ["Economic buyer (partly)", "Decision criteria", "Decision process (blank)"],
    });
  });

  it("has as many gaps as letters short of 2, and never more points for fewer", () => {
    const letter = fc.constantFrom<0 | 1 | 2 | null>(0, 1, 2, null);
    fc.assert(
      fc.property(fc.array(letter, { minLength: 8, maxLength: 8 }), fc.nat(7), (letters, at) => {
        const deal = meddpicc(letters);
        expect(deal.gaps).toHaveLength(letters.filter((score) => score !== 2).length);
        expect(meddpicc(letters.with(at, 0)).total).toBeLessThanOrEqual(deal.total);
      }),
    );
  });
});

describe("BANT (RevOps Engine playbook, phase 3)", () => {
  it("qualifies from three of four, and names what is missing", () => {
    expect(bant([true, true, true, true])).toEqual({ score: 4, qualified: true, missing: [] });
    expect(bant([true, false, true, true])).toEqual({ score: 3, qualified: true, missing: ["Authority"] });
    expect(bant([true, null, true, false])).toEqual({
      score: 2,
      qualified: false,
      missing: ["Authority (blank)", "Timeline"],
    });
  });
});
