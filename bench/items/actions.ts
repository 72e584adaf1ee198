import { TEMPLATES } from "../../sheets-templates/index.js";
import { drawFunctionName } from "../../src/apps-script/actions/drawTemplate.js";
import { type HeadlessWorkbench, openWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";
import { counted, type Declared } from "../declared.js";
import { importAsDialog } from "../importAsDialog.js";
import { exportOf } from "../inputs/dealExport.js";

/**
 * What each action asks of Google's services, counted: calls, round trips (a read, with the writes it has to wait for;
 * the slow part) and cells that hold something else afterwards. No clock is in it, so it is the same on every machine.
 */

const MOST_ROUND_TRIPS = 40;

interface Action {
  readonly name: string;
  /** Makes a workbook of its own ready; without it the action runs in the one with the sample company. */
  readonly before?: (workbench: HeadlessWorkbench) => void;
  /** The tab it makes: one that came with the sample company is deleted first, or only a refresh would be counted. */
  readonly makes?: string;
  readonly act: (workbench: HeadlessWorkbench) => void;
  readonly target?: true;
}

const menu = (name: string, functionName: string, more: Partial<Action> = {}): Action => ({
  name,
  act: (workbench) => workbench.run(functionName),
  ...more,
});

const importDeals = (workbench: HeadlessWorkbench): void => {
  importAsDialog(workbench, exportOf(1_000));
};
const nothing = () => {};

const LIST: readonly Action[] = [
  menu("Set up workbook", "setUpWorkbook", { before: nothing }),
  menu("Load sample data", "loadSampleData", { before: nothing }),
  { name: "Import 1,000 deals", before: nothing, act: importDeals },
  menu("Undo last import", "undoLastImport", { before: importDeals }),
  ...TEMPLATES.map((template) =>
    menu(`Draw ${template.title}`, drawFunctionName(template), { makes: template.title, target: true }),
  ),
  menu("Draw all template tabs once more", "drawAllTemplates"),
  menu("Take snapshot", "takeSnapshot"),
  menu("Show receipts", "showReceipts"),
  { name: "Check data hygiene", act: (workbench) => workbench.callEndpoint("checkHygiene") },
];

let sample: HeadlessWorkbench | undefined;

/** The sample company takes a while to load: one workbook serves all actions on it, in the order of the list. */
function sampleWorkbook(): HeadlessWorkbench {
  if (sample) return sample;
  sample = openWorkbench({ timeZone: "UTC", ...readDist("dist") });
  sample.run("loadSampleData");
  return sample;
}

/** What stands in every cell, by sheet and address. */
function contents({ model }: HeadlessWorkbench): Map<string, string> {
  const cells = new Map<string, string>();
  for (const id of model.getters.getSheetIds()) {
    for (let row = 0; row < model.getters.getNumberRows(id); row++) {
      for (let col = 0; col < model.getters.getNumberCols(id); col++) {
        const content = model.getters.getCellText({ sheetId: id, col, row }, { showFormula: true });
        if (content !== "") cells.set(`${id} ${row} ${col}`, content);
      }
    }
  }
  return cells;
}

function changedCells(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  let changed = 0;
  for (const [cell, content] of after) if (before.get(cell) !== content) changed++;
  for (const cell of before.keys()) if (!after.has(cell)) changed++;
  return changed;
}

function deleteTab({ model }: HeadlessWorkbench, sheetName: string): void {
  const sheetId = model.getters.getSheetIdByName(sheetName);
  if (sheetId !== undefined) model.dispatch("DELETE_SHEET", { sheetId, sheetName });
}

function declared({ name, before, makes, act, target }: Action): Declared {
  return {
    what: name,
    ...(target ? { target: `at most ${MOST_ROUND_TRIPS} round trips` } : {}),
    measure: () => {
      const workbench = before ? openWorkbench({ timeZone: "UTC", ...readDist("dist") }) : sampleWorkbook();
      before?.(workbench);
      if (makes !== undefined) deleteTab(workbench, makes);
      const standing = contents(workbench);
      workbench.serviceCalls.reset();
      act(workbench);
      const { count: calls, roundTrips } = workbench.serviceCalls;
      const cells = changedCells(standing, contents(workbench));
      return {
        result: `${counted(calls)} service calls, ${counted(roundTrips)} round trips, ${counted(cells)} cells written`,
        ...(target ? { met: roundTrips <= MOST_ROUND_TRIPS } : {}),
        figures: { calls, roundTrips, cells },
      };
    },
  };
}

export const ACTIONS: readonly Declared[] = LIST.map(declared);
