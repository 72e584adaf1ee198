import { CATALOGUE } from "../../src/functions/catalogue.js";
import { planOf } from "../../src/templates/layout.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { Template } from "../../src/templates/template.js";
import { SETTINGS_LISTS } from "../../src/workbook/settingsLists.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { settingAt } from "./addOn.js";

const catalogue = new Set(CATALOGUE.map(({ name }) => name));

/** The texts of a named range without its blanks, top to bottom. */
function textsIn({ model }: HeadlessWorkbench, rangeName: string): string[] {
  const range = model.getters.getNamedRange(rangeName)?.range;
  if (!range) return [];
  const { left: col, top, bottom } = range.zone;
  const texts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const { value } = model.getters.getEvaluatedCell({ sheetId: range.sheetId, col, row });
    texts.push(value === null ? "" : String(value));
  }
  return texts;
}

const filled = (texts: readonly string[]) => texts.filter((text) => text !== "");
/** Rows of a list's filled cells, from 1. */
const rowsOf = (texts: readonly string[]) => texts.flatMap((text, at) => (text === "" ? [] : [at + 1]));

function ranked(texts: readonly string[]): string[] {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const words = filled(texts).filter((word, at, all) => all.findIndex((other) => same(word, other)) === at);
  const often = (word: string) => texts.filter((text) => same(text, word)).length;
  return words.sort((one, other) => often(other) - often(one) || one.localeCompare(other));
}

/** Where a template's cells stand in this workbook: the plan that its action drew, made a second time. */
export function planIn(workbench: HeadlessWorkbench, template: Template): TabPlan {
  const kinds = textsIn(workbench, "Stages_Kind");
  const open = textsIn(workbench, "Stages_Stage").map((stage, row) =>
    !kinds[row] || kinds[row] === "Open" ? stage : "",
  );
  const reps = textsIn(workbench, "Reps_Rep");
  return planOf(template, {
    tabs: [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)],
    isCustomFunction: (name) => catalogue.has(name),
    facts: {
      currency: String(settingAt(workbench, "currency")),
      reps: filled(reps),
      repRows: rowsOf(reps),
      stages: filled(open),
      stageRows: rowsOf(open),
      profile: settingAt(workbench, "profile") === "B" ? "B" : "A",
      businessCase: String(settingAt(workbench, "businessCase")),
      segments: ranked(textsIn(workbench, "Opportunities_Segment")).slice(0, 8),
      sources: ranked(textsIn(workbench, "Opportunities_Source")).slice(0, 8),
      forecasters: ranked(textsIn(workbench, "Forecasts_Forecaster")).sort((one, other) =>
        one.localeCompare(other),
      ),
    },
  });
}
