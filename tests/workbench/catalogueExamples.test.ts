import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../src/functions/catalogue.js";
import { isCellDate } from "../../src/functions/cells.js";
import { openAddOn } from "../apps-script/addOn.js";

/** Every published example, typed into a cell of the built add-on. */
const workbench = openAddOn();

type Shown = number | string | boolean;

function expectSame(actual: unknown, expected: unknown): void {
  const wanted = isCellDate(expected) ? expected.serial : (expected as Shown);
  if (typeof wanted === "number") {
    expect(typeof actual).toBe("number");
    expect(Math.abs(Number(actual) - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
  } else expect(actual ?? "").toBe(wanted);
}

for (const { name, examples } of CATALOGUE) {
  describe(name, () => {
    test("has an example", () => {
      expect(examples.length).toBeGreaterThan(0);
    });
    for (const { formula, answer, from } of examples) {
      test(`${formula} (${from})`, () => {
        const { value, values, message } = workbench.evaluateFormula(formula);
        if (!Array.isArray(answer)) {
          expect(message ?? "").toBe("");
          expectSame(value, answer);
          return;
        }
        const rows = answer as readonly (readonly unknown[])[];
        expect(values.length, message).toBe(rows.length);
        rows.forEach((row, rowIndex) => {
          row.forEach((cell, column) => {
            expectSame(values[rowIndex]?.[column], cell);
          });
        });
      });
    }
  });
}
