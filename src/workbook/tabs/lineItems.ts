import type { DataTab } from "../columns.js";

/** One row a product on a deal. */
export const LINE_ITEMS: DataTab = {
  key: "LineItems",
  title: "Line items",
  record: "line item",
  columns: [
    {
      key: "id",
      heading: "Line item ID",
      kind: "text",
      width: 120,
      help: "The CRM's own id of the line. Importing a newer export updates the row with the same id.",
    },
    {
      key: "deal",
      heading: "Deal ID",
      kind: "text",
      width: 120,
      required: true,
      help: "The deal it belongs to, as in Opportunities.",
    },
    {
      key: "product",
      heading: "Product",
      kind: "text",
      width: 170,
      required: true,
      help: "Product or price plan.",
    },
    {
      key: "productLine",
      heading: "Product line",
      kind: "text",
      width: 130,
      help: "The line it belongs to, for figures by product line.",
    },
    {
      key: "billing",
      heading: "Billing",
      kind: "text",
      width: 110,
      choices: ["Recurring", "Usage", "One-off"],
      help: "Only what recurs or is metered counts towards ARR.",
    },
    { key: "quantity", heading: "Quantity", kind: "number", width: 90, help: "Number of units or seats." },
    {
      key: "unitPrice",
      heading: "Unit price",
      kind: "money",
      width: 110,
      help: "Price of one before discount.",
    },
    {
      key: "discount",
      heading: "Discount",
      kind: "share",
      width: 90,
      help: "Discount as a share, such as 10%.",
    },
    {
      key: "amount",
      heading: "Amount",
      kind: "money",
      width: 110,
      help: "Value of the line after discount; for recurring lines, a year of it.",
    },
  ],
};
