import { PROFILES } from "../../core/benchmarks/benchmark.js";
import { diagnoseFunnel } from "../../core/funnel/funnel.js";
import { requiredFunnel } from "../../core/funnel/requiredFunnel.js";
import { type FunctionDefinition, tabular } from "../definition.js";
import { choice, column, count, one, optional, share, text } from "../parameters.js";

const profile = optional(
  one(choice("profile", "A for the playbook's benchmarks (default), B for the guide's.", PROFILES)),
  "A",
);

export const FUNNEL: readonly FunctionDefinition[] = [
  tabular({
    name: "REVOPS_FUNNEL",
    family: "funnel",
    summary:
      "Diagnoses a funnel: how each stage converts, how that compares, which step is the bottleneck and how many more deals mending it would win.",
    formula: "count of a stage ÷ count of the stage before",
    parameters: [
      column(
        text(
          "stages",
          "Stages from first to last, such as Visitor, Known, MQL, SAL, SQL, Opportunity, Closed Won.",
        ),
      ),
      column(count("counts", "How many reached each stage.")),
      profile,
    ],
    columns: ["Stage", "Count", "Conversion", "Band", "Bottleneck", "Extra won deals"],
    result:
      "Rows Stage, Count, Conversion, Band, Bottleneck, Extra won deals; and one for MQL → Closed Won where the funnel has both.",
    notes: [
      'A step in the lowest band is a bottleneck; the one marked "Fix first" costs most deals.',
      "Extra won deals is what the funnel would win besides if that step reached the lower end of the median (profile B: of the benchmark) and all others stayed as they are.",
      "The last stage is taken for the won deals, and nothing above it may be smaller than what follows.",
      "A step that the sources give no benchmark for has no band. Plurals and spelt-out names (MQLs, Opps, Leads) are understood.",
    ],
    source: "RevOps Engine playbook, phase 3 (conversion benchmarks); Revenue Operations guide, section 1",
    synonyms: ["conversion rates", "bottleneck", "where do we lose leads", "diagnose"],
    examples: [
      {
        formula:
          '=REVOPS_FUNNEL({"Leads";"MQL";"SQL";"Opportunities";"Proposals";"Won"}, {1000;300;120;80;50;20})',
        answer: [
          ["Stage", "Count", "Conversion", "Band", "Bottleneck", "Extra won deals"],
          ["Leads", 1000, "", "", "", ""],
          ["MQL", 300, 0.3, "World-class", "", ""],
          ["SQL", 120, 0.4, "On target", "", ""],
          ["Opportunities", 80, 80 / 120, "Median", "", ""],
          ["Proposals", 50, 0.625, "", "", ""],
          ["Won", 20, 0.4, "", "", ""],
          ["MQL → Won", 20, 20 / 300, "Top 25%", "", ""],
        ],
        from: "Prowi glossary, conversion rate: 30%, 40%, 67%, 63% and 40% down a funnel of 1,000 leads",
      },
      {
        formula: '=REVOPS_FUNNEL({"MQL";"SAL";"SQL";"Opportunity";"Closed Won"}, {1000;300;150;75;15})',
        answer: [
          ["Stage", "Count", "Conversion", "Band", "Bottleneck", "Extra won deals"],
          ["MQL", 1000, "", "", "", ""],
          ["SAL", 300, 0.3, "Bottom 25%", "Fix first", 10],
          ["SQL", 150, 0.5, "Median", "", ""],
          ["Opportunity", 75, 0.5, "Bottom 25%", "Bottleneck", 3],
          ["Closed Won", 15, 0.2, "Median", "", ""],
          ["MQL → Closed Won", 15, 0.015, "Bottom 25%", "", ""],
        ],
        from: "RevOps Engine playbook, phase 3: MQL to SAL at the median 50% would win 25 instead of 15",
      },
    ],
    compute: (stages, counts, benchmarks) => {
      const rows = diagnoseFunnel(stages, counts, benchmarks);
      const most = Math.max(...rows.map(({ extraWon }) => extraWon ?? 0));
      return rows.map(({ stage, count: reached, conversion, band, bottleneck, extraWon }) => [
        stage,
        reached,
        conversion ?? "",
        band ?? "",
        !bottleneck ? "" : extraWon === most ? "Fix first" : "Bottleneck",
        extraWon ?? "",
      ]);
    },
  }),
  tabular({
    name: "REVOPS_FUNNEL_REQUIRED",
    family: "funnel",
    summary: "How many leads each stage of the funnel must take in for the deals you want to win.",
    formula: "won deals ÷ win rate ÷ the rate of the stage before, and so on up; rounded up",
    parameters: [
      one(count("won_deals", "Deals to be won; above 0.", { above: 0, what: "a number above 0" })),
      column(text("stages", "Stages from first to last; Closed Won may be left out.")),
      optional(
        column(
          share(
            "rates",
            "Share of each stage that goes on to the next, the win rate last; the benchmark's where blank.",
          ),
        ),
      ),
      profile,
    ],
    columns: ["Stage", "Required", "Rate", "Rate from"],
    result: "Rows Stage, Required, Rate, Rate from; Closed Won last.",
    notes: [
      "Only the figures shown are rounded up, not those they are computed from.",
      "Benchmark rates are the lower end of the median (profile B: of the benchmark).",
    ],
    source: "RevOps Engine playbook, phases 3 and 11 (revenue plan: deals, opportunities, SQLs, MQLs needed)",
    synonyms: ["reverse funnel", "how many leads", "leads needed", "work backwards", "MQL target"],
    examples: [
      {
        formula:
          '=REVOPS_FUNNEL_REQUIRED(14, {"Cold call";"First meeting";"Second meeting";"Proposal"}, {10%;35%;50%;40%})',
        answer: [
          ["Stage", "Required", "Rate", "Rate from"],
          ["Cold call", 2000, 0.1, "given"],
          ["First meeting", 200, 0.35, "given"],
          ["Second meeting", 70, 0.5, "given"],
          ["Proposal", 35, 0.4, "given"],
          ["Closed Won", 14, "", ""],
        ],
        from: "My Sales Process, sales math: 14 deals take 35 proposals, 70 and 200 meetings, 2,000 calls",
      },
      {
        formula: '=REVOPS_FUNNEL_REQUIRED(10, {"MQL";"SAL";"SQL";"Opp"})',
        answer: [
          ["Stage", "Required", "Rate", "Rate from"],
          ["MQL", 417, 0.5, "benchmark"],
          ["SAL", 209, 0.4, "benchmark"],
          ["SQL", 84, 0.6, "benchmark"],
          ["Opp", 50, 0.2, "benchmark"],
          ["Closed Won", 10, "", ""],
        ],
        from: "RevOps Engine playbook, phases 3 and 11: 10 ÷ 20% ÷ 60% ÷ 40% ÷ 50%",
      },
    ],
    compute: (won, stages, rates, benchmarks) => [
      ...requiredFunnel(won, stages, rates, benchmarks).map(({ stage, required, rate, benchmark }) => [
        stage,
        required,
        rate,
        benchmark ? "benchmark" : "given",
      ]),
      ["Closed Won", Math.ceil(won), "", ""],
    ],
  }),
];
