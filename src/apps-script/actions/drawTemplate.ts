import { TEMPLATES } from "../../../sheets-templates/index.js";
import { CUSTOM_FUNCTION_NAME } from "../../functions/definition.js";
import { planOf } from "../../templates/layout.js";
import { withSheetNumbers } from "../../templates/sheetLinks.js";
import type { Template } from "../../templates/template.js";
import type { DataTab } from "../../workbook/columns.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";
import { DATA_TABS } from "../../workbook/tabs/index.js";
import { type Drawn, drawTabs } from "../drawing/drawTab.js";
import { workbookFacts } from "../drawing/workbookFacts.js";
import { exclusively, openSession } from "../session.js";
import { listNames } from "../sheets/names.js";
import { takeBackNewTabs } from "../sheets/newTabs.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { Workbook } from "../workbook.js";

/** Name of the menu function that draws a template: `drawWeeklyPipelineReview`. */
export const drawFunctionName = ({ id }: Template): string =>
  `draw${id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")}`;

export interface TemplateEntry {
  readonly id: string;
  readonly title: string;
  readonly fromAssessments: boolean;
}

/** The template tabs there are. */
export const listTemplates = (): TemplateEntry[] =>
  TEMPLATES.map(({ id, title, fromAssessments = false }) => ({ id, title, fromAssessments }));

/** All that a template's formulas may name. */
const READABLE: readonly DataTab[] = [...DATA_TABS, ...SETTINGS_LISTS.map(({ tab }) => tab)];

/** Makes the template's tab, or makes it anew where it stands; what people typed in it stays. */
export const drawTemplate = (template: Template): void => drawTemplates([template]);

/** Menu: every template's tab, all in one go. */
export const drawAllTemplates = (): void => drawTemplates(TEMPLATES);

/** Several at once are computed once, when all stand: much faster than one after another. */
export function drawTemplates(templates: readonly Template[]): void {
  exclusively(() => {
    const session = openSession();
    const drawn = allOrNothing((undo) => {
      const names = listNames(session.spreadsheet);
      takeBackNewTabs(session.spreadsheet, undo, names);
      return draw(templates, new Workbook(session, names), undo);
    });
    session.spreadsheet.toast(reportOf(templates, drawn), "RevOps Engine", 5);
  });
}

/** The same by their ids, for the command line. */
export function drawTemplatesById(ids: readonly string[]): void {
  drawTemplates(
    ids.map((id) => {
      const found = TEMPLATES.find((template) => template.id === id);
      if (!found) throw new Error(`Template ${id} does not exist; choose another.`);
      return found;
    }),
  );
}

export function reportOf(templates: readonly Template[], drawn: readonly Drawn[]): string {
  const [first] = drawn;
  const made = first?.refreshed ? "refreshed" : "made";
  const what =
    drawn.length === 1 ? `${templates[0]?.title} ${made}.` : `${drawn.length} report tabs made or refreshed.`;
  const kept = drawn.reduce((sum, each) => sum + each.kept, 0);
  if (kept === 0) return what;
  return `${what} ${kept} typed cells that have no field of their own stand below ${drawn.length === 1 ? "the tab" : "their tabs"}.`;
}

export function draw(templates: readonly Template[], workbook: Workbook, undo: Undo): Drawn[] {
  workbook.moveAsOf(undefined, undo);
  const facts = workbookFacts(workbook);
  const plans = templates.map((template) =>
    planOf(template, {
      tabs: READABLE,
      // Every template is laid out with the real catalogue when it is tested; here the name is enough.
      isCustomFunction: (name) => CUSTOM_FUNCTION_NAME.test(name),
      facts,
    }),
  );
  // A formula may only name what is there: a data tab that is missing is made, with its headings and no rows.
  const reads = new Set(plans.flatMap((plan) => plan.reads));
  const numbers = new Map([...reads].map((tab) => [tab.key, workbook.open(tab).sheet.getSheetId()]));
  const linked = plans.map((plan) => withSheetNumbers(plan, (key) => numbers.get(key) ?? 0));
  return drawTabs(workbook, linked, undo);
}
