import type { DataRecord, DataValue } from "../columns.js";
import { DEAL_COLUMNS, type DealColumn } from "./fields.js";
import { categoryOfProbability, categoryOfWord } from "./forecastCategory.js";
import { blankToNull } from "./mergeRecord.js";
import type { IncomingDeal } from "./readDeal.js";
import type { StageTable } from "./stageTable.js";

type Deal = Record<string, DataValue>;

const BLANK_DEAL: DataRecord = Object.fromEntries(DEAL_COLUMNS.map((column) => [column, null]));

/** A deal the workbook does not have yet: every column, blank where neither export nor Settings know it. */
export function newDeal(incoming: IncomingDeal, stages: StageTable): DataRecord {
  // Copied from a ready-made blank deal: building 23 keys one by one costs more than the rest of the import.
  const deal: Deal = { ...BLANK_DEAL };
  for (const column of Object.keys(incoming.values) as DealColumn[]) {
    deal[column] = incoming.values[column] ?? null;
  }
  deal.probability ??= standardProbability(incoming, stages);
  if (incoming.unknownCategory === undefined)
    deal.forecastCategory ??= standardCategory(incoming, deal, stages);
  return deal;
}

/**
 * A deal the workbook has, brought up to date. Columns that the export lacks keep what they hold. Probability and
 * category that Settings supplied are renewed when the deal has moved and left alone otherwise, since a person may have
 * set them by hand. When the expected close moves, its old day and the day of the move are kept.
 */
export function updatedDeal(
  before: DataRecord,
  incoming: IncomingDeal,
  stages: StageTable,
  asOf: number,
): DataRecord {
  const { values } = incoming;
  const deal: Deal = { ...before };
  for (const column of DEAL_COLUMNS) {
    const value = values[column];
    if (value !== undefined && column !== "id") deal[column] = value;
  }
  const was = (column: DealColumn) => blankToNull(before[column]);
  const moved = was("stage") !== deal.stage || (was("outcome") ?? "Open") !== deal.outcome;

  // An export that has the column and leaves the cell blank knows no probability either.
  if (values.probability === undefined || values.probability === null) {
    const standard = standardProbability(incoming, stages);
    deal.probability = moved ? (standard ?? was("probability")) : (was("probability") ?? standard);
  }
  if (values.forecastCategory === undefined) {
    const standard = incoming.unknownCategory === undefined ? standardCategory(incoming, deal, stages) : null;
    const renew = moved || deal.probability !== was("probability");
    deal.forecastCategory = renew
      ? (standard ?? was("forecastCategory"))
      : (was("forecastCategory") ?? standard);
  }

  const oldClose = was("expectedClose");
  const newClose = blankToNull(deal.expectedClose);
  if (oldClose !== null && newClose !== null && oldClose !== newClose) {
    if (values.previousClose === undefined) deal.previousClose = oldClose;
    if (values.closeMoved === undefined) deal.closeMoved = asOf;
  }
  // A reopened deal has no closing day, whatever columns the export has.
  if (incoming.outcome === "Open" && (was("outcome") === "Won" || was("outcome") === "Lost"))
    deal.closed = null;
  return deal;
}

/** A closed deal's chance is known; an open one's is that of its stage in Settings, where it is listed. */
function standardProbability(incoming: IncomingDeal, stages: StageTable): number | null {
  if (incoming.outcome === "Won") return 1;
  if (incoming.outcome === "Lost") return 0;
  return stages.of(String(incoming.values.stage))?.probability ?? null;
}

/** The stage's category in Settings goes with the stage's probability; a probability from the CRM speaks for itself. */
function standardCategory(incoming: IncomingDeal, deal: Deal, stages: StageTable): string | null {
  const fromCrm = typeof incoming.values.probability === "number";
  const setting = stages.of(String(incoming.values.stage));
  if (!fromCrm && setting?.probability === deal.probability) {
    const category = categoryOfWord(setting?.category ?? "");
    if (category) return category;
  }
  return categoryOfProbability(typeof deal.probability === "number" ? deal.probability : null);
}
