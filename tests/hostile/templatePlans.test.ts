import { describe, expect, test } from "vitest";
import { TEMPLATES } from "../../sheets-templates/index.js";
import { CUSTOM_FUNCTION_NAME } from "../../src/functions/definition.js";
import { functionsOf } from "../../src/templates/formula.js";
import { planOf } from "../../src/templates/layout.js";
import type { TabPlan } from "../../src/templates/plan.js";
import { withSheetNumbers } from "../../src/templates/sheetLinks.js";
import type { Template } from "../../src/templates/template.js";
import { SETTINGS_LISTS } from "../../src/workbook/settingsLists.js";
import { DATA_TABS } from "../../src/workbook/tabs/index.js";
import { factsOf } from "../templates/factsOf.js";
import { HOSTILE_TEXTS } from "./hostileTexts.js";

/** Every template laid out with hostile names. What begins with "=" heads no group of a table (workbookFacts). */

/** Words that would meet one of the tabs' own keys, formulas or criteria. */
const OWN_WORDS = [
  "Other sources",
  "other_sources",
  "Total of all",
  "total_of_all",
  "Whole team",
  "*",
  "none",
  "!!!",
];

const NAMES = [...OWN_WORDS, ...HOSTILE_TEXTS.filter((text) => !text.startsWith("=") && text.length <= 200)];
const EIGHTS = Array.from({ length: Math.ceil(NAMES.length / 8) }, (_, at) =>
  NAMES.slice(at * 8, at * 8 + 8),
);

function planWith(template: Template, names: readonly string[]): TabPlan {
  const plan = planOf(template, {
    tabs: [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)],
    isCustomFunction: (name) => CUSTOM_FUNCTION_NAME.test(name),
    facts: factsOf({
      ...{ reps: names, stages: names, segments: names, sources: names, forecasters: names },
      currency: names[0] ?? "",
      businessCase: names[1] ?? "",
    }),
  });
  return withSheetNumbers(plan, () => 7);
}

const formulasIn = ({ content }: TabPlan): string[] =>
  content.flat().filter((cell): cell is string => typeof cell === "string" && cell.startsWith("="));

const functionsIn = (plan: TabPlan): Set<string> => new Set(formulasIn(plan).flatMap(functionsOf));

describe.each(TEMPLATES.map((template) => [template.title, template] as const))("%s", (_, template) => {
  const harmless = functionsIn(planWith(template, ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gil", "Hal"]));

  test("can be laid out with any names, which bring no function of their own", () => {
    for (const names of EIGHTS) {
      const brought = [...functionsIn(planWith(template, names))].filter((name) => !harmless.has(name));
      // A quote mark or a brace in a name is written as its number.
      expect({ names, brought: brought.filter((name) => name !== "CHAR") }).toEqual({ names, brought: [] });
    }
  });

  test("shows names that stand in its cells as they are", () => {
    for (const names of EIGHTS) {
      const shown = planWith(template, names).content.flat().map(String);
      const places = shown.filter((cell) => cell.includes("{sheet of") || cell.includes("[native code]"));
      for (const cell of places) expect(names).toContain(cell);
    }
  });
});
