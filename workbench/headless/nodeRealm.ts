/**
 * A bare vm context: it has the language and nothing of Node or a browser, as Google's runtime has not either:
 * no process, no timers, no fetch, no URL.
 */

import vm from "node:vm";
import type { Realm } from "../host.js";

export function nodeRealm(): Realm {
  // With a sandbox object of its own, every look-up of a global, Math and undefined among them, would go through it.
  const scope = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext(
    "delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;",
    scope,
  );
  return {
    evaluate: (code) => vm.runInContext(code, scope, { filename: "Code.js" }) as unknown,
    define: (name, value) => {
      Object.defineProperty(scope, name, { value, writable: true, configurable: true, enumerable: false });
    },
    lookup: (name) => {
      const found = (scope as Record<string, unknown>)[name];
      return typeof found === "function" ? (found as (...args: unknown[]) => unknown) : undefined;
    },
    Date: vm.runInContext("Date", scope) as DateConstructor,
    Array: vm.runInContext("Array", scope) as ArrayConstructor,
  };
}
