import type { FunctionDefinition } from "./definition.js";
import { ASSESSMENT } from "./families/assessment.js";
import { ATTRIBUTION } from "./families/attribution.js";
import { BENCHMARK_FAMILY } from "./families/benchmarks.js";
import { CAPACITY_AND_PLAN } from "./families/capacityAndPlan.js";
import { COMPENSATION_AND_TERRITORY } from "./families/compensationAndTerritory.js";
import { DATA_QUALITY } from "./families/dataQuality.js";
import { DEFINITIONS } from "./families/definitions.js";
import { FUNNEL } from "./families/funnel.js";
import { ROUTING } from "./families/leadsRouting.js";

/** What is asked once in a while, in a cell or two: routing, works of reference, audits and plans, loaded when called. */
export const STUDIES: readonly FunctionDefinition[] = [
  ...ROUTING,
  ...FUNNEL,
  ...BENCHMARK_FAMILY,
  ...DEFINITIONS,
  ...ATTRIBUTION,
  ...DATA_QUALITY,
  ...ASSESSMENT,
  ...CAPACITY_AND_PLAN,
  ...COMPENSATION_AND_TERRITORY,
];
