import type { DataTab } from "../columns.js";

/** The points of a journey that position-based attribution gives a fixed share. */
export const MILESTONES = ["Lead", "Opportunity", "Close"] as const;

/**
 * One row a marketing or sales touch. The attribution functions read the whole tab by its headings. There is no column
 * that says whether a journey converted: a milestone Close or a value says so, and two answers could differ.
 */
export const TOUCHES: DataTab = {
  key: "Touches",
  title: "Touches",
  record: "touch",
  columns: [
    {
      key: "id",
      heading: "Touch ID",
      kind: "text",
      width: 110,
      help: "Your marketing tool's id of the touch. Importing a newer export updates the row with the same id.",
    },
    {
      key: "person",
      heading: "Person",
      kind: "text",
      width: 190,
      required: true,
      help: "Whose journey it belongs to: an e-mail, a lead, or an account where journeys are by company.",
    },
    {
      key: "channel",
      heading: "Channel",
      kind: "text",
      width: 150,
      required: true,
      help: "The channel that is to get credit, such as Paid search or Webinar.",
    },
    {
      key: "campaign",
      heading: "Campaign name",
      kind: "text",
      width: 180,
      help: "The campaign, for a closer look.",
    },
    {
      key: "when",
      heading: "Date",
      kind: "moment",
      width: 140,
      required: true,
      help: "When it happened.",
    },
    {
      key: "milestone",
      heading: "Milestone",
      kind: "text",
      width: 110,
      choices: MILESTONES,
      help: "Lead, Opportunity or Close where this touch led to it; else blank. A journey with a Close has converted.",
    },
    {
      key: "value",
      heading: "Conversion value",
      kind: "money",
      width: 130,
      help: "What the conversion is worth, once a journey, on its last touch.",
    },
    {
      key: "cost",
      heading: "Cost",
      kind: "money",
      width: 100,
      help: "What the touch cost, where it is known.",
    },
    {
      key: "deal",
      heading: "Won deal",
      kind: "text",
      width: 120,
      help: "Id of the deal it led to, as in Opportunities.",
    },
  ],
};
