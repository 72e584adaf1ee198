import { grossRevenueRetention, netRevenueRetention } from "../../core/retention/retainedRevenue.js";
import { elementwise, type FunctionDefinition } from "../definition.js";
import { money } from "../parameters.js";

const FROZEN =
  "Take the customers of the opening date only: new business and customers who return belong to neither figure.";

const beginningArr = money("beginning_arr", "ARR of the customers on the opening date; above 0.");
const contraction = money("contraction", "ARR lost to downgrades of those customers, as a positive amount.");
const churn = money("churn", "ARR lost to cancellations of those customers, as a positive amount.");

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
];
