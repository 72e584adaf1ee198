import { PROFILES } from "../../core/benchmarks/benchmark.js";
import { grade } from "../../core/benchmarks/grade.js";
import { elementwise, type FunctionDefinition } from "../definition.js";
import { choice, number, optional, text } from "../parameters.js";

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
      optional(
        choice("profile", "A for the playbook's benchmarks (default), B for the guide's.", PROFILES),
        "A",
      ),
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
];
