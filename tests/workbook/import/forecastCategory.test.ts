import { describe, expect, test } from "vitest";
import { categoryOfProbability, categoryOfWord } from "../../../src/workbook/import/forecastCategory.js";
import { KNOWN_STAGES, knownStageProbability } from "../../../src/workbook/import/knownStages.js";

describe("a forecast category follows from the probability", () => {
  test.each([
    [1, "Commit"],
    [0.9, "Commit"],
    [0.89, "Best Case"],
    [0.6, "Best Case"],
    [0.59, "Pipeline"],
    [0.2, "Pipeline"],
    [0.19, "Upside"],
    [0.01, "Upside"],
    [0, "Omitted"],
    [null, null],
  ])("%s → %s", (probability, category) => expect(categoryOfProbability(probability)).toBe(category));
});

describe("the CRMs' words for forecast categories", () => {
  test.each([
    ["BestCase", "Best Case"],
    ["Best Case", "Best Case"],
    ["BEST_CASE", "Best Case"],
    ["MostLikely", "Best Case"],
    ["Forecast", "Commit"],
    ["Committed", "Commit"],
    ["Not forecasted", "Omitted"],
    ["pipeline", "Pipeline"],
    ["Upside", "Upside"],
    ["Closed", null],
    ["", null],
    ["Stretch", undefined],
  ])("%s → %s", (word, category) => expect(categoryOfWord(word)).toBe(category));
});

describe("the stages that CRMs deliver", () => {
  test("are found by label and by HubSpot's internal name", () => {
    expect(knownStageProbability("Salesforce", "Id. Decision Makers")).toBe(0.6);
    expect(knownStageProbability("HubSpot", "Contract sent")).toBe(0.9);
    expect(knownStageProbability("HubSpot", "decisionmakerboughtin")).toBe(0.8);
    expect(knownStageProbability("Salesforce", "Contract Sent")).toBeNull();
  });

  test("rise in probability up to the closed ones", () => {
    for (const crm of ["Salesforce", "HubSpot", "Zoho"]) {
      const open = KNOWN_STAGES.filter((stage) => stage.crm === crm && !/closed/i.test(stage.stage));
      const probabilities = open.map((stage) => stage.probability);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b));
    }
  });
});
