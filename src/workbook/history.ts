import type { DataTab } from "./columns.js";

/**
 * One row a deal and snapshot: what the pipeline looked like on a day, kept so that reviews can say what changed. It
 * holds only what movements are told from, so that years of weekly snapshots fit. Nobody types here, so no column has a
 * drop-down.
 */
export const HISTORY: DataTab = {
  key: "History",
  title: "History",
  record: "deal of a snapshot",
  columns: [
    {
      key: "day",
      heading: "Snapshot date",
      kind: "date",
      width: 115,
      required: true,
      help: "The as-of date of the snapshot. Take snapshot writes these rows; a second one on the same day replaces the first.",
    },
    {
      key: "id",
      heading: "Deal ID",
      kind: "text",
      width: 120,
      help: "By this id the deal is found again in other snapshots; without one, by its name.",
    },
    { key: "name", heading: "Deal", kind: "text", width: 220, help: "The deal's name on that day." },
    {
      key: "owner",
      heading: "Owner",
      kind: "text",
      width: 140,
      help: "The rep who owned the deal on that day.",
    },
    { key: "stage", heading: "Stage", kind: "text", width: 130, help: "The stage it stood in on that day." },
    {
      key: "amount",
      heading: "Amount",
      kind: "money",
      width: 110,
      help: "Deal value on that day. Blank means not known: the deal is counted and adds nothing.",
    },
    {
      key: "expectedClose",
      heading: "Expected close",
      kind: "date",
      width: 115,
      help: "Day on which the deal was expected to close, as it stood then.",
    },
    {
      key: "category",
      heading: "Forecast category",
      kind: "text",
      width: 130,
      help: "Commit, Best Case, Pipeline, Upside or Omitted, as it stood then.",
    },
    {
      key: "outcome",
      heading: "Outcome",
      kind: "text",
      width: 90,
      help: "Open, or Won or Lost for a deal that closed since the snapshot before.",
    },
  ],
};
