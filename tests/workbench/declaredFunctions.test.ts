import { describe, expect, it } from "vitest";
import { declaredFunctions } from "../../workbench/engine/declaredFunctions.js";

describe("declared functions", () => {
  it("reads description and parameters from the comment directly above", () => {
    const { customFunctions } = declaredFunctions(`
/**
 * Won deals among
 * closed deals.
 *
 * @param {range} stages The stages.
 * @param {number} [share] A share,
 *   as a fraction.
 * @param {string=} unit - Optional by its type.
 * @return {number} not shown
 * @customfunction
 */
function RO_WIN_RATE(stages, share, unit) {}`);
    expect(customFunctions).toEqual([
      {
        name: "RO_WIN_RATE",
        description: "Won deals among closed deals.",
        parameters: [
          { name: "stages", description: "The stages.", optional: false, repeating: false },
          { name: "share", description: "A share, as a fraction.", optional: true, repeating: false },
          { name: "unit", description: "Optional by its type.", optional: true, repeating: false },
        ],
      },
    ]);
  });

  it("takes defaults as optional and rest parameters as repeating", () => {
    const { customFunctions } = declaredFunctions("/** @customfunction */ function F(a, b = 1, ...c) {}");
    expect(
      customFunctions[0]?.parameters.map(({ name, optional, repeating }) => [name, optional, repeating]),
    ).toEqual([
      ["a", false, false],
      ["b", true, false],
      ["c", false, true],
    ]);
  });

  it("ignores comments that something stands between, line comments and inner functions", () => {
    const { customFunctions, topLevel } = declaredFunctions(`
/** @customfunction */
var x = 1;
function A() { /** @customfunction */ function INNER() {} }
// @customfunction
function B() {}
/* @customfunction */
function C() {}`);
    expect(customFunctions).toEqual([]);
    expect(topLevel).toEqual(["A", "B", "C"]);
  });
});
