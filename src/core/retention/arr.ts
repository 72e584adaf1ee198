import { byName, type Customer, centsOn } from "./subscriptions.js";

/** Annual recurring revenue of each customer on a day, largest first; customers without any are not there. */
export function arrByCustomer(customers: readonly Customer[], day: number): { name: string; arr: number }[] {
  return customers
    .map((customer) => ({ name: customer.name, arr: centsOn(customer, day) / 100 }))
    .filter(({ arr }) => arr > 0)
    .sort((one, other) => other.arr - one.arr || byName(one, other));
}

/** Annual recurring revenue on a day: the annual amounts of all subscriptions that run on it, to the cent. */
export function annualRecurringRevenue(customers: readonly Customer[], day: number): number {
  return customers.reduce((cents, customer) => cents + centsOn(customer, day), 0) / 100;
}
