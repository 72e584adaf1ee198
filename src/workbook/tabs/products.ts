import type { DataTab } from "../columns.js";
import { YES_NO } from "./words.js";

/** One row a product or price plan: the price list that deals and line items refer to by the product's name. */
export const PRODUCTS: DataTab = {
  key: "Products",
  title: "Products",
  record: "product",
  columns: [
    {
      key: "product",
      heading: "Product",
      kind: "text",
      width: 190,
      required: true,
      help: "Name, spelt as in Opportunities and Line items. A newer price list updates the row with the same code or name.",
    },
    { key: "code", heading: "Code", kind: "text", width: 110, help: "Its number in the price list or CRM." },
    {
      key: "family",
      heading: "Family",
      kind: "text",
      width: 130,
      help: "The product line or series it belongs to.",
    },
    {
      key: "listPrice",
      heading: "List price",
      kind: "money",
      width: 110,
      help: "Price of one before any discount.",
    },
    {
      key: "active",
      heading: "Active",
      kind: "text",
      width: 75,
      choices: YES_NO,
      help: "No where it is no longer sold.",
    },
  ],
};
