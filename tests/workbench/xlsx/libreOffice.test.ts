import { describe, expect, test } from "vitest";
import { readXlsx } from "../../../workbench/xlsx/readXlsx.js";
import { writeXlsx } from "../../../workbench/xlsx/writeXlsx.js";
import { compareWithLibreOffice, compareWorkbooks, recalculate, whyNoLibreOffice } from "./libreOffice.js";
import { cellOf, companion, sampleModel, testEngine } from "./sample.js";

const missing = whyNoLibreOffice();
if (missing) console.warn(missing);

describe.skipIf(missing !== undefined)("LibreOffice", { timeout: 120_000 }, async () => {
  const engine = await testEngine();
  const model = sampleModel(engine);
  const bytes = writeXlsx(model, engine, { companion });

  test("computes every native formula to the value in the file", async () => {
    const { compared, skipped, differences } = await compareWithLibreOffice(bytes);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(30);
    expect(skipped).toBe(0);
  });

  test("is given a wrong value and finds it", async () => {
    const wrong = sampleModel(engine);
    const file = writeXlsx(wrong, engine);
    wrong.dispatch("UPDATE_CELL", { sheetId: "deals", col: 3, row: 2, content: "1" });
    const changed = writeXlsx(wrong, engine);
    expect(compareWorkbooks(file, await recalculate(changed)).differences.map(({ cell }) => cell)).toContain(
      "C8",
    );
  });

  test("hands back a file from which our formulas and notes are still restored", async () => {
    const { data, companion: read, formulas } = readXlsx(await recalculate(bytes), engine);
    expect(formulas).toEqual({ restored: 3, changed: 0 });
    expect(read).toEqual(companion);
    const again = new engine.Model(data);
    expect(cellOf(again, "review", 1, 12).content).toBe(cellOf(model, "review", 1, 12).content);
    expect(data.sheets[0]?.figures).toHaveLength(4);
    expect(data.namedRanges).toEqual(model._exportData(false).namedRanges);
  });
});
