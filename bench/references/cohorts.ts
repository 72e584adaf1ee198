import type { Contracts } from "./arrBridge.js";

const DAY = 86_400_000;
const UNIX_EPOCH = 25_569;

const monthOf = (day: number): number => {
  const date = new Date((day - UNIX_EPOCH) * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/**
 * Monthly cohorts by hand: for each month in which customers began, how many, and the share of them that is left on the
 * last day of each finished month since. Contracts of a customer come in the order of time.
 */
export function cohortSharesByHand(contracts: Contracts, asOf: number): number[] {
  const { customer, from, until, customers } = contracts;
  // A month's number for each day, once.
  const [firstDay, lastDay] = [from.reduce((least, day) => Math.min(least, day)), asOf + 1];
  const months = new Int32Array(lastDay - firstDay + 1);
  for (let day = firstDay; day <= lastDay; day++) months[day - firstDay] = monthOf(day);
  const oldest = months[0] as number;
  const open = (months[months.length - 1] as number) - oldest;

  const cohortOf = new Int32Array(customers).fill(-1);
  const begun = new Float64Array(open + 1);
  const changes = new Float64Array((open + 1) * (open + 2));
  for (let row = 0; row < customer.length; row++) {
    const start = from[row] as number;
    if (start > asOf) continue;
    const who = customer[row] as number;
    const at = (months[start - firstDay] as number) - oldest;
    if (cohortOf[who] === -1) {
      cohortOf[who] = at;
      begun[at] = (begun[at] as number) + 1;
    }
    const end = until[row] as number;
    const left = end > asOf ? open : (months[end - firstDay] as number) - oldest;
    if (left <= at) continue;
    const line = (cohortOf[who] as number) * (open + 2);
    changes[line + at] = (changes[line + at] as number) + 1;
    changes[line + left] = (changes[line + left] as number) - 1;
  }
  const out: number[] = [];
  for (let cohort = 0; cohort <= open; cohort++) {
    const start = begun[cohort] as number;
    if (start === 0) continue;
    out.push(start, 1);
    let running = changes[cohort * (open + 2) + cohort] as number;
    for (let month = cohort + 1; month < open; month++) {
      running += changes[cohort * (open + 2) + month] as number;
      out.push(running / start);
    }
  }
  return out;
}
