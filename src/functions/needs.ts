import type { Family } from "./definition.js";

/** What somebody wants to know who looks for a function of a family, in one line, and words that point to it. */
export interface Need {
  readonly question: string;
  readonly words: readonly string[];
}

export const NEEDS: Readonly<Record<Family, Need>> = {
  pipeline: {
    question: "Is there enough pipeline, is it sound, and how fast does it move?",
    words: ["deals", "opportunities", "sales", "stages"],
  },
  forecast: {
    question: "What will the quarter bring, and how far can the forecast be trusted?",
    words: ["prediction", "projection", "outlook", "quarter", "commit"],
  },
  retention: {
    question: "Do customers stay, and are they worth more than before?",
    words: ["churn", "renewals", "customers", "subscriptions", "recurring", "saas"],
  },
  "unit economics": {
    question: "Does a customer bring in more than it costs to win?",
    words: ["efficiency", "cost", "spend", "burn", "profit"],
  },
  benchmarks: {
    question: "Is this figure good, and what moves it?",
    words: ["good", "compare", "typical", "average", "band"],
  },
  definitions: {
    question: "Why does another tool show another figure?",
    words: ["definition", "differ", "mismatch", "reconcile"],
  },
  funnel: {
    question: "Where do leads get stuck, and how many are needed?",
    words: ["conversion", "bottleneck", "drop off", "leak"],
  },
  leads: {
    question: "Which leads matter, who takes them, and were they answered in time?",
    words: ["marketing", "prospects", "inbound", "score", "routing"],
  },
  attribution: {
    question: "Which channels brought the revenue?",
    words: ["marketing", "channels", "campaigns", "touches", "credit"],
  },
  "capacity and plan": {
    question: "How many people, and which drivers, reach the target?",
    words: ["hiring", "headcount", "target", "budget", "staff"],
  },
  "compensation and territory": {
    question: "What is paid, and is the market shared out fairly?",
    words: ["commission", "bonus", "pay", "regions", "accounts"],
  },
  "data quality": {
    question: "Can the data be relied on?",
    words: ["clean", "dirty", "missing", "errors", "hygiene"],
  },
  assessment: {
    question: "How grown-up is the way the teams work?",
    words: ["audit", "score", "maturity", "checklist"],
  },
};

/** Words for which particular functions come to mind first, in that order. Entries carry synonyms of their own. */
export const ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  "how fast": ["REVOPS_VELOCITY", "REVOPS_SALES_CYCLE"],
  speed: ["REVOPS_VELOCITY", "REVOPS_SALES_CYCLE"],
  churn: ["REVOPS_NRR", "REVOPS_GRR", "REVOPS_LOGO_RETENTION", "REVOPS_RETENTION"],
  "how long": ["REVOPS_SALES_CYCLE", "REVOPS_TIME_IN_STAGE"],
  commission: ["REVOPS_PAYOUT", "REVOPS_PAYOUT_TIERS", "REVOPS_COMP_CHECK"],
  bonus: ["REVOPS_PAYOUT", "REVOPS_PAYOUT_TIERS"],
  "forecast accuracy": ["REVOPS_FORECAST_ACCURACY", "REVOPS_MAPE", "REVOPS_WAPE"],
  stuck: ["REVOPS_STALE_DEALS", "REVOPS_TIME_IN_STAGE", "REVOPS_DEAL_RISK"],
  "at risk": ["REVOPS_DEAL_RISK", "REVOPS_STALE_DEALS"],
  "is this good": ["REVOPS_GRADE", "REVOPS_BENCHMARK", "REVOPS_EXPLAIN"],
  benchmark: ["REVOPS_BENCHMARK", "REVOPS_GRADE"],
  "customer acquisition cost": ["REVOPS_CAC"],
  "lifetime value": ["REVOPS_LTV", "REVOPS_LTV_CAC"],
  payback: ["REVOPS_CAC_PAYBACK"],
  mrr: ["REVOPS_ARR", "REVOPS_ARR_BRIDGE"],
  "how many reps": ["REVOPS_CAPACITY", "REVOPS_HIRING_PLAN"],
  hiring: ["REVOPS_HIRING_PLAN", "REVOPS_CAPACITY", "REVOPS_RAMP"],
  "response time": ["REVOPS_SLA_STATUS"],
  "what changed": ["REVOPS_PIPELINE_CHANGES", "REVOPS_PIPELINE_COMPARE"],
  "lost deals": ["REVOPS_LOSS_REASONS", "REVOPS_WIN_RATE"],
  upsell: ["REVOPS_EXPANSION_SIGNALS", "REVOPS_NRR"],
  "marketing channels": ["REVOPS_ATTRIBUTION", "REVOPS_ATTRIBUTION_COMPARE"],
  duplicates: ["REVOPS_DUPLICATES"],
  "what if": ["REVOPS_SCENARIOS", "REVOPS_VELOCITY_LEVERS"],
};
