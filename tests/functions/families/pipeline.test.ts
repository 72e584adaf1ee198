import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";
import { cpuMs } from "../../cpuMs.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone);
const columnOf = (...cells: unknown[]) => cells.map((cell) => [cell]);
const day = (text: string) => new Date(`${text}T12:00:00Z`);

const outcomes = columnOf("Won", "Lost", "Open", "Won", "Closed Lost");
const owners = columnOf("Ada", "Ada", "Ben", "Ben", "Ben");
const amounts = columnOf(100, 300, 50, 200, "");
const created = columnOf(day("2026-01-02"), day("2026-01-09"), day("2026-02-01"), day("2026-02-02"), "");

describe("REVOPS_WIN_RATE", () => {
  it("narrows to one rep", () => {
    expect(call("REVOPS_WIN_RATE", outcomes)).toBe(0.5);
    expect(call("REVOPS_WIN_RATE", outcomes, "count", "", "", owners, "ada")).toBe(0.5);
    expect(call("REVOPS_WIN_RATE", outcomes, "amount", amounts, "", owners, "Ada")).toBe(0.25);
  });

  it("names the row of the sheet's range where a rep's deal lacks its amount", () => {
    expect(refused(() => call("REVOPS_WIN_RATE", outcomes, "amount", amounts, "", owners, "Ben"))).toBe(
      "amounts, row 5, is blank on a decided deal; fill it in, or count deals instead of amounts.",
    );
  });

  it("asks for what the chosen measure needs", () => {
    expect(refused(() => call("REVOPS_WIN_RATE", outcomes, "amount"))).toMatch(/^amounts is missing/);
    expect(refused(() => call("REVOPS_WIN_RATE", outcomes, "month"))).toMatch(/^created is missing/);
  });

  it("lists cohorts with or without headings", () => {
    const cohorts = [
      ["2026-01", 1, 1, 0, 0.5],
      ["2026-02", 1, 0, 1, 1],
      ["1 deal without a created date", 0, 1, 0, 0],
    ];
    expect(call("REVOPS_WIN_RATE", outcomes, "month", "", created, "", "", false)).toEqual(cohorts);
    expect(call("REVOPS_WIN_RATE", outcomes, "month", "", created)).toEqual([
      ["Cohort", "Won", "Lost", "Open", "Win rate"],
      ...cohorts,
    ]);
  });

  it("asks what a stage that is neither won nor lost means", () => {
    expect(refused(() => call("REVOPS_WIN_RATE", columnOf("Won", "Prospecting")))).toBe(
      'outcomes, row 2, is "Prospecting"; write Won, Lost or Open (a blank counts as open).',
    );
  });
});

describe("REVOPS_SALES_CYCLE", () => {
  const closed = columnOf(day("2026-01-12"), day("2026-03-01"), "", "", "");
  const cycle = (measure: string, ...more: unknown[]) =>
    call("REVOPS_SALES_CYCLE", created, closed, outcomes, measure, ...more);

  it("gives one figure at a time on request", () => {
    expect(["mean", "median", "count", "left out"].map((measure) => cycle(measure))).toEqual([10, 10, 1, 1]);
  });

  it("says why there is no cycle", () => {
    expect(refused(() => cycle("mean", owners, "Ben"))).toMatch(
      /^outcomes holds won deals \(1\), but none with both a created and a closed date/,
    );
    expect(cycle("left out", owners, "Ben")).toBe(1);
    expect(
      refused(() => call("REVOPS_SALES_CYCLE", created, closed, columnOf("", "", "", "", "Lost"))),
    ).toMatch(/^outcomes holds no won deal/);
  });
});

describe("REVOPS_STALE_DEALS", () => {
  const deals = columnOf("A", "B", "C", "D");
  const last = columnOf(day("2026-01-01"), day("2026-02-01"), day("2026-03-30"), "");

  it("stops at the limit and says how many more there are", () => {
    expect(call("REVOPS_STALE_DEALS", deals, last, "2026-03-31", "", "", "", 1, "", "", false)).toEqual([
      ["A", 89, ""],
      ["1 more stale deal", "", ""],
      ["1 open deal has no last-activity date", "", ""],
    ]);
  });

  it("counts several it does not list, and says nothing of dates where each deal has one", () => {
    const said = (...dates: unknown[]) =>
      call("REVOPS_STALE_DEALS", deals, columnOf(...dates), "2026-03-31", "", "", "", 1, "", "", false);
    const old = day("2026-01-01");
    expect(said(old, old, old, old)).toEqual([
      ["A", 89, ""],
      ["3 more stale deals", "", ""],
    ]);
    expect(said(old, day("2026-03-30"), "", "")).toEqual([
      ["A", 89, ""],
      ["2 open deals have no last-activity date", "", ""],
    ]);
  });

  it("takes another threshold", () => {
    const rows = call("REVOPS_STALE_DEALS", deals, last, "2026-03-31", 1) as unknown[][];
    expect(rows.map(([deal]) => deal).slice(1, -1)).toEqual(["A", "B", "C"]);
  });
});

describe("REVOPS_LOSS_REASONS", () => {
  it("says what it could not count", () => {
    const rows = call(
      "REVOPS_LOSS_REASONS",
      columnOf("Lost", "Lost", "Lost"),
      columnOf("Price", "Price", "Timing"),
      columnOf(day("2026-03-30"), day("2026-03-31"), ""),
      "2026-03-25",
      "2026-03-31",
      columnOf(100, "", 5),
    );
    expect(rows).toEqual([
      ["Reason", "Deals", "Share", "Amount"],
      ["Price", 2, 1, 100],
      ["1 lost deal has no amount", "", "", ""],
      ["1 lost deal has no closed date and stands outside the period", "", "", ""],
    ]);
  });

  it("counts several that it could not count, and leaves the amount blank where none are given", () => {
    const lost = columnOf("Lost", "Lost", "Lost", "Lost");
    const reasons = columnOf("Price", "Price", "Price", "Price");
    const closed = columnOf(day("2026-03-30"), day("2026-03-30"), "", "");
    const table = (...more: unknown[]) => call("REVOPS_LOSS_REASONS", lost, reasons, ...more) as unknown[][];
    expect(table(closed, "2026-03-01", "", columnOf("", "", 5, 5)).slice(2)).toEqual([
      ["2 lost deals have no amount", "", "", ""],
      ["2 lost deals have no closed date and stand outside the period", "", "", ""],
    ]);
    expect(table().slice(1)).toEqual([["Price", 4, 1, ""]]);
  });

  it("gives headings alone for a week without a loss", () => {
    expect(call("REVOPS_LOSS_REASONS", columnOf("Won"), columnOf(""))).toEqual([
      ["Reason", "Deals", "Share", "Amount"],
    ]);
  });
});

describe("REVOPS_AGED_PIPELINE and REVOPS_WEIGHTED_PIPELINE", () => {
  it("narrow to one rep", () => {
    const due = columnOf("", "", day("2026-01-01"), "", "");
    expect(call("REVOPS_AGED_PIPELINE", amounts, due, "2026-03-31", outcomes, "", owners, "Ben")).toBe(12.5);
    const chances = columnOf(1, 0, 0.5, 1, 0);
    expect(call("REVOPS_WEIGHTED_PIPELINE", amounts, chances, outcomes, "", owners, "Ben")).toBe(25);
  });

  it("say to write 25% where 25 is written", () => {
    expect(refused(() => call("REVOPS_WEIGHTED_PIPELINE", columnOf(1, 1), columnOf(0.5, 25)))).toBe(
      "probabilities, row 2, is 25, above 100%; write 25% or 0.25 for twenty-five per cent.",
    );
  });
});

describe("LEAD_SCORE", () => {
  const headings = [["Lead", "Visited pricing page", "Requested demo", "Emails opened"]];

  it("gives a row for each row, blank ones included, up to the last that is filled", () => {
    const rows = [
      ["Ada", true, "", 3],
      ["", "", "", ""],
      ["Ben", "", "yes", ""],
      ["", "", "", ""],
    ];
    expect(call("LEAD_SCORE", headings, rows)).toEqual([[23], [""], [25]]);
  });

  it("reads dates as the days that the spreadsheet shows, whatever its zone", () => {
    // 15 January and 5 February at midnight in New York: exactly three weeks.
    const rows = [["Ada", new Date("2026-01-15T05:00:00Z"), "", ""]];
    expect(call("LEAD_SCORE", headings, rows, new Date("2026-02-05T05:00:00Z"))).toEqual([[10]]);
    expect(call("LEAD_SCORE", headings, [["Ada", "2026-01-15", "", ""]], "2026-02-04")).toEqual([[15]]);
  });

  it("names the cell that cannot be read", () => {
    expect(
      refused(() =>
        call("LEAD_SCORE", headings, [
          ["Ada", true, "", 3],
          ["Ben", "soon", "", 1],
        ]),
      ),
    ).toMatch(/^rows, row 2, has "soon" under "Visited pricing page"; write TRUE or FALSE/);
    expect(refused(() => call("LEAD_SCORE", headings, [["Ada", day("2026-01-15"), "", ""]]))).toMatch(
      /^as_of is missing, but "Visited pricing page" holds dates/,
    );
  });

  it("scores 10,000 leads by 15 columns in one call without delay", () => {
    const wide = [
      [
        "Lead",
        "Visited pricing page",
        "Whitepaper",
        "Webinar",
        "Requested demo",
        "Emails opened",
        "Pages visited",
      ].concat([
        "Return visit",
        "Chatbot",
        "ICP industry",
        "Size fit",
        "Decision maker",
        "Target geo",
        "Competitor",
        "Student",
      ]),
    ];
    const rows = Array.from({ length: 10_000 }, (_, lead) =>
      (wide[0] as string[]).map((_heading, at) =>
        at === 0
          ? `Lead ${lead}`
          : at === 1
            ? new Date(Date.UTC(2025, 0, 1 + (lead % 400), lead % 24))
            : (lead + at) % 3 === 0,
      ),
    );
    const began = cpuMs();
    expect(call("LEAD_SCORE", wide, rows, "2026-03-31")).toHaveLength(10_000);
    expect(cpuMs() - began).toBeLessThan(1500);
  });
});
