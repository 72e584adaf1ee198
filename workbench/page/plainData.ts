/**
 * What may pass between the bundle and its html: primitives, plain objects and arrays. As in Google Sheets a Date or a
 * function anywhere refuses the whole call, and undefined inside an array becomes null.
 */

export function plainCopy(value: unknown): unknown {
  return copy(value, "value", new Set());
}

function copy(value: unknown, path: string, above: Set<object>): unknown {
  if (value === undefined || value === null) return value;
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    throw illegal(path, `a ${typeof value}`);
  }
  if (typeof value !== "object") return value;
  if (above.has(value)) throw illegal(path, "an object that contains itself");
  above.add(value);
  try {
    if (Array.isArray(value)) return value.map((each, at) => copy(each, `${path}[${at}]`, above) ?? null);
    const tag = Object.prototype.toString.call(value);
    if (tag !== "[object Object]") throw illegal(path, `a ${tag.slice("[object ".length, -1)}`);
    const result: Record<string, unknown> = {};
    for (const [name, each] of Object.entries(value)) {
      const copied = copy(each, `${path}.${name}`, above);
      if (copied !== undefined) result[name] = copied;
    }
    return result;
  } finally {
    above.delete(value);
  }
}

function illegal(path: string, what: string): TypeError {
  return new TypeError(`Illegal value at ${path}: ${what} cannot pass between the script and its html.`);
}
