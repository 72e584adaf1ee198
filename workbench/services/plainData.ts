/**
 * google.script.run carries plain data only. A Date or a function anywhere in it fails the call in Google's
 * sidebars, silently for results, so here it fails with a message that names the place.
 */

import { isDate } from "../engine/cellValues.js";

/** A copy as it arrives on the other side: undefined in an array becomes null, an undefined property goes. */
export function plainData(value: unknown, what: string): unknown {
  return copy(value, what, []);
}

function copy(value: unknown, path: string, parents: readonly object[]): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "undefined":
      return null;
    case "number":
      if (Number.isFinite(value)) return value;
      throw new Error(`${path} is ${value}, which google.script.run does not carry.`);
    case "object":
      return value === null ? null : copyObject(value, path, parents);
    default:
      throw new Error(`${path} is a ${typeof value}, which google.script.run does not carry.`);
  }
}

function copyObject(value: object, path: string, parents: readonly object[]): unknown {
  if (isDate(value)) throw new Error(`${path} is a Date, which google.script.run does not carry.`);
  if (parents.includes(value)) throw new Error(`${path} refers back to itself.`);
  const inside = [...parents, value];
  if (Array.isArray(value))
    return Array.from(value, (item: unknown, index) => copy(item, `${path}[${index}]`, inside));
  if (!isPlain(value)) throw new Error(`${path} is not a plain object, array, text, number or boolean.`);
  // Not by assignment, which would make a key __proto__ the copy's prototype: the other side is handed such keys too.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, copy(item, `${path}.${key}`, inside)]),
  );
}

/** Of whichever realm: a plain object's prototype is at the end of the chain. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}
