import type { DataTab } from "./columns.js";
import { FORECAST_CATEGORIES } from "./opportunities.js";

/**
 * The Settings tab: everything that a formula needs to know stands in a cell with a name. On the left single settings
 * with a line of help each, to the right the list of stages and the list of reps, both free to grow.
 */

export interface Setting {
  /** Stable name; the cell's named range is `Settings_<key>`. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: "date" | "text" | "money" | "count" | "share" | "multiple" | "flag";
  /** A value, a formula, or blank where only the user can know. */
  readonly initial: string | number | boolean;
  readonly choices?: readonly string[];
  /** Worked out from the settings above it; not for typing. */
  readonly derived?: boolean;
}

const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "CHF",
  "JPY",
  "CAD",
  "AUD",
  "INR",
  "BRL",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
] as const;

export const SETTINGS: readonly Setting[] = [
  {
    key: "asOf",
    label: "As-of date",
    kind: "date",
    initial: "",
    help: "The day for which every tab reports. A formula never asks the clock itself.",
  },
  {
    key: "followToday",
    label: "As-of date follows today",
    kind: "flag",
    initial: true,
    help: "Ticked: refreshing a tab moves the as-of date to today.",
  },
  {
    key: "currency",
    label: "Currency",
    kind: "text",
    initial: "USD",
    choices: CURRENCIES,
    help: "The one currency of all amounts. Refresh a tab to show the new sign.",
  },
  {
    key: "fiscalYearStart",
    label: "Fiscal year starts in month",
    kind: "count",
    initial: 1,
    help: "1 for January, 2 for February … Quarters are counted from here.",
  },
  {
    key: "quarterlyTarget",
    label: "Team target this quarter",
    kind: "money",
    initial: "",
    help: "Revenue to win in the quarter of the as-of date. Coverage needs it.",
  },
  {
    key: "coverageTarget",
    label: "Healthy pipeline coverage",
    kind: "multiple",
    initial: 3.5,
    help: "Open pipeline ÷ target still to win. Healthy is 3.5 to 4; below 3 is thin.",
  },
  {
    key: "staleAfterDays",
    label: "Stale after days without activity",
    kind: "count",
    initial: 14,
    help: "An open deal untouched for this many days is flagged.",
  },
  {
    key: "weekStart",
    label: "Week starts",
    kind: "date",
    initial: '=IF({asOf}="","",{asOf}-WEEKDAY({asOf},2)+1)',
    derived: true,
    help: "Monday of the as-of week.",
  },
  {
    key: "weekEnd",
    label: "Week ends",
    kind: "date",
    initial: '=IF({asOf}="","",{weekStart}+6)',
    derived: true,
    help: "Sunday of the as-of week.",
  },
  {
    key: "quarterStart",
    label: "Quarter starts",
    kind: "date",
    initial: '=IF({asOf}="","",DATE(YEAR({asOf}),MONTH({asOf})-MOD(MONTH({asOf})-{fiscalYearStart}+12,3),1))',
    derived: true,
    help: "First day of the fiscal quarter.",
  },
  {
    key: "quarterEnd",
    label: "Quarter ends",
    kind: "date",
    initial: '=IF({asOf}="","",EOMONTH({quarterStart},2))',
    derived: true,
    help: "Last day of the fiscal quarter.",
  },
];

/** The lists beside the settings are data tabs in all but their place. */
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
      help: "Each open stage, in the order of the sales process.",
    },
    {
      key: "probability",
      heading: "Win probability",
      kind: "share",
      width: 110,
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
    { key: "manager", heading: "Manager", kind: "text", width: 130, help: "Who runs the rep's review." },
    { key: "role", heading: "Role", kind: "text", width: 100, help: "AE, SDR, CSM …" },
    {
      key: "segment",
      heading: "Market segment",
      kind: "text",
      width: 120,
      help: "Segment the rep sells to.",
    },
    {
      key: "hireDate",
      heading: "Hired",
      kind: "date",
      width: 100,
      help: "First working day; ramp counts from it.",
    },
    {
      key: "quota",
      heading: "Quarterly quota",
      kind: "money",
      width: 120,
      help: "Revenue the rep is to win in a quarter.",
    },
  ],
};

export const settingRangeName = (key: string): string => `Settings_${key}`;

export function settingNamed(key: string): Setting | undefined {
  return SETTINGS.find((setting) => setting.key === key);
}

/** Where the parts of the Settings tab stand when it is first made; afterwards their named ranges tell. */
export const SETTINGS_LAYOUT = {
  labelColumn: 2,
  firstRow: 5,
  stagesColumn: 6,
  repsColumn: 10,
  listHeadingRow: 4,
} as const;
