import type { FunctionDefinition } from "./definition.js";
import { FORECAST } from "./families/forecast.js";
import { PIPELINE_HISTORY } from "./families/history.js";
import { LEADS } from "./families/leads.js";
import { PIPELINE } from "./families/pipeline.js";
import { RETENTION } from "./families/retention.js";
import { UNIT_ECONOMICS } from "./families/unitEconomics.js";

/** What stands in many cells of a workbook and is asked again with every change: each formula loads all of these. */
export const EVERYDAY: readonly FunctionDefinition[] = [
  ...PIPELINE,
  ...PIPELINE_HISTORY,
  ...FORECAST,
  ...RETENTION,
  ...UNIT_ECONOMICS,
  ...LEADS,
];
