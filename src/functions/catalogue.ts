import type { FunctionDefinition } from "./definition.js";
import { EVERYDAY } from "./everyday.js";
import { STUDIES } from "./studies.js";

/**
 * Every custom function, declared once. Stubs, in-cell help, the README's reference, the function finder, the
 * self-check and the example tests are derived from this list.
 */
export const CATALOGUE: readonly FunctionDefinition[] = [...EVERYDAY, ...STUDIES];

let byName: Map<string, FunctionDefinition> | undefined;

export function findFunction(name: string): FunctionDefinition | undefined {
  byName ??= new Map(CATALOGUE.map((definition) => [definition.name, definition]));
  return byName.get(name);
}
