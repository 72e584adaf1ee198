import { TEMPLATES } from "../../../sheets-templates/index.js";
import { CUSTOM_FUNCTION_NAME } from "../../functions/definition.js";
import { planOf } from "../../templates/layout.js";
import { withSheetNumbers } from "../../templates/sheetLinks.js";
import type { Template } from "../../templates/template.js";
import type { DataTab } from "../../workbook/columns.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";
import { type Drawn, drawTab } from "../drawing/drawTab.js";
import { workbookFacts } from "../drawing/workbookFacts.js";
import { exclusively, openSession } from "../session.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
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

/** All that a template's formulas may name. */
const READABLE: readonly DataTab[] = [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)];

/** Makes the template's tab, or makes it anew where it stands; what people typed in it stays. */
export function drawTemplate(template: Template): void {
  exclusively(() => {
    const session = openSession();
    const { kept, refreshed } = allOrNothing((undo) => {
      takeBackNewTabs(session.spreadsheet, undo);
      return draw(template, new Workbook(session), undo);
    });
    const what = `${template.title} ${refreshed ? "refreshed" : "made"}.`;
    const note = kept > 0 ? ` ${kept} typed cells that have no field of their own stand below the tab.` : "";
    session.spreadsheet.toast(`${what}${note}`, "RevOps Engine", 5);
  });
}

function draw(template: Template, workbook: Workbook, undo: Undo): Drawn {
  const { spreadsheet } = workbook.session;
  workbook.moveAsOf(undefined, undo);
  const plan = planOf(template, {
    tabs: READABLE,
    // Every template is laid out with the real catalogue when it is tested; here the name is enough.
    isCustomFunction: (name) => CUSTOM_FUNCTION_NAME.test(name),
    facts: workbookFacts(workbook),
  });
  // A formula may only name what is there: a data tab that is missing is made, with its headings and no rows.
  const numbers = new Map(plan.reads.map((tab) => [tab.key, workbook.open(tab).sheet.getSheetId()]));
  const linked = withSheetNumbers(plan, (key) => numbers.get(key) ?? 0);
  return drawTab(spreadsheet, linked, undo);
}
