import type { DataValue } from "../columns.js";
import type { Outcome } from "../opportunities.js";
import type { ColumnFormats } from "./columnFormats.js";
import { dayReader } from "./dayReader.js";
import { Fault, quoted } from "./fault.js";
import type { DealColumn, DealField } from "./fields.js";
import { categoryOfWord } from "./forecastCategory.js";
import { decideOutcome, statusOutcome } from "./outcome.js";
import { parseAmount } from "./parseAmount.js";
import { parseCount } from "./parseCount.js";
import { parseFlag } from "./parseFlag.js";
import { parseProbability } from "./probability.js";
import type { Recognition } from "./recognise.js";
import {
  CellFault,
  deletedRow,
  isShortenedId,
  missing,
  onlyCell,
  type RowRefusal,
  refusal,
  refusingFaults,
  shortenedId,
  tooLongText,
} from "./rowRefusal.js";
import { isoDay } from "./serialDay.js";
import { headingName, type SourceRow, type SourceTable } from "./sourceTable.js";
import type { StageTable } from "./stageTable.js";

/** One deal as the export has it. */
export interface IncomingDeal {
  readonly row: number;
  readonly id: string;
  readonly outcome: Outcome;
  /** Only what the export has columns for: what is missing here must not blank what the workbook has. */
  readonly values: Readonly<Partial<Record<DealColumn, DataValue>>>;
  /** A forecast category that is none of ours and none that is known. */
  readonly unknownCategory?: string;
}

/** Columns that are copied as text. Identity, stage and outcome are read apart. */
const TEXT_COLUMNS = [
  "name",
  "account",
  "owner",
  "source",
  "segment",
  "type",
  "product",
  "nextStep",
  "lossReason",
] as const satisfies readonly DealColumn[];

/** Date columns that are copied as they are. */
const DATE_COLUMNS = [
  "created",
  "lastActivity",
  "previousClose",
  "closeMoved",
] as const satisfies readonly DealColumn[];

/** How the id of a deal without an id column is made; the parts are what an export hardly ever changes. */
export const CONTENT_KEY_FIELDS = ["name", "account", "created"] as const satisfies readonly DealColumn[];

/** Makes the function that reads one row of this export: a deal, or the reason why the row is refused. */
export function dealReader(
  table: SourceTable,
  { mapping, stageDates }: Recognition,
  formats: ColumnFormats,
  stages: StageTable,
): (row: SourceRow) => IncomingDeal | RowRefusal {
  const heading = (field: DealField) => headingName(table.headings, mapping[field] ?? -1);
  const has = (...fields: DealField[]) => fields.some((field) => mapping[field] !== undefined);
  const text = (row: SourceRow, field: DealField) => {
    const column = mapping[field];
    return column === undefined ? "" : (row.cells[column] ?? "");
  };
  const flag = (row: SourceRow, field: DealField) => parseFlag(text(row, field));

  // What the export has is the same for every row, so it is asked once.
  const amounts = mapping.amount === undefined ? undefined : formats.numbers.get(mapping.amount);
  const shares = mapping.probability === undefined ? undefined : formats.shares.get(mapping.probability);
  const textColumns = TEXT_COLUMNS.filter((field) => has(field));
  const dateColumns = DATE_COLUMNS.filter((field) => has(field));
  const hasId = has("id");
  const hasContacts = has("contacts");
  const hasStageSince = has("stageSince") || stageDates.length > 0;
  const hasClosed = has("closed", "closeDate", "wonTime", "lostTime");
  const hasExpected = has("expectedClose");
  const hasCloseDate = has("closeDate");

  const day = dayReader(table, formats);
  const date = (row: SourceRow, field: DealField) => {
    const column = mapping[field];
    return column === undefined ? null : day(row, column);
  };
  const checked = <T>(field: DealField, value: T | Fault): T => {
    if (value instanceof Fault) throw new CellFault(heading(field), value);
    return value;
  };

  function read(row: SourceRow): IncomingDeal | RowRefusal {
    const status = text(row, "outcome");
    if (flag(row, "isDeleted") === true || statusOutcome(status) === "Deleted") {
      return deletedRow(row);
    }
    const only = table.headings.length > 2 ? onlyCell(row) : null;
    if (only !== null) {
      return refusal(
        row,
        "layout",
        `Row ${row.row} holds nothing but ${quoted(only)}; a title, total or footer of a report is no deal.`,
      );
    }
    const id = text(row, "id");
    if (hasId && id === "") {
      return missing(row, heading("id"), "fill in the deal's id in the export");
    }
    if (isShortenedId(id)) return shortenedId(row, heading("id"), quoted(id));
    // Where only a status was exported it is the only stage there is.
    const stage = text(row, "stage") || status;
    if (stage === "") {
      return missing(
        row,
        heading(has("stage") ? "stage" : "outcome"),
        "fill in the deal's stage in the export",
      );
    }

    const values: Partial<Record<DealColumn, DataValue>> = {};
    for (const field of textColumns) values[field] = text(row, field) || null;
    values.stage = stage;
    if (amounts) values.amount = checked("amount", parseAmount(text(row, "amount"), amounts));
    if (shares) {
      const probability = parseProbability(text(row, "probability"), shares.scale);
      values.probability = checked("probability", probability);
    }
    if (hasContacts) values.contacts = checked("contacts", parseCount(text(row, "contacts")));
    for (const field of dateColumns) values[field] = date(row, field);
    if (hasStageSince) values.stageSince = stageSince(row);

    const wonTime = date(row, "wonTime");
    const lostTime = date(row, "lostTime");
    const closeDate = date(row, "closeDate");
    const closed = date(row, "closed");
    const expected = date(row, "expectedClose");
    const outcome = decideOutcome({
      status,
      isClosed: flag(row, "isClosed"),
      isWon: flag(row, "isWon"),
      isLost: flag(row, "isLost"),
      wonTime,
      lostTime,
      stage,
      stageProbability: stages.of(stage)?.probability ?? null,
    });
    if (outcome instanceof Fault) {
      return refusal(row, "outcome", `Row ${row.row}: ${quoted(id || stage)} ${outcome.problem}.`);
    }
    values.outcome = outcome;
    const open = outcome === "Open";
    if (hasClosed) {
      const ended = outcome === "Won" ? wonTime : lostTime;
      values.closed = open ? null : (ended ?? closed ?? closeDate);
    }
    // A close date is the expected one only while the deal is open; afterwards the export no longer has it.
    if (hasExpected) values.expectedClose = expected ?? (open ? closeDate : null);
    else if (hasCloseDate && open) values.expectedClose = closeDate;

    const word = text(row, "forecastCategory");
    const category = categoryOfWord(word);
    if (category) values.forecastCategory = category;

    const key = id || contentKey(values);
    if (key === "") {
      return refusal(
        row,
        "missing",
        `Row ${row.row} has neither an id nor a name, an account or a created day; fill in one of them in the export.`,
      );
    }
    values.id = key;
    const tooLong = tooLongText(row, values, (field) =>
      has(field as DealField) ? heading(field as DealField) : "the name, account and created day together",
    );
    if (tooLong) return tooLong;
    const deal = { row: row.row, id: key, outcome, values };
    return category === undefined ? { ...deal, unknownCategory: word } : deal;
  }

  function stageSince(row: SourceRow): number | null {
    const direct = date(row, "stageSince");
    if (direct !== null) return direct;
    let last: number | null = null;
    for (const { column } of stageDates) {
      const entered = day(row, column);
      if (entered !== null && (last === null || entered > last)) last = entered;
    }
    return last;
  }

  return refusingFaults(read);
}

function contentKey(values: Partial<Record<DealColumn, DataValue>>): string {
  const parts = CONTENT_KEY_FIELDS.map((field) => values[field] ?? null);
  if (parts.every((part) => part === null)) return "";
  return parts.map((part) => (typeof part === "number" ? isoDay(part) : (part ?? ""))).join(" | ");
}
