import type { WorkbookFacts } from "../../src/templates/template.js";

const rowsOf = (names: readonly string[] = []): number[] => names.map((_, index) => index + 1);

/** The facts of a workbook in dollars on which nothing is known but what a test says. */
export const factsOf = (known: Partial<WorkbookFacts> = {}): WorkbookFacts => ({
  currency: "USD",
  reps: [],
  repRows: rowsOf(known.reps),
  stages: [],
  stageRows: rowsOf(known.stages),
  profile: "A",
  businessCase: "Standard",
  segments: [],
  sources: [],
  forecasters: [],
  ...known,
});
