import { describe, expect, it } from "vitest";
import { open } from "./support.js";

/** Limits are several times what an idle machine takes, so that only a change of kind breaks them. */
function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

const { run, workbench } = open(`
/** @customfunction */
function TOTAL(cells) { return cells.reduce((sum, row) => row.reduce((s, c) => (typeof c === "number" ? s + c : s), sum), 0); }
`);

describe("speed", () => {
  it("writes 9,000 rows of 25 cells in a block while 300 formulas depend on them", {
    timeout: 60_000,
  }, () => {
    run(`var formulas = [];
      for (var i = 0; i < 300; i++) formulas.push(['=SUMIFS(Sheet1!C2:C,Sheet1!A2:A,">' + i + '",Sheet1!B2:B,"x' + (i % 7) + '")']);
      book.insertSheet("Sums").getRange(1, 1, 300, 1).setFormulas(formulas); sheet.insertRowsAfter(1000, 9001)`);
    const taken = seconds(() =>
      run(`var rows = [];
        for (var r = 0; r < 9000; r++) { var row = []; for (var c = 0; c < 25; c++) row.push(c === 1 ? "x" + (r % 7) : r * c); rows.push(row); }
        sheet.getRange(2, 1, 9000, 25).setValues(rows)`),
    );
    // 1.5 s on an idle machine.
    expect(taken).toBeLessThan(12);
    expect(run("return book.getSheetByName('Sums').getRange('A1').getValue()")).toBe(0);
    expect(run("return sheet.getRange('Y9001').getValue()")).toBe(8999 * 24);
  });

  it("passes 10,000 rows of 12 cells to one custom function", () => {
    workbench.evaluateFormula("=1");
    const taken = seconds(() => workbench.evaluateFormula("=TOTAL(Sheet1!A2:L10001)"));
    // 0.06 s on an idle machine.
    expect(taken).toBeLessThan(1);
  });
});
