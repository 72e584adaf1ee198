import { salesVelocity } from "../../core/pipeline/velocity.js";
import { elementwise, type FunctionDefinition } from "../definition.js";
import { count, days, money, share } from "../parameters.js";

export const PIPELINE: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_VELOCITY",
    family: "pipeline",
    summary:
      "Sales velocity: the revenue that your pipeline yields per day. Use it to see which lever (more deals, higher win rate, larger deals, shorter cycle) pays most.",
    formula: "opportunities × win rate × average deal size ÷ cycle days",
    parameters: [
      count("opportunities", "Number of open opportunities being worked."),
      share("win_rate", "Share of decided deals that are won, such as 25% or 0.25."),
      money("average_deal_size", "Average amount of a won deal."),
      days("cycle_days", "Average days from created to won; above 0."),
    ],
    result: "Revenue per day, in the currency of average_deal_size.",
    notes: ["A cycle of 0 days is refused: velocity would be without limit."],
    source: "RevOps Engine playbook, phase 4 (deal velocity formula)",
    synonyms: ["how fast", "revenue per day", "sales velocity", "speed"],
    examples: [
      {
        formula: "=REVOPS_VELOCITY(50, 25%, 30000, 60)",
        answer: 6250,
        from: "RevOps Engine playbook, phase 4: 50 opps × 25% × $30,000 ÷ 60 days",
      },
    ],
    compute: salesVelocity,
  }),
];
