import type { DataTab } from "../columns.js";

/** One row each time a deal enters a stage. Conversion and time in stage are computed from it. */
export const STAGE_HISTORY: DataTab = {
  key: "StageHistory",
  title: "Stage history",
  record: "stage entry",
  columns: [
    {
      key: "deal",
      heading: "Deal ID",
      kind: "text",
      width: 120,
      required: true,
      help: "The deal, by its id in Opportunities.",
    },
    {
      key: "stage",
      heading: "Stage",
      kind: "text",
      width: 150,
      required: true,
      help: "The stage it entered, closed ones included.",
    },
    {
      key: "entered",
      heading: "Entered",
      kind: "moment",
      width: 140,
      required: true,
      help: "When it entered the stage; a day without a time will do.",
    },
    {
      key: "amount",
      heading: "Amount then",
      kind: "money",
      width: 120,
      help: "Deal value on that day, where the CRM keeps it.",
    },
    {
      key: "expectedClose",
      heading: "Expected close then",
      kind: "date",
      width: 150,
      help: "Expected close on that day, where the CRM keeps it.",
    },
    { key: "changedBy", heading: "Changed by", kind: "text", width: 140, help: "Who moved it." },
  ],
};
