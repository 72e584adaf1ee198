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

  it("counts several rows and deals it could not place, and names five of the stages outside the order", () => {
    const others = ["Pilot", "Legal", "Trial", "Audit", "Board", "Tender"];
    const closing = (named: string[]) =>
      call(
        "REVOPS_STAGE_CONVERSION",
        columnOf("A", ...named.map(() => "B"), "", "", "E", "F"),
        columnOf("Demo", ...named, "Demo", "Demo", "Lost", "Lost"),
        columnOf(...Array(named.length + 5).fill("2026-01-01")),
        columnOf("Demo", "Closed Won"),
        ...["", "", "", false],
      )
        .slice(2)
        .map(([said]) => said);
    expect(closing(others)).toEqual([
      "2 rows lack the deal, the stage or the date",
      "6 rows are in stages outside stage_order: Pilot, Legal, Trial, Audit, Board …",
      "2 lost deals were in none of these stages",
    ]);
    expect(closing(others.slice(0, 5))[1]).toBe(
      "5 rows are in stages outside stage_order: Pilot, Legal, Trial, Audit, Board",
    );
  });

  it("leaves shares blank where no deal entered a stage, or none is decided there", () => {
    const table = call(
      "REVOPS_STAGE_CONVERSION",
      columnOf("A", "B", "B", "C"),
      columnOf("Demo", "Demo", "Legal", "Lost"),
      columnOf("2026-01-01", "2026-01-01", "2026-01-09", "2026-01-05"),
      columnOf("Lead", "Demo", "Legal", "Closed Won"),
      ...["", "", "", false],
    );
    expect(table.slice(0, 4)).toEqual([
      ["Lead", 0, 0, "", "", 0, 0, 0],
      ["Demo", 2, 1, 0.5, 1, 1, 0, 0],
      ["Legal", 1, 0, 0, "", 1, 0, 0],
      ["Closed Won", 0, "", "", "", 0, 0, 0],
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

describe("REVOPS_VELOCITY_LEVERS and REVOPS_PIPELINE_HEALTH", () => {
  it("leave the gain blank where nothing moves yet, and say which ratio has no figure", () => {
    const levers = call("REVOPS_VELOCITY_LEVERS", 0, 0.25, 30_000, 60);
    expect(levers[1]).toEqual(["Now", "", "", 0, 0, ""]);
    const health = call("REVOPS_PIPELINE_HEALTH", 1000, 3500);
    expect(health.map((row) => row.slice(0, 3))).toEqual([
      ["Ratio", "Value", "Grade"],
      ["Pipeline coverage", 3.5, "Healthy"],
      ["Weighted pipeline coverage", "", "Not given"],
      ["New pipeline created per month", "", "Not given"],
      ["Negotiation share of pipeline", "", "Not given"],
    ]);
  });
});

describe("REVOPS_TIME_IN_STAGE", () => {
  it("knows no days so far without as_of, and counts several rows that lie after it", () => {
    const rows = [columnOf("A", "A"), columnOf("Demo", "Demo"), columnOf("2026-03-01", "2026-03-02")];
    expect(call("REVOPS_TIME_IN_STAGE", ...rows)[1]).toEqual(["Demo", 0, "", "", 1, ""]);
    const early = [columnOf("B", "A", "A"), columnOf("Demo", "Demo", "Demo")];
    const table = call(
      "REVOPS_TIME_IN_STAGE",
      ...[...early, columnOf("2026-01-01", "2026-03-01", "2026-03-02"), "2026-01-31"],
    );
    expect(table.at(-1)).toEqual(["2 rows lie after as_of", "", "", "", "", ""]);
  });

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
    expect(
      call("REVOPS_MEDDPICC", [
        ...[Array(8).fill(2), Array(8).fill("")],
        [false, " YES ", ...Array(6).fill(2)],
      ]),
    ).toEqual([
      [16, 1, ""],
      ["", "", ""],
      [14, 0.875, "Metrics"],
    ]);
    expect(refused(() => call("REVOPS_MEDDPICC", [[2, new Date(0), 2, 2, 2, 2, 2, 2]]))).toBe(
      "scores, row 1, column 2, is a date; write 0, 1 or 2, or yes, partly or no.",
    );
    expect(refused(() => call("REVOPS_MEDDPICC", [[2, 2, 2, 2, 2, 2, 3, 2]]))).toBe(
      "scores, row 1, column 7, is 3; write 0, 1 or 2, or yes, partly or no.",
    );
    expect(refused(() => call("REVOPS_BANT", [[true, "maybe", true, true]]))).toBe(
      'answers, row 1, column 2, is "maybe"; write TRUE or FALSE.',
    );
  });

  it("ask for all columns in their order", () => {
    expect(refused(() => call("REVOPS_BANT", true))).toMatch(/^answers has 1 column; give 4,/);
    expect(refused(() => call("REVOPS_BANT", [[true, true]]))).toBe(
      "answers has 2 columns; give 4, in this order: Budget, Authority, Need, Timeline.",
    );
  });
});
