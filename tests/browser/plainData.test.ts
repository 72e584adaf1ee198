import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { plainCopy } from "../../workbench/page/plainData.js";

describe("plainCopy", () => {
  it("copies primitives, plain objects and arrays, also those of another scope", () => {
    const foreign: unknown = runInNewContext(`({ list: [1, "two", null, true], inner: { a: 0 } })`);
    expect(plainCopy(foreign)).toEqual({ list: [1, "two", null, true], inner: { a: 0 } });
  });

  it("turns undefined in an array into null and leaves it out of an object", () => {
    expect(plainCopy([1, undefined])).toEqual([1, null]);
    expect(Object.keys(plainCopy({ a: undefined, b: 1 }) as object)).toEqual(["b"]);
  });

  it("refuses dates, functions and what else has no place in JSON, and says where", () => {
    expect(() => plainCopy({ on: new Date() })).toThrow("value.on: a Date");
    expect(() => plainCopy({ on: runInNewContext("new Date()") })).toThrow("value.on: a Date");
    expect(() => plainCopy([{ f: () => 1 }])).toThrow("value[0].f: a function");
    expect(() => plainCopy(new Map())).toThrow("a Map");
    expect(() => plainCopy(1n)).toThrow("a bigint");
  });

  it("refuses an object that contains itself, but not one that is used twice", () => {
    const shared = { a: 1 };
    expect(plainCopy([shared, shared])).toEqual([{ a: 1 }, { a: 1 }]);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => plainCopy(circle)).toThrow("contains itself");
  });
});
