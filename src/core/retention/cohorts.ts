import { type PeriodLength, periodOf } from "../dates/period.js";
import { refuse } from "../refusal/refusal.js";
import { type Customer, centsOn } from "./subscriptions.js";

/** More periods than anybody reads; a table beyond is a mistyped year. */
const MOST_PERIODS = 400;

export interface Cohort {
  readonly cohort: string;
  /** Customers, or annual cents on their first days. */
  readonly start: number;
  /** The same at the end of each finished period after the first one, then null. */
  readonly later: (number | null)[];
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Number of a calendar period; the next one's is 1 more. */
function numberer(length: PeriodLength): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    let number = known.get(day);
    if (number === undefined) {
      const date = new Date((day - 25_569) * 86_400_000);
      number = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / MONTHS[length]);
      known.set(day, number);
    }
    return number;
  };
}

/** Joins stretches of period numbers that touch or overlap, so that a customer counts once. */
function joined(stretches: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const out: [number, number][] = [];
  for (const [from, until] of [...stretches].sort((one, other) => one[0] - other[0])) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else out.push([from, until]);
  }
  return out;
}

/**
 * Customers grouped by the period of their first day, and what is left of each group on the last day of every period
 * since. Who starts after `asOf` is in no cohort, and a period that is not over by then is null.
 */
export function cohorts(
  customers: readonly Customer[],
  asOf: number,
  length: PeriodLength,
  by: "count" | "revenue",
): Cohort[] {
  const numberOf = numberer(length);
  const today = Math.floor(asOf);
  const firstOpen = numberOf(today + 1);
  const groups = new Map<number, { cohort: string; start: number; changes: Map<number, number> }>();
  for (const customer of customers) {
    const first = customer.periods.reduce((day, { from }) => Math.min(day, from), Number.POSITIVE_INFINITY);
    if (first > today) continue;
    const number = numberOf(first);
    if (firstOpen - number > MOST_PERIODS) {
      refuse("as_of", `lies more than ${MOST_PERIODS} ${length}s after a start; check the dates.`);
    }
    let group = groups.get(number);
    if (!group) {
      group = { cohort: periodOf(first, length), start: 0, changes: new Map() };
      groups.set(number, group);
    }
    group.start += by === "count" ? 1 : centsOn(customer, first);
    const { changes } = group;
    const add = (at: number, change: number) => changes.set(at, (changes.get(at) ?? 0) + change);
    // On the last day of a period runs what started in it or before and has not ended by the next one's first day.
    // What began and ended within one cancels out there, and what begins after today changes no period looked at.
    const stretches = customer.periods.map(({ cents, from, until }) => ({
      cents,
      span: [numberOf(from), until > today ? firstOpen : numberOf(until)] as const,
    }));
    if (by === "count") {
      for (const [from, until] of joined(stretches.map(({ span }) => span))) {
        add(from, 1);
        add(until, -1);
      }
    } else {
      for (const { cents, span } of stretches) {
        add(span[0], cents);
        add(span[1], -cents);
      }
    }
  }
  if (groups.size === 0) refuse("as_of", "lies before the first start; choose a later day.");
  const oldest = Math.min(...groups.keys());
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([number, { cohort, start, changes }]) => {
      let running = changes.get(number) ?? 0;
      const later: (number | null)[] = [];
      for (let at = number + 1; at < firstOpen; at++) {
        running += changes.get(at) ?? 0;
        later.push(running);
      }
      while (later.length < firstOpen - 1 - oldest) later.push(null);
      return { cohort, start, later };
    });
}
