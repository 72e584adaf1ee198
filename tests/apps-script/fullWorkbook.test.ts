import { expect, test } from "vitest";
import { everythingIn, openAddOn } from "./addOn.js";

const dealsOf = (count: number) =>
  [
    "Opportunity ID,Opportunity Name,Stage,Amount,Created Date,Close Date",
    ...Array.from(
      { length: count },
      (_, index) => `D${index},Deal ${index},Proposal,500,2026-01-05,2026-03-31`,
    ),
  ].join("\n");

test("an import that would go beyond ten million cells is refused in a sentence, and nothing has changed", () => {
  const workbench = openAddOn();
  workbench.callEndpoint("runImport", [dealsOf(1), {}]);
  // Google counts blank cells too: a tab of 99,000 rows by 100 columns leaves little room.
  workbench.model.dispatch("CREATE_SHEET", {
    sheetId: "big",
    name: "Archive",
    position: 1,
    rows: 99_000,
    cols: 100,
  });
  const before = everythingIn(workbench);
  expect(() => workbench.callEndpoint("runImport", [dealsOf(6000), {}])).toThrow(
    /of the 10,000,000 cells that a spreadsheet may have, and "Opportunities" needs [\d,]+ more; delete tabs or rows/,
  );
  expect(everythingIn(workbench) === before).toBe(true);
});
