import type { FunctionDefinition } from "./definition.js";
import { ASSESSMENT } from "./families/assessment.js";
import { ATTRIBUTION } from "./families/attribution.js";
import { BENCHMARK_FAMILY } from "./families/benchmarks.js";
import { CAPACITY_AND_PLAN } from "./families/capacityAndPlan.js";
import { COMPENSATION_AND_TERRITORY } from "./families/compensationAndTerritory.js";
import { DATA_QUALITY } from "./families/dataQuality.js";
import { DEFINITIONS } from "./families/definitions.js";
import { FORECAST } from "./families/forecast.js";
import { FUNNEL } from "./families/funnel.js";
import { PIPELINE_HISTORY } from "./families/history.js";
import { LEADS } from "./families/leads.js";
import { PIPELINE } from "./families/pipeline.js";
import { RETENTION } from "./families/retention.js";
import { UNIT_ECONOMICS } from "./families/unitEconomics.js";

/**
 * Every custom function, declared once. Stubs, in-cell help, the README's reference, the function finder, the
 * self-check and the example tests are derived from this list.
 */
export const CATALOGUE: readonly FunctionDefinition[] = [
  ...PIPELINE,
  ...PIPELINE_HISTORY,
  ...FORECAST,
  ...RETENTION,
  ...UNIT_ECONOMICS,
  ...BENCHMARK_FAMILY,
  ...DEFINITIONS,
  ...FUNNEL,
  ...LEADS,
  ...ATTRIBUTION,
  ...DATA_QUALITY,
  ...ASSESSMENT,
  ...CAPACITY_AND_PLAN,
  ...COMPENSATION_AND_TERRITORY,
];

let byName: Map<string, FunctionDefinition> | undefined;

export function findFunction(name: string): FunctionDefinition | undefined {
  byName ??= new Map(CATALOGUE.map((definition) => [definition.name, definition]));
  return byName.get(name);
}
