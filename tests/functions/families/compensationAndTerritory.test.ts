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

  it("adds SPIFs and takes back commission on customers who left within 90 days", () => {
    const paid = (...rest: unknown[]) =>
      call("REVOPS_PAYOUT_TIERS", columnOf(0.5, 1.5), columnOf(10, 10), tiers, ...rest);
    // 10 × 0.5 and 10 × (1 + 0.5 × 2), as above.
    expect(paid(columnOf(2, ""), columnOf(3, 3), columnOf(90, 91))).toEqual([[5 + 2 - 3], [20]]);
  });

  it("names the row of the tiers that cannot be read or stands out of order", () => {
    const with4 = (...last: unknown[]) =>
      refused(() => call("REVOPS_PAYOUT_TIERS", 1, 1, [...tiers.slice(0, 3), last]));
    expect(with4("much", 2)).toBe('tiers, row 4, is "much"; give a share of quota such as 120% or 1.2.');
    expect(with4(0, 2)).toBe("tiers, row 4, does not rise; sort the rows by attainment.");
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
    expect(tiered([1, 1], [10, 10], "", "", columnOf("", 5))).toBe(
      "churned_commission, row 2, is blank; give both commission and days, or neither.",
    );
    // A SPIF in a row without anything else is not passed over.
    expect(tiered([1, ""], [10, ""], columnOf("", 5))).toMatch(/^attainment, row 2, is blank/);
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
    const all = call("REVOPS_COMP_CHECK", 3, 1, 1.5, 0.5, 0.5, 100, 100, 90, "monthly");
    const soon = call("REVOPS_COMP_CHECK", 3, 1, 1.5, 0.5, 0.5, 1, 100, 1, "monthly");
    expect(soon[5]?.slice(1, 3)).toEqual(["1 day", "Kept"]);
    expect(all[4]?.slice(0, 3)).toEqual(["SPIFs under 10% of total compensation", "100%", "Broken"]);
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
    expect(
      refused(() => call("REVOPS_TERRITORY_ASSIGN", columnOf("Acme", "", "", "Cedar"), market, "Ada")),
    ).toBe("accounts, row 3, is blank; give the account's name or id.");
  });

  it("leave a named account where it is, and tell whether the two-times rule then holds", () => {
    const assign = (named: unknown, measure: string) =>
      call(
        "REVOPS_TERRITORY_ASSIGN",
        columnOf("Acme", "Birch"),
        columnOf(50, 20),
        [["Ada", "", "Ben"]],
        columnOf("Ada", "Ada"),
        ...[named, "", "", "", "", "", measure],
      );
    // Both named, Ada keeps all 70 and Ben has nothing; with Birch free he gets 20, but 50 is 2.5 times that.
    const both = columnOf(true, true);
    expect(assign(both, "").slice(1, 4)).toEqual([
      ["Acme", "Ada", "Ada", "Named"],
      ["Birch", "Ada", "Ada", "Named"],
      [
        "Two-times rule broken: Ada has 70, Ben nothing. It cannot hold: 1 rep without named accounts has 0 accounts with addressable market",
        ...["", "", ""],
      ],
    ]);
    expect(assign(both, "changed")).toBe(0);
    expect(assign(columnOf(true, ""), "").slice(1, 3)).toEqual([
      ["Acme", "Ada", "Ada", "Named"],
      ["Birch", "Ben", "Ada", "Moved"],
    ]);
    expect(assign(both, "rule")).toBe(false);
    const even = [columnOf("Acme", "Birch"), columnOf(40, 20), [["Ada", "Ben"]], ...Array(7).fill("")];
    expect(call("REVOPS_TERRITORY_ASSIGN", ...even, "rule")).toBe(true);
  });

  it("take weights of one's own, four of them", () => {
    const score = (weights: unknown) =>
      call("REVOPS_TERRITORY_SCORE", columnOf(4, 2), columnOf(1, 2), "", "", weights);
    expect(score([[1, 3, 0, 0]])).toEqual([[0.625], [0.875]]);
    expect(score(columnOf(1, "", 3, 0, 0))).toEqual([[0.625], [0.875]]);
    expect(refused(() => score(1))).toBe("weights holds 1 number; give four, one a factor.");
    expect(refused(() => score([[1, 3]]))).toBe("weights holds 2 numbers; give four, one a factor.");
    expect(refused(() => score(columnOf(1, "", "much", 0, 0)))).toBe(
      'weights, row 3, is "much"; give a number of 0 or more.',
    );
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
    expect(rows).toEqual([
      ["Rep", "Accounts", "Addressable", "Revenue", "Pipeline", "Effort", "Load"],
      ["Ada", 1, 5, "", "", "", 5 / 12],
      ["Ben", 0, 0, "", "", "", 0],
      ["Two-times rule broken: Ada has 5, Ben nothing", ...Array(6).fill("")],
      ["1 account counts for nobody: no rep", ...Array(6).fill("")],
    ]);
    const two = call("REVOPS_TERRITORY_BALANCE", columnOf("Ada", "", ""), columnOf(5, 7, 2));
    expect(two.at(-1)?.[0]).toBe("2 accounts count for nobody: no rep");
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
