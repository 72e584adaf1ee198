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

  it.each([
    ["fewDuplicates", { accounts: { compared: 0, surplus: 0 } }, "Accounts holds no rows to compare."],
    ["requiredFields", { openDeals: { deals: 0, complete: 0 } }, "Opportunities holds no open deals."],
    ["stages", { stages: { listed: 0, defined: 0 } }, "Settings lists no open stages."],
    ["coverage", {}, "Settings has neither a target nor reps."],
    ["velocity", { wonWithDates: 0 }, "Opportunities holds no won deal with both dates and an amount."],
    [
      "accuracy",
      { forecast: { periods: 0, mape: 0, leftOut: 1 } },
      "Forecasts holds no row with both forecast and actual.",
    ],
    ["handoffs", { handoffs: { won: 0, documented: 0 } }, "No deal was won in the last 90 days."],
    [
      "routing",
      { routing: { leads: 0, inTime: 0, minutes: 5 } },
      "Leads holds no row with a time under MQL at.",
    ],
    ["dashboard", {}, "History holds no snapshot yet."],
  ] as const)("%s of %j is for the assessor alone", (key, measures, evidence) => {
    expect(proposed(key, measures)).toEqual({ key, score: null, evidence });
  });

  it.each([
    [
      "fewDuplicates",
      { accounts: { compared: 1, surplus: 0 } },
      "0 of 1 account can be merged into another: 0.0%.",
    ],
    [
      "requiredFields",
      { openDeals: { deals: 1, complete: 1 } },
      "1 of 1 open deal with amount, expected close, stage and next step: 100.0%.",
    ],
    [
      "stages",
      { stages: { listed: 1, defined: 0 } },
      "0 of 1 open stage with a probability in Settings; owners and exits only you can judge.",
    ],
    [
      "coverage",
      { targets: { team: true, reps: 1, withQuota: 0 } },
      "The team has a target this quarter; 0 of 1 rep with a quota.",
    ],
    [
      "velocity",
      { wonWithDates: 1 },
      "This workbook computes it from 1 won deal; whether its levers are worked on only you can judge.",
    ],
    [
      "handoffs",
      { handoffs: { won: 1, documented: 1 } },
      "1 of 1 deal won in 90 days with a handoff document in Activities.",
    ],
    [
      "routing",
      { routing: { leads: 1, inTime: 1, minutes: 5 } },
      "1 of 1 MQL had an owner within 5 minutes: 100.0%.",
    ],
  ] as const)("%s of a single case is told as one: %j", (key, measures, evidence) => {
    expect(proposed(key, measures)?.evidence).toBe(evidence);
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
      "accuracy",
      { forecast: { periods: 2, mape: 0.26, leftOut: 2 } },
      0,
      / 2 rows with an actual of 0 left out\.$/,
    ],
    [
      "requiredFields",
      { openDeals: { deals: 10, complete: 10 } },
      2,
      /^10 of 10 open deals with .*: 100\.0%\.$/,
    ],
    ["requiredFields", { openDeals: { deals: 10, complete: 9 } }, 1, /90\.0%/],
    ["requiredFields", { openDeals: { deals: 10, complete: 8 } }, 0, /80\.0%/],
    ["coverage", { targets: { team: true, reps: 3, withQuota: 3 } }, 2, /3 of 3 reps with a quota/],
    ["coverage", { targets: { team: true, reps: 3, withQuota: 2 } }, 1, /2 of 3 reps/],
    ["coverage", { targets: { team: false, reps: 3, withQuota: 3 } }, 1, /no target this quarter/],
    ["coverage", { targets: { team: false, reps: 3, withQuota: 0 } }, 0, /0 of 3 reps/],
    ["coverage", { targets: { team: true, reps: 0, withQuota: 0 } }, 1, /0 of 0 reps/],
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
    ["stages", { stages: { listed: 5, defined: 0 } }, 0, /0 of 5 open stages/],
  ] as const)("%s of %j is %d", (key, measures, score, evidence) => {
    const proposal = proposed(key, measures);
    expect(proposal?.score).toBe(score);
    if (typeof evidence === "string") expect(proposal?.evidence).toBe(evidence);
    else expect(proposal?.evidence).toMatch(evidence);
  });
});
