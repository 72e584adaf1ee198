import { assessMaturity, type Priority } from "../../core/assessment/maturity.js";
import { scoreRubric } from "../../core/assessment/rubric.js";
import type { Answer } from "../cells.js";
import { type FunctionDefinition, figureOrTable } from "../definition.js";
import { choice, column, number, one, optional } from "../parameters.js";

export const ASSESSMENT: readonly FunctionDefinition[] = [
  figureOrTable({
    name: "REVOPS_MATURITY",
    family: "assessment",
    summary:
      "RevOps maturity from six scores of 1 to 5: total, stage, what the stage is about, and what to do first.",
    formula: "sum of the six scores: 6–12 Foundation, 13–20 Building, 21–25 Scaling, 26–30 World-class",
    parameters: [
      column(
        number(
          "scores",
          "Six scores of 1 to 5: Data, Process, Technology, Analytics, Alignment, Enablement.",
        ),
      ),
      optional(
        one(
          choice("measure", "all for a table (default), or one of total, stage, focus, next.", [
            "all",
            "total",
            "stage",
            "focus",
            "next",
          ]),
        ),
        "all",
      ),
    ],
    result: "Rows Measure and Value; or one of them.",
    notes: [
      "Scores are whole numbers. The next step belongs to the weakest dimension; among equals the stage's focus decides.",
    ],
    source: "RevOps Engine playbook, phase 1 (maturity model)",
    synonyms: ["RevOps assessment", "maturity model", "audit", "stage"],
    examples: [
      {
        formula: '=REVOPS_MATURITY({2;3;3;2;4;3}, "total")',
        answer: 17,
        from: "RevOps Engine playbook, phase 1: the sum of the six scores",
      },
      {
        formula: '=REVOPS_MATURITY({5,5,4,4,4,4}, "stage")',
        answer: "World-class",
        from: "RevOps Engine playbook, phase 1: World-class from 26",
      },
    ],
    compute: (scores, measure) => {
      const { total, stage, priorities } = assessMaturity(scores as readonly number[]);
      const { dimension, steps } = priorities[0] as Priority;
      if (measure === "total") return total;
      if (measure === "stage") return stage.name;
      if (measure === "focus") return stage.focus;
      if (measure === "next") return steps[0] as string;
      return {
        columns: ["Measure", "Value"],
        rows: [
          ["Total of 30", total],
          ["Stage", stage.name],
          ["Focus", stage.focus],
          ["Weakest dimension", dimension.name],
          ...steps.map((step): Answer[] => ["Next step", step]),
        ],
      };
    },
  }),
  figureOrTable({
    name: "REVOPS_RUBRIC",
    family: "assessment",
    summary:
      "The 100-point RevOps rubric from 27 scores of 0 to 2: points by dimension, total, verdict, and what is still open.",
    formula: "weight × sum of scores ÷ (2 × number of sub-criteria), added up over eight dimensions",
    parameters: [
      column(number("scores", "27 scores of 0, 1 or 2 in the order of the notes, in a column or a row.")),
      optional(
        one(
          choice("measure", "all for a table (default), or one of total, verdict.", [
            "all",
            "total",
            "verdict",
          ]),
        ),
        "all",
      ),
    ],
    result: "Rows Dimension, Points, Of, Still open, the last one with total and verdict; or one of these.",
    notes: [
      "Data integrity (weight 20): single source of truth, duplicates below 2%, required fields enforced, hygiene automated. Funnel definitions (15): all stages defined, agreed across teams, conversion tracked weekly. Pipeline management (15): coverage tracked, velocity measured, forecast error below 15%.",
      "Cross-team alignment (15): SLAs exist, reviewed monthly, handoffs documented, shared metrics. Automation (10): lead routing below 5 minutes, renewal alerts, key workflows. Analytics (10): dashboard weekly, cohorts, leading indicators.",
      "Compensation (8): plans documented, aligned to strategy, accelerators at 100%, at most 3 components. Process documentation (7): playbooks exist, onboarding covers them, quarterly review.",
      "From 80 World-class RevOps, from 60 Strong foundation, from 40 Gaps are costing revenue, else RevOps is a title, not a function.",
    ],
    source: "RevOps Engine playbook, phase 14 (100-point quality rubric)",
    synonyms: ["RevOps score", "quality rubric", "100 points", "audit"],
    examples: [
      {
        formula: '=REVOPS_RUBRIC({2,2,2,2,2,2,2,2,2,2,2,2,2,2,0,0,0,0,0,0,0,0,0,0,0,0,0}, "total")',
        answer: 65,
        from: "RevOps Engine playbook, phase 14: the weights 20, 15, 15 and 15",
      },
      {
        formula: '=REVOPS_RUBRIC({1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1}, "verdict")',
        answer: "Gaps are costing revenue",
        from: "RevOps Engine playbook, phase 14: half of everything is 50 points",
      },
    ],
    compute: (scores, measure) => {
      const { dimensions, total, verdict } = scoreRubric(scores);
      if (measure === "total") return total;
      if (measure === "verdict") return verdict.name;
      return {
        columns: ["Dimension", "Points", "Of", "Still open"],
        rows: [
          ...dimensions.map(({ dimension, points, open }) => [
            ...[dimension.name, points, dimension.weight],
            open.map(({ name }) => name).join("; "),
          ]),
          ["Total", total, 100, verdict.name],
        ],
      };
    },
  }),
];
