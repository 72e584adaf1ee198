/** Makes the engine's model of a document, with what the workbench adds to the engine. */

import { addCellLinks } from "./cellLinks.js";
import type { Companion } from "./companion.js";
import { addCompanionPlugin } from "./companionPlugin.js";
import { followDropDownSources } from "./dropDownSources.js";
import type { Engine, Model } from "./engine.js";
import { skipPackingForCollaborators } from "./internals.js";
import { addScriptStepPlugin } from "./scriptStep.js";

export interface ModelParts {
  /** The engine's own JSON; an empty workbook with one sheet when missing. */
  readonly workbook?: object | undefined;
  readonly companion?: Companion | undefined;
  /** Handed to every function while a formula is computed: see customFunctions.ts. */
  readonly evaluation: Record<string, unknown>;
  /** Anything else for the engine's constructor: mode, client … */
  readonly config?: Record<string, unknown> | undefined;
}

/** As Google Sheets makes a new spreadsheet. */
function newWorkbook(): object {
  return { sheets: [{ id: "sheet1", name: "Sheet1", colNumber: 26, rowNumber: 1000, isVisible: true }] };
}

export function openModel(engine: Engine, parts: ModelParts): Model {
  addCellLinks(engine);
  followDropDownSources(engine);
  addCompanionPlugin(engine);
  addScriptStepPlugin(engine);
  const data = { ...(parts.workbook ?? newWorkbook()), companion: parts.companion };
  const model = new engine.Model(data, { ...parts.config, custom: parts.evaluation });
  skipPackingForCollaborators(model);
  return model;
}
