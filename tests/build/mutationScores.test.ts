import { expect, test } from "vitest";
import { mutationTable } from "../../build/mutationScores.js";

const of = (...statuses: string[]) => ({ mutants: statuses.map((status) => ({ status })) });

test("the scores of a mutation run count what tests noticed among all that was asked, folder by folder", () => {
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

test("a folder that a run did not ask about keeps the scores of its last run, and counts among all", () => {
  const before = mutationTable({
    files: {
      "src/core/plan/inputs.ts": of("Killed", "Killed", "Killed", "Survived"),
      "src/core/leads/route.ts": of("Survived", "NoCoverage"),
    },
  });
  const now = { files: { "src/core/leads/route.ts": of("Killed", "Killed", "Survived") } };
  // 3 of 4 from before and 2 of 3 from now: 5 of 7.
  expect(mutationTable(now, `A page.\n\n${before}\n`).split("\n").slice(2)).toEqual([
    "| src/core/leads | 2 | 1 | 0 | 66.7% |",
    "| src/core/plan | 3 | 1 | 0 | 75.0% |",
    "| all | 5 | 2 | 0 | 71.4% |",
  ]);
});
