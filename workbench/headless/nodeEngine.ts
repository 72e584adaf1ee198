/** The spreadsheet engine in Node, without its progress messages. */

import { createRequire } from "node:module";
import type { Engine } from "../engine/engine.js";

let engine: Engine | undefined;

export function nodeEngine(): Engine {
  if (engine) return engine;
  supplyGroupBy();
  // The engine reports each load and each slow command here, for its own developers.
  console.debug = () => {};
  engine = createRequire(import.meta.url)("@odoo/o-spreadsheet") as Engine;
  return engine;
}

/** The engine is written for Node 22; Node 20 lacks this one function of it. */
function supplyGroupBy(): void {
  const target = Object as { groupBy?: unknown };
  target.groupBy ??= (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => PropertyKey) => {
    const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = groups[key];
      if (group) group.push(item);
      else groups[key] = [item];
    }
    return groups;
  };
}
