import { describe, expect, it } from "vitest";
import { plainData } from "../../workbench/services/plainData.js";
import { open } from "./support.js";

const { workbench } = open(`
function echo(x) { return x; }
function give(text) { return new Function("return " + text)(); }
function kinds(x) { return [Array.isArray(x), x instanceof Array, Object.prototype.toString.call(x)]; }
function private_() { return 1; }
var notDeclared = function () { return 1; };
`);

describe("google.script.run", () => {
  it("carries numbers, text, booleans, null, arrays and plain objects", () => {
    const data = { a: [1, "x", true, null, { b: [] }] };
    expect(workbench.callEndpoint("echo", [data])).toEqual(data);
  });

  it("makes null of undefined in arrays and drops it from objects", () => {
    expect(workbench.callEndpoint("give", ["[1, undefined]"])).toEqual([1, null]);
    expect(workbench.callEndpoint("give", ["({ a: undefined, b: 1 })"])).toEqual({ b: 1 });
    expect(workbench.callEndpoint("echo", [])).toBeNull();
  });

  it("hands over objects of the script's own realm", () => {
    expect(workbench.callEndpoint("kinds", [[1]])).toEqual([true, true, "[object Array]"]);
  });

  it.each([
    ["new Date()", "the result of give is a Date"],
    ["({ deep: [{ when: new Date() }] })", "the result of give.deep[0].when is a Date"],
    ["[function () {}]", "the result of give[0] is a function"],
    ["0 / 0", "the result of give is NaN"],
    ["new Map()", "not a plain object"],
    ["Symbol('x')", "is a symbol"],
  ])("refuses the result %s", (text, message) => {
    expect(() => workbench.callEndpoint("give", [text])).toThrow(message);
  });

  it("refuses such arguments too", () => {
    expect(() => workbench.callEndpoint("echo", [new Date()])).toThrow("argument 1 is a Date");
    expect(() => workbench.callEndpoint("echo", [1, { f: () => 1 }])).toThrow("argument 2.f is a function");
  });

  it("refuses circular data", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(() => plainData(loop, "data")).toThrow("data.self refers back to itself");
  });

  it("does not reach private, unknown or undeclared functions", () => {
    expect(() => workbench.callEndpoint("private_", [])).toThrow("names ending in _");
    expect(() => workbench.callEndpoint("nobody", [])).toThrow("Script function not found: nobody");
    expect(() => workbench.callEndpoint("notDeclared", [])).toThrow("Script function not found");
    expect(() => workbench.callEndpoint("toString", [])).toThrow("Script function not found");
    expect(() => workbench.callEndpoint("eval", ["1"])).toThrow("Script function not found");
  });
});
