import type { WorkbookFacts } from "../../src/templates/template.js";

/** The facts of a workbook in dollars on which nothing is known but what a test says. */
export const factsOf = (known: Partial<WorkbookFacts> = {}): WorkbookFacts => ({
  currency: "USD",
  reps: [],
  stages: [],
  profile: "A",
  businessCase: "Standard",
  segments: [],
  sources: [],
  forecasters: [],
  ...known,
});
