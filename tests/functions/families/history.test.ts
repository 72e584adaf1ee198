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

  it("show each deal of a movement with what it was before and what it is", () => {
    const headings = [
      ["Deal ID", "Deal", "Owner", "Stage", "Amount", "Expected close", "Outcome", "Snapshot date"],
    ];
    const rows = [
      ["1", "Acme", "Ada", "Demo", 100, 46_100, "Open", 46_000],
      ["2", "", "Ben", "Demo", "", "", "Open", 46_000],
      ["1", "Acme", "Ada", "Offer", 80.5, 46_130, "Open", 46_007],
      ["2", "", "Ben", "", "", "", "Lost", 46_007],
      ["3", "Cedar", "Ben", "Demo", 7, "", "Open", 46_007],
    ];
    const day = (serial: number) => zone.dateOf(serial);
    expect(changes(headings, rows, 46_000, 46_007, "", "all", false)).toEqual([
      ["New", "3", "Cedar", "Ben", "", "Demo", "", 7, "", "", 7],
      ["Shrunk", "1", "Acme", "Ada", "Demo", "Offer", 100, 80.5, day(46_100), day(46_130), -19.5],
      ["Lost", "2", "2", "Ben", "Demo", "", "", "", "", "", 0],
      ["Pushed", "1", "Acme", "Ada", "Demo", "Offer", 100, 80.5, day(46_100), day(46_130), 80.5],
      ["Stage moved", "1", "Acme", "Ada", "Demo", "Offer", 100, 80.5, day(46_100), day(46_130), 80.5],
    ]);
  });

  it("show what vanished as it was, by its id or as a deal without name where nothing else is known", () => {
    const headings = [["Deal ID", "Deal", "Owner", "Stage", "Amount", "Outcome", "Snapshot date"]];
    const rows = [
      ["1", "", "Ada", "Demo", 100, "Open", 46_000],
      ["", "", "Ben", "", 5, "Open", 46_000],
      ["2", "", "", "", "", "Open", 46_007],
    ];
    expect(changes(headings, rows, 46_000, 46_007, "", "all", false)).toEqual([
      ["New", "2", "2", "", "", "", "", "", "", "", 0],
      ["Vanished", "1", "1", "Ada", "Demo", "", 100, "", "", "", -100],
      ["Vanished", "", "(no name)", "Ben", "", "", 5, "", "", "", -5],
    ]);
  });

  it("name the column and the row of the range, blank rows counted, that cannot be read", () => {
    const headings = ["Snapshot date", "Deal ID", "Deal", "Owner", "Stage", "Forecast category"].concat([
      ...["Expected close", "Closed", "Amount", "Outcome"],
    ]);
    const row = [46_000, "1", "Acme", "Ada", "Demo", "Commit", 46_100, "", 5, "Open"];
    const at = (heading: string, cell: unknown) =>
      refused(() =>
        changes(
          [headings],
          [Array(10).fill(""), row.with(headings.indexOf(heading), cell as string)],
          46_000,
          46_007,
        ),
      );
    for (const heading of ["Deal ID", "Deal", "Owner", "Stage", "Forecast category"]) {
      expect(at(heading, new Date(0))).toBe(`rows, row 2, under ${heading} is a date; give text.`);
    }
    for (const heading of ["Snapshot date", "Expected close", "Closed"]) {
      expect(at(heading, "soon")).toBe(
        `rows, row 2, under ${heading} is "soon", not a date; enter a date cell or text such as 2026-01-31.`,
      );
    }
    expect(at("Outcome", "Maybe")).toMatch(/^rows, row 2, under Outcome is "Maybe"/);
    expect(at("Amount", "much")).toMatch(/^rows, row 2, under Amount is "much"/);
  });

  it("name three of the deals without an amount, each once, and count the others", () => {
    const headings = [["Deal ID", "Deal", "Amount", "Outcome", "Snapshot date"]];
    const on = (day: number, ids: string[]) =>
      ids.map((id) => [id, id === "9" ? "" : `Deal ${id}`, "", "Open", day]);
    const last = (ids: string[]) =>
      changes(headings, [...on(46_000, ids), ...on(46_007, ids)], 46_000, 46_007).at(-1)?.[0];
    expect(last(["1", "2", "9"])).toBe("3 deals have no amount: Deal 1, Deal 2, 9");
    expect(last(["1", "2", "3", "4", "5"])).toBe("5 deals have no amount: Deal 1, Deal 2, Deal 3 and 2 more");
  });

  it("are refused where they cannot be told", () => {
    expect(refused(() => changes(HEADINGS, ROWS, 45_999, 46_007))).toBe(
      "from lies before the first snapshot (9 Dec 2025); give a later day.",
    );
    expect(refused(() => changes(HEADINGS, ROWS, 46_010, 46_020))).toBe(
      "to has no snapshot after that of 19 Dec 2025; take one, or begin with an earlier day.",
    );
    expect(refused(() => changes(HEADINGS, ROWS, 46_000, 46_007, "Zoe"))).toBe(
      "owner is found on no deal; check the name's spelling, or leave it blank.",
    );
    expect(refused(() => changes([["Deal", "Outcome"]], [["Acme", "Open"]], 1000, 2000))).toBe(
      "headings hold no Snapshot date; give the heading row of the History tab.",
    );
    expect(refused(() => changes([["Snapshot date", "Deal ID"]], [[46_000, "1"]], 46_000, 46_000))).toBe(
      "headings hold no Outcome; name the column that says Open, Won or Lost.",
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
    expect(refused(() => compare([["Colour"]], [["red"]], names, after, 46_000))).toBe(
      "headings_before hold neither Deal ID nor Deal; give the row of headings.",
    );
    expect(refused(() => compare(names, before, [["Deal"]], [["x"]], 46_000))).toBe(
      "headings_after hold no Outcome; name the column that says Open, Won or Lost.",
    );
    const undated = [
      ["1", 5, "Open", ""],
      ["2", 9, "Lost", ""],
      ["3", 9, "Won", ""],
    ];
    expect(compare(names, before, names, undated, 46_000).at(-1)).toEqual([
      ...["2 closed deals without a closed date left out", "", ""],
    ]);
    expect(compare(names, before, names, before, 46_000).at(-1)?.[0]).toBe("Stage moved");
  });

  it("take the snapshot in force where the earlier list is the History tab", () => {
    const compare = (...args: unknown[]) => call("REVOPS_PIPELINE_COMPARE", ...args);
    const history = [
      ["", "", "", ""],
      [46_000, "1", 5, "Open"],
      [46_007, "1", 8, "Open"],
    ];
    const names = [["Snapshot", "ID", "Value", "Outcome"]];
    const after = [[["ID", "Value", "Outcome", "Owner"]], [["1", 9, "Open", "Ada"]]];
    expect(compare(names, history, ...after, 46_003)[1]).toEqual(["Open on 9 Dec 2025", 1, 5]);
    expect(compare(names, history, ...after, 46_010)[1]).toEqual(["Open on 16 Dec 2025", 1, 8]);
    expect(row(compare(names, history, ...after, 46_010, "Ada"), "Taken over")).toEqual(["Taken over", 1, 9]);
    expect(refused(() => compare(names, history, ...after, 45_999))).toBe(
      "before_date lies before the first snapshot; take one from the menu, or give a later day.",
    );
    expect(refused(() => compare(names, [["", "1", 5, "Open"]], ...after, 46_000))).toBe(
      "rows_before, row 1, has no snapshot date; fill it in, or clear the row.",
    );
    expect(refused(() => compare(names, history, ...after, 46_010, "Zoe"))).toMatch(
      /^owner is found on no deal/,
    );
  });
});
