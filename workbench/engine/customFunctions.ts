/**
 * Makes a bundle's custom functions known to the engine, with their help, and carries each call across: the engine's
 * values in, what Google passes to the script; the script's result out, or an error that says what is wrong with it.
 */

import type { CellValues } from "./cellValues.js";
import type { DeclaredFunction } from "./declaredFunctions.js";
import type {
  Engine,
  EngineArgument,
  EngineResult,
  EvaluationContext,
  FunctionDescription,
} from "./engine.js";
import { type CellResult, toCellResult } from "./scriptResults.js";
import { readsVolatileCells, type VolatileUse, watchVolatileFunctions } from "./volatile.js";

/** One workbook's scripts. The engine's function registry is shared by all workbooks, so each call asks for its own. */
export interface ScriptFunctions {
  readonly values: CellValues;
  readonly volatile: VolatileUse;
  /** The bundle's top-level function, or undefined in a workbook whose bundle lacks it. */
  lookup(name: string): ((...args: unknown[]) => unknown) | undefined;
  /** Runs a call with a custom function's permissions. */
  execute(call: () => unknown): unknown;
  /** Milliseconds, to hold calls to Google's limit. */
  clock(): number;
}

/** Google stops a custom function after this time. */
const LIMIT_MS = 30_000;
const KEY = "workbenchScripts";

/** For the engine's `custom` configuration, which reaches functions as part of `this`. */
export function evaluationWith(scripts: ScriptFunctions): Record<string, unknown> {
  return { [KEY]: scripts };
}

function scriptsOf(context: EvaluationContext): ScriptFunctions | undefined {
  return context[KEY] as ScriptFunctions | undefined;
}

/** Before a model is made: formulas that name an unknown function are compiled to an error. */
export function registerCustomFunctions(engine: Engine, functions: readonly DeclaredFunction[]): void {
  watchVolatileFunctions(engine, (context) => scriptsOf(context)?.volatile);
  const registry = engine.registries.functionRegistry;
  for (const declared of functions)
    registry.replace(declared.name.toUpperCase(), engineDescription(declared));
}

function engineDescription(declared: DeclaredFunction): FunctionDescription {
  return {
    description: declared.description,
    category: "Custom",
    args: declared.parameters.map(({ name, description, optional, repeating }) => ({
      name,
      description,
      type: ["ANY", "RANGE<ANY>"],
      acceptMatrix: true,
      acceptErrors: true,
      ...(optional || repeating ? { optional: true } : {}),
      ...(repeating ? { repeating: true } : {}),
    })),
    compute: function (this: EvaluationContext, ...args: EngineArgument[]) {
      return callScript(this, declared.name, args) as EngineResult;
    },
  };
}

function callScript(context: EvaluationContext, name: string, args: readonly EngineArgument[]): CellResult {
  const scripts = scriptsOf(context);
  const script = scripts?.lookup(name);
  if (!scripts || !script) return { value: "#NAME?", message: `Unknown function: '${name}'.` };
  if (scripts.volatile.everUsed && readsVolatileCells(context, scripts.volatile, name, args))
    return failed(
      "This function is not allowed to reference a cell with NOW(), RAND(), or RANDBETWEEN(). " +
        "In Google Sheets it would show Loading... for ever.",
    );
  const given = args.map((arg) => toScriptArgument(scripts.values, arg));
  const start = scripts.clock();
  try {
    const result = scripts.execute(() => script(...given));
    if (scripts.clock() - start > LIMIT_MS) return failed("Exceeded maximum execution time of 30 seconds.");
    return toCellResult(result, scripts.values, context.locale);
  } catch (error) {
    return failed(messageOf(error));
  }
}

function failed(message: string): EngineResult {
  return { value: "#ERROR", message };
}

/** Errors of another realm are no `instanceof Error` here. */
function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : String(error);
}

/** The engine hands over columns; Google hands over rows, and one cell as a value. */
function toScriptArgument(values: CellValues, arg: EngineArgument): unknown {
  if (!Array.isArray(arg)) return values.toScript(arg?.value, arg?.format);
  const width = arg.length;
  const height = arg[0]?.length ?? 0;
  if (height === 0 || width === 0) return "";
  if (width === 1 && height === 1) {
    const only = arg[0]?.[0];
    return values.toScript(only?.value, only?.format);
  }
  const rows = values.array<unknown[]>(height);
  for (let row = 0; row < height; row++) {
    const cells = values.array<unknown>(width);
    for (let col = 0; col < width; col++) {
      const cell = arg[col]?.[row];
      cells[col] = cell === undefined || cell.value === null ? "" : values.toScript(cell.value, cell.format);
    }
    rows[row] = cells;
  }
  return rows;
}
