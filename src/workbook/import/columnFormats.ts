import {
  type DateEvidence,
  type DateFormat,
  type DateOrder,
  dateEvidence,
  decideDateFormats,
} from "./dateFormat.js";
import { dateText } from "./dateText.js";
import type { FieldKind } from "./fields.js";
import { fieldInfo, fieldsOf } from "./importKind.js";
import { type DecimalMark, detectNumberFormat, type NumberFormat } from "./numberFormat.js";
import { parseAmount } from "./parseAmount.js";
import { parseDate } from "./parseDate.js";
import { detectProbabilityFormat, type ProbabilityFormat } from "./probability.js";
import { grouped, listOf } from "./quantity.js";
import type { Recognition } from "./recognise.js";
import { isoDay } from "./serialDay.js";
import { columnTexts, headingName, type SourceTable } from "./sourceTable.js";

/** What a person decided instead of the detection. */
export interface FormatChoice {
  readonly decimal?: DecimalMark | undefined;
  readonly dateOrder?: DateOrder | undefined;
}

/** How each column of the export is written, by its place among the headings. */
export interface ColumnFormats {
  readonly numbers: ReadonlyMap<number, NumberFormat>;
  readonly shares: ReadonlyMap<number, ProbabilityFormat>;
  readonly dates: ReadonlyMap<number, DateFormat>;
  /** What was decided and could have been otherwise, one sentence each. */
  readonly notices: readonly string[];
}

export function detectFormats(
  table: SourceTable,
  recognised: Recognition,
  choice: FormatChoice = {},
): ColumnFormats {
  const notices: string[] = [];
  const name = (column: number) => headingName(table.headings, column);

  const numbers = new Map<number, NumberFormat>();
  for (const column of columnsOf(recognised, "money", "number", "count")) {
    const format = detectNumberFormat(columnTexts(table, column), choice.decimal);
    numbers.set(column, format);
    notices.push(...amountNotices(name(column), format));
  }

  const shares = new Map<number, ProbabilityFormat>();
  for (const column of columnsOf(recognised, "share")) {
    const format = detectProbabilityFormat(columnTexts(table, column), name(column));
    shares.set(column, format);
    if (!format.shown) {
      notices.push(`${name(column)}: 1 was read as 100%, since no value shows whether it is 1%.`);
    }
  }

  const columns = [
    ...columnsOf(recognised, "date", "moment"),
    ...recognised.stageDates.map(({ column }) => column),
  ];
  const evidence: DateEvidence[] = columns.map((column) => dateEvidence(columnTexts(table, column)));
  const formats = decideDateFormats(evidence, {
    chosen: choice.dateOrder,
    decimalComma: [...numbers.values()].some(
      ({ decidedBy, decimal }) => decidedBy === "values" && decimal === ",",
    ),
  });
  const dates = new Map<number, DateFormat>();
  formats.forEach((format, i) => {
    dates.set(columns[i] as number, format);
  });
  notices.push(...dateNotices(formats, columns.map(name)));
  return { numbers, shares, dates, notices };
}

function columnsOf({ kind, mapping }: Recognition, ...kinds: readonly FieldKind[]): number[] {
  return fieldsOf(kind)
    .filter((field) => kinds.includes(fieldInfo(kind, field).kind))
    .map((field) => mapping[field])
    .filter((column): column is number => column !== undefined);
}

function amountNotices(heading: string, format: NumberFormat): string[] {
  const notices: string[] = [];
  const { ambiguous, currencies } = format;
  if (format.decidedBy === "assumed" && ambiguous !== null) {
    const value = parseAmount(ambiguous, format);
    notices.push(
      `${heading}: no value shows the decimal mark, so a mark before three digits was taken to group thousands ("${ambiguous}" is ${value}); choose the other number format if that is wrong.`,
    );
  }
  if (format.mixed) {
    const like = format.decimal === "," ? "1.234,50" : "1,234.50";
    notices.push(
      `${heading}: amounts are written in two ways; those that show both marks were read as written, all others like ${like}.`,
    );
  } else if (format.decimal === "," && format.decidedBy === "values") {
    notices.push(`${heading}: read with a decimal comma (1.234,50).`);
  }
  if (currencies.size > 1) {
    const each = [...currencies].map(([currency, count]) => `${currency} in ${grouped(count)}`);
    notices.push(
      `${heading}: the cells name several currencies (${listOf(each)}) and were taken as they are, not converted.`,
    );
  }
  return notices;
}

function dateNotices(formats: readonly DateFormat[], names: readonly string[]): string[] {
  const notices: string[] = [];
  for (const decidedBy of ["assumed", "other columns"] as const) {
    const doubtful = formats.map((format, i) => ({ format, name: names[i] ?? "" }));
    const among = doubtful.filter(
      ({ format }) => format.decidedBy === decidedBy && format.ambiguous !== null,
    );
    const first = among[0];
    if (!first?.format.ambiguous) continue;
    const example = `"${first.format.ambiguous}" is ${dayOf(first.format.ambiguous, first.format)}`;
    const columns = listOf(among.map(({ name }) => name));
    notices.push(
      decidedBy === "assumed"
        ? `${columns}: no date shows whether the day or the month comes first, so they were read ${first.format.order} (${example}); choose the other order if that is wrong.`
        : `${columns}: read ${first.format.order} like the other date columns (${example}).`,
    );
  }
  const serials = formats.flatMap((format, i) => (format.serials ? [names[i] ?? ""] : []));
  if (serials.length > 0) notices.push(`${listOf(serials)}: read as the day numbers of a spreadsheet.`);
  return notices;
}

function dayOf(text: string, format: DateFormat): string {
  const serial = dateText(text) === null ? null : parseDate(text, format);
  return typeof serial === "number" ? isoDay(serial) : text;
}
