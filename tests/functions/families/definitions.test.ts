import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { CATALOGUE } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";

const definitions = CATALOGUE.find(({ name }) => name === "REVOPS_DEFINITIONS") as FunctionDefinition;
const netRetention = (rows: unknown[][], from: string, to: string) => () =>
  callFunction(
    definitions,
    ["NRR", [["Account", "Annual amount", "Starts", "Ends"]], rows, from, to],
    zoneOf("Europe/Berlin"),
  );
const ash = ["Ash", 40_000, "2025-01-01", ""];
const blank = ["", "", "", ""];

const compare = (metric: string, headings: string[], rows: unknown[][], ...period: unknown[]) =>
  callFunction(
    definitions,
    [metric, [headings], rows, period[0] ?? "", period[1] ?? "", false],
    zoneOf("Europe/Berlin"),
  ) as unknown[][];
const said = (...args: Parameters<typeof compare>) => {
  try {
    compare(...args);
  } catch (error) {
    return (error as Error).message;
  }
  return "answered";
};

describe("win rate side by side", () => {
  const headings = ["Deal", "Deal ID", "Outcome", "Amount", "Created", "Closed"];
  const rows = [
    ["Ash", "1", "Won", 300, "2026-01-10", "2026-02-01"],
    ["", "", "", "", "", ""],
    ["Birch", "2", "Lost", 100, "2025-12-01", "2026-03-01"],
    ["", "3", "Lost", 100, "2025-12-01", ""],
    ["", "", "Lost", 100, "2026-01-05", "2025-12-31"],
    ["Cedar", "5", "", 50, "2026-01-05", ""],
    ["Dogwood", "6", "", 50, "2025-11-01", ""],
  ];

  it("counts the deals decided in the period, and names those that have no closing date", () => {
    const table = compare("win rate", headings, rows, "2026-01-01", "2026-03-31");
    expect(table[0]?.slice(0, 4)).toEqual(["By count", 0.5, 2, 0]);
    // 300 of 400 won.
    expect(table[1]?.slice(0, 4)).toEqual(["By amount", 0.75, 2, 2]);
    expect(table.at(-1)).toEqual(["Left out", "", 1, "", "3", "Decided, but without a closing date."]);
  });

  it("looks at all deals without a period, and then leaves none out", () => {
    const table = compare("win rate", headings, rows);
    expect(table[0]?.slice(0, 3)).toEqual(["By count", 0.25, 4]);
    expect(table.some(([first]) => first === "Left out")).toBe(false);
    // A deal without name and id is called by its row.
    expect(table.flat().some((cell) => String(cell).includes("row 5"))).toBe(true);
    // Six deals, the blank row is none of them: one won of six; and none can be overdue without a last day.
    expect(table[2]?.slice(0, 3)).toEqual(["Won ÷ all created", expect.closeTo(1 / 6, 12), 6]);
    expect(table[5]?.slice(0, 5)).toEqual([
      ...["Overdue counts as lost", "", 0, 0],
      "Give to, the day on which an open deal is found overdue.",
    ]);
  });

  it("asks for the outcome, and for what can be read", () => {
    expect(said("win rate", ["Deal"], [["Ash"]])).toBe(
      "headings hold no Outcome; name the column that says Open, Won or Lost.",
    );
    expect(said("win rate", headings, [["Ash", "1", "Maybe", "", "", ""]])).toMatch(
      /^rows, row 1, under Outcome is "Maybe"/,
    );
  });
});

describe("forecast error side by side", () => {
  const headings = ["Period", "Forecaster", "Forecast", "Actual"];

  it("leaves out what has no pair and, within a period, what has no date", () => {
    const rows = [
      ["2026-01-01", "Ada", 110, 100],
      ["", "", "", ""],
      ["2026-02-01", "", 90, ""],
      ["", "Ben", 50, 40],
      ["", "", 50, 40],
      ["2025-12-01", "Ada", "", 70],
    ];
    const table = compare("MAPE", headings, rows, "2026-01-01");
    expect(table[0]?.slice(1, 3)).toEqual([expect.closeTo(0.1, 12), 1]);
    expect(table.filter(([first]) => first === "Left out")).toEqual([
      ["Left out", "", 1, "", "2026-02-01", "Forecast or actual is blank."],
      ["Left out", "", 2, "", "Ben, row 5", "No period to go by."],
    ]);
    const all = compare("MAPE", headings, rows);
    // 10 of 100, 10 of 40 and 10 of 40.
    expect(all[0]?.slice(1, 3)).toEqual([expect.closeTo(0.2, 12), 3]);
    expect(all.filter(([first]) => first === "Left out")).toEqual([
      ["Left out", "", 2, "", "2026-02-01, 2025-12-01 Ada", "Forecast or actual is blank."],
    ]);
  });

  it("asks for both columns", () => {
    expect(said("MAPE", ["Forecast"], [[1]])).toBe("headings hold no Actual; give the row of headings.");
    expect(said("MAPE", ["Actual"], [[1]])).toBe("headings hold no Forecast; give the row of headings.");
  });
});

describe("NRR side by side", () => {
  it("asks for both days, for the columns it needs, and for what is blank in them", () => {
    const headings = ["Account", "Annual amount", "Starts", "Ends"];
    expect(said("NRR", headings, [ash])).toBe("from is missing; give the opening date that NRR starts from.");
    expect(said("NRR", headings, [ash], "2025-12-31")).toBe(
      "to is missing; give the closing date that NRR ends on.",
    );
    for (const [at, name] of ["Account", "Annual amount", "Starts"].entries()) {
      expect(said("NRR", headings.with(at, "Colour"), [ash], "2025-12-31", "2026-03-31")).toBe(
        `headings hold no ${name}; give the heading row of Subscriptions.`,
      );
      expect(said("NRR", headings, [blank, ash.with(at, "")], "2025-12-31", "2026-03-31")).toBe(
        `rows, row 2, under ${name} is blank; fill it in.`,
      );
    }
    // One day is a period, too.
    expect(said("NRR", headings, [ash], "2025-12-31", "2025-12-31")).toBe("answered");
  });

  it("names its own arguments where the closing day lies before the opening day", () => {
    expect(netRetention([ash], "2026-03-31", "2025-12-31")).toThrow(/^to lies before from; swap the two\.$/);
  });

  it("takes two products of a customer for two subscriptions, of which one may begin where the other ends", () => {
    const headings = ["Account", "Annual amount", "Starts", "Ends", "Product"];
    const seats = (ends: string, product: string) => ["Ash", 100, "2025-01-01", ends, product];
    const next = (starts: string, product: string) => ["Ash", 120, starts, "", product];
    const between = <T>(ask: (...args: Parameters<typeof compare>) => T, ...rows: unknown[][]) =>
      ask("NRR", headings, [Array(5).fill(""), ...rows], "2025-12-31", "2026-03-31");
    // On the opening day 100 and 120 side by side, then 120 alone.
    const [first] = between(compare, seats("2025-12-31", "Seats"), next("2025-12-31", "Storage"));
    expect(first?.slice(0, 3)).toEqual(["Opening customers", expect.closeTo(120 / 220, 12), 1]);
    expect(between(said, seats("2025-12-31", ""), next("2025-12-31", ""))).toBe(
      "rows, row 2, under Ends is the day on which another period of the same customer starts; end it the day before, or name the products if they are two.",
    );
    expect(between(said, seats("", "Seats"), next("2025-12-31", "seats"))).toBe(
      "rows, row 3, under Starts lies within another period of the same customer and product; end that one before this one starts.",
    );
    expect(between(said, ["Ash", 1, "2025-01-01", "", new Date("2025-01-01T12:00:00Z")])).toBe(
      "rows, row 2, under Product is a date; give text.",
    );
  });

  it("names the row in the table and its heading, blank rows counted, where a subscription contradicts itself", () => {
    const birch = (amount: number, ends: string) => ["Birch", amount, "2025-06-01", ends];
    const between = (row: unknown[]) => netRetention([ash, blank, row], "2025-12-31", "2026-03-31");
    expect(between(birch(1, "2025-05-01"))).toThrow(/^rows, row 3, under Ends lies before its start/);
    expect(between(birch(-1, ""))).toThrow(/^rows, row 3, under Annual amount is -1, below 0/);
  });
});
