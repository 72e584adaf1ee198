import { toCents } from "../../../core/history/pipelineDeal.js";
import type { SnapshotRow } from "../../../core/history/snapshots.js";
import type { StandingDeal } from "../../../core/history/takenSnapshot.js";
import { CellProblem } from "../../../functions/cells.js";
import { outcome } from "../../../functions/parameters.js";
import type { DataRecord, DataValue } from "../../../workbook/columns.js";

/** Records of the deals' and the history's tab as the core compares them, and back. */

const words = (value: DataValue | undefined): string => String(value ?? "").trim();
const numberOr = (value: DataValue | undefined): number | null => (typeof value === "number" ? value : null);
const outcomes = outcome("Outcome", "");

/** `row` is the row of the sheet, for the sentence that a wrong outcome gets. */
function standingDeal(record: DataRecord, tabTitle: string, row: number): StandingDeal {
  const amount = numberOr(record.amount);
  return {
    id: words(record.id),
    name: words(record.name),
    owner: words(record.owner),
    stage: words(record.stage),
    amountCents: amount === null ? null : toCents(amount),
    expectedClose: numberOr(record.expectedClose),
    category: words(record.forecastCategory ?? record.category),
    outcome: outcomeOf(record.outcome, tabTitle, row),
    closed: numberOr(record.closed),
  };
}

function outcomeOf(value: DataValue | undefined, tabTitle: string, row: number) {
  if (words(value) === "") return "Open";
  try {
    return outcomes.read(words(value)) as StandingDeal["outcome"];
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    throw new Error(`Outcome in row ${row} of ${tabTitle} ${error.message}`);
  }
}

export interface ReadDeal extends StandingDeal {
  readonly record: DataRecord;
}

export function standingDeals(
  records: readonly (DataRecord | null)[],
  tabTitle: string,
  firstRow: number,
): ReadDeal[] {
  return records.flatMap((record, index) =>
    record ? { ...standingDeal(record, tabTitle, firstRow + index), record } : [],
  );
}

export function historyRows(
  records: readonly (DataRecord | null)[],
  tabTitle: string,
  firstRow: number,
): SnapshotRow[] {
  return records.flatMap((record, index) => {
    if (!record) return [];
    const row = firstRow + index;
    if (typeof record.day !== "number") {
      throw new Error(`Row ${row} of ${tabTitle} has no snapshot date; fill it in, or clear the row.`);
    }
    return { ...standingDeal(record, tabTitle, row), day: record.day };
  });
}

/** What History keeps of a deal: its own values, an amount in full and not rounded to cents. */
export const historyRecord = ({ record, outcome: ended }: ReadDeal, day: number): DataRecord => ({
  day,
  id: record.id ?? null,
  name: record.name ?? null,
  owner: record.owner ?? null,
  stage: record.stage ?? null,
  amount: numberOr(record.amount),
  expectedClose: numberOr(record.expectedClose),
  category: record.forecastCategory ?? null,
  outcome: ended,
});
