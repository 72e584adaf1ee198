import { expect, test } from "vitest";
import { mutationTable } from "../../build/mutationScores.js";

test("the scores of a mutation run count what tests noticed among all that was asked, folder by folder", () => {
  const of = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });
  const files = {
    "src/functions/call.ts": of("Killed", "Killed", "Timeout", "Survived"),
    "src/core/plan/inputs.ts": of("Killed", "Ignored", "NoCoverage"),
    "src/core/plan/scenarios.ts": of("Killed", "Killed"),
  };
  // 3 of 4 in functions; 3 of 4 in plan, where one that runs at load was not asked about.
  expect(mutationTable({ files }).split("\n").slice(2)).toEqual([
    "| src/core/plan | 3 | 0 | 1 | 75.0% |",
    "| src/functions | 3 | 1 | 0 | 75.0% |",
    "| all | 6 | 1 | 1 | 75.0% |",
  ]);
});
