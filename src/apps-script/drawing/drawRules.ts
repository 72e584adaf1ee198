import type { TabPlan } from "../../templates/plan.js";
import { rangeOf } from "./drawTab.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Drop-downs, date checks and the signal colours. */
export function drawRules(sheet: Sheet, plan: TabPlan): void {
  for (const { area, rule, help } of plan.validations) {
    const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
    if (help) builder.setHelpText(help);
    if (rule.kind === "list") builder.requireValueInList([...rule.values], true);
    else if (rule.kind === "cells") builder.requireValueInRange(rangeOf(sheet, rule.source), true);
    else if (rule.kind === "tick") builder.requireCheckbox();
    else builder.requireDate();
    rangeOf(sheet, area).setDataValidation(builder.build());
  }
  sheet.setConditionalFormatRules(
    plan.tones.map(({ area, formula, color, background }) => {
      const builder = SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setFontColor(color)
        .setRanges([rangeOf(sheet, area)]);
      if (background) builder.setBackground(background);
      return builder.build();
    }),
  );
}
