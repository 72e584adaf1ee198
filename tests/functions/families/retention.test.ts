import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("Europe/Berlin");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone);
const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
const date = (text: string) => zone.dateOf(Date.parse(text) / 86_400_000 + 25_569);

const customers = column("Ash", "", "Birch", "Ash");
const amounts = column(1000, "", 500, 250.25);
const starts = column(date("2025-01-01"), "", date("2025-02-01"), date("2025-03-01"));
const ends = column("", "", date("2025-12-31"), "");
const regions = column("EU", "", "US", "EU");
const rows = [customers, amounts, starts, ends] as const;

describe("functions that read subscriptions", () => {
  it("take blank rows in between and point at the row of the range", () => {
    expect(call("REVOPS_ARR", ...rows, date("2025-06-30"))).toBe(1750.25);
    const broken = column(1000, "", 500, "");
    expect(refused(() => call("REVOPS_ARR", customers, broken, starts, ends, date("2025-06-30")))).toBe(
      "amounts, row 4, is blank; give the annual amount.",
    );
    const early = column("", "", date("2025-01-31"), "");
    expect(refused(() => call("REVOPS_ARR", customers, amounts, starts, early, date("2025-06-30")))).toBe(
      "ends, row 3, lies before its start; correct one of the two dates.",
    );
  });

  it("look at one region alone", () => {
    expect(call("REVOPS_ARR", ...rows, date("2025-06-30"), "", "", "", regions, "us")).toBe(500);
    expect(
      call(
        "REVOPS_COHORTS",
        ...rows,
        date("2025-03-31"),
        "",
        "revenue",
        "total",
        "",
        "",
        regions,
        "EU",
        false,
      ),
    ).toEqual([["2025-01", 1000, 1000, 1000, 1250.25]]);
  });

  it("give a table without its headings, and a blank row where nobody moved", () => {
    const between = [date("2024-01-01"), date("2024-06-30")] as const;
    expect(call("REVOPS_ARR_BRIDGE", ...rows, ...between, "customers", "", "", "", "", false)).toEqual([
      ["", "", "", "", ""],
    ]);
    expect(call("REVOPS_ARR_BRIDGE", ...rows, ...between)).toEqual([
      ["Step", "ARR", "Customers"],
      ...["Opening", "New", "Expansion", "Contraction", "Churn", "Returned", "Closing"].map((step) => [
        step,
        0,
        0,
      ]),
    ]);
  });

  it("tell how each customer moved, and any one rate of them", () => {
    // Ash grows from 1,000 to 1,250.25 on 1 March; Birch leaves at the end of the year.
    const [opening, closing] = [date("2025-02-15"), date("2026-01-01")];
    expect(call("REVOPS_ARR_BRIDGE", ...rows, opening, closing, "customers", "", "", "", "", false)).toEqual([
      ["Ash", 1000, 1250.25, 250.25, "Expansion"],
      ["Birch", 500, 0, -500, "Churn"],
    ]);
    const rate = (measure: string) => call("REVOPS_RETENTION", ...rows, opening, closing, measure);
    expect(["NRR", "GRR", "logo"].map(rate)).toEqual([1250.25 / 1500, 1000 / 1500, 1 / 2]);
  });

  it("head cohorts by what they count", () => {
    const headings = (...args: unknown[]) => (call("REVOPS_COHORTS", ...rows, ...args) as unknown[][])[0];
    expect(headings(date("2025-03-31"), "", "revenue")).toEqual([
      "Cohort",
      "ARR",
      "Month 0",
      "Month 1",
      "Month 2",
    ]);
    expect(headings(date("2025-03-31"), "quarter")).toEqual(["Cohort", "Customers", "Quarter 0"]);
  });

  it("read text dates and numbers as exports write them, and count by name in any case", () => {
    expect(
      call(
        "REVOPS_ARR",
        column("acme", "ACME"),
        column("100", 50),
        column("2025-01-01", "2025-01-01"),
        column("", ""),
        "2025-05-01",
        "by customer",
      ),
    ).toEqual([
      ["Customer", "ARR"],
      ["ACME", 150],
    ]);
  });

  it("stand still whatever the time zone: a day is the day of the cell", () => {
    for (const name of ["Pacific/Auckland", "America/Los_Angeles", "UTC"]) {
      const there = zoneOf(name);
      const day = (text: string) => there.dateOf(Date.parse(text) / 86_400_000 + 25_569);
      const arr = (on: string) =>
        callFunction(
          findFunction("REVOPS_ARR") as FunctionDefinition,
          [[["Ash"]], [[100]], [[day("2025-03-30")]], [[day("2025-03-31")]], day(on)],
          there,
        );
      expect(["2025-03-29", "2025-03-30", "2025-03-31", "2025-04-01"].map(arr), name).toEqual([
        0, 100, 100, 0,
      ]);
    }
  });
});
