/**
 * A global scope for the bundle inside the page: a hidden frame of the same origin, stripped of what Google's servers
 * lack, so that a bundle which leans on a browser fails here and not after it was pushed.
 */
import type { Realm } from "../host.js";

/** What the language itself has, and the console. Everything else a browser adds is removed. */
const LANGUAGE = new Set(
  (
    "Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp " +
    "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl " +
    "ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array " +
    "Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef " +
    "FinalizationRegistry Proxy Reflect Iterator decodeURI decodeURIComponent encodeURI encodeURIComponent escape " +
    "unescape eval isFinite isNaN console"
  ).split(" "),
);

type FrameScope = Window & typeof globalThis & Record<string, unknown>;

export interface PageRealm extends Realm {
  /** Names of the top-level functions that scripts have added, as the add-on's own html may call them. */
  functionNames(): string[];
}

export function createPageRealm(): PageRealm {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.title = "Add-on script";
  document.body.append(frame);
  const scope = frame.contentWindow as FrameScope | null;
  if (scope === null) throw new Error("The browser did not give the add-on a scope of its own.");
  const page = scope.document;
  let thrown: { error: unknown } | undefined;
  scope.addEventListener("error", (event) => {
    thrown = { error: event.error ?? new Error(event.message) };
    event.preventDefault();
  });
  strip(scope);
  const before = new Set(Object.getOwnPropertyNames(scope));

  return {
    Date: scope.Date,
    Array: scope.Array,
    evaluate(code) {
      if (isExpression(scope, code)) return scope.eval(code);
      // A script element, not eval: under "use strict" eval would keep the functions to itself.
      thrown = undefined;
      const script = page.createElement("script");
      script.textContent = code;
      page.head.append(script);
      script.remove();
      if (thrown !== undefined) throw (thrown as { error: unknown }).error;
      return undefined;
    },
    define(name, value) {
      Object.defineProperty(scope, name, { value, configurable: true, writable: true, enumerable: false });
      before.add(name);
    },
    lookup(name) {
      const found: unknown = Object.hasOwn(scope, name) ? scope[name] : undefined;
      return typeof found === "function" ? (found as (...args: unknown[]) => unknown) : undefined;
    },
    functionNames() {
      return Object.getOwnPropertyNames(scope).filter(
        (name) => !before.has(name) && !name.endsWith("_") && typeof scope[name] === "function",
      );
    },
  };
}

/** `document`, `window`, `location` and `top` are welded on by the browser and stay; all others go. */
function strip(scope: FrameScope): void {
  const events = scope.EventTarget.prototype as unknown as Record<string, unknown>;
  const functions = scope.Window.prototype as unknown as Record<string, unknown>;
  for (const holder of [scope, functions, events]) {
    for (const name of Object.getOwnPropertyNames(holder)) {
      if (name !== "constructor" && !(holder === scope && LANGUAGE.has(name)))
        Reflect.deleteProperty(holder, name);
    }
  }
}

function isExpression(scope: FrameScope, code: string): boolean {
  const start = code.replace(/^(\s|\/\/.*|\/\*[\s\S]*?\*\/)+/, "");
  if (/^(function|async\s+function|class|["']use strict)\b/.test(start)) return false;
  try {
    new scope.Function(`return (${code}\n)`);
    return true;
  } catch {
    return false;
  }
}
