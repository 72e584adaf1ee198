import type { DataTab } from "../columns.js";
import { HISTORY } from "../history.js";
import { OPPORTUNITIES } from "../opportunities.js";
import { ACCOUNTS } from "./accounts.js";
import { ACTIVITIES } from "./activities.js";
import { ASSESSMENTS } from "./assessments.js";
import { CONTACTS } from "./contacts.js";
import { FORECASTS } from "./forecasts.js";
import { LEADS } from "./leads.js";
import { LINE_ITEMS } from "./lineItems.js";
import { PRODUCTS } from "./products.js";
import { STAGE_HISTORY } from "./stageHistory.js";
import { SUBSCRIPTIONS } from "./subscriptions.js";
import { TICKETS } from "./tickets.js";
import { TOUCHES } from "./touches.js";
import { USAGE } from "./usage.js";

/**
 * The data tabs in the order in which they stand in the workbook. Reps and stages are not among them: they are short
 * lists that formulas need everywhere, and have their one place in Settings.
 */
export const DATA_TABS: readonly DataTab[] = [
  ACCOUNTS,
  CONTACTS,
  LEADS,
  OPPORTUNITIES,
  STAGE_HISTORY,
  ACTIVITIES,
  PRODUCTS,
  LINE_ITEMS,
  SUBSCRIPTIONS,
  USAGE,
  TICKETS,
  TOUCHES,
  FORECASTS,
  HISTORY,
  ASSESSMENTS,
];
