import type { ColumnKind } from "../columns.js";

/** The columns of the Opportunities tab, in its order. A test holds this list and the tab together. */
export const DEAL_COLUMNS = [
  "id",
  "name",
  "account",
  "owner",
  "stage",
  "amount",
  "probability",
  "forecastCategory",
  "created",
  "expectedClose",
  "closed",
  "outcome",
  "source",
  "segment",
  "type",
  "product",
  "nextStep",
  "lastActivity",
  "stageSince",
  "contacts",
  "lossReason",
  "previousClose",
  "closeMoved",
] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** What exports hold beside the tab's own columns: it decides outcome and dates and is not kept itself. */
export const HELPER_FIELDS = [
  "isClosed",
  "isWon",
  "isLost",
  "isDeleted",
  "closeDate",
  "wonTime",
  "lostTime",
  "currency",
] as const;
export type HelperField = (typeof HELPER_FIELDS)[number];

/** Everything that a heading of an export of deals can be mapped to. */
export type DealField = DealColumn | HelperField;

/** The same for any kind of record: a column of its tab by key, or a field that only helps to read the row. */
export type ImportField = string;

export type FieldKind = ColumnKind | "flag";

export interface FieldInfo {
  readonly label: string;
  readonly kind: FieldKind;
  readonly help: string;
}

export const DEAL_HELPERS: Readonly<Record<HelperField, FieldInfo>> = {
  isClosed: { label: "Is closed", kind: "flag", help: "Whether the deal is closed, won or lost alike." },
  isWon: { label: "Is won", kind: "flag", help: "Whether the deal is won." },
  isLost: { label: "Is lost", kind: "flag", help: "Whether the deal is lost." },
  isDeleted: { label: "Is deleted", kind: "flag", help: "Deals deleted in the CRM are kept out." },
  closeDate: {
    label: "Close date",
    kind: "date",
    help: "One date for both: the expected close while the deal is open, the day it closed afterwards.",
  },
  wonTime: { label: "Won on", kind: "date", help: "Day the deal was won." },
  lostTime: { label: "Lost on", kind: "date", help: "Day the deal was lost." },
  currency: {
    label: "Currency",
    kind: "text",
    help: "Currency of the amount, to notice when there are several.",
  },
};
