import { describe, expect, it } from "vitest";
import { annualRecurringRevenue } from "../../../src/core/retention/arr.js";
import { customersOf } from "../../../src/core/retention/subscriptions.js";
import { refused } from "../refused.js";
import { day, read } from "./subscriptionRows.js";

describe("a subscription runs", () => {
  it("from its first day to its last, or to the day before where the end is excluded", () => {
    const rows = [["Ash", 100, day("2025-01-01"), day("2025-12-31")]] as const;
    const on = (text: string, ends: "included" | "excluded") =>
      annualRecurringRevenue(read(rows, ends), day(text));
    expect([on("2024-12-31", "included"), on("2025-01-01", "included")]).toEqual([0, 100]);
    expect([on("2025-12-31", "included"), on("2026-01-01", "included")]).toEqual([100, 0]);
    expect([on("2025-12-30", "excluded"), on("2025-12-31", "excluded")]).toEqual([100, 0]);
  });

  it("whatever the time of day", () => {
    expect(annualRecurringRevenue(read([["Ash", 100, 45_000.9, 45_001.1]]), 45_000.1)).toBe(100);
    expect(annualRecurringRevenue(read([["Ash", 100, 45_000.9, 45_001.1]]), 45_001.9)).toBe(100);
  });

  it("on and on where it has no end", () => {
    expect(annualRecurringRevenue(read([["Ash", 100, 45_000, null]]), 2_900_000)).toBe(100);
  });
});

describe("customers are told apart", () => {
  it("by name in any case, shown in one spelling", () => {
    expect(
      read([
        ["acme", 1, 1, null],
        ["Acme", 2, 1, null],
      ]).map(({ name }) => name),
    ).toEqual(["Acme"]);
    expect(
      read([
        ["Acme", 2, 1, null],
        ["acme", 1, 1, null],
      ]).map(({ name }) => name),
    ).toEqual(["Acme"]);
  });

  it("by Salesforce's 15-character ids to the letter", () => {
    expect(
      read([
        ["0015g00000abCdE", 1, 1, null],
        ["0015g00000abcdE", 2, 1, null],
      ]),
    ).toHaveLength(2);
    expect(
      read([
        ["aBc5g00000XyZwV", 1, 1, null],
        ["abc5g00000XyZwV", 2, 1, null],
      ]),
    ).toHaveLength(2);
  });

  it.each(["Northwind2026Incorporated", "Bureau 1999 0015g00000abCdE", "Internationally"])(
    "%s is no such id, though it holds as many letters, or a digit",
    (name) => {
      expect(
        read([
          [name, 1, 1, null],
          [name.toLowerCase(), 2, 1, null],
        ]),
      ).toHaveLength(1);
    },
  );
});

describe("rows that no ARR can be vouched for are refused by their number", () => {
  const rows = (change: Partial<Record<"customer" | "amount" | "start" | "end", unknown>>) => () => {
    const second = { customer: "Birch", amount: 5, start: 45_000, end: null, ...change } as {
      customer: string | null;
      amount: number | null;
      start: number | null;
      end: number | null;
    };
    return customersOf(
      ["Ash", second.customer],
      [1, second.amount],
      [45_000, second.start],
      [null, second.end],
      "included",
    );
  };
  it("without customer, amount or start", () => {
    expect(refused(rows({ customer: null }))).toMatch(/^customers, row 2, is blank; /);
    expect(refused(rows({ amount: null }))).toMatch(/^amounts, row 2, is blank; /);
    expect(refused(rows({ start: null }))).toMatch(/^starts, row 2, is blank; /);
  });
  it("with an amount below 0, or too large to keep the cents", () => {
    expect(refused(rows({ amount: -5 }))).toMatch(/^amounts, row 2, is -5, below 0; /);
    expect(refused(rows({ amount: 1e15 }))).toMatch(
      /^amounts, row 2, add up to more than can be kept to the cent/,
    );
  });
  it("with an end before the start", () => {
    expect(refused(rows({ end: 44_999 }))).toMatch(/^ends, row 2, lies before its start; /);
  });
});

describe("periods that would count a day twice are refused", () => {
  const renewed = (...products: string[]) =>
    [
      ["Ash", 100, 45_000, 45_100, products[0]],
      ["Ash", 120, 45_100, null, products[1]],
    ] as const;

  it("where one starts on the day another ends", () => {
    const sentence =
      'ends, row 1, is the day on which another period of the same customer starts; set end_day to "excluded", or name the products if they are two.';
    expect(refused(() => read(renewed()))).toBe(sentence);
    expect(refused(() => read(renewed("Seats", "seats")))).toBe(sentence);
    expect(annualRecurringRevenue(read(renewed(), "excluded"), 45_100)).toBe(120);
    expect(annualRecurringRevenue(read(renewed("Seats", "Storage")), 45_100)).toBe(220);
  });

  it("where two of one product overlap", () => {
    const rows = (product?: string) =>
      [
        ["Ash", 120, 45_050, null, product],
        ["Ash", 100, 45_000, 45_100, product],
      ] as const;
    expect(refused(() => read(rows("Seats")))).toBe(
      "starts, row 1, lies within another period of the same customer and product; end that one before this one starts.",
    );
    expect(annualRecurringRevenue(read(rows()), 45_060)).toBe(220);
  });

  it("where two of one product overlap, other products between them, in whatever order they stand", () => {
    const seats = ["Ash", 100, 45_000, 45_100, "Seats"] as const;
    const again = ["Ash", 120, 45_050, 45_060, "Seats"] as const;
    const others = [
      ["Ash", 9, 45_020, null, "Storage"],
      ["Ash", 8, 45_030, null, "Archive"],
    ] as const;
    for (const rows of [
      [seats, ...others, again],
      [again, ...others, seats],
      [others[0], seats, others[1], again],
      [others[1], again, others[0], seats],
      [others[1], seats, again, others[0]],
    ]) {
      expect(refused(() => read(rows))).toMatch(
        new RegExp(`^starts, row ${rows.indexOf(again) + 1}, lies within`),
      );
    }
  });

  it("but not where the next one starts on the first day that the one before no longer runs", () => {
    expect(annualRecurringRevenue(read(renewed("Seats", "Seats"), "excluded"), 45_100)).toBe(120);
    expect(annualRecurringRevenue(read(renewed("Seats", undefined as never), "excluded"), 45_100)).toBe(120);
  });

  it("but not a subscription of a single day", () => {
    expect(annualRecurringRevenue(read([["Ash", 5, 45_000, 45_000]]), 45_000)).toBe(5);
  });

  it("but not a free plan, nor one ended on its first day", () => {
    expect(
      read([
        ["Ash", 0, 45_000, null, "Seats"],
        ["Ash", 9, 45_010, null, "Seats"],
      ]),
    ).toHaveLength(1);
    const ended = read(
      [
        ["Ash", 5, 45_000, 45_000],
        ["Ash", 9, 45_000, null],
      ],
      "excluded",
    );
    expect(annualRecurringRevenue(ended, 45_000)).toBe(9);
    expect(ended[0]?.periods).toHaveLength(1);
  });
});
