import { describe, expect, it } from "vitest";
import { Refusal, refuse } from "../../../src/core/refusal/refusal.js";
import { refused } from "../refused.js";

describe("a refusal reads as one sentence that starts with the argument", () => {
  it("names the argument alone, its row, or its row and column", () => {
    expect(refused(() => refuse("target", "is 0; give the amount to be won."))).toBe(
      "target is 0; give the amount to be won.",
    );
    expect(refused(() => refuse("amounts", "is blank; fill it in.", 7))).toBe(
      "amounts, row 7, is blank; fill it in.",
    );
    expect(refused(() => refuse("rows", "holds an error; mend it.", 7, 3))).toBe(
      "rows, row 7, column 3, holds an error; mend it.",
    );
  });

  it("keeps apart what it is made of, so that whoever shows it can point at the cell", () => {
    const made = new Refusal("rows", "holds an error; mend it.", 7, 3);
    expect(made).toMatchObject({
      name: "Refusal",
      argument: "rows",
      problem: "holds an error; mend it.",
      row: 7,
      column: 3,
    });
    expect(new Refusal("rows", "is short.").row).toBeUndefined();
  });
});
