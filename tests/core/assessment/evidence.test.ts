import { describe, expect, it } from "vitest";
import { proposals, type WorkbookMeasures } from "../../../src/core/assessment/evidence.js";
import { RUBRIC_CRITERIA } from "../../../src/core/assessment/rubric.js";

const proposed = (key: string, measures: WorkbookMeasures) =>
  proposals(measures).find((proposal) => proposal.key === key);

describe("scores that the workbook proposes", () => {
  it("belong to criteria of the rubric, and an empty workbook proposes none but says what is missing", () => {
    const keys = RUBRIC_CRITERIA.map(({ key }) => key);
    for (const { key, score, evidence } of proposals({})) {
      expect(keys).toContain(key);
      expect(score, key).toBeNull();
      expect(evidence).toMatch(/^[A-Z].*\.$/);
    }
  });

  // Bounds of the playbook: duplicates below 2%, MAPE below 15% and broken above 25%.
  it.each([
    [
      "fewDuplicates",
      { accounts: { compared: 100, surplus: 1 } },
      2,
      "1 of 100 accounts can be merged into another: 1.0%.",
    ],
    [
      "fewDuplicates",
      { accounts: { compared: 100, surplus: 2 } },
      1,
      "2 of 100 accounts can be merged into another: 2.0%.",
    ],
    ["accuracy", { forecast: { periods: 3, mape: 0.149, leftOut: 0 } }, 2, "MAPE 14.9% over 3 forecasts."],
    ["accuracy", { forecast: { periods: 3, mape: 0.15, leftOut: 0 } }, 1, "MAPE 15.0% over 3 forecasts."],
    ["accuracy", { forecast: { periods: 3, mape: 0.25, leftOut: 0 } }, 1, "MAPE 25.0% over 3 forecasts."],
    [
      "accuracy",
      { forecast: { periods: 1, mape: 0.26, leftOut: 1 } },
      0,
      "MAPE 26.0% over 1 forecast. 1 row with an actual of 0 left out.",
    ],
    [
      "requiredFields",
      { openDeals: { deals: 10, complete: 10 } },
      2,
      /^10 of 10 open deals have .*: 100\.0%\.$/,
    ],
    ["requiredFields", { openDeals: { deals: 10, complete: 9 } }, 1, /90\.0%/],
    ["requiredFields", { openDeals: { deals: 10, complete: 8 } }, 0, /80\.0%/],
    ["coverage", { targets: { team: true, reps: 3, withQuota: 3 } }, 2, /3 of 3 reps have a quota/],
    ["coverage", { targets: { team: true, reps: 3, withQuota: 2 } }, 1, /2 of 3 reps/],
    ["coverage", { targets: { team: false, reps: 3, withQuota: 3 } }, 1, /no target this quarter/],
    ["coverage", { targets: { team: false, reps: 3, withQuota: 0 } }, 0, /0 of 3 reps/],
    ["routing", { routing: { leads: 20, inTime: 19, minutes: 5 } }, 2, /19 of 20 MQLs .* 5 minutes: 95\.0%/],
    ["routing", { routing: { leads: 20, inTime: 10, minutes: 5 } }, 1, /50\.0%/],
    ["routing", { routing: { leads: 20, inTime: 9, minutes: 5 } }, 0, /45\.0%/],
    ["handoffs", { handoffs: { won: 20, documented: 19 } }, 2, /19 of 20 deals won in 90 days/],
    ["handoffs", { handoffs: { won: 20, documented: 1 } }, 1, /1 of 20/],
    ["handoffs", { handoffs: { won: 20, documented: 0 } }, 0, /0 of 20/],
    ["dashboard", { weeksWithSnapshot: 4 }, 2, /4 of the last 4 weeks/],
    ["dashboard", { weeksWithSnapshot: 1 }, 1, /1 of the last 4 weeks/],
    ["dashboard", { weeksWithSnapshot: 0 }, 0, /0 of the last 4 weeks/],
    // What no data can show is left to the assessor: full marks are never proposed.
    ["velocity", { wonWithDates: 500 }, 1, /500 won deals/],
    ["stages", { stages: { listed: 5, defined: 5 } }, 1, /5 of 5 open stages/],
  ] as const)("%s of %j is %d", (key, measures, score, evidence) => {
    const proposal = proposed(key, measures);
    expect(proposal?.score).toBe(score);
    if (typeof evidence === "string") expect(proposal?.evidence).toBe(evidence);
    else expect(proposal?.evidence).toMatch(evidence);
  });
});
