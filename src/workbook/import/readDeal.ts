import type { DataValue } from "../columns.js";
import type { Outcome } from "../opportunities.js";
import type { ColumnFormats } from "./columnFormats.js";
import { Fault, quoted } from "./fault.js";
import type { DealColumn, ImportField } from "./fields.js";
import { categoryOfWord } from "./forecastCategory.js";
import { decideOutcome, statusOutcome } from "./outcome.js";
import { parseAmount } from "./parseAmount.js";
import { parseCount } from "./parseCount.js";
import { parseDate } from "./parseDate.js";
import { parseFlag } from "./parseFlag.js";
import { parseProbability } from "./probability.js";
import type { Recognition } from "./recognise.js";
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

/** Why rows are kept out, for counting. */
export type RefusalKind = "deleted" | "duplicate" | "layout" | "missing" | "value" | "outcome";

export interface RowRefusal {
  readonly row: number;
  readonly kind: RefusalKind;
  readonly reason: string;
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
  const heading = (field: ImportField) => headingName(table.headings, mapping[field] ?? -1);
  const has = (...fields: ImportField[]) => fields.some((field) => mapping[field] !== undefined);
  const text = (row: SourceRow, field: ImportField) => {
    const column = mapping[field];
    return column === undefined ? "" : (row.cells[column] ?? "");
  };
  const flag = (row: SourceRow, field: ImportField) => parseFlag(text(row, field));

  // What the export has is the same for every row, so it is asked once.
  const textColumns = TEXT_COLUMNS.filter((field) => has(field));
  const dateColumns = DATE_COLUMNS.filter((field) => has(field));
  const hasId = has("id");
  const hasContacts = has("contacts");
  const hasStageSince = has("stageSince") || stageDates.length > 0;
  const hasClosed = has("closed", "closeDate", "wonTime", "lostTime");
  const hasExpected = has("expectedClose");
  const hasCloseDate = has("closeDate");

  // The same days occur over and over, so each text is read once.
  const days = new Map<number, Map<string, number | null | Fault>>();
  const day = (row: SourceRow, column: number): number | null => {
    const cell = row.cells[column] ?? "";
    if (cell === "") return null;
    let known = days.get(column);
    if (!known) {
      known = new Map();
      days.set(column, known);
    }
    let value = known.get(cell);
    if (value === undefined) {
      const format = formats.dates.get(column);
      value = parseDate(cell, format ?? { order: "month first", serials: false, decidedBy: "assumed" });
      known.set(cell, value);
    }
    if (value instanceof Fault) throw new CellFault(headingName(table.headings, column), value);
    return value;
  };
  const date = (row: SourceRow, field: ImportField) => {
    const column = mapping[field];
    return column === undefined ? null : day(row, column);
  };
  const checked = <T>(field: ImportField, value: T | Fault): T => {
    if (value instanceof Fault) throw new CellFault(heading(field), value);
    return value;
  };

  function read(row: SourceRow): IncomingDeal | RowRefusal {
    const status = text(row, "outcome");
    if (flag(row, "isDeleted") === true || statusOutcome(status) === "Deleted") {
      return refusal(row, "deleted", `Row ${row.row} is deleted in the CRM, so it was kept out.`);
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
    if (/^\d[.,]\d+E\+\d+$/i.test(id)) {
      return refusal(
        row,
        "value",
        `Row ${row.row}, ${heading("id")}: ${quoted(id)} was shortened by a spreadsheet program; export again and import the file without opening it there.`,
      );
    }
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
    if (formats.amount) values.amount = checked("amount", parseAmount(text(row, "amount"), formats.amount));
    if (formats.probability) {
      const probability = parseProbability(text(row, "probability"), formats.probability.scale);
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

  return (row) => {
    if (row.fault !== undefined) return refusal(row, "layout", row.fault);
    try {
      return read(row);
    } catch (error) {
      if (error instanceof CellFault) {
        return refusal(row, "value", `Row ${row.row}, ${error.heading}: ${error.fault.problem}.`);
      }
      throw error;
    }
  };
}

/** Leaves the reading of a row at its first cell that cannot be read. */
class CellFault {
  constructor(
    readonly heading: string,
    readonly fault: Fault,
  ) {}
}

/** The one filled cell of a row, or null when there are more. */
function onlyCell({ cells }: SourceRow): string | null {
  const first = cells.findIndex((cell) => cell !== "");
  return cells.some((cell, i) => i > first && cell !== "") ? null : (cells[first] ?? null);
}

function contentKey(values: Partial<Record<DealColumn, DataValue>>): string {
  const parts = CONTENT_KEY_FIELDS.map((field) => values[field] ?? null);
  if (parts.every((part) => part === null)) return "";
  return parts.map((part) => (typeof part === "number" ? isoDay(part) : (part ?? ""))).join(" | ");
}

function missing(row: SourceRow, heading: string, advice: string): RowRefusal {
  return refusal(row, "missing", `Row ${row.row}, ${heading} is blank; ${advice}.`);
}

function refusal(row: SourceRow, kind: RefusalKind, reason: string): RowRefusal {
  return { row: row.row, kind, reason };
}
