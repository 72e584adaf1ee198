/**
 * What 0 and 1 mean for each sub-criterion of the rubric, and how long the next step takes. The playbook says what earns
 * full marks only; the two lower levels and the effort are this product's own judgement, and the window says so.
 */

export const EFFORTS = ["days", "weeks", "months"] as const;
export type Effort = (typeof EFFORTS)[number];

export interface RubricLevels {
  readonly none: string;
  readonly partly: string;
  /** Time that one more point usually takes. */
  readonly effort: Effort;
}

const levels = (effort: Effort, none: string, partly: string): RubricLevels => ({ none, partly, effort });

export const RUBRIC_LEVELS: Readonly<Record<string, RubricLevels>> = {
  singleSource: levels(
    "months",
    "Teams keep lists of their own, and their figures differ.",
    "The CRM counts, but some figures still come from elsewhere.",
  ),
  fewDuplicates: levels(
    "weeks",
    "Nobody knows how many accounts stand there twice.",
    "Measured, and 2% of accounts or more.",
  ),
  requiredFields: levels(
    "days",
    "A fifth of the open deals or more lack a field they need.",
    "Most open deals are complete; nothing stops one that is not.",
  ),
  hygiene: levels(
    "weeks",
    "Records are mended when somebody stumbles over them.",
    "Checks run by hand, on a schedule.",
  ),
  stages: levels(
    "days",
    "Stages are names in a list.",
    "Some stages have a definition, an owner and an exit.",
  ),
  agreed: levels(
    "weeks",
    "Each team has definitions of its own.",
    "Two of the teams agree, or the agreement is not in writing.",
  ),
  conversion: levels("days", "Conversion is not known.", "Conversion is computed now and then."),
  coverage: levels(
    "days",
    "Nobody knows the coverage.",
    "Known for the team or the quarter as a whole only.",
  ),
  velocity: levels(
    "days",
    "Sales velocity is not computed.",
    "Computed, but nothing is done about its levers.",
  ),
  accuracy: levels(
    "months",
    "No forecast is recorded beside its actual, or MAPE is above 25%.",
    "Recorded, with a MAPE from 15% to 25%.",
  ),
  slas: levels("weeks", "Nobody has promised anything.", "One side has promised times; the other has not."),
  slaReview: levels("days", "Misses go unnoticed.", "Looked at when something goes wrong."),
  handoffs: levels(
    "weeks",
    "Leads and customers are passed on by word of mouth.",
    "Some handoffs leave a record.",
  ),
  sharedMetrics: levels(
    "months",
    "Each team has figures of its own.",
    "Shared figures are reported, but nobody is measured on them.",
  ),
  routing: levels(
    "weeks",
    "Leads wait for somebody to hand them out.",
    "At least half have an owner within 5 minutes.",
  ),
  renewals: levels("days", "Renewals are noticed when they are due.", "A list is kept and read by hand."),
  workflows: levels("weeks", "Everything that repeats is done by hand.", "Some of it runs by itself."),
  dashboard: levels("days", "There is none, or nobody knows how old it is.", "Updated, but not every week."),
  cohorts: levels("weeks", "Retention is one figure, or none.", "Cohorts have been looked at once."),
  leading: levels("days", "Only results are reported.", "One or two early figures are watched."),
  plans: levels("weeks", "Plans are agreed by word of mouth.", "Some people have theirs in writing."),
  strategy: levels(
    "months",
    "The plan pays for whatever it always paid for.",
    "Some of it pays for this year's aims.",
  ),
  accelerators: levels(
    "weeks",
    "Every deal pays the same, or less above quota.",
    "Some pay more, from another threshold.",
  ),
  simple: levels("months", "Five components or more.", "Four components."),
  playbooks: levels("weeks", "There are none.", "Some roles have one, or they are out of date."),
  onboarding: levels(
    "days",
    "New people learn from whoever has time.",
    "Playbooks are handed out and not taught.",
  ),
  cycle: levels("days", "Nobody goes through them.", "Gone through when somebody thinks of it."),
};
