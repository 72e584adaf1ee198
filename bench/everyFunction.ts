import { CATALOGUE } from "../src/functions/catalogue.js";
import type { FunctionDefinition } from "../src/functions/definition.js";
import { type AddOn, loadAddOn } from "./addOn.js";
import { type Growth, growthBesideLoop } from "./growth.js";
import { argumentsFor, SMALL_BY_NATURE } from "./inputs/manyRows.js";
import { fittedExponent, medianTime } from "./measure.js";

/** Every custom function of the catalogue at five sizes, evenly spaced on a logarithmic scale. */

export const SIZES = [1_000, 3_162, 10_000, 31_623, 100_000] as const;

export interface MeasuredFunction {
  readonly name: string;
  /** Milliseconds at each size; one figure where the rows are a handful by nature. */
  readonly ms: readonly number[];
  readonly exponent?: number;
}

const callAt = (addOn: Pick<AddOn, "call">, definition: FunctionDefinition, rows: number) =>
  addOn.call(definition.name, argumentsFor(definition, rows));

/** A function's growth once more, in turns with a loop by hand. */
export function growthOf(name: string): Growth {
  const addOn = loadAddOn();
  const definition = CATALOGUE.find((one) => one.name === name) as FunctionDefinition;
  return growthBesideLoop(SIZES, (rows) => callAt(addOn, definition, rows));
}

export function measureFunction(
  addOn: AddOn,
  definition: FunctionDefinition,
  sizes: readonly number[] = SIZES,
  rounds = 3,
): MeasuredFunction {
  const { name } = definition;
  const timeAt = (rows: number) => medianTime(callAt(addOn, definition, rows), rounds);
  if (SMALL_BY_NATURE.has(name)) return { name, ms: [timeAt(0)] };
  const ms = sizes.map(timeAt);
  return { name, ms, exponent: fittedExponent(sizes, ms) };
}

let measured: readonly MeasuredFunction[] | undefined;

/** Measured once, for all lines of the table that speak of it. */
export function everyFunction(): readonly MeasuredFunction[] {
  const addOn = loadAddOn();
  measured ??= CATALOGUE.map((definition) => measureFunction(addOn, definition));
  return measured;
}
