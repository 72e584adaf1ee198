import { assessMaturity, isMaturityScore } from "../../core/assessment/maturity.js";
import { MATURITY_DIMENSIONS } from "../../core/assessment/maturityModel.js";
import { isoTextOfSerial } from "../../functions/serial.js";
import type { Column, DataRecord, DataTab } from "../../workbook/columns.js";
import { exclusively, openSession, type Session } from "../session.js";
import { findDataTab, readRecords, writeRecords } from "../sheets/dataTab.js";
import { createDataTab } from "../sheets/makeDataTab.js";

/**
 * Maturity assessments: finished ones are dated rows of the tab Assessments, the one being filled in waits in the
 * document's properties, so that closing the sidebar half-way loses nothing.
 */

export interface SavedMaturity {
  /** As 2026-01-31. */
  readonly date: string;
  readonly label: string;
  /** In the order of MATURITY_DIMENSIONS, as in the draft. */
  readonly scores: readonly number[];
  readonly total: number;
  readonly stage: string;
}

/** The answer to saving: the entry, and the tab in which it stands under whatever name that has by now. */
export interface SavedMaturityRow extends SavedMaturity {
  readonly tab: string;
}

export interface MaturityDraft {
  readonly label: string;
  /** null where nothing is chosen yet. */
  readonly scores: readonly (number | null)[];
}

export interface MaturityRecord {
  /** Oldest first. */
  readonly history: readonly SavedMaturity[];
  /** One sentence for each row of the tab that cannot be read as an assessment. */
  readonly leftOut: readonly string[];
  readonly draft: MaturityDraft | null;
}

const KIND = "Maturity";
const DRAFT_PROPERTY = "maturityDraft";
const LABEL_LENGTH = 120;

const ASSESSMENTS: DataTab = {
  key: "Assessments",
  title: "Assessments",
  record: "assessment",
  columns: [
    { key: "date", heading: "Date", kind: "date", width: 100, help: "The day it was saved." },
    { key: "kind", heading: "Assessment", kind: "text", width: 110, help: "Which assessment the row holds." },
    { key: "label", heading: "Label", kind: "text", width: 200, help: "Your own name for it." },
    ...MATURITY_DIMENSIONS.map(
      ({ key, name, question }): Column => ({
        key,
        heading: name,
        kind: "count",
        width: 90,
        help: `${question} 1 to 5.`,
      }),
    ),
    { key: "total", heading: "Total", kind: "count", width: 80, help: "Sum of the scores." },
    { key: "stage", heading: "Stage", kind: "text", width: 110, help: "What the total means." },
  ],
};

export function readMaturity(): MaturityRecord {
  const session = openSession();
  const tab = findDataTab(session.spreadsheet, ASSESSMENTS);
  const rows = tab ? readRecords(ASSESSMENTS, tab, session.zone) : [];
  const place = { tab: tab?.sheet.getName() ?? "", firstRow: (tab?.headingRow ?? 0) + 1 };
  return { ...historyOf(rows, place), draft: readDraft() };
}

/** Adds the assessment below the last one. Sent twice, because the first answer got lost, it is still one row. */
export function saveMaturity(wanted: { scores: readonly number[]; label: string }): SavedMaturityRow {
  const { scores, total, stage } = assessMaturity(wanted.scores);
  return exclusively(() => {
    const session = openSession();
    const date = isoTextOfSerial(session.today);
    const entry: SavedMaturity = { date, label: labelOf(wanted.label), scores, total, stage: stage.name };
    const tab = append(session, entry);
    PropertiesService.getDocumentProperties().deleteProperty(DRAFT_PROPERTY);
    return { ...entry, tab };
  });
}

/** Keeps what is filled in so far; an empty draft is forgotten. */
export function saveMaturityDraft(draft: MaturityDraft): void {
  const properties = PropertiesService.getDocumentProperties();
  const kept = draftOf(draft);
  if (kept) properties.setProperty(DRAFT_PROPERTY, JSON.stringify(kept));
  else properties.deleteProperty(DRAFT_PROPERTY);
}

/** Answers with the name of the tab. */
function append(session: Session, entry: SavedMaturity): string {
  const { spreadsheet, zone, today } = session;
  const tab = findDataTab(spreadsheet, ASSESSMENTS) ?? createDataTab(spreadsheet, ASSESSMENTS);
  const standing = readRecords(ASSESSMENTS, tab, zone);
  // Rows that only hold something beside our columns are free for us.
  while (standing.length > 0 && standing[standing.length - 1] === null) standing.pop();
  const last = standing[standing.length - 1];
  const name = tab.sheet.getName();
  if (last && sameEntry(entryOf(last), entry)) return name;
  const record: DataRecord = {
    date: today,
    kind: KIND,
    label: entry.label,
    ...Object.fromEntries(MATURITY_DIMENSIONS.map(({ key }, index) => [key, entry.scores[index] ?? null])),
    total: entry.total,
    stage: entry.stage,
  };
  writeRecords(spreadsheet, ASSESSMENTS, tab, standing, [{ index: standing.length, record }], zone);
  return name;
}

function sameEntry(one: SavedMaturity | string, other: SavedMaturity): boolean {
  if (typeof one === "string") return false;
  return one.date === other.date && one.label === other.label && one.scores.join() === other.scores.join();
}

function historyOf(rows: readonly (DataRecord | null)[], place: { tab: string; firstRow: number }) {
  const history: SavedMaturity[] = [];
  const leftOut: string[] = [];
  rows.forEach((row, index) => {
    if (!row || row.kind !== KIND) return;
    const entry = entryOf(row);
    if (typeof entry === "string")
      leftOut.push(`Row ${place.firstRow + index} of ${place.tab} is left out: ${entry}`);
    else history.push(entry);
  });
  // Rows may have been sorted or added by hand; days of equal date keep the order of the tab.
  history.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  return { history, leftOut };
}

/** Total and stage are worked out again, so that a score corrected in the sheet counts. */
function entryOf(row: DataRecord): SavedMaturity | string {
  if (typeof row.date !== "number") return "its date is missing.";
  const scores = MATURITY_DIMENSIONS.map(({ key }) => row[key]);
  const wrong = scores.findIndex((score) => !isMaturityScore(score));
  if (wrong !== -1) return `${MATURITY_DIMENSIONS[wrong]?.name} must be a whole number from 1 to 5.`;
  const { total, stage } = assessMaturity(scores as number[]);
  return {
    date: isoTextOfSerial(row.date),
    label: String(row.label ?? ""),
    scores: scores as number[],
    total,
    stage: stage.name,
  };
}

function readDraft(): MaturityDraft | null {
  const text = PropertiesService.getDocumentProperties().getProperty(DRAFT_PROPERTY);
  if (!text) return null;
  try {
    return draftOf(JSON.parse(text));
  } catch {
    // A draft that cannot be read is none; a finished assessment is never kept here.
    return null;
  }
}

function draftOf(raw: Partial<MaturityDraft> | null): MaturityDraft | null {
  const label = labelOf(raw?.label);
  const scores = MATURITY_DIMENSIONS.map((_, index) => {
    const score = raw?.scores?.[index];
    return isMaturityScore(score) ? score : null;
  });
  return label === "" && scores.every((score) => score === null) ? null : { label, scores };
}

const labelOf = (raw: unknown): string =>
  String(raw ?? "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LABEL_LENGTH);
