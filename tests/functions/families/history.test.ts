import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("UTC");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone) as unknown[][];
const changes = (...args: unknown[]) => call("REVOPS_PIPELINE_CHANGES", ...args);

const HEADINGS = [["Deal", "Amount", "Owner", "Outcome", "Deal ID", "Snapshot date"]];
const ROWS = [
  ["Acme", 100, "Ada", "Open", "1", 46_000],
  ["Birch", "", "Ben", "", "2", 46_000],
  ["", "", "", "", "", ""],
  ["Acme", 150.25, "Ben", "Open", "1", 46_007],
  ["Birch", "", "Ben", "Won", "2", 46_007],
  ["Cedar", 10, "Ben", "Open", "3", 46_010],
];
const row = (table: unknown[][], name: string) => table.find(([first]) => first === name);

describe("changes between snapshots in a cell", () => {
  it("take the columns by their headings, in any order, and say which snapshots were compared", () => {
    const table = changes(HEADINGS, ROWS, 46_003, 46_009);
    expect(table[1]).toEqual(["Open on 9 Dec 2025", 2, 100]);
    expect(row(table, "Open on 16 Dec 2025")).toEqual(["Open on 16 Dec 2025", 1, 150.25]);
    expect(row(table, "Grown")).toEqual(["Grown", 1, 50.25]);
    expect(row(table, "Won")).toEqual(["Won", 1, 0]);
    expect(table.at(-1)).toEqual(["1 deal has no amount: Birch", "", ""]);
  });

  it("show one owner's pipeline with what changed hands", () => {
    const ada = changes(HEADINGS, ROWS, 46_000, 46_007, "ada");
    expect(row(ada, "Handed over")).toEqual(["Handed over", 1, -100]);
    expect(row(ada, "Open on 16 Dec 2025")).toEqual(["Open on 16 Dec 2025", 0, 0]);
    expect(row(changes(HEADINGS, ROWS, 46_000, 46_007, "Ben"), "Taken over")).toEqual([
      "Taken over",
      1,
      150.25,
    ]);
    expect(row(changes(HEADINGS, ROWS, 46_000, 46_007), "Taken over")).toBeUndefined();
  });

  it("list the deals of one movement or of all, before and after beside each other", () => {
    const [head, ...won] = changes(HEADINGS, ROWS, 46_000, 46_010, "", "won");
    expect(head?.slice(0, 4)).toEqual(["Movement", "Deal ID", "Deal", "Owner"]);
    expect(won.map((cells) => cells.slice(0, 3))).toEqual([["Won", "2", "Birch"]]);
    const all = changes(HEADINGS, ROWS, 46_000, 46_010, "", "all", false);
    expect(all.map(([name]) => name)).toEqual(["New", "Won", "Vanished"]);
    expect(changes(HEADINGS, ROWS, 46_000, 46_010, "", "lost", false)).toEqual([Array(11).fill("")]);
  });

  it("are refused where they cannot be told", () => {
    expect(refused(() => changes(HEADINGS, ROWS, 45_999, 46_007))).toBe(
      "from lies before the first snapshot (9 Dec 2025); give a later day.",
    );
    expect(refused(() => changes(HEADINGS, ROWS, 46_010, 46_020))).toBe(
      "to has no snapshot after that of 19 Dec 2025; take one, or begin with an earlier day.",
    );
    expect(refused(() => changes(HEADINGS, ROWS, 46_000, 46_007, "Zoe"))).toMatch(
      /^owner is found on no deal/,
    );
    expect(refused(() => changes([["Deal", "Outcome"]], [["Acme", "Open"]], 1000, 2000))).toMatch(
      /^headings hold no Snapshot date/,
    );
    expect(refused(() => changes([["Snapshot date", "Deal ID"]], [[46_000, "1"]], 46_000, 46_000))).toMatch(
      /^headings hold no Outcome/,
    );
    expect(
      refused(() => changes(HEADINGS, [...ROWS, ["Elm", 1, "Ada", "Open", "5", ""]], 46_000, 46_007)),
    ).toBe("rows, row 7, has no snapshot date; fill it in, or clear the row.");
    expect(
      refused(() => changes(HEADINGS, [["Elm", "much", "Ada", "Open", "5", 46_000]], 46_000, 46_007)),
    ).toBe('rows, row 1, under Amount is "much"; give an amount as a plain number.');
  });
});

describe("changes between two exports in cells", () => {
  it("say which list is at fault, and how many closed deals nobody can place", () => {
    const compare = (...args: unknown[]) => call("REVOPS_PIPELINE_COMPARE", ...args);
    const [names, before] = [[["ID", "Value", "Outcome", "Closed date"]], [["1", 5, "Open", ""]]];
    const after = [
      ["1", 5, "Won", ""],
      ["2", 9, "Lost", ""],
    ];
    const table = compare(names, before, names, after, 46_000);
    expect(row(table, "Won")).toEqual(["Won", 1, -5]);
    expect(row(table, "Lost")).toEqual(["Lost", 0, 0]);
    expect(table.at(-1)).toEqual(["1 closed deal without a closed date left out", "", ""]);
    expect(refused(() => compare(names, before, names, [["1", 5, "Maybe", ""]], 46_000))).toBe(
      'rows_after, row 1, under Outcome is "Maybe"; write Won, Lost or Open (a blank counts as open).',
    );
    expect(refused(() => compare([["Colour"]], [["red"]], names, after, 46_000))).toMatch(
      /^headings_before hold neither Deal ID nor Deal/,
    );
  });
});
