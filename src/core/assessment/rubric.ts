import { refuse } from "../refusal/refusal.js";

/**
 * The 100-point RevOps rubric of the RevOps Engine playbook, phase 14: eight weighted dimensions, whose criteria are split
 * here into 27 sub-criteria. Each scores 0 (not there), 1 (partly) or 2 (fully).
 */

export interface RubricCriterion {
  readonly key: string;
  readonly name: string;
  /** What earns the full 2 points. */
  readonly full: string;
}

export interface RubricDimension {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly criteria: readonly RubricCriterion[];
}

const criterion = (key: string, name: string, full: string): RubricCriterion => ({ key, name, full });

export const RUBRIC: readonly RubricDimension[] = [
  {
    key: "data",
    name: "Data Integrity",
    weight: 20,
    criteria: [
      criterion(
        "singleSource",
        "Single source of truth",
        "Every team reads its figures from the same records.",
      ),
      criterion("fewDuplicates", "Duplicates below 2%", "Measured, and below 2% of accounts."),
      criterion(
        "requiredFields",
        "Required fields enforced",
        "A deal cannot move on while a required field is blank.",
      ),
      criterion("hygiene", "Hygiene automated", "Checks run by themselves and tell the owner what to mend."),
    ],
  },
  {
    key: "funnel",
    name: "Funnel Definitions",
    weight: 15,
    criteria: [
      criterion("stages", "All stages defined", "Each stage has a written definition, an owner and an exit."),
      criterion("agreed", "Agreed across teams", "Marketing, sales and CS have signed the same definitions."),
      criterion(
        "conversion",
        "Conversion tracked weekly",
        "Stage-to-stage conversion is looked at every week.",
      ),
    ],
  },
  {
    key: "pipeline",
    name: "Pipeline Management",
    weight: 15,
    criteria: [
      criterion("coverage", "Coverage tracked", "Pipeline coverage is known for every team and period."),
      criterion("velocity", "Velocity measured", "Sales velocity is computed and its levers are worked on."),
      criterion("accuracy", "Forecast error below 15%", "MAPE is recorded each period and stays below 15%."),
    ],
  },
  {
    key: "alignment",
    name: "Cross-Team Alignment",
    weight: 15,
    criteria: [
      criterion("slas", "SLAs exist", "Marketing, sales and CS have promised one another times and quality."),
      criterion(
        "slaReview",
        "SLAs reviewed monthly",
        "Compliance and misses are discussed together each month.",
      ),
      criterion("handoffs", "Handoffs documented", "Each handoff has a record with what must be in it."),
      criterion("sharedMetrics", "Shared metrics", "Teams are measured on figures that they own in common."),
    ],
  },
  {
    key: "automation",
    name: "Automation",
    weight: 10,
    criteria: [
      criterion("routing", "Lead routing below 5 minutes", "A qualified lead has an owner within 5 minutes."),
      criterion("renewals", "Renewal alerts automated", "Owners are told 90, 60 and 30 days ahead."),
      criterion("workflows", "Key workflows built", "The steps that repeat daily run without anybody."),
    ],
  },
  {
    key: "analytics",
    name: "Analytics",
    weight: 10,
    criteria: [
      criterion(
        "dashboard",
        "Dashboard updated weekly",
        "The figures are at most a week old whenever one looks.",
      ),
      criterion("cohorts", "Cohort analysis running", "Retention is followed by cohort, not only in total."),
      criterion("leading", "Leading indicators tracked", "Figures that tell what is coming are watched."),
    ],
  },
  {
    key: "compensation",
    name: "Compensation",
    weight: 8,
    criteria: [
      criterion("plans", "Plans documented", "Everybody has the own plan in writing."),
      criterion("strategy", "Aligned to strategy", "The plan pays for what the company wants most."),
      criterion("accelerators", "Accelerators at 100%", "From 100% attainment each deal pays more."),
      criterion("simple", "At most 3 components", "Nobody has more than three variable components."),
    ],
  },
  {
    key: "process",
    name: "Process Documentation",
    weight: 7,
    criteria: [
      criterion("playbooks", "Playbooks exist", "Each role has a current playbook."),
      criterion("onboarding", "Onboarding covers them", "New people learn by the playbooks."),
      criterion("cycle", "Quarterly review cycle", "Playbooks are gone through every quarter."),
    ],
  },
];

export interface RubricVerdict {
  readonly from: number;
  readonly name: string;
}

/** Verdicts, the highest first. */
export const RUBRIC_VERDICTS: readonly RubricVerdict[] = [
  { from: 80, name: "World-class RevOps" },
  { from: 60, name: "Strong foundation" },
  { from: 40, name: "Gaps are costing revenue" },
  { from: Number.NEGATIVE_INFINITY, name: "RevOps is a title, not a function" },
];

export const RUBRIC_CRITERIA: readonly RubricCriterion[] = RUBRIC.flatMap(({ criteria }) => criteria);

export interface RubricResult {
  /** In the order of RUBRIC. */
  readonly dimensions: readonly {
    readonly dimension: RubricDimension;
    readonly points: number;
    /** Criteria that do not yet score 2, the lowest first. */
    readonly open: readonly RubricCriterion[];
  }[];
  readonly total: number;
  readonly verdict: RubricVerdict;
}

/** Points that add up to a bound but for rounding have reached it. */
const HAIR = 1e-9;

export function rubricVerdict(total: number): RubricVerdict {
  return RUBRIC_VERDICTS.find(({ from }) => total >= from - HAIR) as RubricVerdict;
}

export const isRubricScore = (score: unknown): score is number => score === 0 || score === 1 || score === 2;

/**
 * Scores the rubric: a dimension's points are its weight × the sum of its scores ÷ (2 × number of its criteria); the
 * weights add up to 100. Scores stand in the order of RUBRIC_CRITERIA and must all be 0, 1 or 2.
 */
export function scoreRubric(scores: readonly (number | null)[]): RubricResult {
  const wanted = RUBRIC_CRITERIA.length;
  if (scores.length !== wanted) {
    refuse("scores", `must be ${wanted}, one for each sub-criterion; there are ${scores.length}.`);
  }
  RUBRIC_CRITERIA.forEach(({ name }, at) => {
    const score = scores[at];
    if (isRubricScore(score)) return;
    refuse("scores", `must be 0, 1 or 2; ${name} is ${score === null ? "blank" : String(score)}.`, at + 1);
  });
  let next = 0;
  const dimensions = RUBRIC.map((dimension) => {
    const own = dimension.criteria.map((criterion) => ({ criterion, score: scores[next++] as number }));
    const sum = own.reduce((all, { score }) => all + score, 0);
    const open = own.filter(({ score }) => score < 2).sort((one, other) => one.score - other.score);
    return {
      dimension,
      points: (dimension.weight * sum) / (2 * own.length),
      open: open.map(({ criterion }) => criterion),
    };
  });
  const total = dimensions.reduce((sum, { points }) => sum + points, 0);
  return { dimensions, total, verdict: rubricVerdict(total) };
}
