import { refuse } from "../refusal/refusal.js";

/** Logo retention: the share of the opening customers that stayed, each counting the same. */
export function logoRetention(beginningCustomers: number, churnedCustomers: number): number {
  if (!(beginningCustomers > 0)) {
    refuse("beginning_customers", "is 0; give the number of customers on the opening date, above 0.");
  }
  if (churnedCustomers > beginningCustomers) {
    refuse(
      "churned_customers",
      `is ${churnedCustomers}, more than there were; leave out customers who joined later.`,
    );
  }
  return (beginningCustomers - churnedCustomers) / beginningCustomers;
}
