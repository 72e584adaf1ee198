import { TEMPLATES } from "../../sheets-templates/index.js";
import { readAssessments, saveAssessment, saveAssessmentDraft } from "./actions/assessments/assessments.js";
import { measureRubric } from "./actions/assessments/measure.js";
import {
  drawAllTemplates,
  drawFunctionName,
  drawTemplate,
  drawTemplatesById,
  listTemplates,
} from "./actions/drawTemplate.js";
import { readActiveCell, readRangeNames, readSelection } from "./actions/finder/activeCell.js";
import { insertFormula } from "./actions/finder/insertFormula.js";
import { tryFunction } from "./actions/finder/tryFunction.js";
import { readComparable } from "./actions/forms/readComparable.js";
import { readFunnel } from "./actions/forms/readFunnel.js";
import { applyFixes } from "./actions/hygiene/applyFixes.js";
import { checkHygiene } from "./actions/hygiene/checkHygiene.js";
import { runImport } from "./actions/importDeals.js";
import { previewImport } from "./actions/importPreview.js";
import { beginImport, continueImport, readImportState } from "./actions/importSteps.js";
import { undoImport, undoLastImport } from "./actions/importUndo.js";
import { copyForLeadership, copyTabForLeadership } from "./actions/leadershipCopy/copyForLeadership.js";
import { loadSampleData } from "./actions/loadSampleData.js";
import { showReceipts } from "./actions/receipts/showReceipts.js";
import { setUpWorkbook } from "./actions/setUpWorkbook.js";
import { takeSnapshot } from "./actions/snapshot/takeSnapshot.js";
import { summarise } from "./actions/summary.js";
import { explained } from "./serviceFailure.js";
import {
  openDefinitions,
  openFinder,
  openFunnel,
  openHygiene,
  openImport,
  openMaturity,
  openRubric,
} from "./windows.js";

/** What sidebars, dialogs and the command line may call. Plain data in, plain data out. */
export const ENDPOINTS = {
  listTemplates,
  drawTemplatesById,
  previewImport,
  readImportState,
  beginImport,
  continueImport,
  undoImport,
  runImport,
  summarise,
  readAssessments,
  saveAssessment,
  saveAssessmentDraft,
  measureRubric,
  checkHygiene,
  applyFixes,
  readActiveCell,
  readSelection,
  readRangeNames,
  tryFunction,
  insertFormula,
  readFunnel,
  readComparable,
} as const;
export type Endpoints = typeof ENDPOINTS;

const ACTIONS: Readonly<Record<string, () => void>> = {
  setUpWorkbook,
  openImport,
  openFinder,
  openFunnel,
  openDefinitions,
  openHygiene,
  undoLastImport,
  openMaturity,
  openRubric,
  loadSampleData,
  takeSnapshot,
  copyForLeadership,
  copyTabForLeadership,
  showReceipts,
  drawAllTemplates,
  ...Object.fromEntries(
    TEMPLATES.map((template) => [drawFunctionName(template), () => drawTemplate(template)]),
  ),
};

/** Every top-level function that is no custom function; the build writes one stub for each. */
export const ENTRY_NAMES: readonly string[] = [...Object.keys(ACTIONS), ...Object.keys(ENDPOINTS)];

export function runEntry(name: string, args: readonly unknown[]): unknown {
  try {
    return enter(name, args);
  } catch (error) {
    throw explained(error);
  }
}

function enter(name: string, args: readonly unknown[]): unknown {
  const action = ACTIONS[name];
  if (action) {
    action();
    return undefined;
  }
  const endpoint = (ENDPOINTS as Readonly<Record<string, (...all: never[]) => unknown>>)[name];
  if (!endpoint) throw new Error(`${name} is not an action of RevOps Engine.`);
  return endpoint(...(args as never[]));
}
