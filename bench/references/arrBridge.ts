import * as aq from "arquero";

/** ARR between two days by hand: opening, new, expansion, contraction, churn, returned and closing, amounts and customers. */

export interface Contracts {
  /** Number of the customer, from 0. */
  readonly customer: Int32Array;
  readonly amount: Float64Array;
  /** First day, and the day after the last one; Infinity where it runs on. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly customers: number;
}

const DAY = 86_400_000;
const UNIX_EPOCH = 25_569;
export const serialOf = (date: Date): number => Math.floor(date.getTime() / DAY) + UNIX_EPOCH;

/** Reads the cells as they come, each customer by its name in any case. */
export function contractsOf(columns: readonly (readonly (readonly unknown[])[])[]): Contracts {
  const [names, amounts, starts, ends] = columns as [unknown[][], unknown[][], unknown[][], unknown[][]];
  const rows = names.length;
  const numbers = new Map<string, number>();
  const contracts = {
    customer: new Int32Array(rows),
    amount: new Float64Array(rows),
    from: new Float64Array(rows),
    until: new Float64Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const [name, amount, start, end] = [names[row]?.[0], amounts[row]?.[0], starts[row]?.[0], ends[row]?.[0]];
    if (typeof name !== "string" || name === "") throw new Error(`customers, row ${row + 1}`);
    if (typeof amount !== "number" || !(amount >= 0)) throw new Error(`amounts, row ${row + 1}`);
    if (!(start instanceof Date)) throw new Error(`starts, row ${row + 1}`);
    if (end !== "" && !(end instanceof Date)) throw new Error(`ends, row ${row + 1}`);
    const key = name.toLowerCase();
    let customer = numbers.get(key);
    if (customer === undefined) {
      customer = numbers.size;
      numbers.set(key, customer);
    }
    contracts.customer[row] = customer;
    contracts.amount[row] = amount;
    contracts.from[row] = serialOf(start);
    contracts.until[row] = end === "" ? Number.POSITIVE_INFINITY : serialOf(end as Date) + 1;
  }
  return { ...contracts, customers: numbers.size };
}

export function bridgeByHand(contracts: Contracts, opening: number, closing: number): number[] {
  const { customer, amount, from, until, customers } = contracts;
  const before = new Float64Array(customers);
  const after = new Float64Array(customers);
  const first = new Float64Array(customers).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < customer.length; row++) {
    const who = customer[row] as number;
    const [start, end] = [from[row] as number, until[row] as number];
    if (start <= opening && opening < end) before[who] = (before[who] as number) + (amount[row] as number);
    if (start <= closing && closing < end) after[who] = (after[who] as number) + (amount[row] as number);
    if (start < (first[who] as number)) first[who] = start;
  }
  // Opening, new, expansion, contraction, churn, returned, closing: amount and customers each.
  const steps = new Array<number>(14).fill(0);
  const add = (step: number, change: number) => {
    steps[step * 2] = (steps[step * 2] as number) + change;
    steps[step * 2 + 1] = (steps[step * 2 + 1] as number) + 1;
  };
  for (let who = 0; who < customers; who++) {
    const [had, has] = [before[who] as number, after[who] as number];
    if (had > 0) add(0, had);
    if (has > 0) add(6, has);
    if (had === 0 && has > 0) add((first[who] as number) <= opening ? 5 : 1, has);
    else if (had > 0 && has === 0) add(4, -had);
    else if (has > had) add(2, has - had);
    else if (has < had) add(3, has - had);
  }
  return steps;
}

/** The same with arquero's verbs, from columns that it takes as they are. */
export function bridgeByArquero(columns: aq.ColumnTable, opening: number, closing: number): number[] {
  const moved = columns
    .params({ opening, closing })
    .groupby("customer")
    .rollup({
      before: "d => op.sum(d.from <= opening && opening < d.until ? d.amount : 0)",
      after: "d => op.sum(d.from <= closing && closing < d.until ? d.amount : 0)",
      first: "d => op.min(d.from)",
    })
    .derive({
      step: "d => d.before === 0 ? (d.after === 0 ? 7 : d.first <= opening ? 5 : 1) : d.after === 0 ? 4 : d.after > d.before ? 2 : d.after < d.before ? 3 : 7",
      change: "d => d.after - d.before",
    });
  const steps = new Array<number>(14).fill(0);
  const put = (step: number, amount: number, customers: number) => {
    steps[step * 2] = amount;
    steps[step * 2 + 1] = customers;
  };
  const grouped = moved.groupby("step").rollup({ amount: aq.op.sum("change"), customers: aq.op.count() });
  for (const one of grouped.objects() as { step: number; amount: number; customers: number }[]) {
    if (one.step < 7) put(one.step, one.amount, one.customers);
  }
  const ends = moved
    .ungroup()
    .rollup({
      before: aq.op.sum("before"),
      after: aq.op.sum("after"),
      had: "d => op.sum(d.before > 0 ? 1 : 0)",
      has: "d => op.sum(d.after > 0 ? 1 : 0)",
    })
    .object() as { before: number; after: number; had: number; has: number };
  put(0, ends.before, ends.had);
  put(6, ends.after, ends.has);
  return steps;
}

export const arqueroTable = ({ customer, amount, from, until }: Contracts): aq.ColumnTable =>
  aq.table({ customer, amount, from, until });
