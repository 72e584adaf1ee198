import type { Declared } from "./declared.js";
import { ACTIONS } from "./items/actions.js";
import { ATTRIBUTION } from "./items/attribution.js";
import { DUPLICATES } from "./items/duplicates.js";
import { ELEMENTWISE } from "./items/elementwise.js";
import { FORECAST_RANGES } from "./items/forecastRange.js";
import { FUNCTIONS } from "./items/functions.js";
import { IMPORTS } from "./items/imports.js";
import { LOADING } from "./items/loading.js";
import { TABLES } from "./items/tables.js";

/** All that the bench measures, in the order of its table. */
export const GROUPS: Readonly<Record<string, readonly Declared[]>> = {
  "What every formula pays": LOADING,
  "A few operations a row": ELEMENTWISE,
  "Whole tables": [...TABLES, ...ATTRIBUTION, ...DUPLICATES, ...FORECAST_RANGES],
  "All functions": FUNCTIONS,
  "Large files": IMPORTS,
  "What actions ask of Google's services": ACTIONS,
};
