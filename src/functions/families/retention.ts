import { annualRecurringRevenue, arrByCustomer } from "../../core/retention/arr.js";
import { arrBridge, customerMovements } from "../../core/retention/arrBridge.js";
import { cohorts } from "../../core/retention/cohorts.js";
import { logoRetention } from "../../core/retention/logoRetention.js";
import { grossRevenueRetention, netRevenueRetention } from "../../core/retention/retainedRevenue.js";
import { INCLUDES, retentionBetween } from "../../core/retention/retentionBetween.js";
import { customersOf, END_DAYS } from "../../core/retention/subscriptions.js";
import { elementwise, type FunctionDefinition, figureOrTable } from "../definition.js";
import { choice, column, count, date, money, one, optional, text } from "../parameters.js";

const FROZEN =
  "Take the customers of the opening date only: new business and customers who return belong to neither figure.";

const beginningArr = money("beginning_arr", "ARR of the customers on the opening date; above 0.");
const contraction = money("contraction", "ARR lost to downgrades of those customers, as a positive amount.");
const churn = money("churn", "ARR lost to cancellations of those customers, as a positive amount.");

/** The rows of a list of subscriptions, and what is asked of every function that reads them. */
const customers = column(text("customers", "Name or id of the customer, one row a subscription."));
const amounts = column(
  money("amounts", "Annual amount of each subscription (a monthly price times 12), 0 or more."),
);
const starts = column(date("starts", "First day of each subscription."));
const ends = column(date("ends", "Last day of each subscription; blank while it runs on."));
const products = optional(
  column(
    text("products", "Product of each subscription; overlapping periods of one product are then refused."),
  ),
);
const endDay = optional(
  one(
    choice(
      "end_day",
      "included (default) where the end is the last day that runs, excluded where it is the day after, as billing systems write it.",
      END_DAYS,
    ),
  ),
  "included",
);
const openingDate = one(date("opening_date", "The first of the two days to compare, taken at its end."));
const closingDate = one(date("closing_date", "The second day."));
const ROWS = [
  "A row lacking customer, amount or start is refused by its number: no ARR can be vouched for without it.",
  "Each amount is taken to the cent and summed exactly. An amount of 0 (a free plan) makes no customer.",
  "Without products, rows of one customer that run at the same time add up.",
];
const SYNCALYTICS = "ChartMogul help, MRR movements: the customer Syncalytics";
const ROWS_OF_SYNCALYTICS =
  '{"Syncalytics";"Syncalytics";"Syncalytics"}, {2000;720;1800}, {DATE(2024,1,1);DATE(2024,1,8);DATE(2025,3,1)}, {DATE(2024,12,31);DATE(2024,1,22);""}';
const PITCHKIT =
  "PitchKit glossary, net dollar retention: $100k, +15k, −3k, −5k gives 107%, here as four customers and a new one";
const ROWS_OF_PITCHKIT =
  '{"Ash";"Ash";"Birch";"Birch";"Cedar";"Elm";"Fir"}, {40000;55000;30000;27000;5000;25000;9000}, {DATE(2025,1,1);DATE(2026,1,1);DATE(2025,1,1);DATE(2026,1,1);DATE(2025,1,1);DATE(2025,6,1);DATE(2026,2,1)}, {DATE(2025,12,31);"";DATE(2025,12,31);"";DATE(2025,12,31);"";""}';

export const RETENTION: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_NRR",
    family: "retention",
    summary:
      "Net revenue retention: what the customers you had at the start are worth now, upgrades included. Above 100% you grow without a single new customer.",
    formula: "(beginning ARR + expansion − contraction − churn) ÷ beginning ARR",
    parameters: [
      beginningArr,
      money("expansion", "ARR gained from upgrades of those customers, as a positive amount."),
      contraction,
      churn,
    ],
    result: "A rate as a fraction: 1.12 is 112%.",
    notes: [
      FROZEN,
      "Contraction and churn together cannot exceed the opening ARR; such a row is refused.",
      "MRR does as well as ARR, as long as all four are the same.",
    ],
    source: "RevOps Engine playbook, phase 5 (board metrics)",
    synonyms: ["net dollar retention", "NDR", "net retention", "upsell", "do customers grow"],
    examples: [
      {
        formula: "=REVOPS_NRR(1000000, 250000, 50000, 80000)",
        answer: 1.12,
        from: "RevOps Engine playbook, phase 5: the formula with ARR in round figures",
      },
      {
        formula: "=REVOPS_NRR({100000;200000}, {10000;0}, {0;20000}, {5000;0})",
        answer: [[1.05], [0.9]],
        from: "RevOps Engine playbook, phase 5: the formula, two quarters at once",
      },
      {
        formula: "=REVOPS_NRR(100000, 15000, 3000, 5000)",
        answer: 1.07,
        from: "PitchKit glossary, net dollar retention: $100k, +15k, −3k, −5k gives 107%",
      },
    ],
    compute: netRevenueRetention,
  }),
  elementwise({
    name: "REVOPS_GRR",
    family: "retention",
    summary:
      "Gross revenue retention: the share of the opening ARR that was neither downgraded nor cancelled. Upgrades do not lift it, so it shows how leaky the bucket is.",
    formula: "(beginning ARR − contraction − churn) ÷ beginning ARR",
    parameters: [beginningArr, contraction, churn],
    result: "A rate as a fraction between 0 and 1.",
    notes: [FROZEN, "Contraction and churn together cannot exceed the opening ARR; such a row is refused."],
    source: "RevOps Engine playbook, phase 5 (board metrics)",
    synonyms: ["gross dollar retention", "GDR", "gross retention", "churn rate"],
    examples: [
      {
        formula: "=REVOPS_GRR(200000, 4000, 8000)",
        answer: 0.94,
        from: "ThePrimeCalculator, gross retention: $200,000 less 8,000 and 4,000 gives 94%",
      },
      {
        formula: "=REVOPS_GRR(1000000, 50000, 80000)",
        answer: 0.87,
        from: "RevOps Engine playbook, phase 5: the formula with ARR in round figures",
      },
    ],
    compute: grossRevenueRetention,
  }),
  elementwise({
    name: "REVOPS_LOGO_RETENTION",
    family: "retention",
    summary:
      "Logo retention: the share of the customers at the start that stayed, small and large counting alike.",
    formula: "(beginning customers − churned customers) ÷ beginning customers",
    parameters: [
      count("beginning_customers", "Customers on the opening date; above 0."),
      count("churned_customers", "How many of them left."),
    ],
    result: "A rate as a fraction between 0 and 1.",
    notes: ["Customers who joined later belong to neither figure."],
    source: "RevOps Engine playbook, phase 5 (revenue dashboard)",
    synonyms: ["customer retention", "customer churn", "logo churn"],
    examples: [
      {
        formula: "=REVOPS_LOGO_RETENTION(500, 15)",
        answer: 0.97,
        from: "ThePrimeCalculator, logo churn: 15 of 500 customers lost leaves 97%",
      },
      {
        formula: "=REVOPS_LOGO_RETENTION({200;500}, {15;15})",
        answer: [[0.925], [0.97]],
        from: "MetricKit glossary, logo retention rate: 185 of 200; ThePrimeCalculator: 485 of 500",
      },
    ],
    compute: logoRetention,
  }),
  figureOrTable({
    name: "REVOPS_ARR",
    family: "retention",
    summary: "Annual recurring revenue on a day, from a list of subscriptions: in total or by customer.",
    formula: "sum of the annual amounts of the subscriptions that run on the day",
    parameters: [
      customers,
      amounts,
      starts,
      ends,
      one(date("as_of", "The day to look at.")),
      optional(
        one(
          choice("show", "arr for the total (default), or by customer for a list, largest first.", [
            "arr",
            "by customer",
          ]),
        ),
        "arr",
      ),
      products,
      endDay,
    ],
    filter: true,
    result: "An amount a year; or rows Customer, ARR.",
    notes: ROWS,
    source: "RevOps Engine playbook, phase 5 (board metrics)",
    synonyms: ["annual recurring revenue", "run rate", "recurring revenue", "MRR"],
    examples: [
      {
        formula: `=REVOPS_ARR(${ROWS_OF_SYNCALYTICS}, DATE(2024,1,10))`,
        answer: 2720,
        from: `${SYNCALYTICS}, $2,000 a year and two plans of $30 a month`,
      },
      {
        formula:
          '=REVOPS_ARR({"Acme";"Birch";"Acme"}, {6000;9000;4500.5}, {45658;45658;45689}, {"";"";""}, 45700, "by customer")',
        answer: [
          ["Customer", "ARR"],
          ["Acme", 10500.5],
          ["Birch", 9000],
        ],
        from: "RevOps Engine playbook, phase 5: all annual contract values added up, by customer",
      },
    ],
    compute: (names, sizes, from, until, day, show, goods, lastDay) => {
      const all = customersOf(names, sizes, from, until, lastDay, goods);
      if (show === "arr") return annualRecurringRevenue(all, day);
      return {
        columns: ["Customer", "ARR"],
        rows: arrByCustomer(all, day).map(({ name, arr }) => [name, arr]),
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_ARR_BRIDGE",
    family: "retention",
    summary:
      "How ARR moved between any two days: new, expansion, contraction, churn and returned customers. Opening plus movements is closing, to the cent.",
    formula: "opening + new + expansion − contraction − churn + returned = closing",
    parameters: [
      customers,
      amounts,
      starts,
      ends,
      openingDate,
      closingDate,
      optional(
        one(
          choice("show", "bridge for the steps (default), or customers for each customer's part in them.", [
            "bridge",
            "customers",
          ]),
        ),
        "bridge",
      ),
      products,
      endDay,
    ],
    filter: true,
    result: "Rows Step, ARR, Customers, losses below 0; or Customer, Opening, Closing, Change, Movement.",
    notes: [
      "Customers are compared as a whole: a second product is expansion, one of two cancelled is contraction. Who paid before the opening day but not on it has returned, not joined.",
      "Who came and went between the two days is in neither; take shorter steps to see them.",
      ...ROWS,
    ],
    source: "RevOps Engine playbook, phase 5 (revenue dashboard)",
    synonyms: ["ARR waterfall", "ARR snowball", "net new ARR", "MRR movements", "reactivation"],
    examples: [
      {
        formula: `=REVOPS_ARR_BRIDGE(${ROWS_OF_PITCHKIT}, DATE(2025,12,31), DATE(2026,3,31))`,
        answer: [
          ["Step", "ARR", "Customers"],
          ["Opening", 100000, 4],
          ["New", 9000, 1],
          ["Expansion", 15000, 1],
          ["Contraction", -3000, 1],
          ["Churn", -5000, 1],
          ["Returned", 0, 0],
          ["Closing", 116000, 4],
        ],
        from: PITCHKIT,
      },
      {
        formula: `=REVOPS_ARR_BRIDGE(${ROWS_OF_SYNCALYTICS}, DATE(2025,1,31), DATE(2025,3,31), "customers")`,
        answer: [
          ["Customer", "Opening", "Closing", "Change", "Movement"],
          ["Syncalytics", 0, 1800, 1800, "Returned"],
        ],
        from: `${SYNCALYTICS} comes back for three plans of $50 a month`,
      },
    ],
    compute: (names, sizes, from, until, opening, closing, show, goods, lastDay) => {
      const moved = customerMovements(
        customersOf(names, sizes, from, until, lastDay, goods),
        opening,
        closing,
      );
      return show === "bridge"
        ? {
            columns: ["Step", "ARR", "Customers"],
            rows: arrBridge(moved).map(({ step, arr, customers: counted }) => [step, arr, counted]),
          }
        : {
            columns: ["Customer", "Opening", "Closing", "Change", "Movement"],
            rows: moved.map((each) => [
              each.name,
              each.opening / 100,
              each.closing / 100,
              (each.closing - each.opening) / 100,
              each.movement,
            ]),
          };
    },
  }),
  figureOrTable({
    name: "REVOPS_RETENTION",
    family: "retention",
    summary:
      "NRR, GRR or logo retention between any two days, from a list of subscriptions. The customers of the opening day are frozen and followed.",
    formula: "ARR of the opening customers on the closing day ÷ their ARR on the opening day",
    parameters: [
      customers,
      amounts,
      starts,
      ends,
      openingDate,
      closingDate,
      optional(
        one(
          choice("measure", "NRR (default), GRR, logo, or table for all.", ["NRR", "GRR", "logo", "table"]),
        ),
        "NRR",
      ),
      optional(
        one(
          choice(
            "includes",
            "Whose closing ARR NRR counts: opening customers (default), returned as well, or new and returned.",
            INCLUDES,
          ),
        ),
        "opening customers",
      ),
      products,
      endDay,
    ],
    filter: true,
    result: "A rate as a fraction; or rows Measure, Value.",
    notes: [
      "GRR takes no customer at more than before; it and logo retention never count who is new or has returned.",
      ...ROWS,
    ],
    source: "RevOps Engine playbook, phase 5 (board metrics)",
    synonyms: ["net revenue retention", "gross revenue retention", "churn from subscriptions"],
    examples: [
      {
        formula: `=REVOPS_RETENTION(${ROWS_OF_PITCHKIT}, DATE(2025,12,31), DATE(2026,3,31))`,
        answer: 1.07,
        from: PITCHKIT,
      },
      {
        formula: `=REVOPS_RETENTION(${ROWS_OF_PITCHKIT}, DATE(2025,12,31), DATE(2026,3,31), "table")`,
        answer: [
          ["Measure", "Value"],
          ["Opening ARR", 100000],
          ["Opening customers", 4],
          ["Lost customers", 1],
          ["NRR", 1.07],
          ["GRR", 0.92],
          ["Logo retention", 0.75],
        ],
        from: PITCHKIT,
      },
    ],
    compute: (names, sizes, from, until, opening, closing, measure, includes, goods, lastDay) => {
      const moved = customerMovements(
        customersOf(names, sizes, from, until, lastDay, goods),
        opening,
        closing,
      );
      const kept = retentionBetween(moved, includes);
      if (measure === "NRR") return kept.netRevenue;
      if (measure === "GRR") return kept.grossRevenue;
      if (measure === "logo") return kept.logo;
      return {
        columns: ["Measure", "Value"],
        rows: [
          ["Opening ARR", kept.openingArr],
          ["Opening customers", kept.openingCustomers],
          ["Lost customers", kept.lostCustomers],
          ["NRR", kept.netRevenue],
          ["GRR", kept.grossRevenue],
          ["Logo retention", kept.logo],
        ],
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_COHORTS",
    family: "retention",
    summary:
      "Customers grouped by the month, quarter or year of their first day, and the share of each group that is left at the end of every period since, by count or by revenue.",
    formula:
      "customers (or ARR) left at a period's end ÷ customers (or ARR on their first days) of the cohort",
    parameters: [
      customers,
      amounts,
      starts,
      ends,
      one(date("as_of", "The day up to which the data is known.")),
      optional(
        one(choice("period", "month (default), quarter or year.", ["month", "quarter", "year"])),
        "month",
      ),
      optional(one(choice("by", "count of customers (default) or revenue.", ["count", "revenue"])), "count"),
      optional(
        one(
          choice("values", "share of the cohort's start (default), or total for the figures.", [
            "share",
            "total",
          ]),
        ),
        "share",
      ),
      products,
      endDay,
    ],
    filter: true,
    result: "Rows Cohort, Customers (or ARR), then a column for each period, from 0.",
    notes: [
      "Period 0 is the start, so 100%; each later one is taken on its last day, and is blank until that is over.",
      "Revenue follows upgrades and returns, so it can exceed 100%. Who starts after as_of is in no cohort. Quarters and years are calendar ones.",
      ...ROWS,
    ],
    source: "RevOps Engine playbook, phase 13 (cohort analysis framework)",
    synonyms: ["cohort analysis", "retention curve", "retention triangle", "vintage"],
    examples: [
      {
        formula:
          '=REVOPS_COHORTS({"C010";"C011";"C012";"C013";"C018";"C019"}, {1;1;1;1;1;1}, {DATE(2025,12,1);DATE(2025,12,1);DATE(2025,12,1);DATE(2025,12,1);DATE(2026,2,1);DATE(2026,2,1)}, {"";DATE(2026,2,28);"";"";"";""}, DATE(2026,4,15))',
        answer: [
          ["Cohort", "Customers", "Month 0", "Month 1", "Month 2", "Month 3"],
          ["2025-12", 4, 1, 1, 1, 0.75],
          ["2026-02", 2, 1, 1, "", ""],
        ],
        from: "Data Research Analysis Collection, cohort retention curve tutorial: six of its customers, in mid-April",
      },
    ],
    compute: (names, sizes, from, until, day, period, by, values, goods, lastDay) => {
      const unit = by === "count" ? 1 : 100;
      const all = cohorts(customersOf(names, sizes, from, until, lastDay, goods), day, period, by);
      const heading = `${period.charAt(0).toUpperCase()}${period.slice(1)}`;
      return {
        columns: [
          "Cohort",
          by === "count" ? "Customers" : "ARR",
          ...Array.from({ length: 1 + (all[0]?.later.length ?? 0) }, (_, at) => `${heading} ${at}`),
        ],
        rows: all.map(({ cohort, start, later }) => [
          cohort,
          start / unit,
          ...[start, ...later].map((left) =>
            left === null ? "" : left / (values === "share" ? start : unit),
          ),
        ]),
      };
    },
  }),
];
