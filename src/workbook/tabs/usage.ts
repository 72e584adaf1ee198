import type { Column, DataTab } from "../columns.js";
import { YES_NO } from "./words.js";

const yesNo = (key: string, heading: string, width: number, help: string): Column => ({
  key,
  heading,
  kind: "text",
  width,
  choices: YES_NO,
  help,
});

/**
 * One row a customer or self-serve workspace with its latest use of the product: what expansion signals and
 * product-qualified leads are read from. A newer export replaces the row's figures.
 */
export const USAGE: DataTab = {
  key: "Usage",
  title: "Usage",
  record: "workspace",
  columns: [
    {
      key: "account",
      heading: "Account",
      kind: "text",
      width: 180,
      required: true,
      help: "The customer or workspace, spelt as in Accounts where it has an account.",
    },
    {
      key: "product",
      heading: "Product",
      kind: "text",
      width: 130,
      help: "Product, where there are several.",
    },
    {
      key: "measured",
      heading: "Measured on",
      kind: "date",
      width: 110,
      help: "Day up to which the figures of the row run.",
    },
    { key: "seats", heading: "Seats", kind: "count", width: 75, help: "Seats or units the plan allows." },
    {
      key: "seatsUsed",
      heading: "Seats used",
      kind: "count",
      width: 95,
      help: "Seats or units in use. Above 80% of the seats an upgrade is near.",
    },
    {
      key: "activeUsers",
      heading: "Active users 7 days",
      kind: "count",
      width: 145,
      help: "People who used it in the last week. Three or more make a product-qualified lead.",
    },
    {
      key: "activeUsersBefore",
      heading: "Active users month ago",
      kind: "count",
      width: 160,
      help: "The same a month earlier. Falling use foretells churn in 60 to 90 days.",
    },
    {
      key: "coreFeatures",
      heading: "Core features used",
      kind: "count",
      width: 140,
      help: "How many of the features that matter are in use.",
    },
    { key: "apiUsage", heading: "API usage", kind: "count", width: 100, help: "API calls this month." },
    {
      key: "apiUsageBefore",
      heading: "API usage last month",
      kind: "count",
      width: 150,
      help: "API calls in the month before. Growth above 20% is a signal.",
    },
    {
      key: "billedUsage",
      heading: "Billed usage 12 months",
      kind: "money",
      width: 165,
      help: "Usage charges of the last twelve months, for usage-based pricing.",
    },
    yesNo("onboarded", "Onboarded", 100, "Yes where onboarding is completed."),
    yesNo("integrated", "Integration connected", 155, "Yes where an integration is connected."),
    yesNo("sharedOutside", "Shared outside", 120, "Yes where the workspace is shared with outsiders."),
    {
      key: "invited",
      heading: "Users invited",
      kind: "count",
      width: 110,
      help: "People the admin has invited.",
    },
    yesNo(
      "enterpriseDomain",
      "Enterprise domain",
      135,
      "Yes where the address belongs to a very large company.",
    ),
    yesNo("newDepartment", "New department", 125, "Yes where another department has begun to use it."),
    yesNo("executiveWebinar", "Executive attended webinar", 185, "Yes where an executive came to a webinar."),
    yesNo(
      "ticketNewDepartment",
      "Ticket from new department",
      185,
      "Yes where a department that was unknown has written to support.",
    ),
  ],
};
