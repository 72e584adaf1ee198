import { readIntake } from "../../../core/assessment/intake.js";
import { roundKey } from "../../../core/assessment/rounds.js";
import { dayName } from "../../../core/dates/dayName.js";
import { isoTextOfSerial } from "../../../functions/serial.js";
import { ASSESSMENT_KINDS, ASSESSMENTS, type AssessmentKind } from "../../../workbook/tabs/assessments.js";
import { exclusively, openSession, type Session } from "../../session.js";
import { requireRoom } from "../../sheets/cellLimit.js";
import {
  findDataTab,
  nameRanges,
  type OpenDataTab,
  readRecords,
  writeRecords,
} from "../../sheets/dataTab.js";
import { createDataTab } from "../../sheets/makeDataTab.js";
import { takeBackNewTabs } from "../../sheets/newTabs.js";
import { findSettings, readSetting } from "../../sheets/settingsTab.js";
import { allOrNothing } from "../../sheets/undo.js";
import { type AssessmentDraft, forgetDraft, keepDraft, labelOf, readDrafts } from "./drafts.js";
import {
  type AssessmentHistory,
  entryOf,
  historyOf,
  QUESTIONNAIRES,
  recordOf,
  type SavedAssessment,
} from "./records.js";

/** Endpoints of the assessment sidebars: finished assessments are dated rows, those being filled in are drafts. */

export interface AssessmentRecord extends AssessmentHistory {
  readonly drafts: readonly AssessmentDraft[];
  /** What Settings says of the company; the standard where there is no Settings tab yet. */
  readonly settings: {
    readonly companyName: string;
    readonly profile: "A" | "B";
    readonly businessCase: string;
  };
}

export interface NewAssessment {
  /** The draft that it was; forgotten once it is saved. */
  readonly draft: string;
  readonly round: string;
  readonly assessor: string;
  readonly scores: readonly number[];
  readonly intake: Readonly<Record<string, string>>;
  readonly evidence: string;
}

/** The answer to saving: the entry, and the tab in which it stands under whatever name that has by now. */
export interface SavedAssessmentRow extends SavedAssessment {
  readonly tab: string;
}

const EVIDENCE_LENGTH = 2000;

export function readAssessments(kind: AssessmentKind): AssessmentRecord {
  requireKind(kind);
  const session = openSession();
  const tab = findDataTab(session.spreadsheet, ASSESSMENTS);
  const rows = tab ? readRecords(ASSESSMENTS, tab, session.zone) : [];
  const place = { tab: tab?.sheet.getName() ?? "", firstRow: (tab?.headingRow ?? 0) + 1 };
  return { ...historyOf(kind, rows, place), drafts: readDrafts(kind), settings: settingsOf(session) };
}

/** Adds the assessment below the last one. Sent twice, because the first answer got lost, it is still one row. */
export function saveAssessment(kind: AssessmentKind, wanted: NewAssessment): SavedAssessmentRow {
  requireKind(kind);
  const { total, result } = QUESTIONNAIRES[kind].assess(wanted.scores);
  const intake = kind === "maturity" ? readIntake(wanted.intake) : {};
  return exclusively(() => {
    const session = openSession();
    const entry: SavedAssessment = {
      date: isoTextOfSerial(session.today),
      // Rounds are told apart by their name, so that one without is named by its day.
      round: labelOf(wanted.round) || dayName(session.today),
      assessor: labelOf(wanted.assessor),
      scores: [...wanted.scores],
      ...{ total, result, intake },
      evidence: String(wanted.evidence ?? "").slice(0, EVIDENCE_LENGTH),
    };
    const tab = append(kind, session, entry, wanted.draft);
    return { ...entry, tab };
  });
}

export function saveAssessmentDraft(kind: AssessmentKind, draft: AssessmentDraft): void {
  requireKind(kind);
  keepDraft(kind, draft);
}

/** What comes over the wire is checked, whatever the window's types promise. */
function requireKind(kind: AssessmentKind): void {
  if (!Object.keys(ASSESSMENT_KINDS).includes(kind)) {
    throw new Error("This window belongs to another version of the add-on; close it and open it again.");
  }
}

/** Adds the row in the place of its draft, both or neither. Answers with the name of the tab. */
function append(kind: AssessmentKind, session: Session, entry: SavedAssessment, draft: string): string {
  const { spreadsheet, zone } = session;
  const found = findDataTab(spreadsheet, ASSESSMENTS);
  const standing = found ? readRecords(ASSESSMENTS, found, zone) : [];
  const earlier = standing.flatMap((row) => {
    const saved = row?.kind === ASSESSMENT_KINDS[kind] ? entryOf(kind, row) : undefined;
    return saved && typeof saved !== "string" && sameAssessor(saved, entry) ? [saved] : [];
  });
  const last = earlier[earlier.length - 1];
  if (found && last && sameAnswers(last, entry)) {
    forgetDraft(kind, draft);
    return found.sheet.getName();
  }
  if (last && entry.assessor !== "") {
    throw new Error(
      `Assessor: ${entry.assessor} has scored the round ${entry.round} already; give the round another name, or correct the row in the tab ${found?.sheet.getName()}.`,
    );
  }
  if (!found) requireRoom(spreadsheet, NEW_SHEET_ROWS * ASSESSMENTS.columns.length, "this assessment");
  return allOrNothing((undo) => {
    const front = spreadsheet.getActiveSheet();
    if (!found) takeBackNewTabs(spreadsheet, undo);
    const tab = found ?? createDataTab(spreadsheet, ASSESSMENTS);
    const index = standing.length;
    const height = tab.sheet.getMaxRows();
    if (found) undo.later(() => clearRow(session, tab, index, height));
    // With its time of day, which the column does not show: of two rounds on one day the later one is the newer.
    const record = recordOf(kind, entry, zone.serialOf(new Date()));
    writeRecords(spreadsheet, ASSESSMENTS, tab, standing, [{ index, record }], zone);
    // The assessor stays where the work is.
    spreadsheet.setActiveSheet(front);
    const name = tab.sheet.getName();
    forgetDraft(kind, draft);
    return name;
  });
}

const NEW_SHEET_ROWS = 1000;

/** Empties the row of a save that failed; rows that were added for it go. */
function clearRow({ spreadsheet, zone }: Session, tab: OpenDataTab, index: number, height: number): void {
  const grown = tab.sheet.getMaxRows() - height;
  if (grown > 0) {
    tab.sheet.deleteRows(height + 1, grown);
    nameRanges(spreadsheet, ASSESSMENTS, tab);
    return;
  }
  writeRecords(spreadsheet, ASSESSMENTS, tab, [], [{ index, record: {} }], zone);
}

const sameAssessor = (one: SavedAssessment, other: SavedAssessment): boolean =>
  roundKey(one.round) === roundKey(other.round) && roundKey(one.assessor) === roundKey(other.assessor);

const sameAnswers = (one: SavedAssessment, other: SavedAssessment): boolean =>
  one.date === other.date &&
  one.scores.join() === other.scores.join() &&
  JSON.stringify(one.intake) === JSON.stringify(other.intake);

function settingsOf({ spreadsheet }: Session): AssessmentRecord["settings"] {
  const settings = findSettings(spreadsheet);
  const read = (key: string) => (settings ? String(readSetting(settings, key)) : "");
  return {
    companyName: read("companyName"),
    profile: read("profile") === "B" ? "B" : "A",
    businessCase: read("businessCase") || "Standard",
  };
}
