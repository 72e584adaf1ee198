import { USAGE as TAB } from "../../tabs/usage.js";
import type { ImportKind } from "../importKind.js";

/** The latest use of the product: one row a customer and product, replaced by a newer export. */
export const USAGE: ImportKind = {
  tab: TAB,
  records: "workspaces",
  keys: [["account", "product"]],
  needed: ["account"],
  headings: {
    Other: {
      account: [
        "Workspace",
        "workspace_name",
        "Customer",
        "Company",
        "Organization",
        "account_name",
        "Tenant",
      ],
      product: ["product_name", "App"],
      measured: ["measured_on", "As of", "Snapshot date", "Date"],
      seats: ["seats_purchased", "Licenses", "Licences", "seat_limit"],
      seatsUsed: ["seats_used", "Active seats", "Licenses used", "Assigned seats"],
      activeUsers: ["active_users", "WAU", "weekly_active_users", "active_users_7d"],
      activeUsersBefore: ["active_users_previous_month", "active_users_month_ago"],
      coreFeatures: ["core_features_used", "Features used"],
      apiUsage: ["api_calls", "API calls", "api_usage"],
      apiUsageBefore: ["api_calls_last_month", "API calls last month"],
      billedUsage: ["billed_usage", "Usage revenue 12 months"],
      onboarded: ["onboarding_complete", "Onboarding completed"],
      integrated: ["integration_connected", "has_integration"],
      sharedOutside: ["shared_externally"],
      invited: ["invites_sent", "users_invited"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
};
