import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrBridge, customerMovements } from "../../../src/core/retention/arrBridge.js";
import { logoRetention } from "../../../src/core/retention/logoRetention.js";
import { grossRevenueRetention, netRevenueRetention } from "../../../src/core/retention/retainedRevenue.js";
import { INCLUDES, retentionBetween } from "../../../src/core/retention/retentionBetween.js";
import { refused } from "../refused.js";
import { day, days, histories, mrrPlaybook, read } from "./subscriptionRows.js";

describe("retention of the opening customers", () => {
  it("of dbt Labs' MRR playbook from July to August 2019: 5,160 less 360 and 1,920, three of seven lost", () => {
    const moved = customerMovements(mrrPlaybook(), day("2019-07"), day("2019-08"));
    expect(retentionBetween(moved, "opening customers")).toEqual({
      netRevenue: 2880 / 5160,
      grossRevenue: 2880 / 5160,
      logo: 4 / 7,
      openingArr: 5160,
      openingCustomers: 7,
      lostCustomers: 3,
    });
  });

  it("counts who is new or has returned only when asked", () => {
    const moved = customerMovements(mrrPlaybook(), day("2019-06"), day("2019-07"));
    const net = INCLUDES.map((includes) => retentionBetween(moved, includes).netRevenue);
    expect(net).toEqual([1, 3600 / 3000, 5160 / 3000]);
  });

  it("is what the bridge's own figures give", () => {
    fc.assert(
      fc.property(histories, days, days, (rows, one, other) => {
        const moved = customerMovements(read(rows, "excluded"), Math.min(one, other), Math.max(one, other));
        const [opening, , up, down, lost] = arrBridge(moved);
        if (!opening || !up || !down || !lost || opening.arr === 0) {
          expect(refused(() => retentionBetween(moved, "opening customers"))).toMatch(
            /^opening_date is a day/,
          );
          return;
        }
        const kept = retentionBetween(moved, "opening customers");
        expect(kept.netRevenue).toBeCloseTo(
          netRevenueRetention(opening.arr, up.arr, -down.arr, -lost.arr),
          9,
        );
        expect(kept.grossRevenue).toBeCloseTo(grossRevenueRetention(opening.arr, -down.arr, -lost.arr), 9);
        expect(kept.logo).toBe(logoRetention(opening.customers, lost.customers));
        expect(kept.grossRevenue).toBeLessThanOrEqual(Math.min(1, kept.netRevenue));
      }),
    );
  });
});

describe("logo retention", () => {
  it("is 97% with 15 of 500 lost (ThePrimeCalculator) and 92.5% with 15 of 200 (MetricKit)", () => {
    expect(logoRetention(500, 15)).toBe(0.97);
    expect(logoRetention(200, 15)).toBe(0.925);
  });
  it("refuses a start without customers, and more lost than there were", () => {
    expect(refused(() => logoRetention(0, 0))).toMatch(/^beginning_customers is 0; /);
    expect(refused(() => logoRetention(5, 6))).toMatch(/^churned_customers is 6, more than there were; /);
  });
});
