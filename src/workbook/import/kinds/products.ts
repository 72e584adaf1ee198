import { PRODUCTS as TAB } from "../../tabs/products.js";
import type { ImportKind } from "../importKind.js";

/** A product is known by its code, else by its name. */
export const PRODUCTS: ImportKind = {
  tab: TAB,
  records: "products",
  prefixes: ["Product"],
  keys: [["code"], ["product"]],
  settledBy: [["ProductCode", "IsActive"]],
  headings: {
    Salesforce: {
      product: ["Product Name", "Name"],
      code: ["ProductCode", "Product Code", "StockKeepingUnit"],
      family: ["Product Family", "Family"],
      listPrice: ["List Price", "Standard Price", "UnitPrice"],
      active: ["IsActive", "Active", "Active (Product)"],
      isDeleted: ["IsDeleted", "Deleted"],
    },
    HubSpot: {
      product: ["Name", "Product name"],
      code: ["SKU", "hs_sku"],
      family: ["Product type", "hs_product_type"],
      listPrice: ["Unit price", "price"],
    },
    Pipedrive: {
      product: ["Product - Name"],
      code: ["Product - Product code", "Product - Code"],
      family: ["Product - Category"],
      listPrice: ["Product - Unit price", "Product - Price"],
      active: ["Product - Active", "Product - Is active"],
    },
    Zoho: {
      product: ["Product Name", "Product_Name"],
      code: ["Product Code", "Product_Code"],
      family: ["Product Category", "Product_Category"],
      listPrice: ["Unit Price", "Unit_Price"],
      active: ["Product Active", "Product_Active"],
    },
    Other: {
      product: ["product_name", "Item", "Plan"],
      code: ["product_code", "article_number"],
      family: ["series", "Product line", "product_family", "Category"],
      listPrice: ["sales_price", "list_price", "Price", "retail_price"],
      active: ["is_active", "available"],
      isDeleted: ["is_deleted", "deleted"],
    },
  },
};
