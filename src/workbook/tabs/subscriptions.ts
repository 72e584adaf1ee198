import type { DataTab } from "../columns.js";

/**
 * One row a period at one price: an upgrade ends the row and begins another. ARR, its bridge, retention and cohorts
 * are computed from these rows.
 */
export const SUBSCRIPTIONS: DataTab = {
  key: "Subscriptions",
  title: "Subscriptions",
  record: "subscription",
  columns: [
    {
      key: "id",
      heading: "Subscription ID",
      kind: "text",
      width: 130,
      help: "The billing system's id of the row. Importing a newer export updates the row with the same id.",
    },
    {
      key: "account",
      heading: "Account",
      kind: "text",
      width: 180,
      required: true,
      help: "The customer, spelt as in Accounts.",
    },
    {
      key: "product",
      heading: "Product",
      kind: "text",
      width: 150,
      help: "What is subscribed to. Overlapping periods of one product are refused, so that no ARR counts twice.",
    },
    { key: "plan", heading: "Plan", kind: "text", width: 120, help: "Price plan or edition." },
    {
      key: "annualAmount",
      heading: "Annual amount",
      kind: "money",
      width: 125,
      required: true,
      help: "Price of a year; a monthly price times 12. 0 for a free plan.",
    },
    {
      key: "starts",
      heading: "Starts",
      kind: "date",
      width: 105,
      required: true,
      help: "First day at this price.",
    },
    {
      key: "ends",
      heading: "Ends",
      kind: "date",
      width: 105,
      help: "Last day at this price; blank while it runs on.",
    },
    {
      key: "renewal",
      heading: "Renewal",
      kind: "date",
      width: 105,
      help: "Day the contract comes up for renewal. Reminders are due 90, 60 and 30 days before.",
    },
    {
      key: "owner",
      heading: "Owner",
      kind: "text",
      width: 140,
      choicesFrom: "reps",
      help: "Whoever looks after the customer.",
    },
    {
      key: "lastPriceIncrease",
      heading: "Last price increase",
      kind: "date",
      width: 145,
      help: "Day the price was last raised. After 12 months it is due for a look.",
    },
    {
      key: "nps",
      heading: "NPS",
      kind: "count",
      width: 70,
      help: "The customer's latest answer, 0 to 10. 9 and 10 are healthy.",
    },
    {
      key: "churnReason",
      heading: "Churn reason",
      kind: "text",
      width: 160,
      help: "Why the customer left or cut back, where the row has ended.",
    },
  ],
};
