import { expect, test } from "vitest";
import { buildImport } from "../../../src/workbook/import/buildImport.js";

/** An export of so many deals with quotes, line breaks, currency signs and American dates in every row. */
function bigExport(deals: number): string {
  const stages = ["Discovery", "Proposal", "Closed Won", "Closed Lost"];
  const lines = ["Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Next step"];
  for (let i = 0; i < deals; i++) {
    lines.push(
      `${1000 + i},"Deal ""${i}"", new",${stages[i % 4]},"$${(i % 97) + 1},250.50",${(i % 12) + 1}/${(i % 28) + 1}/2026 10:30,2025-0${(i % 9) + 1}-11 08:00,Rep ${i % 12},"Call\nback"`,
    );
  }
  return lines.join("\r\n");
}

test("100,000 deals are imported and updated without anything that grows with the square of their number", () => {
  const settings = { stages: [], asOf: 46083 };
  const source = bigExport(100_000);
  const start = performance.now();
  const first = buildImport({ source, settings });
  const second = buildImport({ source, settings, existing: first.added });
  const seconds = (performance.now() - start) / 1000;
  expect([first.added.length, first.refused.length, second.unchanged]).toEqual([100_000, 0, 100_000]);
  // Two imports take about 4 s on a quiet machine; the margin is for busy ones.
  expect(seconds).toBeLessThan(30);
});
