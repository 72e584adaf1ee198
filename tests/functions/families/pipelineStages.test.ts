import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

const history = [
  columnOf("A", "A", "B", "C", "", "E", "F"),
  columnOf("Demo", "Proposal", "Demo", "Pilot", "Demo", "Lost", "Demo"),
  columnOf("2026-01-01", "2026-01-11", "2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-03-01"),
];

describe("REVOPS_STAGE_CONVERSION", () => {
  it("says which rows it could not place", () => {
    const table = call("REVOPS_STAGE_CONVERSION", ...history, columnOf("Demo", "Proposal", ""));
    expect(table.slice(1)).toEqual([
      ["Demo", 3, 1, 1 / 3, 1, 2, 0, 0],
      ["Proposal", 1, "", "", "", 1, 0, 0],
      ["1 row lacks the deal, the stage or the date", ...new Array(7).fill("")],
      ["1 row is in stages outside stage_order: Pilot", ...new Array(7).fill("")],
      ["1 lost deal was in none of these stages", ...new Array(7).fill("")],
    ]);
  });

  it("needs the order of the stages", () => {
    expect(refused(() => call("REVOPS_STAGE_CONVERSION", ...history))).toMatch(/^stage_order is missing/);
    expect(refused(() => call("REVOPS_STAGE_CONVERSION", ...history, ""))).toBe(
      "stage_order holds no stage; list at least one.",
    );
  });

  it("takes 50,000 rows in one call without delay", () => {
    const deals = Array.from({ length: 50_000 }, (_, row) => [`D${row >> 2}`]);
    const stages = Array.from({ length: 50_000 }, (_, row) => [
      ["Demo", "Proposal", "Legal", "Closed Won"][row % 4],
    ]);
    const days = Array.from({ length: 50_000 }, (_, row) => [46_000 + (row % 4)]);
    const began = cpuMs();
    const table = call("REVOPS_STAGE_CONVERSION", deals, stages, days, [["Demo", "Proposal", "Legal"]]);
    expect(cpuMs() - began).toBeLessThan(3000);
    expect(table[3]).toEqual(["Legal", 12_500, 12_500, 1, 1, 0, 0, 0]);
  });
});

describe("REVOPS_TIME_IN_STAGE", () => {
  it("looks from as_of and says which rows lie after it", () => {
    const table = call("REVOPS_TIME_IN_STAGE", ...history, "2026-01-31", [["Demo", "Proposal"]]);
    expect(table.slice(1)).toEqual([
      ["Demo", 1, 10, 10, 1, 26],
      ["Proposal", 0, "", "", 1, 20],
      ["Pilot", 0, "", "", 1, 25],
      ["1 row lacks the deal, the stage or the date", "", "", "", "", ""],
      ["1 row lies after as_of", "", "", "", "", ""],
    ]);
  });
});

describe("REVOPS_MEDDPICC and REVOPS_BANT", () => {
  it("read points, words and ticked boxes, and name the cell they cannot read", () => {
    expect(call("REVOPS_MEDDPICC", [["2", "Yes", true, 1, "partly", 0, "no", ""]])).toEqual([
      [
        8,
        0.5,
        "Decision process (partly); Paper process (partly); Identified pain; Champion; Competition (blank)",
      ],
    ]);
    expect(refused(() => call("REVOPS_MEDDPICC", [[2, 2, 2, 2, 2, 2, 3, 2]]))).toBe(
      "scores, row 1, column 7, is 3; write 0, 1 or 2, or yes, partly or no.",
    );
    expect(refused(() => call("REVOPS_BANT", [[true, "maybe", true, true]]))).toBe(
      'answers, row 1, column 2, is "maybe"; write TRUE or FALSE.',
    );
  });

  it("ask for all columns in their order", () => {
    expect(refused(() => call("REVOPS_BANT", [[true, true]]))).toBe(
      "answers has 2 columns; give 4, in this order: Budget, Authority, Need, Timeline.",
    );
  });
});
