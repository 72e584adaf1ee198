import { expect, test } from "vitest";
import { compileFormula, type FormulaScope } from "../../src/templates/formula.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { REPS } from "../../src/workbook/settings.js";

const scope: FormulaScope = {
  tabs: [OPPORTUNITIES, REPS],
  cell: (key) => (key === "winRate" ? "$B$7" : undefined),
  isCustomFunction: (name) => name === "REVOPS_VELOCITY",
  self: "$C$3",
};

test("a formula names columns, settings and cells of its tab, never letters", () => {
  expect(
    compileFormula('=SUMIFS({Opportunities.amount},{Opportunities.outcome},"Open")*{#winRate}', scope),
  ).toBe('=SUMIFS(Opportunities_Amount,Opportunities_Outcome,"Open")*$B$7');
  expect(compileFormula("={asOf}-{Reps.hireDate}", scope)).toBe("=Settings_asOf-Reps_Hired");
  expect(compileFormula("=ROWS({Opportunities:rows})+ROWS({Opportunities:headings})", scope)).toBe(
    "=ROWS(Opportunities_rows)+ROWS(Opportunities_headings)",
  );
  expect(compileFormula("={this}<3", scope)).toBe("=$C$3<3");
});

test.each([
  ["={Opportunities.amout}", "no such column"],
  ["={Deals.amount}", "no such data tab"],
  ["={asof}", "no such setting"],
  ["={#coverage}", "no cell of this tab has that key"],
])("a name that does not exist stops the build: %s", (formula, why) => {
  expect(() => compileFormula(formula, scope)).toThrow(why);
});

test("a function that some reader's spreadsheet lacks stops the build", () => {
  expect(() => compileFormula("=FILTER({Opportunities.amount},1)", scope)).toThrow("FILTER");
  expect(() => compileFormula("=REVOPS_VELOCTY(1,1,1,1)", scope)).toThrow("REVOPS_VELOCTY");
  expect(compileFormula("=REVOPS_VELOCITY(1,1,1,1)", scope)).toBe("=REVOPS_VELOCITY(1,1,1,1)");
});

test("words in quotes are text, not functions", () => {
  expect(compileFormula('="LAMBDA(x)"&TEXT(1,"0")', scope)).toBe('="LAMBDA(x)"&TEXT(1,"0")');
});
