import type { Setting, SettingGroup } from "./setting.js";

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

/** The situations in which the playbook gives other advice than the standard one. */
export const BUSINESS_CASES = [
  "Standard",
  "Pre-$1M ARR",
  "PLG",
  "Usage-based",
  "Multi-product",
  "International",
  "Post-merger",
] as const;
export type BusinessCase = (typeof BUSINESS_CASES)[number];

const derivedDate = (key: string, label: string, formula: string, help: string): Setting => ({
  key,
  label,
  kind: "date",
  initial: `=IF({asOf}="","",${formula})`,
  derived: true,
  help,
});

const share = (key: string, label: string, initial: number | string, help: string): Setting => ({
  key,
  label,
  kind: "share",
  initial,
  between: [0, 10],
  help,
});

const count = (key: string, label: string, initial: number | string, help: string): Setting => ({
  key,
  label,
  kind: "count",
  initial,
  between: [0, 100_000],
  help,
});

const monthsSinceYearStart = "MOD(MONTH({asOf})-{fiscalYearStart}+12,12)";

/** What the periods of the quarter have as target; blank where none is listed, so that nothing is taken for zero. */
const listedTarget =
  'SUMIFS({Periods.revenueTarget},{Periods.start},">="&{quarterStart},{Periods.start},"<="&{quarterEnd})';

/** The settings in the order in which they stand, the ones to fill in first before the thresholds that have defaults. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: "Company",
    settings: [
      {
        key: "companyName",
        label: "Company name",
        kind: "text",
        initial: "",
        help: "Stands on reports and on copies for leadership.",
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
        between: [1, 12],
        help: "1 for January, 2 for February … Quarters are counted from here.",
      },
      {
        key: "profile",
        label: "Profile",
        kind: "text",
        initial: "A",
        choices: ["A", "B"],
        help: "Stages, SLAs, benchmarks and ramp: A of the playbook, B of the guide.",
      },
      {
        key: "businessCase",
        label: "Business case",
        kind: "text",
        initial: "Standard",
        choices: BUSINESS_CASES,
        help: "What sets you apart: templates and advice change with it.",
      },
    ],
  },
  {
    title: "Reporting date",
    settings: [
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
      derivedDate("weekStart", "Week starts", "{asOf}-WEEKDAY({asOf},2)+1", "Monday of the as-of week."),
      derivedDate("weekEnd", "Week ends", "{weekStart}+6", "Sunday of the as-of week."),
      derivedDate("monthStart", "Month starts", "EOMONTH({asOf},-1)+1", "First day of the calendar month."),
      derivedDate("monthEnd", "Month ends", "EOMONTH({asOf},0)", "Last day of the calendar month."),
      derivedDate(
        "quarterStart",
        "Quarter starts",
        "DATE(YEAR({asOf}),MONTH({asOf})-MOD(MONTH({asOf})-{fiscalYearStart}+12,3),1)",
        "First day of the fiscal quarter.",
      ),
      derivedDate(
        "quarterEnd",
        "Quarter ends",
        "EOMONTH({quarterStart},2)",
        "Last day of the fiscal quarter.",
      ),
      derivedDate(
        "yearStart",
        "Fiscal year starts",
        `DATE(YEAR({asOf}),MONTH({asOf})-${monthsSinceYearStart},1)`,
        "First day of the fiscal year.",
      ),
      derivedDate("yearEnd", "Fiscal year ends", "EOMONTH({yearStart},11)", "Last day of the fiscal year."),
    ],
  },
  {
    title: "Targets and economics",
    settings: [
      {
        key: "quarterlyTarget",
        label: "Team target this quarter",
        kind: "money",
        initial: `=IF({asOf}="","",IF(${listedTarget}=0,"",${listedTarget}))`,
        help: "Revenue to win in the as-of date's quarter: from the list of periods, or typed here.",
      },
      {
        key: "grossMargin",
        label: "Gross margin",
        kind: "share",
        initial: "",
        between: [0, 1],
        help: "Share of revenue left after the cost of serving it. LTV and CAC payback need it.",
      },
      share(
        "nrrTarget",
        "Net revenue retention",
        '=IF({profile}="B",1.1,1.05)',
        "Good: 105% (profile A), 110% (profile B).",
      ),
      share("grrTarget", "Gross revenue retention", 0.85, "Good: 85%. Great: 90%. World-class: 95%."),
      count(
        "cacPaybackMonths",
        "CAC payback, months at most",
        '=IF({profile}="B",12,18)',
        "Good: below 18 months (profile A), 12 (profile B).",
      ),
      {
        key: "magicNumberTarget",
        label: "Magic number",
        kind: "multiple",
        initial: 0.75,
        help: "Good above 0.75, great above 1.",
      },
      {
        key: "burnMultipleTarget",
        label: "Burn multiple at most",
        kind: "multiple",
        initial: 2,
        help: "Good below 2, great below 1.5, elite below 1.",
      },
    ],
  },
  {
    title: "Pipeline and forecast",
    settings: [
      {
        key: "coverageTarget",
        label: "Healthy pipeline coverage",
        kind: "multiple",
        initial: 3.5,
        help: "Open pipeline ÷ target still to win. Healthy is 3.5 to 4; below 3 is thin.",
      },
      {
        key: "coverageMinimum",
        label: "Thin pipeline coverage",
        kind: "multiple",
        initial: 3,
        help: "Below this the pipeline is too thin for the target.",
      },
      {
        key: "pipelineCreatedTarget",
        label: "Pipeline created per month",
        kind: "multiple",
        initial: 1.5,
        help: "New pipeline of a month ÷ quota. Healthy is 1.5 times.",
      },
      share("winRateTarget", "Win rate", 0.25, "Won ÷ (won + lost). Above 25% is the target."),
      share(
        "forecastErrorTarget",
        "Forecast error (MAPE) at most",
        0.15,
        "Below 10% is excellent, below 15% good.",
      ),
      count(
        "staleAfterDays",
        "Stale after days without activity",
        14,
        "An open deal untouched for this many days is flagged.",
      ),
      count(
        "contactsWanted",
        "Contacts on a deal",
        3,
        "Deals with three or more people engaged win more than twice as often.",
      ),
    ],
  },
  {
    title: "Leads and funnel",
    settings: [
      count("mqlScore", "MQL from score", 50, "A lead with this score counts as marketing-qualified."),
      count("hotScore", "Hot lead from score", 75, "A lead with this score is called first."),
      count("responseMinutes", "Minutes to route an MQL", 5, "From MQL to a rep, in minutes."),
      share("mqlToSqlTarget", "MQL to SQL", 0.4, "Share of MQLs that become SQLs. Target: above 40%."),
      share(
        "sqlToOpportunityTarget",
        "SQL to opportunity",
        0.6,
        "Share of SQLs that become deals. Target: above 60%.",
      ),
    ],
  },
  {
    title: "Customers",
    settings: [
      share(
        "usageAlert",
        "Usage near the limit from",
        0.8,
        "Share of the plan in use from which an upgrade is near.",
      ),
      count(
        "renewalNoticeDays",
        "Renewal in sight, days",
        90,
        "Days before a renewal at which the talk begins.",
      ),
      count(
        "healthyNps",
        "Healthy NPS from",
        9,
        "Answer from 0 to 10 from which a customer counts as healthy.",
      ),
    ],
  },
  {
    title: "Team",
    settings: [
      share(
        "expectedAttainment",
        "Expected quota attainment",
        0.7,
        "Average attainment that capacity is planned with.",
      ),
      {
        key: "quotaBuffer",
        label: "Quota buffer",
        kind: "multiple",
        initial: 1.15,
        help: "Quota per AE = target ÷ ramped AEs × this, for those who leave.",
      },
      {
        key: "accelerator",
        label: "Accelerator above quota",
        kind: "multiple",
        initial: 1.5,
        between: [1.5, 2],
        help: "Rate for what is sold above quota; 1.5 to 2.",
      },
    ],
  },
];
