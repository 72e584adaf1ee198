import { SUBSCRIPTIONS as TAB } from "../../tabs/subscriptions.js";
import type { ImportKind } from "../importKind.js";

/** Without an id a period is the customer, the product and the first day. */
export const SUBSCRIPTIONS: ImportKind = {
  tab: TAB,
  records: "subscriptions",
  keys: [["id"], ["account", "starts", "product", "plan"]],
  helpers: {
    monthlyAmount: {
      label: "Monthly amount",
      kind: "money",
      help: "Price of a month, taken 12 times where there is no annual amount.",
    },
  },
  insteadOf: { annualAmount: ["monthlyAmount"] },
  headings: {
    Salesforce: {
      id: ["Subscription ID", "Contract ID", "Contract Number", "Id"],
      account: ["Account.Name", "Account Name", "AccountId"],
      product: ["Product Name", "Product: Product Name"],
      annualAmount: ["ARR", "Annual Recurring Revenue", "Annual Contract Value", "ACV"],
      monthlyAmount: ["MRR", "Monthly Recurring Revenue"],
      starts: ["StartDate", "Contract Start Date", "Subscription Start Date"],
      ends: ["EndDate", "Contract End Date", "Subscription End Date"],
      renewal: ["Renewal Date"],
      owner: ["Owner.Name", "Contract Owner", "Account Owner", "OwnerId"],
      isDeleted: ["IsDeleted", "Deleted"],
    },
    HubSpot: {
      id: ["Record ID", "hs_object_id", "Subscription ID"],
      account: ["Associated Company", "Company name"],
      product: ["Name", "Subscription Name"],
      annualAmount: ["Annual recurring revenue", "hs_arr"],
      monthlyAmount: ["Monthly recurring revenue", "hs_mrr"],
      starts: ["Start date", "hs_recurring_billing_start_date"],
      ends: ["End date", "hs_recurring_billing_end_date"],
      renewal: ["Next payment due date"],
      isDeleted: ["is_deleted"],
    },
    Other: {
      id: ["subscription_id", "contract_id"],
      account: ["Customer", "customer_name", "Company", "Client", "account_name"],
      product: ["product_name"],
      plan: ["plan_name", "Price plan", "Edition", "Tier"],
      annualAmount: ["ARR", "annual_amount", "Annual value", "ACV", "annual_price"],
      monthlyAmount: ["MRR", "monthly_amount", "monthly_price"],
      starts: ["start_date", "started_at", "Start", "current_period_start", "valid_from"],
      ends: ["end_date", "ended_at", "canceled_at", "cancelled_at", "End", "valid_to"],
      renewal: ["renewal_date", "renews_on", "Renews"],
      owner: ["csm", "account_manager", "Customer success manager"],
      nps: ["nps_score"],
      churnReason: ["churn_reason", "cancellation_reason"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
  complete(values, { amount }) {
    if ((values.annualAmount ?? null) !== null) return;
    const monthly = amount("monthlyAmount");
    // Whole cents: a twelfth of a price is seldom exact in binary.
    if (monthly !== null) values.annualAmount = Math.round(monthly * 1200) / 100;
  },
};
