import type { Band, Benchmark, PublishedBands } from "./benchmark.js";

const playbook = (phase: number, detail: string, bands: readonly Band[]): PublishedBands => ({
  source: `RevOps Engine playbook, phase ${phase} (${detail})`,
  bands,
});
const guide = (section: number, detail: string, bands: readonly Band[]): PublishedBands => ({
  source: `Revenue Operations guide, section ${section} (${detail})`,
  bands,
});

/** Three named tiers and what falls short of them. */
const tiers = (good: number, great: number, worldClass: number): readonly Band[] => [
  { name: "World-class", atLeast: worldClass },
  { name: "Great", atLeast: great },
  { name: "Good", atLeast: good },
  { name: "Below good" },
];
const pipelineTiers = (minimum: number, healthy: number, optimal: number): readonly Band[] => [
  { name: "Optimal", atLeast: optimal },
  { name: "Healthy", atLeast: healthy },
  { name: "Minimum", atLeast: minimum },
  { name: "Below minimum" },
];
const quartiles = (median: number, top: number, worldClass: number): readonly Band[] => [
  { name: "World-class", atLeast: worldClass },
  { name: "Top 25%", atLeast: top },
  { name: "Median", atLeast: median },
  { name: "Bottom 25%" },
];
/** A published range has three answers; both its ends lie within. */
const range = (low: number, high: number): readonly Band[] => [
  { name: "Above benchmark", above: high },
  { name: "Within benchmark", atLeast: low },
  { name: "Below benchmark" },
];
const target = (condition: Omit<Band, "name">): readonly Band[] => [
  { name: "On target", ...condition },
  { name: "Off target" },
];

const PART = {
  unit: "share",
  better: "higher",
  min: 0,
  max: 1,
  outside: "outside 0% to 100%; write 25% or 0.25 for twenty-five per cent.",
} as const;
const FAULT = { ...PART, better: "lower" } as const;
const RETENTION = {
  unit: "share",
  better: "higher",
  min: 0,
  outside: "no such retention; write 112% or 1.12 for a hundred and twelve per cent.",
} as const;
const RATIO = {
  unit: "ratio",
  better: "higher",
  min: 0,
  max: 1000,
  outside: "no such ratio; give the multiple as a number of 0 or more, such as 3.5.",
} as const;

/**
 * Every metric for which the two sources publish bands or a target. GRADE, BENCHMARK and EXPLAIN all read this
 * list. A rate that the sources write as ">0.75" is taken as reached at 0.75.
 */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    key: "netRevenueRetention",
    name: "Net revenue retention",
    aliases: ["NRR", "Net dollar retention", "NDR"],
    ...RETENTION,
    max: 10,
    profiles: {
      A: playbook(5, "board metrics", tiers(1.05, 1.15, 1.3)),
      B: guide(7, "target above 110%", target({ above: 1.1 })),
    },
  },
  {
    key: "grossRevenueRetention",
    name: "Gross revenue retention",
    aliases: ["GRR", "Gross dollar retention", "GDR"],
    ...RETENTION,
    max: 1,
    outside: "outside 0% to 100%, where gross retention always lies; write 92% or 0.92.",
    profiles: { A: playbook(5, "board metrics", tiers(0.85, 0.9, 0.95)) },
  },
  {
    key: "ltvToCac",
    name: "LTV:CAC",
    aliases: ["LTV to CAC", "LTV/CAC", "LTV CAC ratio"],
    ...RATIO,
    profiles: { A: playbook(5, "board metrics", [{ name: "Good", atLeast: 3 }, { name: "Below good" }]) },
  },
  {
    key: "cacPayback",
    name: "CAC payback",
    aliases: ["CAC payback months", "Payback", "Payback period", "CAC payback period"],
    unit: "months",
    better: "lower",
    min: 0,
    max: 1200,
    outside: "no number of months; give the payback in months, such as 14.",
    profiles: {
      A: playbook(5, "board metrics", [
        { name: "Great", below: 12 },
        { name: "Good", below: 18 },
        { name: "Below good" },
      ]),
      B: guide(7, "target under 12 months", target({ below: 12 })),
    },
  },
  {
    key: "magicNumber",
    name: "Magic number",
    aliases: ["SaaS magic number"],
    ...RATIO,
    min: -1000,
    outside: "no such ratio; give net new ARR ÷ prior quarter's spend, such as 0.8.",
    profiles: {
      A: playbook(5, "board metrics", [
        { name: "Great", atLeast: 1 },
        { name: "Good", atLeast: 0.75 },
        { name: "Below good" },
      ]),
    },
  },
  {
    key: "burnMultiple",
    name: "Burn multiple",
    aliases: ["Burn"],
    ...RATIO,
    better: "lower",
    outside:
      "below 0 or past all measure; below 0 it means shrinking ARR or no burn at all, so judge the two figures themselves.",
    profiles: {
      A: playbook(5, "board metrics", [
        { name: "Elite", below: 1 },
        { name: "Great", below: 1.5 },
        { name: "Good", below: 2 },
        { name: "Below good" },
      ]),
    },
  },
  {
    key: "mape",
    name: "MAPE",
    aliases: ["Forecast error", "Mean absolute percentage error", "WAPE"],
    unit: "share",
    better: "lower",
    min: 0,
    max: 5,
    outside: "no such error; write 12% or 0.12 for twelve per cent.",
    profiles: {
      A: playbook(4, "forecast accuracy grading", [
        { name: "Excellent", below: 0.1 },
        { name: "Good", below: 0.15 },
        { name: "Needs work", upTo: 0.25 },
        { name: "Broken" },
      ]),
      B: guide(2, "target within 10%", target({ upTo: 0.1 })),
    },
  },
  {
    key: "forecastAccuracy",
    name: "Forecast accuracy",
    aliases: ["Accuracy"],
    ...PART,
    profiles: { B: guide(2, "target within 10%", target({ atLeast: 0.9 })) },
  },
  {
    key: "pipelineCoverage",
    name: "Pipeline coverage",
    aliases: ["Coverage", "Coverage ratio", "Pipeline coverage (total)", "Total coverage"],
    ...RATIO,
    profiles: {
      A: playbook(4, "healthy pipeline ratios", pipelineTiers(3, 3.5, 4)),
      B: guide(7, "3–4 times the quarterly target", range(3, 4)),
    },
  },
  {
    key: "weightedCoverage",
    name: "Weighted pipeline coverage",
    aliases: ["Weighted coverage", "Pipeline coverage (weighted)"],
    ...RATIO,
    profiles: { A: playbook(4, "healthy pipeline ratios", pipelineTiers(1.5, 2, 3)) },
  },
  {
    key: "newPipeline",
    name: "New pipeline created per month",
    aliases: ["New pipeline", "Pipeline created", "New pipeline per month", "Pipeline created to quota"],
    ...RATIO,
    profiles: { A: playbook(4, "healthy pipeline ratios, as a multiple of quota", pipelineTiers(1, 1.5, 2)) },
  },
  {
    key: "negotiationShare",
    name: "Negotiation share of pipeline",
    aliases: ["Negotiation share", "Deals in negotiation", "Deals in negotiation stage", "Negotiation"],
    ...PART,
    profiles: { A: playbook(4, "healthy pipeline ratios", pipelineTiers(0.15, 0.25, 0.35)) },
  },
  {
    key: "visitorToKnown",
    name: "Visitor → Known",
    aliases: ["Visitor → Lead"],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.02, 0.04, 0.08)),
      B: guide(1, "conversion benchmarks", range(0.02, 0.05)),
    },
  },
  {
    key: "knownToMql",
    name: "Known → MQL",
    aliases: ["Lead → MQL"],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.08, 0.15, 0.25)),
      B: guide(1, "conversion benchmarks", range(0.15, 0.3)),
    },
  },
  {
    key: "mqlToSal",
    name: "MQL → SAL",
    aliases: [],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.5, 0.7, 0.85)),
      B: guide(1, "conversion benchmarks", range(0.6, 0.8)),
    },
  },
  {
    key: "salToSql",
    name: "SAL → SQL",
    aliases: [],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.4, 0.55, 0.7)),
      B: guide(1, "conversion benchmarks", range(0.4, 0.6)),
    },
  },
  {
    key: "sqlToOpportunity",
    name: "SQL → Opportunity",
    aliases: ["SQL → Opp", "SQL → Opp Created", "SQL → Opportunity Created"],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.6, 0.75, 0.9)),
      B: guide(1, "conversion benchmarks", range(0.5, 0.7)),
    },
  },
  {
    key: "opportunityToWon",
    name: "Opportunity → Closed Won",
    aliases: ["Opp → Closed Won", "Opportunity → Won", "Opp → Won"],
    ...PART,
    profiles: {
      A: playbook(3, "conversion benchmarks", quartiles(0.2, 0.3, 0.45)),
      B: guide(1, "conversion benchmarks", range(0.2, 0.3)),
    },
  },
  {
    key: "mqlToWon",
    name: "MQL → Closed Won",
    aliases: ["Full funnel", "MQL → CW", "MQL → Won", "Full funnel (MQL→CW)"],
    ...PART,
    profiles: { A: playbook(3, "conversion benchmarks", quartiles(0.03, 0.06, 0.12)) },
  },
  {
    key: "mqlToSql",
    name: "MQL → SQL",
    aliases: [],
    ...PART,
    profiles: { A: playbook(5, "operating metrics, target above 40%", target({ atLeast: 0.4 })) },
  },
  {
    key: "winRate",
    name: "Win rate",
    aliases: ["Close rate"],
    ...PART,
    profiles: {
      A: playbook(5, "operating metrics, target above 25%", target({ atLeast: 0.25 })),
      B: guide(7, "20–30%", range(0.2, 0.3)),
    },
  },
  {
    key: "speedToLead",
    name: "Speed to lead",
    aliases: ["Lead response time", "Response time", "Lead response minutes"],
    unit: "minutes",
    better: "lower",
    min: 0,
    outside: "below 0; give the minutes from inbound lead to first response.",
    profiles: {
      A: playbook(5, "diagnostic metrics, under 5 minutes", target({ below: 5 })),
      B: guide(7, "under 5 minutes", target({ below: 5 })),
    },
  },
  {
    key: "duplicateRate",
    name: "Duplicate account rate",
    aliases: ["Duplicate rate", "Duplicates", "Duplicate accounts"],
    ...FAULT,
    profiles: { A: playbook(2, "data hygiene rules, under 2%", target({ below: 0.02 })) },
  },
  {
    key: "bounceRate",
    name: "Contact bounce rate",
    aliases: ["Bounce rate", "Bounces"],
    ...FAULT,
    profiles: { A: playbook(2, "data hygiene rules, under 5%", target({ below: 0.05 })) },
  },
  {
    key: "leadMatchRate",
    name: "Lead-to-account match rate",
    aliases: ["Lead to account matching", "Match rate", "Lead match rate"],
    ...PART,
    profiles: { A: playbook(2, "data hygiene rules, 95% and more", target({ atLeast: 0.95 })) },
  },
  {
    key: "fieldCompletion",
    name: "Field completion on open opportunities",
    aliases: ["Field completion", "Completeness", "Fields complete", "Required fields"],
    ...PART,
    profiles: { A: playbook(2, "data hygiene rules, all fields", target({ atLeast: 1 })) },
  },
  {
    key: "lossReasonRate",
    name: "Closed-lost reason populated",
    aliases: ["Loss reason rate", "Loss reasons", "Closed-lost reason", "Loss reason populated"],
    ...PART,
    profiles: { A: playbook(2, "data hygiene rules, all lost deals", target({ atLeast: 1 })) },
  },
  {
    key: "techCost",
    name: "Tech stack cost share of ARR",
    aliases: ["Tech stack cost", "Tech cost", "Tool cost"],
    ...FAULT,
    profiles: { B: guide(6, "audit checklist, under 15% of ARR", target({ below: 0.15 })) },
  },
];
