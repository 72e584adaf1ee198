import type { Column, DataValue } from "../columns.js";
import { YES_NO } from "../tabs/words.js";
import type { ColumnFormats } from "./columnFormats.js";
import { dayReader } from "./dayReader.js";
import { Fault, quoted } from "./fault.js";
import { fieldInfo, helpersOf, type ImportKind, isId, type Values } from "./importKind.js";
import { parseAmount } from "./parseAmount.js";
import { parseFlag } from "./parseFlag.js";
import { parseMoment } from "./parseMoment.js";
import { parseWhole } from "./parseWhole.js";
import { parseProbability } from "./probability.js";
import type { Recognition } from "./recognise.js";
import { nameKey } from "./recordKeys.js";
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
import { headingName, type SourceRow, type SourceTable } from "./sourceTable.js";

/** One record as the export has it. */
export interface IncomingRecord {
  readonly row: number;
  /** Only what the export has columns for: what is missing here must not blank what the workbook has. */
  readonly values: Readonly<Values>;
}

/** Makes the function that reads one row of this export by what the tab's columns hold. */
export function recordReader(
  table: SourceTable,
  { kind, mapping }: Recognition,
  formats: ColumnFormats,
): (row: SourceRow) => IncomingRecord | RowRefusal {
  const { columns, record } = kind.tab;
  const text = (row: SourceRow, field: string) => row.cells[mapping[field] ?? -1] ?? "";
  const heading = (field: string) => {
    const fed = [field, ...(kind.insteadOf?.[field] ?? [])].find((one) => mapping[one] !== undefined);
    return headingName(table.headings, mapping[fed ?? field] ?? -1);
  };
  const day = dayReader(table, formats);
  const moment = dayReader(table, formats, parseMoment);
  const cells = columns.flatMap((column) => {
    const at = mapping[column.key];
    return at === undefined ? [] : [{ column, at, heading: headingName(table.headings, at) }];
  });
  const helpers = Object.keys(helpersOf(kind)).filter((field) => mapping[field] !== undefined);
  const idColumn = columns.find(isId);
  const hasId = mapping.id !== undefined;
  const required = columns.filter((column) => column.required && !isId(column));

  function readCell(row: SourceRow, column: Column, at: number): DataValue | Fault {
    const cell = row.cells[at] ?? "";
    if (cell === "") return null;
    const number = formats.numbers.get(at);
    switch (column.kind) {
      case "date":
        return day(row, at);
      case "moment":
        return moment(row, at);
      case "share":
        return parseProbability(cell, formats.shares.get(at)?.scale ?? "fraction", "a share");
      case "count":
        return number ? parseWhole(cell, number) : null;
      case "money":
      case "number":
        return number ? parseAmount(cell, number) : null;
      default:
        return wordOf(kind, column, cell);
    }
  }

  function amountOf(row: SourceRow, field: string): number | null {
    const format = formats.numbers.get(mapping[field] ?? -1);
    const amount = format ? parseAmount(text(row, field), format) : null;
    if (amount instanceof Fault)
      throw new CellFault(headingName(table.headings, mapping[field] ?? -1), amount);
    return amount;
  }

  return refusingFaults((row) => {
    if (parseFlag(text(row, "isDeleted")) === true) return deletedRow(row);
    const values: Values = {};
    for (const { column, at, heading } of cells) {
      const value = readCell(row, column, at);
      if (value instanceof Fault) throw new CellFault(heading, value);
      values[column.key] = value;
    }
    if (hasId && isShortenedId(text(row, "id")))
      return shortenedId(row, heading("id"), quoted(text(row, "id")));
    kind.complete?.(values, {
      text: (field) => (helpers.includes(field) ? text(row, field) : ""),
      amount: (field) => amountOf(row, field),
    });
    const blank = [...(hasId && idColumn?.required ? [idColumn] : []), ...required].find(
      ({ key }) => (values[key] ?? null) === null,
    );
    if (blank) {
      const only = table.headings.length > 2 ? onlyCell(row) : null;
      if (only !== null) {
        return refusal(
          row,
          "layout",
          `Row ${row.row} holds nothing but ${quoted(only)}; a title, total or footer of a report is no ${record}.`,
        );
      }
      return missing(row, heading(blank.key), `fill it in for this ${record} in the export`);
    }
    if (idColumn?.required && !hasId) {
      const key = nameKey(kind, values);
      if (key === null) {
        const names = kind.keys.slice(1).map(([field]) => asWritten(fieldInfo(kind, field).label));
        return refusal(
          row,
          "missing",
          `Row ${row.row} has neither an id nor ${names.join(" or ")}; fill in one of them in the export.`,
        );
      }
      values.id = key;
    }
    return (
      tooLongText(row, values, (key) =>
        mapping[key] === undefined ? fieldInfo(kind, key).label : heading(key),
      ) ?? { row: row.row, values }
    );
  });
}

/** "Account ID" keeps its capitals, "Unit price" becomes "unit price". */
const asWritten = (label: string): string =>
  /[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** What the CRM calls one of our choices becomes that choice; a word of its own stays, as everywhere in the workbook. */
function wordOf({ words }: ImportKind, column: Column, cell: string): string {
  if (!column.choices) return cell;
  const own = column.choices.find((choice) => choice.toLowerCase() === cell.toLowerCase());
  if (own !== undefined) return own;
  if (column.choices === YES_NO) {
    const flag = parseFlag(cell);
    return flag === null ? cell : flag ? "Yes" : "No";
  }
  const key = wordKey(cell);
  return Object.entries(words?.[column.key] ?? {}).find(([word]) => word === key)?.[1] ?? cell;
}

const wordKey = (word: string): string => word.toLowerCase().replace(/[^\p{L}]+/gu, "");
