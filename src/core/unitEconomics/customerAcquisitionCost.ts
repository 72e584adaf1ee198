import { refuse } from "../refusal/refusal.js";

/** Customer acquisition cost: all sales and marketing spend of a period ÷ the customers won in it. */
export function customerAcquisitionCost(spend: number, newCustomers: number): number {
  if (!(newCustomers > 0)) {
    refuse(
      "new_customers",
      "is 0, so no customer carries the spend; take a longer period with customers won.",
    );
  }
  return spend / newCustomers;
}
