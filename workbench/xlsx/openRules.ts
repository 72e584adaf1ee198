/** Ranges of rules that run to the file's last row become open ranges again, and their formulas the engine's. */
import { openRange, splitSheet } from "./address.js";
import type { Engine, SheetData } from "./engine.js";
import { fromFileFormula } from "./formulas.js";
import { tidyStyle } from "./readLooks.js";

export function openRules(engine: Engine, sheet: SheetData, lastRow?: number): void {
  const formula = (value: string) =>
    value.startsWith("=") ? fromFileFormula(engine, value.slice(1), lastRow) : value;
  sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    ...format,
    ranges: format.ranges.map((range) => openRange(range, lastRow)),
    rule:
      format.rule.type === "CellIsRule"
        ? { ...format.rule, values: format.rule.values.map(formula), style: tidyStyle(format.rule.style) }
        : format.rule,
  }));
  for (const rule of sheet.dataValidationRules) {
    rule.ranges = rule.ranges.map((range) => openRange(range, lastRow));
    // LibreOffice writes a second bound, 0, whether the rule has two or not.
    const hasTwo = /Between$|^isValueInList$/.test(rule.criterion.type);
    rule.criterion.values = rule.criterion.values
      .slice(0, hasTwo ? undefined : 1)
      .map((value) =>
        rule.criterion.type === "isValueInRange" ? openReference(value, lastRow) : formula(value),
      );
  }
}

function openReference(reference: string, lastRow: number | undefined): string {
  const { rest } = splitSheet(reference);
  return reference.slice(0, reference.length - rest.length) + openRange(rest, lastRow);
}
