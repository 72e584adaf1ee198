import { acvTier, TIER_FIELDS } from "../../core/unitEconomics/acvTier.js";
import { burnMultiple } from "../../core/unitEconomics/burnMultiple.js";
import { cacPayback } from "../../core/unitEconomics/cacPayback.js";
import { customerAcquisitionCost } from "../../core/unitEconomics/customerAcquisitionCost.js";
import { lifetimeValue, ltvToCac } from "../../core/unitEconomics/lifetimeValue.js";
import { GROWTHS, magicNumber } from "../../core/unitEconomics/magicNumber.js";
import { elementwise, type FunctionDefinition } from "../definition.js";
import { choice, count, money, optional, share } from "../parameters.js";

const BOARD = "RevOps Engine playbook, phase 5 (board metrics)";
const grossMargin = share("gross_margin", "Share of revenue left after the cost of serving it, such as 80%.");
const cac = money("cac", "Cost of winning one customer.", { min: 0 });

export const UNIT_ECONOMICS: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_CAC",
    family: "unit economics",
    summary: "Customer acquisition cost: what it takes in sales and marketing to win one customer.",
    formula: "sales and marketing spend ÷ new customers",
    parameters: [
      money("spend", "All sales and marketing spend of the period, salaries included.", { min: 0 }),
      count("new_customers", "Customers won in the same period; above 0."),
    ],
    result: "Cost of one customer, in the currency of spend.",
    notes: ["Count new customers only; expansion of existing ones is no acquisition."],
    source: BOARD,
    synonyms: ["acquisition cost", "cost per customer"],
    examples: [
      {
        formula: "=REVOPS_CAC(20000, 40)",
        answer: 500,
        from: "Groew, how to calculate customer acquisition cost: $20,000 for 40 new customers",
      },
      {
        formula: "=REVOPS_CAC({120000;25000}, {300;50})",
        answer: [[400], [500]],
        from: "Prompt Atlas, unit economics: $120,000 for 300 customers; Groew: $25,000 for 50",
      },
    ],
    compute: customerAcquisitionCost,
  }),
  elementwise({
    name: "REVOPS_LTV",
    family: "unit economics",
    summary: "Lifetime value: the gross profit that an average customer brings until it leaves.",
    formula: "ARPA × gross margin ÷ churn rate",
    parameters: [
      money("arpa", "Average revenue per account, a month or a year.", { min: 0 }),
      grossMargin,
      share("churn_rate", "Share of customers lost in the same length of time, month or year; above 0%."),
    ],
    result: "Gross profit over a customer's life, in the currency of arpa.",
    notes: [
      "Monthly ARPA goes with monthly churn, annual with annual; mixed, the result is off by a factor of 12.",
      "A churn of 0% is refused: the value would be without limit.",
    ],
    source: BOARD,
    synonyms: ["CLV", "customer lifetime value", "lifetime"],
    examples: [
      {
        formula: "=REVOPS_LTV(100, 80%, 5%)",
        answer: 1600,
        from: "CalculatorLib, SaaS lifetime value: $100 a month, 80% margin, 5% monthly churn",
      },
      {
        formula: "=REVOPS_LTV({500;500}, {70%;75%}, {2%;2.5%})",
        answer: [[17500], [15000]],
        from: "AbraCalc, customer LTV: $500, 70%, 2%; MetricHQ: $500, 75%, 2.5%",
      },
    ],
    compute: lifetimeValue,
  }),
  elementwise({
    name: "REVOPS_LTV_CAC",
    family: "unit economics",
    summary:
      "LTV:CAC: how many times a customer's lifetime value covers the cost of winning it. 3 and more is good.",
    formula: "LTV ÷ CAC",
    parameters: [money("ltv", "Lifetime value of a customer."), cac],
    result: "A ratio: 3 means 3:1.",
    source: BOARD,
    synonyms: ["LTV to CAC", "unit economics"],
    examples: [
      {
        formula: "=REVOPS_LTV_CAC(15000, 6000)",
        answer: 2.5,
        from: "MetricHQ, LTV:CAC against magic number: $15,000 ÷ $6,000",
      },
    ],
    compute: ltvToCac,
  }),
  elementwise({
    name: "REVOPS_CAC_PAYBACK",
    family: "unit economics",
    summary:
      "Months until the gross profit of a new customer has paid for winning it. Takes revenue by the month.",
    formula: "CAC ÷ (monthly ARPA × gross margin)",
    parameters: [
      cac,
      money("monthly_arpa", "Average revenue per account and month; an annual figure divided by 12.", {
        min: 0,
      }),
      grossMargin,
    ],
    result: "A number of months.",
    notes: ["Under 18 months is good, under 12 great (playbook); the guide's target is under 12."],
    source: `${BOARD}; Revenue Operations guide, section 7`,
    synonyms: ["payback period", "break even", "months to recover CAC"],
    examples: [
      {
        formula: "=REVOPS_CAC_PAYBACK({1000;100}, {100;50}, {70%;100%})",
        answer: [[1000 / 70], [2]],
        from: "FreeOnlineCal, CAC payback: 14.286 months at $70 gross profit; PayPro Global: $100 ÷ $50 is 2 months",
      },
      {
        formula: "=REVOPS_CAC_PAYBACK(6000, 500, 75%)",
        answer: 16,
        from: "MetricHQ's customer of $500 a month at 75% that cost $6,000",
      },
    ],
    compute: cacPayback,
  }),
  elementwise({
    name: "REVOPS_MAGIC_NUMBER",
    family: "unit economics",
    summary:
      "Magic number: the new annual recurring revenue that a unit of sales and marketing spend bought. From 0.75 on, spend more.",
    formula:
      "change in ARR ÷ prior quarter's spend, or change in quarterly revenue × 4 ÷ prior quarter's spend",
    parameters: [
      money("change", "Net new ARR of the quarter, or the change in quarterly revenue."),
      money("prior_spend", "Sales and marketing spend of the quarter before; above 0.", { min: 0 }),
      optional(
        choice(
          "of",
          "What change is: ARR (default), taken as it is, or quarterly revenue, taken times 4.",
          GROWTHS,
        ),
        "ARR",
      ),
    ],
    result: "A ratio; below 0 where ARR shrank.",
    notes: [
      "ARR is annual already: multiplying its change by 4, as some do, makes the number four times too good.",
    ],
    source: BOARD,
    synonyms: ["sales efficiency", "SaaS magic number"],
    examples: [
      {
        formula: "=REVOPS_MAGIC_NUMBER(600000, 500000)",
        answer: 1.2,
        from: "RunFutureproof, magic number: ARR from $4.0M to $4.6M after $500K of spend",
      },
      {
        formula: '=REVOPS_MAGIC_NUMBER({5000;30000}, {10000;120000}, "quarterly revenue")',
        answer: [[2], [1]],
        from: "Outlier, magic number: $5k of quarterly revenue on $10k; Eastsea calculator: $30,000 on $120,000",
      },
    ],
    compute: magicNumber,
  }),
  elementwise({
    name: "REVOPS_BURN_MULTIPLE",
    family: "unit economics",
    summary: "Burn multiple: the cash burnt for each unit of net new ARR. Below 2 is good, below 1 elite.",
    formula: "net burn ÷ net new ARR",
    parameters: [
      money("net_burn", "Cash burnt in the period, as a positive amount."),
      money("net_new_arr", "New + expansion − contraction − churn of the same period; above 0."),
    ],
    result: "A ratio; the lower the better.",
    notes: ["Where ARR did not grow the multiple is refused: a figure below 0 would look better than 0."],
    source: BOARD,
    synonyms: ["capital efficiency", "cash burn"],
    examples: [
      {
        formula: "=REVOPS_BURN_MULTIPLE(3000000, 1000000)",
        answer: 3,
        from: "David Sacks, the burn multiple: $3M burnt for $1M of net new ARR",
      },
      {
        formula: "=REVOPS_BURN_MULTIPLE({4800000;500000}, {3200000;250000})",
        answer: [[1.5], [2]],
        from: "Deckmetric glossary: $4.8M ÷ $3.2M; AI Biz Hub methodology: $500,000 ÷ $250,000",
      },
    ],
    compute: burnMultiple,
  }),
  elementwise({
    name: "REVOPS_ACV_TIER",
    family: "unit economics",
    summary:
      "How deals of a size are best sold: tier, sales motion, typical CAC, target payback and share of revenue spent.",
    formula: "the tier of contract values that acv falls in",
    parameters: [
      money("acv", "Annual contract value of a deal, or their average, in US dollars."),
      optional(
        choice(
          "show",
          "tier (default), motion, CAC, payback (months to stay under) or S&M share.",
          TIER_FIELDS,
        ),
        "tier",
      ),
    ],
    result: "Text, or a number of months for payback.",
    notes: ['A row of fields such as {"tier","motion","CAC","payback","S&M share"} gives them side by side.'],
    source: "RevOps Engine playbook, phase 6 (GTM efficiency by ACV tier)",
    synonyms: ["deal size", "go-to-market motion", "GTM efficiency", "segment"],
    examples: [
      {
        formula: "=REVOPS_ACV_TIER({400;5000;10000;75000;250000})",
        answer: [["Under 1K"], ["1–10K"], ["10–50K"], ["50–100K"], ["100K+"]],
        from: "RevOps Engine playbook, phase 6",
      },
      {
        formula: '=REVOPS_ACV_TIER(25000, {"tier","motion","CAC","payback","S&M share"})',
        answer: [["10–50K", "Inside sales", "10–25K", 12, "40–60%"]],
        from: "RevOps Engine playbook, phase 6: inside sales, $10-25K, under 12 months, 40-60%",
      },
    ],
    compute: acvTier,
  }),
];
