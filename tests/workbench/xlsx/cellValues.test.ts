import { describe, expect, it } from "vitest";
import { toFileValue } from "../../../workbench/xlsx/cellValues.js";

/** Microsoft, "Excel specifications and limits": a cell holds 32,767 characters. */
const LIMIT = 32_767;

describe("the text of a cell in a file", () => {
  it("is cut where a cell of Excel ends", () => {
    const text = "abc".repeat(20_000);
    expect(toFileValue("text", text)).toEqual({ type: "text", value: text.slice(0, LIMIT) });
  });

  it("is cut before a letter of two signs of which only one has room", () => {
    expect(toFileValue("text", "🧾".repeat(20_000))).toEqual({
      type: "text",
      value: "🧾".repeat((LIMIT - 1) / 2),
    });
  });
});

describe("an error in a file", () => {
  it("is one that Excel knows, whatever the engine calls it", () => {
    for (const [own, excel] of [
      ["#N/A", "#N/A"],
      ["#BAD_EXPR", "#NAME?"],
      ["#ERROR", "#VALUE!"],
      ["#CYCLE", "#VALUE!"],
      ["constructor", "#VALUE!"],
    ])
      expect(toFileValue("error", own)).toEqual({ type: "error", value: excel });
  });
});
