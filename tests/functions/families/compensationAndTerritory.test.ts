import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zoneOf("UTC")) as unknown[][];
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe("REVOPS_PAYOUT", () => {
  it("stretches one target over a column of reps and owes back more than was earned", () => {
    expect(call("REVOPS_PAYOUT", columnOf(0.2, "", 1), 1000)).toEqual([[100], [""], [1000]]);
    expect(call("REVOPS_PAYOUT", 0, 1000, "", 50, 300, 10)).toBe(-250);
  });

  it("names row and argument", () => {
    expect(refused(() => call("REVOPS_PAYOUT", columnOf(1, 1), 1000, "", "", columnOf("", 300)))).toMatch(
      /^days_to_churn is blank/,
    );
    expect(refused(() => call("REVOPS_PAYOUT", columnOf(1, 120), 1000))).toMatch(
      /^attainment, row 2, is 120, above 100/,
    );
    expect(refused(() => call("REVOPS_PAYOUT", 1, 1000, 3))).toMatch(
      /^accelerator is 3, above 2; give 1.5 to 2/,
    );
  });
});

describe("REVOPS_PAYOUT_TIERS", () => {
  const tiers = [
    ["From", "Rate"],
    ["0%", 1],
    ["", ""],
    [1, 2],
  ];

  it("passes over headings and blank rows of the tiers", () => {
    expect(call("REVOPS_PAYOUT_TIERS", columnOf(0.5, "", 1.5), columnOf(10, "", 10), tiers)).toEqual([
      [5],
      [""],
      [20],
    ]);
  });

  it("names the row of a half-filled line", () => {
    const tiered = (attainment: unknown[], target: unknown[], ...rest: unknown[]) =>
      refused(() =>
        call("REVOPS_PAYOUT_TIERS", columnOf(...attainment), columnOf(...target), tiers, ...rest),
      );
    expect(tiered([1, ""], [10, 10])).toMatch(/^attainment, row 2, is blank/);
    expect(tiered([1, 1], [10, ""])).toMatch(/^target_variable, row 2, is blank/);
    expect(tiered([1, 1], [10, 10], "", columnOf("", 5), columnOf("", ""))).toMatch(
      /^days_to_churn, row 2, is blank/,
    );
    expect(refused(() => call("REVOPS_PAYOUT_TIERS", 1, 1, [[0, "much"]]))).toMatch(
      /^tiers, row 1, is "much"/,
    );
  });
});

describe("REVOPS_COMP_CHECK", () => {
  it("refuses SPIFs above total compensation", () => {
    expect(refused(() => call("REVOPS_COMP_CHECK", 3, 1, 1.5, 0.5, 0.5, 200, 100, 90, "monthly"))).toMatch(
      /^spifs exceed total_compensation/,
    );
  });
});

describe("territories", () => {
  const accounts = columnOf("Acme", "", "Birch", "Cedar");
  const market = columnOf(30, "", 20, 10);

  it("keep blank rows blank in scores and out of assignments", () => {
    expect(call("REVOPS_TERRITORY_SCORE", columnOf(30, "", 15))).toEqual([[1], [""], [0.5]]);
    const rows = call("REVOPS_TERRITORY_ASSIGN", accounts, market, [["Ada", "Ben"]]);
    expect(rows.slice(1, 4)).toEqual([
      ["Acme", "Ada", "", "New"],
      ["Birch", "Ben", "", "New"],
      ["Cedar", "Ben", "", "New"],
    ]);
    expect(rows).toHaveLength(6);
  });

  it("name the row of the range", () => {
    expect(refused(() => call("REVOPS_TERRITORY_ASSIGN", accounts, columnOf(30, "", 20, ""), "Ada"))).toMatch(
      /^addressable, row 4, is blank; give 0/,
    );
    expect(
      refused(() => call("REVOPS_TERRITORY_ASSIGN", columnOf("Acme", "", "Birch", "acme"), market, "Ada")),
    ).toMatch(/^accounts, row 4, repeats Acme/);
  });

  it("take weights of one's own, four of them", () => {
    const score = (weights: unknown) =>
      call("REVOPS_TERRITORY_SCORE", columnOf(4, 2), columnOf(1, 2), "", "", weights);
    expect(score([[1, 3, 0, 0]])).toEqual([[0.625], [0.875]]);
    expect(refused(() => score([[1, 3]]))).toBe("weights holds 2 numbers; give four, one a factor.");
  });

  it("tell of accounts without a rep and of reps without accounts", () => {
    const rows = call(
      "REVOPS_TERRITORY_BALANCE",
      columnOf("Ada", ""),
      columnOf(5, 7),
      "",
      "",
      "",
      "",
      columnOf("Ada", "Ben"),
    );
    expect(rows.map(([first]) => first)).toEqual([
      "Rep",
      "Ada",
      "Ben",
      "Two-times rule broken: Ada has 5, Ben nothing",
      "1 account counts for nobody: no rep",
    ]);
    expect(
      refused(() =>
        call("REVOPS_TERRITORY_BALANCE", "Ada", 5, "", "", "", "", columnOf("Ada", "Ben"), "ratio"),
      ),
    ).toMatch(/^addressable is 0 for Ben/);
  });

  it("assign 3,000 accounts to 30 reps in one call within 3 seconds", () => {
    const size = 3000;
    const column = (of: (row: number) => unknown) => Array.from({ length: size }, (_, row) => [of(row)]);
    const began = cpuMs();
    const rows = call(
      "REVOPS_TERRITORY_ASSIGN",
      column((row) => `Account ${row}`),
      column((row) => ((row * 7919) % 997) + 1),
      [Array.from({ length: 30 }, (_, rep) => `Rep ${rep}`)],
      column((row) => (row % 9 === 0 ? "" : `Rep ${Math.floor(((row * 31) % 900) ** 0.5)}`)),
      column((row) => row % 9 === 1),
      column((row) => (row * 104_729) % 5003),
      column((row) => (row * 1299) % 4001),
      column((row) => row % 5),
    );
    expect(cpuMs() - began).toBeLessThan(3000);
    expect(rows).toHaveLength(size + 3);
    expect(rows.at(-2)?.[0]).toMatch(/^Two-times rule holds/);
  });
});
