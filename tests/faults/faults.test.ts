import { expect, test } from "vitest";
import { ENTRY_NAMES } from "../../src/apps-script/entries.js";
import { describeScenarios } from "./describeScenarios.js";
import { drawsNewTabs, drawsStandingTabs, SCENARIOS } from "./scenarios.js";

test("every action of the menu and every endpoint has a scenario", () => {
  const covered = new Set(SCENARIOS.map(({ entry }) => entry));
  expect(ENTRY_NAMES.filter((name) => !covered.has(name))).toEqual([]);
});

describeScenarios((scenario) => !drawsNewTabs(scenario) && !drawsStandingTabs(scenario));
