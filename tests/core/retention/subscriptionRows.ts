import fc from "fast-check";
import { type Customer, customersOf, type EndDay } from "../../../src/core/retention/subscriptions.js";

/** customer, annual amount, start, end, product */
export type Row = readonly [string, number, number, number | null, (string | undefined)?];

export const read = (rows: readonly Row[], endDay: EndDay = "included"): Customer[] =>
  customersOf(
    rows.map(([customer]) => customer),
    rows.map(([, amount]) => amount),
    rows.map(([, , start]) => start),
    rows.map(([, , , end]) => end),
    endDay,
    rows.some(([, , , , product]) => product !== undefined)
      ? rows.map(([, , , , product]) => product ?? null)
      : undefined,
  );

/** Serial day of a date such as 2026-01-31 or, for its first day, a month such as 2026-01. */
export const day = (text: string): number =>
  Date.parse(text.length === 7 ? `${text}-01` : text) / 86_400_000 + 25_569;

/** Any history of a few customers, read with ends excluded so that periods may touch. */
export const histories: fc.Arbitrary<Row[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom("Ash", "Birch", "Cedar", "Elm"),
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 45_000, max: 45_400 }),
      fc.option(fc.nat({ max: 300 }), { freq: 4 }),
    )
    .map(
      ([customer, cents, start, length]): Row => [
        customer,
        cents / 100,
        start,
        length === null ? null : start + length,
      ],
    ),
  { minLength: 1, maxLength: 12 },
);
export const days = fc.integer({ min: 44_990, max: 45_750 });

/**
 * Seven customers of the seed data of dbt Labs' MRR playbook: customer, monthly amount, first month, month after the
 * last one. The tests' expected figures come from running its SQL (customer_revenue_by_month and mrr) in SQLite.
 */
const MRR_PLAYBOOK: readonly (readonly [number, number, string, string])[] = [
  [1, 50, "2018-11", "2019-02"],
  [1, 50, "2019-04", "2019-06"],
  [1, 75, "2019-06", "2019-08"],
  [5, 50, "2018-11", "2018-12"],
  [5, 25, "2018-12", "2019-03"],
  [5, 50, "2019-07", "2019-08"],
  [5, 25, "2019-08", "2019-09"],
  [5, 50, "2019-09", "2019-10"],
  [5, 25, "2019-10", "2019-12"],
  [5, 40, "2019-12", "2020-01"],
  [10, 80, "2018-04", "2018-05"],
  [10, 50, "2018-09", "2018-10"],
  [10, 25, "2018-10", "2019-04"],
  [10, 50, "2019-04", "2019-05"],
  [10, 25, "2019-05", "2019-06"],
  [10, 50, "2019-06", "2019-11"],
  [10, 25, "2019-11", "2019-12"],
  [10, 35, "2019-12", "2020-01"],
  [17, 25, "2018-11", "2018-12"],
  [17, 50, "2018-12", "2019-05"],
  [17, 25, "2019-05", "2019-06"],
  [17, 40, "2019-06", "2019-09"],
  [17, 35, "2019-09", "2019-10"],
  [17, 65, "2019-10", "2019-11"],
  [17, 100, "2019-11", "2019-12"],
  [17, 95, "2019-12", "2020-01"],
  [22, 25, "2018-12", "2019-01"],
  [22, 35, "2019-01", "2019-08"],
  [26, 55, "2019-05", "2019-06"],
  [26, 50, "2019-06", "2019-08"],
  [27, 130, "2019-07", "2019-08"],
  [27, 125, "2019-08", "2020-01"],
];

export const mrrPlaybook = (): Customer[] =>
  read(
    MRR_PLAYBOOK.map(([customer, monthly, from, until]) => [
      String(customer),
      monthly * 12,
      day(from),
      day(until),
    ]),
    "excluded",
  );
