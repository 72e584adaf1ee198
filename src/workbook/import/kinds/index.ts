import type { ImportKind } from "../importKind.js";
import { ACCOUNTS } from "./accounts.js";
import { ACTIVITIES } from "./activities.js";
import { CONTACTS } from "./contacts.js";
import { DEALS } from "./deals.js";
import { FORECASTS } from "./forecasts.js";
import { LEADS } from "./leads.js";
import { LINE_ITEMS } from "./lineItems.js";
import { PRODUCTS } from "./products.js";
import { REPS } from "./reps.js";
import { STAGE_HISTORY } from "./stageHistory.js";
import { SUBSCRIPTIONS } from "./subscriptions.js";
import { TICKETS } from "./tickets.js";
import { TOUCHES } from "./touches.js";
import { USAGE } from "./usage.js";

/** Every kind of record that can be imported, the commonest first: where two fit alike, the first is taken. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  DEALS,
  ACCOUNTS,
  CONTACTS,
  LEADS,
  STAGE_HISTORY,
  ACTIVITIES,
  PRODUCTS,
  LINE_ITEMS,
  SUBSCRIPTIONS,
  USAGE,
  TICKETS,
  TOUCHES,
  FORECASTS,
  REPS,
];

/** The kind whose tab has this key; none for a word that names none. */
export const kindNamed = (key: string | undefined): ImportKind | undefined =>
  IMPORT_KINDS.find(({ tab }) => tab.key === key);
