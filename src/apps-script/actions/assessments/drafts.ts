import { intakeTexts } from "../../../core/assessment/intake.js";
import type { AssessmentKind } from "../../../workbook/tabs/assessments.js";
import { QUESTIONNAIRES } from "./records.js";

/**
 * Assessments being filled in wait in the document's properties, so that closing the sidebar half-way loses nothing. Each
 * has an id of its own: two assessors who score at the same time do not write over one another.
 */

export interface AssessmentDraft {
  readonly id: string;
  readonly round: string;
  readonly assessor: string;
  /** null where nothing is chosen yet. */
  readonly scores: readonly (number | null)[];
  /** The intake as typed. */
  readonly intake: Readonly<Record<string, string>>;
}

const LABEL_LENGTH = 120;
const ID = /^[\w-]{1,40}$/;

const prefixOf = (kind: AssessmentKind): string => `${kind}Draft:`;

export const labelOf = (raw: unknown): string =>
  String(raw ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LABEL_LENGTH);

/** All drafts of a kind, in the order of their ids, which begin with the time they were begun. */
export function readDrafts(kind: AssessmentKind): AssessmentDraft[] {
  const all = PropertiesService.getDocumentProperties().getProperties();
  return Object.keys(all)
    .filter((name) => name.startsWith(prefixOf(kind)))
    .sort()
    .flatMap((name) => {
      const draft = parse(kind, all[name]);
      return draft && !isEmpty(draft) ? [draft] : [];
    });
}

/** Keeps what is filled in so far; an empty draft is forgotten. */
export function keepDraft(kind: AssessmentKind, raw: AssessmentDraft): void {
  const draft = draftOf(kind, raw);
  if (!draft) throw new Error("The draft has no id; close this window and open it again.");
  const properties = PropertiesService.getDocumentProperties();
  const name = prefixOf(kind) + draft.id;
  if (isEmpty(draft)) properties.deleteProperty(name);
  else properties.setProperty(name, JSON.stringify(draft));
}

export function forgetDraft(kind: AssessmentKind, id: string): void {
  PropertiesService.getDocumentProperties().deleteProperty(prefixOf(kind) + id);
}

function parse(kind: AssessmentKind, text: string | undefined): AssessmentDraft | undefined {
  try {
    return draftOf(kind, JSON.parse(text ?? ""));
  } catch {
    // A draft that cannot be read is none; a finished assessment is never kept here.
    return undefined;
  }
}

function draftOf(kind: AssessmentKind, raw: Partial<AssessmentDraft> | null): AssessmentDraft | undefined {
  const id = String(raw?.id ?? "");
  if (!ID.test(id)) return undefined;
  const { questions, isScore } = QUESTIONNAIRES[kind];
  const scores = questions.map((_, index) => {
    const score = raw?.scores?.[index];
    return isScore(score) ? score : null;
  });
  const intake = kind === "maturity" ? intakeTexts(raw?.intake) : {};
  return { id, round: labelOf(raw?.round), assessor: labelOf(raw?.assessor), scores, intake };
}

const isEmpty = ({ round, assessor, scores, intake }: AssessmentDraft): boolean =>
  round === "" &&
  assessor === "" &&
  Object.keys(intake).length === 0 &&
  scores.every((score) => score === null);
