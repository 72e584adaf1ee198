/**
 * Stands between a script and the services: counts each call, and says by name what a script asks for that the
 * workbench does not offer, where a bare object would only say that undefined is not a function.
 */

import { EnumMember } from "./enums.js";
import type { ServiceCalls } from "./serviceCalls.js";

export interface Gate {
  readonly calls: ServiceCalls;
  /** The name of the call being made, for messages. */
  current: string;
  /** The error a script sees: one of its own realm, so that `instanceof Error` holds there. */
  scriptError(error: unknown): unknown;
}

const targets = new WeakMap<object, object>();
const proxies = new WeakMap<object, object>();

/** What stands behind a guarded object a script hands back to a service. */
export function unguarded<Value>(value: Value): Value {
  return typeof value === "object" && value !== null ? ((targets.get(value) ?? value) as Value) : value;
}

/**
 * An argument as the services may keep it: guarded objects as what stands behind them, arrays as our own. An array
 * made in the script's realm is no `instanceof Array` here, and the engine refuses to copy it.
 */
function arrived(value: unknown): unknown {
  return Array.isArray(value) ? Array.from(value, arrived) : unguarded(value);
}

/** Asked for by the language or the console, not by a script. */
const QUIETLY_ABSENT = new Set(["then", "toJSON", "constructor", "inspect", "nodeType", "asymmetricMatch"]);

export function guarded<Service extends object>(gate: Gate, typeName: string, service: Service): Service {
  const present = proxies.get(service);
  if (present) return present as Service;
  const bound = new Map<PropertyKey, unknown>();
  const proxy: Service = new Proxy(service, {
    get(target, key) {
      if (bound.has(key)) return bound.get(key);
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value === "function" && key !== "constructor") {
        const call = counted(gate, `${typeName}.${String(key)}`, target, value as Method, () => proxy);
        bound.set(key, call);
        return call;
      }
      // Enumerations and their members; anything else on a service is the workbench's own business.
      if (value instanceof EnumMember) return value;
      if (isEnumeration(value)) return guarded(gate, `${typeName}.${String(key)}`, value);
      if (typeof key === "symbol" || QUIETLY_ABSENT.has(key)) return undefined;
      throw gate.scriptError(
        new Error(`${typeName}.${key} is not among the Google services of the workbench.`),
      );
    },
    set(_target, key) {
      throw gate.scriptError(new Error(`${typeName}.${String(key)} cannot be set.`));
    },
  });
  targets.set(proxy, service);
  proxies.set(service, proxy);
  return proxy;
}

function isEnumeration(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.isFrozen(value);
}

type Method = (...args: unknown[]) => unknown;

function counted(gate: Gate, name: string, target: object, method: Method, proxy: () => object): Method {
  return (...args) => {
    const outer = gate.current;
    gate.current = name;
    try {
      gate.calls.called(name);
      const result = method.apply(target, args.map(arrived));
      return result === target ? proxy() : result;
    } catch (error) {
      throw gate.scriptError(error);
    } finally {
      gate.current = outer;
    }
  };
}
