import { INTAKE_FIELDS, type IntakeAnswers } from "../../../core/assessment/intake.js";
import { assessMaturity, isMaturityScore } from "../../../core/assessment/maturity.js";
import { MATURITY_DIMENSIONS } from "../../../core/assessment/maturityModel.js";
import { isRubricScore, RUBRIC_CRITERIA, scoreRubric } from "../../../core/assessment/rubric.js";
import { isoTextOfSerial } from "../../../functions/serial.js";
import type { DataRecord } from "../../../workbook/columns.js";
import { ASSESSMENT_KINDS, type AssessmentKind } from "../../../workbook/tabs/assessments.js";

/** Assessments as rows of their tab, and back. */

export interface SavedAssessment {
  /** As 2026-01-31. */
  readonly date: string;
  readonly round: string;
  readonly assessor: string;
  /** In the order of the questions. */
  readonly scores: readonly number[];
  readonly total: number;
  /** Stage or verdict. */
  readonly result: string;
  readonly intake: IntakeAnswers;
  readonly evidence: string;
}

interface Questionnaire {
  readonly questions: readonly { readonly key: string; readonly name: string }[];
  readonly isScore: (score: unknown) => score is number;
  /** What the sentence about a wrong score asks for. */
  readonly scale: string;
  readonly assess: (scores: readonly number[]) => { readonly total: number; readonly result: string };
}

export const QUESTIONNAIRES: Readonly<Record<AssessmentKind, Questionnaire>> = {
  maturity: {
    questions: MATURITY_DIMENSIONS,
    isScore: isMaturityScore,
    scale: "a whole number from 1 to 5",
    assess: (scores) => {
      const { total, stage } = assessMaturity(scores);
      return { total, result: stage.name };
    },
  },
  rubric: {
    questions: RUBRIC_CRITERIA,
    isScore: isRubricScore,
    scale: "0, 1 or 2",
    assess: (scores) => {
      const { total, verdict } = scoreRubric(scores);
      // Sums of weights that do not divide evenly end in a tail of digits that nobody wants in a cell.
      return { total: Math.round(total * 100) / 100, result: verdict.name };
    },
  },
};

export const recordOf = (kind: AssessmentKind, entry: SavedAssessment, moment: number): DataRecord => ({
  date: moment,
  kind: ASSESSMENT_KINDS[kind],
  round: entry.round,
  assessor: entry.assessor,
  ...Object.fromEntries(
    QUESTIONNAIRES[kind].questions.map(({ key }, index) => [key, entry.scores[index] ?? null]),
  ),
  total: entry.total,
  result: entry.result,
  ...entry.intake,
  evidence: entry.evidence,
});

/** The row as an assessment, or why it is none. Total and result are worked out again: a corrected score counts. */
export function entryOf(kind: AssessmentKind, row: DataRecord): SavedAssessment | string {
  const { questions, isScore, scale, assess } = QUESTIONNAIRES[kind];
  if (typeof row.date !== "number") return "its date is missing.";
  const round = String(row.round ?? "").trim();
  if (round === "") return "its round is missing.";
  const scores = questions.map(({ key }) => row[key]);
  const wrong = scores.findIndex((score) => !isScore(score));
  if (wrong !== -1) return `${questions[wrong]?.name} must be ${scale}.`;
  const intake = INTAKE_FIELDS.flatMap(({ key }) => {
    const value = row[key] ?? null;
    return value === null ? [] : [[key, value] as const];
  });
  return {
    date: isoTextOfSerial(row.date),
    round,
    assessor: String(row.assessor ?? ""),
    scores: scores as number[],
    ...assess(scores as number[]),
    intake: Object.fromEntries(intake),
    evidence: String(row.evidence ?? ""),
  };
}

export interface AssessmentHistory {
  /** Oldest first. */
  readonly history: readonly SavedAssessment[];
  /** One sentence for each row of the tab that cannot be read as an assessment. */
  readonly leftOut: readonly string[];
}

export function historyOf(
  kind: AssessmentKind,
  rows: readonly (DataRecord | null)[],
  place: { readonly tab: string; readonly firstRow: number },
): AssessmentHistory {
  const found: { readonly moment: number; readonly entry: SavedAssessment }[] = [];
  const leftOut: string[] = [];
  rows.forEach((row, index) => {
    if (row?.kind !== ASSESSMENT_KINDS[kind]) return;
    const entry = entryOf(kind, row);
    if (typeof entry === "string") {
      leftOut.push(`Row ${place.firstRow + index} of ${place.tab} is left out: ${entry}`);
    } else found.push({ moment: Number(row.date), entry });
  });
  // Rows may have been sorted or added by hand; those of equal date keep the order of the tab.
  found.sort((one, other) => one.moment - other.moment);
  return { history: found.map(({ entry }) => entry), leftOut };
}
