import { bandRanges } from "../../core/benchmarks/bandRanges.js";
import { PROFILES } from "../../core/benchmarks/benchmark.js";
import { explain } from "../../core/benchmarks/explain.js";
import { findBenchmark, publishedBands } from "../../core/benchmarks/findBenchmark.js";
import { grade } from "../../core/benchmarks/grade.js";
import { elementwise, type FunctionDefinition, tabular } from "../definition.js";
import { choice, number, one, optional, text } from "../parameters.js";

const profile = choice("profile", "A for the playbook's benchmarks (default), B for the guide's.", PROFILES);

export const BENCHMARK_FAMILY: readonly FunctionDefinition[] = [
  elementwise({
    name: "REVOPS_GRADE",
    family: "benchmarks",
    summary:
      "Says how good a figure is: the band that a metric's value falls in, from World-class to Below good, under published B2B SaaS benchmarks.",
    formula: "the highest band whose bound the value reaches",
    parameters: [
      text(
        "metric",
        "Name of the metric, such as NRR, GRR, LTV:CAC, CAC payback, magic number, burn multiple, MAPE, pipeline coverage or SQL to Opp.",
      ),
      number("value", "The figure: a rate as 112% or 1.12, a payback in months, a coverage as a multiple."),
      optional(profile, "A"),
    ],
    result: "The band's name.",
    notes: [
      "Where published bands have gaps (2–3%, then 4–6%), a value in the gap belongs to the lower band.",
      "For CAC payback, burn multiple, MAPE and fault rates lower is better.",
      "Profile A bands most metrics in three or four steps; profile B mostly gives a range or a target.",
    ],
    source: "RevOps Engine playbook, phases 2 to 5; Revenue Operations guide, sections 1, 2, 6 and 7",
    synonyms: ["is it good", "benchmark", "rating", "band", "compare with others"],
    examples: [
      {
        formula: '=REVOPS_GRADE("NRR", 112%)',
        answer: "Good",
        from: "RevOps Engine playbook, phase 5: good from 105%, great from 115%",
      },
      {
        formula:
          '=REVOPS_GRADE({"MAPE";"CAC payback";"Pipeline coverage";"Opp to Closed Won"}, {0.25;11;4.2;0.27})',
        answer: [["Needs work"], ["Great"], ["Optimal"], ["Median"]],
        from: "RevOps Engine playbook, phases 3 to 5",
      },
      {
        formula: '=REVOPS_GRADE("CAC payback", 14, "B")',
        answer: "Off target",
        from: "Revenue Operations guide, section 7: under 12 months",
      },
    ],
    compute: grade,
  }),
  tabular({
    name: "REVOPS_BENCHMARK",
    family: "benchmarks",
    summary: "The published bands of a metric, best first, in words and as bounds.",
    formula: "the bands as published; a value belongs to the best one it reaches",
    parameters: [
      one(text("metric", "Name of the metric, such as NRR, CAC payback or SQL to Opp.")),
      optional(one(profile), "A"),
    ],
    columns: ["Band", "Range", "From", "To", "Source"],
    result: "Rows Band, Range, From, To, Source; an open end is blank.",
    notes: ["What falls into a gap of the published bands belongs to the lower one."],
    source: "RevOps Engine playbook, phases 2 to 5; Revenue Operations guide, sections 1, 2, 6 and 7",
    synonyms: ["what is good", "bands", "thresholds", "targets"],
    examples: [
      {
        formula: '=REVOPS_BENCHMARK("NRR")',
        answer: [
          ["Band", "Range", "From", "To", "Source"],
          ["World-class", "130% or more", 1.3, "", "RevOps Engine playbook, phase 5 (board metrics)"],
          ["Great", "115% to under 130%", 1.15, 1.3, "RevOps Engine playbook, phase 5 (board metrics)"],
          ["Good", "105% to under 115%", 1.05, 1.15, "RevOps Engine playbook, phase 5 (board metrics)"],
          ["Below good", "under 105%", "", 1.05, "RevOps Engine playbook, phase 5 (board metrics)"],
        ],
        from: "RevOps Engine playbook, phase 5: good 105%+, great 115%+, world-class 130%+",
      },
      {
        formula: '=REVOPS_BENCHMARK("CAC payback", "B")',
        answer: [
          ["Band", "Range", "From", "To", "Source"],
          [
            "On target",
            "under 12 months",
            "",
            12,
            "Revenue Operations guide, section 7 (target under 12 months)",
          ],
          [
            "Off target",
            "12 months or more",
            12,
            "",
            "Revenue Operations guide, section 7 (target under 12 months)",
          ],
        ],
        from: "Revenue Operations guide, section 7: under 12 months",
      },
    ],
    compute: (metric, from) => {
      const benchmark = findBenchmark(metric);
      const { source } = publishedBands(benchmark, from);
      return bandRanges(benchmark, from).map((band) => [
        band.band,
        band.range,
        band.from ?? "",
        band.to ?? "",
        source,
      ]);
    },
  }),
  tabular({
    name: "REVOPS_EXPLAIN",
    family: "benchmarks",
    summary:
      "What a metric is: its formula, what it means, what counts as good, and what to do to improve it.",
    formula: "a look-up; over sixty metrics are explained",
    parameters: [
      one(text("metric", "Name of the metric, such as NRR, burn multiple, sales cycle or MQL to SAL.")),
      optional(one(profile), "A"),
    ],
    columns: ["Part", "Text"],
    result: "Rows Metric, Formula, Meaning, Benchmark, Lever, Source.",
    notes: ["Where only the other profile has a benchmark, that one is shown and named."],
    source: "RevOps Engine playbook, phases 2 to 11; Revenue Operations guide, sections 1 to 7",
    synonyms: ["definition", "glossary", "what does it mean", "how to improve"],
    examples: [
      {
        formula: '=REVOPS_EXPLAIN("Burn multiple")',
        answer: [
          ["Part", "Text"],
          ["Metric", "Burn multiple"],
          ["Formula", "net burn ÷ net new ARR"],
          ["Meaning", "Cash spent for each unit of new recurring revenue, all costs counted."],
          [
            "Benchmark",
            "Elite: under 1x; Great: 1x to under 1.5x; Good: 1.5x to under 2x; Below good: 2x or more",
          ],
          [
            "Lever",
            "Find which it is: margin, sales efficiency, churn or overhead; slow hiring until it is mended.",
          ],
          ["Source", "RevOps Engine playbook, phase 5 (board metrics)"],
        ],
        from: "RevOps Engine playbook, phase 5: good under 2x, great under 1.5x, elite under 1x",
      },
    ],
    compute: (metric, from) => {
      const explained = explain(metric, from);
      return [
        ["Metric", explained.metric],
        ["Formula", explained.formula],
        ["Meaning", explained.meaning],
        ["Benchmark", explained.benchmark],
        ["Lever", explained.lever],
        ["Source", explained.source],
      ];
    },
  }),
];
