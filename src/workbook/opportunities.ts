import type { DataTab } from "./columns.js";

/** The three outcomes of a deal. A blank outcome counts as open. */
export const OUTCOMES = ["Open", "Won", "Lost"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Forecast categories, surest first. */
export const FORECAST_CATEGORIES = ["Commit", "Best Case", "Pipeline", "Upside", "Omitted"] as const;
export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number];

/** One row a deal, open and closed alike. Every pipeline, forecast and win-rate figure is computed from it. */
export const OPPORTUNITIES: DataTab = {
  key: "Opportunities",
  title: "Opportunities",
  record: "deal",
  columns: [
    {
      key: "id",
      heading: "Deal ID",
      kind: "text",
      width: 120,
      required: true,
      help: "The CRM's own id of the deal. Importing a newer export updates the row with the same id.",
    },
    { key: "name", heading: "Deal", kind: "text", width: 220, help: "The deal's name in the CRM." },
    { key: "account", heading: "Account", kind: "text", width: 170, help: "The company the deal is with." },
    {
      key: "owner",
      heading: "Owner",
      kind: "text",
      width: 140,
      choicesFrom: "reps",
      help: "The rep who owns the deal.",
    },
    {
      key: "stage",
      heading: "Stage",
      kind: "text",
      width: 130,
      required: true,
      help: "The stage of the sales process the deal stands in.",
    },
    {
      key: "amount",
      heading: "Amount",
      kind: "money",
      width: 110,
      help: "Deal value in the workbook's currency. Blank means not known; it is then counted as missing, not as zero.",
    },
    {
      key: "probability",
      heading: "Probability",
      kind: "share",
      width: 95,
      help: "Chance of winning between 0% and 100%: from the CRM or, where it has none, from the stage in Settings.",
    },
    {
      key: "forecastCategory",
      heading: "Forecast category",
      kind: "text",
      width: 130,
      choices: FORECAST_CATEGORIES,
      help: "Commit, Best Case, Pipeline, Upside or Omitted: from the CRM or, where it has none, from the probability.",
    },
    { key: "created", heading: "Created", kind: "date", width: 105, help: "Day the deal was created." },
    {
      key: "expectedClose",
      heading: "Expected close",
      kind: "date",
      width: 115,
      help: "Day the deal is expected to close. A date in the past on an open deal makes the deal age.",
    },
    { key: "closed", heading: "Closed", kind: "date", width: 105, help: "Day the deal was won or lost." },
    {
      key: "outcome",
      heading: "Outcome",
      kind: "text",
      width: 90,
      required: true,
      choices: OUTCOMES,
      help: "Open, Won or Lost.",
    },
    { key: "source", heading: "Source", kind: "text", width: 130, help: "Where the deal came from." },
    { key: "segment", heading: "Segment", kind: "text", width: 110, help: "Market segment of the account." },
    {
      key: "type",
      heading: "Type",
      kind: "text",
      width: 120,
      help: "New business, expansion or renewal, as the CRM names it.",
    },
    { key: "product", heading: "Product", kind: "text", width: 130, help: "Main product of the deal." },
    {
      key: "nextStep",
      heading: "Next step",
      kind: "text",
      width: 240,
      help: "What happens next, and by when.",
    },
    {
      key: "lastActivity",
      heading: "Last activity",
      kind: "date",
      width: 110,
      help: "Day of the last call, e-mail or meeting on the deal.",
    },
    {
      key: "stageSince",
      heading: "Stage since",
      kind: "date",
      width: 110,
      help: "Day the deal entered its present stage.",
    },
    {
      key: "contacts",
      heading: "Contacts engaged",
      kind: "count",
      width: 120,
      help: "Number of people at the customer who take part. Deals with three or more win more often.",
    },
    {
      key: "lossReason",
      heading: "Loss reason",
      kind: "text",
      width: 160,
      help: "Why the deal was lost. Needed on every lost deal.",
    },
    {
      key: "previousClose",
      heading: "Previous expected close",
      kind: "date",
      width: 170,
      help: "The expected close before it was last moved; filled by importing a newer export.",
    },
    {
      key: "closeMoved",
      heading: "Close date moved on",
      kind: "date",
      width: 145,
      help: "Day on which the expected close was last moved; filled by importing a newer export.",
    },
  ],
};
