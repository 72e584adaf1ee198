import { describe, expect, it } from "vitest";
import { ASKED, FAMILY_WORDS, FUNCTION_PAGES } from "../../sidebar/finder/functionPages.computed.js";
import { createSearch } from "../../sidebar/finder/search.js";
import { CATALOGUE, findFunction } from "../../src/functions/catalogue.js";
import { cpuMs } from "../cpuMs.js";

const search = createSearch(FUNCTION_PAGES, ASKED, FAMILY_WORDS);
const found = (question: string): string[] => search(question).map(({ name }) => name);

/** What people ask, and the functions that must come first, in any order among themselves. */
const QUESTIONS: readonly (readonly [question: string, ...first: string[]])[] = [
  ["how fast", "REVOPS_VELOCITY"],
  ["how fast do we sell", "REVOPS_VELOCITY"],
  ["velocity", "REVOPS_VELOCITY"],
  ["velocty", "REVOPS_VELOCITY"],
  ["REVOPS_NRR", "REVOPS_NRR"],
  ["nrr", "REVOPS_NRR"],
  ["net dollar retention", "REVOPS_NRR"],
  ["churn", "REVOPS_NRR", "REVOPS_GRR", "REVOPS_LOGO_RETENTION"],
  ["close rate", "REVOPS_WIN_RATE"],
  ["win rate", "REVOPS_WIN_RATE"],
  ["winrate", "REVOPS_WIN_RATE"],
  ["pipeline coverage", "REVOPS_COVERAGE"],
  ["is my pipeline big enough", "REVOPS_COVERAGE"],
  ["how much pipeline", "REVOPS_REQUIRED_PIPELINE"],
  ["sales cycle", "REVOPS_SALES_CYCLE"],
  ["how long", "REVOPS_SALES_CYCLE"],
  ["stale", "REVOPS_STALE_DEALS"],
  ["stuck deals", "REVOPS_STALE_DEALS", "REVOPS_TIME_IN_STAGE"],
  ["forecast accuracy", "REVOPS_FORECAST_ACCURACY", "REVOPS_MAPE"],
  ["mape", "REVOPS_MAPE"],
  ["monte carlo", "REVOPS_FORECAST_RANGE"],
  ["P90", "REVOPS_FORECAST_RANGE"],
  ["cac", "REVOPS_CAC"],
  ["payback", "REVOPS_CAC_PAYBACK"],
  ["magic number", "REVOPS_MAGIC_NUMBER"],
  ["cohort", "REVOPS_COHORTS"],
  ["bottleneck", "REVOPS_FUNNEL"],
  ["how many leads", "REVOPS_FUNNEL_REQUIRED"],
  ["lead scoring", "LEAD_SCORE"],
  ["markov", "REVOPS_ATTRIBUTION"],
  ["commission", "REVOPS_PAYOUT"],
  ["hiring", "REVOPS_HIRING_PLAN", "REVOPS_CAPACITY"],
  ["duplicte", "REVOPS_DUPLICATES"],
  ["reponse time", "REVOPS_SLA_STATUS"],
  ["why do our numbers differ", "REVOPS_DEFINITIONS"],
  ["retntion", "REVOPS_RETENTION", "REVOPS_LOGO_RETENTION"],
];

describe("the search finds by need, name and synonym, slips of the pen forgiven", () => {
  it.each(QUESTIONS)("%s", (question, ...first) => {
    expect(found(question).slice(0, first.length).sort()).toEqual([...first].sort());
  });

  it("puts every function first that is asked for by its own name", () => {
    for (const { name } of CATALOGUE) expect(found(name)[0], name).toBe(name);
  });

  it("shows all functions while nothing is asked, and none for what nobody means", () => {
    expect(search("")).toHaveLength(CATALOGUE.length);
    expect(found("xyzzyq")).toEqual([]);
    expect(found("<img src=x>?!")).toEqual([]);
  });

  it("answers a question among all functions within a key's stroke", () => {
    const start = cpuMs();
    for (let round = 0; round < 20; round++) search("how many deals do we need to win");
    expect((cpuMs() - start) / 20).toBeLessThan(200);
  });
});

describe("what the finder says of each function is derived from its entry", () => {
  it("every phrase that calls functions to mind names functions that exist", () => {
    for (const names of Object.values(ASKED)) {
      for (const name of names) expect(findFunction(name), name).toBeDefined();
    }
  });

  it("tells an error that the function itself gives, beginning with an argument of it", () => {
    for (const { name, errors, parameters } of FUNCTION_PAGES) {
      expect(errors.length, name).toBeGreaterThan(0);
      for (const told of errors) {
        expect(
          parameters.some((parameter) => told.startsWith(parameter.name)),
          told,
        ).toBe(true);
      }
    }
    const velocity = FUNCTION_PAGES.find(({ name }) => name === "REVOPS_VELOCITY");
    expect(velocity?.errors).toContain(
      "win_rate is 25, above 100%; write 25% or 0.25 for twenty-five per cent.",
    );
  });

  it("has one field text for each argument of the example", () => {
    const rate = FUNCTION_PAGES.find(({ name }) => name === "REVOPS_WIN_RATE");
    expect(rate?.example.fields).toEqual(['{"Won";"Lost";"Lost";"Lost";"Open"}']);
    for (const { name, example, parameters } of FUNCTION_PAGES) {
      expect(example.fields.length, name).toBeLessThanOrEqual(parameters.length);
    }
  });
});
