import type { FunctionDefinition } from "./definition.js";
import { PIPELINE } from "./families/pipeline.js";

/**
 * Every custom function, declared once. Stubs, in-cell help, the README's reference, the function finder, the
 * self-check and the example tests are derived from this list.
 */
export const CATALOGUE: readonly FunctionDefinition[] = [...PIPELINE];

let byName: Map<string, FunctionDefinition> | undefined;

export function findFunction(name: string): FunctionDefinition | undefined {
  byName ??= new Map(CATALOGUE.map((definition) => [definition.name, definition]));
  return byName.get(name);
}
