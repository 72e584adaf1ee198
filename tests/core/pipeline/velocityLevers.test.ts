import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { salesVelocity } from "../../../src/core/pipeline/velocity.js";
import { velocityLevers } from "../../../src/core/pipeline/velocityLevers.js";
import { refused } from "../refused.js";

const gains = (rows: ReturnType<typeof velocityLevers>) => rows.map(({ gain }) => gain);

describe("velocity levers (RevOps Engine playbook, phase 4)", () => {
  it("start from 6,250 a day and gain 10%, 10%, 10% and 11.1% each, 47.9% together, for 10%", () => {
    const rows = velocityLevers(50, 0.25, 30_000, 60, 0.1);
    expect(rows[0]?.velocity).toBe(6250);
    [0, 0.1, 0.1, 0.1, 1 / 0.9 - 1, 1.1 ** 3 / 0.9 - 1].forEach((gain, at) => {
      expect(gains(rows)[at]).toBeCloseTo(gain, 12);
    });
  });

  it("gain 18% where a cycle of 45 days falls to 38: $3,333 becomes $3,947 a day (Optifai glossary)", () => {
    const [now, , , , shorter] = velocityLevers(50, 0.2, 15_000, 45, 7 / 45);
    expect(Math.round(now?.velocity ?? 0)).toBe(3333);
    expect(Math.round(shorter?.velocity ?? 0)).toBe(3947);
    expect(shorter?.gain).toBeCloseTo(0.184, 3);
  });

  it("stop the win rate at 100%", () => {
    expect(velocityLevers(10, 0.9, 1, 10, 0.5)[2]).toMatchObject({ now: 0.9, improved: 1 });
  });

  it("give each row the velocity of its own figures, and together at least any one", () => {
    const figure = fc.double({ min: 0.1, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(
        figure,
        figure,
        figure,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (deals, size, cycle, by) => {
          const rows = velocityLevers(deals, 0.25, size, cycle, by);
          expect(rows[3]?.velocity).toBe(salesVelocity(deals, 0.25, size * (1 + by), cycle));
          const all = rows[5]?.velocity ?? 0;
          for (const { velocity } of rows) expect(all * (1 + 1e-12)).toBeGreaterThanOrEqual(velocity);
        },
      ),
    );
  });

  it("have no gain to speak of where nothing is sold, and refuse to improve a cycle away", () => {
    expect(gains(velocityLevers(0, 0.5, 100, 10, 0.1))).toEqual(new Array(6).fill(undefined));
    expect(refused(() => velocityLevers(1, 0.5, 1, 1, 1))).toMatch(/^improvement is 100%/);
    expect(refused(() => velocityLevers(1, 0.5, 1, 0, 0.1))).toMatch(/^cycle_days must be above 0/);
  });
});
