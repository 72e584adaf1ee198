import { refuse } from "../refusal/refusal.js";

/**
 * A stretch of time at one annual amount, from its first day up to, but not on, `until`. Money is in whole cents, so
 * that sums are exact in any order.
 */
export interface Period {
  readonly cents: number;
  readonly from: number;
  readonly until: number;
  readonly product: string;
  /** Counted from 1 in the rows given. */
  readonly row: number;
}

export interface Customer {
  name: string;
  readonly periods: Period[];
}

/** Whether a subscription's end is the last day it runs, or the first day on which it no longer does. */
export const END_DAYS = ["included", "excluded"] as const;
export type EndDay = (typeof END_DAYS)[number];

type Column<T> = readonly (T | null)[];

/** Names are one in any case, except Salesforce's 15-character ids, which differ by nothing else. */
function keyOf(name: string): string {
  return /^(?=.*\d)[a-z\d]{15}$/i.test(name) ? name : name.toLowerCase();
}

/**
 * The customers of a list of subscriptions, each with its periods. A row without customer, amount or start is
 * refused: no ARR can be vouched for without it. A blank end runs on. An amount of 0, a free plan, is no subscription.
 */
export function customersOf(
  customers: Column<string>,
  amounts: Column<number>,
  starts: Column<number>,
  ends: Column<number>,
  endDay: EndDay,
  products?: Column<string>,
): Customer[] {
  const byKey = new Map<string, Customer>();
  let total = 0;
  for (let index = 0; index < customers.length; index++) {
    const row = index + 1;
    const name = customers[index] ?? null;
    const amount = amounts[index] ?? null;
    const start = starts[index] ?? null;
    const end = ends[index] ?? null;
    if (name === null) refuse("customers", "is blank; name the customer of this subscription.", row);
    if (amount === null) refuse("amounts", "is blank; give the annual amount.", row);
    if (start === null) refuse("starts", "is blank; give the day this subscription starts.", row);
    if (amount < 0) {
      refuse("amounts", `is ${amount}, below 0; take credits off the subscription they belong to.`, row);
    }
    const from = Math.floor(start);
    if (end !== null && Math.floor(end) < from) {
      refuse("ends", "lies before its start; correct one of the two dates.", row);
    }
    const cents = Math.round(amount * 100);
    total += cents;
    if (total > Number.MAX_SAFE_INTEGER) {
      refuse("amounts", "add up to more than can be kept to the cent; give them in thousands.", row);
    }
    const key = keyOf(name);
    let customer = byKey.get(key);
    if (!customer) {
      customer = { name, periods: [] };
      byKey.set(key, customer);
    }
    // Of two spellings always the same one is shown, whatever the order of the rows.
    if (name < customer.name) customer.name = name;
    const until = end === null ? Number.POSITIVE_INFINITY : Math.floor(end) + (endDay === "included" ? 1 : 0);
    if (cents === 0 || until === from) continue;
    customer.periods.push({ cents, from, until, product: products?.[index]?.toLowerCase() ?? "", row });
  }
  const all = [...byKey.values()];
  for (const { periods } of all) {
    if (endDay === "included") refuseSharedDays(periods);
    if (products) refuseOverlaps(periods);
  }
  return all;
}

/** Where one period starts on the day another ends, that day would count twice. */
function refuseSharedDays(periods: readonly Period[]): void {
  const starts = new Set(periods.map(({ product, from }) => `${from} ${product}`));
  for (const { product, from, until, row } of periods) {
    if (until - 1 > from && starts.has(`${until - 1} ${product}`)) {
      refuse(
        "ends",
        'is the day on which another period of the same customer starts; set end_day to "excluded", or name the products if they are two.',
        row,
      );
    }
  }
}

/** Two periods of one product at the same time would count it twice. */
function refuseOverlaps(periods: readonly Period[]): void {
  const sorted = [...periods].sort((one, other) =>
    one.product < other.product ? -1 : one.product > other.product ? 1 : one.from - other.from,
  );
  for (let at = 1; at < sorted.length; at++) {
    const [before, after] = [sorted[at - 1] as Period, sorted[at] as Period];
    if (before.product === after.product && after.from < before.until) {
      refuse(
        "starts",
        "lies within another period of the same customer and product; end that one before this one starts.",
        after.row,
      );
    }
  }
}

/** What a customer is worth a year on a day, in cents. */
export function centsOn({ periods }: Customer, day: number): number {
  const at = Math.floor(day);
  let cents = 0;
  for (const { cents: amount, from, until } of periods) if (from <= at && at < until) cents += amount;
  return cents;
}

/** Text order that is the same everywhere. */
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
