import type { DataTab } from "./columns.js";
import { FORECAST_CATEGORIES, OUTCOMES } from "./opportunities.js";

/**
 * The lists beside the settings: data tabs in all but their place. They are short, every formula may need them, and
 * each has its one home here.
 */

export const STAGES: DataTab = {
  key: "Stages",
  title: "Settings",
  record: "stage",
  columns: [
    {
      key: "stage",
      heading: "Stage",
      kind: "text",
      width: 150,
      required: true,
      help: "Each open stage, in the order of the sales process; below them the closed ones.",
    },
    {
      key: "probability",
      heading: "Win probability",
      kind: "share",
      width: 120,
      help: "Chance that a deal in this stage is won. Used for deals whose CRM gives none.",
    },
    {
      key: "category",
      heading: "Category",
      kind: "text",
      width: 110,
      choices: FORECAST_CATEGORIES,
      help: "Forecast category of deals in this stage, where the CRM gives none.",
    },
    {
      key: "kind",
      heading: "Kind",
      kind: "text",
      width: 80,
      choices: OUTCOMES,
      help: "Open, Won or Lost. Blank means open.",
    },
  ],
};

export const REPS: DataTab = {
  key: "Reps",
  title: "Settings",
  record: "rep",
  columns: [
    {
      key: "rep",
      heading: "Rep",
      kind: "text",
      width: 150,
      required: true,
      help: "Name as it stands in the Owner column.",
    },
    { key: "manager", heading: "Manager", kind: "text", width: 140, help: "Who runs the rep's review." },
    { key: "role", heading: "Role", kind: "text", width: 90, help: "AE, SDR, CSM …" },
    {
      key: "segment",
      heading: "Market segment",
      kind: "text",
      width: 125,
      help: "Segment the rep sells to.",
    },
    {
      key: "region",
      heading: "Sales region",
      kind: "text",
      width: 105,
      help: "Region or office the rep works from.",
    },
    {
      key: "hireDate",
      heading: "Hired",
      kind: "date",
      width: 100,
      help: "First working day; ramp counts from it.",
    },
    {
      key: "leaveDate",
      heading: "Left",
      kind: "date",
      width: 100,
      help: "Last working day; blank while the rep is with you.",
    },
    {
      key: "quota",
      heading: "Quarterly quota",
      kind: "money",
      width: 125,
      help: "Revenue the rep is to win in a quarter.",
    },
  ],
};

/** What no CRM knows: the plan by period, and the few figures of marketing and finance that the efficiency needs. */
export const PERIODS: DataTab = {
  key: "Periods",
  title: "Settings",
  record: "period",
  columns: [
    {
      key: "start",
      heading: "Period starts",
      kind: "date",
      width: 110,
      required: true,
      help: "First day of a month or quarter. Keep to one kind of period.",
    },
    { key: "revenueTarget", heading: "Revenue target", kind: "money", width: 125, help: "Revenue to win." },
    {
      key: "newArrTarget",
      heading: "New ARR target",
      kind: "money",
      width: 125,
      help: "Recurring revenue to add, new customers and expansion together.",
    },
    {
      key: "pipelineTarget",
      heading: "Pipeline target",
      kind: "money",
      width: 125,
      help: "Pipeline to create.",
    },
    {
      key: "mqlTarget",
      heading: "MQL target",
      kind: "count",
      width: 100,
      help: "Marketing-qualified leads to win.",
    },
    {
      key: "visitors",
      heading: "Website visitors",
      kind: "count",
      width: 130,
      help: "Visitors counted, the top of the funnel.",
    },
    {
      key: "spend",
      heading: "Sales and marketing spend",
      kind: "money",
      width: 185,
      help: "All that sales and marketing cost. CAC and magic number need it.",
    },
    {
      key: "burn",
      heading: "Net burn",
      kind: "money",
      width: 100,
      help: "Cash that the company lost. The burn multiple needs it.",
    },
  ],
};

export const LOSS_REASONS: DataTab = {
  key: "LossReasons",
  title: "Settings",
  record: "loss reason",
  columns: [
    {
      key: "reason",
      heading: "Loss reason",
      kind: "text",
      width: 170,
      help: "As your CRM words them. Few and distinct ones can be counted.",
    },
  ],
};

export const REJECTION_REASONS: DataTab = {
  key: "RejectionReasons",
  title: "Settings",
  record: "rejection reason",
  columns: [
    {
      key: "reason",
      heading: "Rejection reason",
      kind: "text",
      width: 170,
      help: "Offered where sales gives a lead back to marketing.",
    },
  ],
};

interface SettingsList {
  readonly tab: DataTab;
  /** Stands above the headings. */
  readonly title: string;
  /** Rows that a new workbook begins with. */
  readonly initial: readonly (readonly string[])[];
}

/** In the order in which they stand, left to right. */
export const SETTINGS_LISTS: readonly SettingsList[] = [
  { tab: STAGES, title: "Stages", initial: [] },
  { tab: REPS, title: "Reps", initial: [] },
  { tab: PERIODS, title: "Targets and spend by period", initial: [] },
  {
    tab: LOSS_REASONS,
    title: "Why deals are lost",
    initial: [
      ["Price"],
      ["Competitor"],
      ["No decision"],
      ["No budget"],
      ["Timing"],
      ["Missing feature"],
      ["Champion left"],
    ],
  },
  {
    tab: REJECTION_REASONS,
    title: "Why leads are rejected",
    initial: [["Bad contact info"], ["Not decision maker"], ["Wrong ICP"], ["Duplicate"], ["Competitor"]],
  },
];
