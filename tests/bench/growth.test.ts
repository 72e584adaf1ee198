import { describe, expect, it } from "vitest";
import { loadAddOn } from "../../bench/addOn.js";
import { measureFunction } from "../../bench/everyFunction.js";
import { GROWS_FASTER, growthBesideLoop, isWithin } from "../../bench/growth.js";
import { SMALL_BY_NATURE } from "../../bench/inputs/manyRows.js";
import { CATALOGUE } from "../../src/functions/catalogue.js";

/**
 * A cheap look at what `npm run bench` measures with care: eight times the rows may take eight times as long, and half
 * as much again for n log n and for memory, but not sixty-four times. Quadratic growth has the exponent 2.
 */

const SIZES = [1_500, 12_000] as const;
const CLEARLY_TOO_MUCH = 1.6;
/** A short run says little about growth, and is no problem. */
const WORTH_A_LOOK_MS = 40;

describe("no function grows clearly faster than its rows, except where it is stated why", () => {
  const addOn = loadAddOn();
  const growing = CATALOGUE.filter(({ name }) => !SMALL_BY_NATURE.has(name) && !(name in GROWS_FASTER));

  it.each(growing)("$name", (definition) => {
    // What else the machine does can spoil one measurement, hardly three in a row.
    const exponents: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const { ms, exponent = 0 } = measureFunction(addOn, definition, SIZES, 1);
      if ((ms[1] as number) < WORTH_A_LOOK_MS) return;
      exponents.push(exponent);
      if (exponent < CLEARLY_TOO_MUCH) return;
    }
    expect(Math.min(...exponents)).toBeLessThan(CLEARLY_TOO_MUCH);
  });

  it("is found out where it is quadratic", () => {
    const rows = (count: number) => () => {
      let pairs = 0;
      for (let one = 0; one < count; one++) for (let other = 0; other < count; other++) pairs += one ^ other;
      return pairs;
    };
    const quadratic = {
      call: (_: string, [column]: readonly unknown[]) => rows((column as unknown[]).length),
    };
    const [definition] = growing;
    if (!definition) throw new Error("There is no function to take the place of.");
    expect(measureFunction(quadratic, definition, SIZES, 1).exponent).toBeGreaterThan(CLEARLY_TOO_MUCH);
  });

  it("is measured in turns with a loop by hand, which n log n may exceed by a tenth and rows squared may not", () => {
    const pairs = (rows: number) => () => {
      let sum = 0;
      for (let one = 0; one < rows; one++) for (let other = 0; other < rows; other++) sum += one ^ other;
      return sum;
    };
    expect(isWithin(growthBesideLoop([300, 2_400], pairs))).toBe(false);
    expect(isWithin({ own: 1.4, byHand: 1.3 })).toBe(true);
    expect(isWithin({ own: 1.4, byHand: 1.2 })).toBe(false);
  });
});
