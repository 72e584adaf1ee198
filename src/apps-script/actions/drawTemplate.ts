import { TEMPLATES } from "../../../sheets-templates/index.js";
import { CUSTOM_FUNCTION_NAME } from "../../functions/definition.js";
import { planOf } from "../../templates/layout.js";
import type { Template } from "../../templates/template.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { REPS, STAGES } from "../../workbook/settings.js";
import { drawTab } from "../drawing/drawTab.js";
import { exclusively, openSession } from "../session.js";
import { Workbook } from "../workbook.js";

/** Name of the menu function that draws a template: `drawWeeklyPipelineReview`. */
export const drawFunctionName = ({ id }: Template): string =>
  `draw${id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;

/** The template tabs there are, with the function that makes each. */
export function listTemplates(): { id: string; title: string; summary: string; functionName: string }[] {
  return TEMPLATES.map((template) => {
    const { id, title, summary } = template;
    return { id, title, summary, functionName: drawFunctionName(template) };
  });
}

const names = (rows: readonly (Readonly<Record<string, unknown>> | null)[], key: string): string[] =>
  rows.map((row) => String(row?.[key] ?? "")).filter((name) => name !== "");

/** Makes the template's tab, or makes it anew where it stands; what people typed in it stays. */
export function drawTemplate(template: Template): void {
  exclusively(() => {
    const session = openSession();
    const workbook = new Workbook(session);
    workbook.moveAsOf();
    workbook.open(OPPORTUNITIES);
    const plan = planOf(template, {
      tabs: [OPPORTUNITIES, STAGES, REPS],
      // Every template is laid out with the real catalogue when it is tested; here the name is enough.
      isCustomFunction: (name) => CUSTOM_FUNCTION_NAME.test(name),
      facts: {
        currency: workbook.currency,
        reps: names(workbook.reps, "rep"),
        stages: names(workbook.stages, "stage"),
      },
    });
    const { kept, refreshed } = drawTab(session.spreadsheet, plan);
    const what = `${template.title} ${refreshed ? "refreshed" : "made"}.`;
    const note = kept > 0 ? ` ${kept} typed cells that have no field of their own stand below the tab.` : "";
    session.spreadsheet.toast(`${what}${note}`, "RevOps Engine", 5);
  });
}
