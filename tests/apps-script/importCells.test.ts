import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameContent } from "../../src/apps-script/actions/importCells.js";
import { zoneOf } from "../../src/functions/zone.js";
import { cases } from "../propertySeed.js";

/** What an import has written an undo finds again, or it would ask about its own cells as if people had typed them. */

const SECONDS_A_DAY = 86_400;
const MAY_2026 = 46_143;

const zone = zoneOf("Etc/UTC");
const throughTheSheet = (day: number) => zone.serialOf(zone.dateOf(day));

describe("what a cell holds after it was written", () => {
  test("is the moment that was written, at each second of a day", () => {
    const moments = Array.from({ length: SECONDS_A_DAY }, (_, second) => MAY_2026 + second / SECONDS_A_DAY);
    expect(moments.filter((day) => !sameContent({ day }, { day: throughTheSheet(day) }))).toEqual([]);
  });

  test("is the moment that was written, however finely it was told", () => {
    fc.assert(
      fc.property(fc.double({ min: 2, max: 2_958_465, noNaN: true }), (day) =>
        sameContent({ day }, throughTheSheet(day)),
      ),
      { numRuns: cases(2000) },
    );
  });

  test("is another one a second later, and a cent is no other amount's", () => {
    expect(sameContent({ day: MAY_2026 }, { day: MAY_2026 + 1 / SECONDS_A_DAY })).toBe(false);
    expect(sameContent(1000, 1000.01)).toBe(false);
  });

  test("is a number, a text, a formula or a tick, and none of them is another", () => {
    const all = [1, "1", { formula: "1" }, { flag: true }, "true", null];
    all.forEach((one, at) => {
      for (const other of all.slice(at + 1)) expect(sameContent(one, other)).toBe(false);
      expect(sameContent(one, one)).toBe(true);
    });
    expect(sameContent("", null)).toBe(true);
  });
});
