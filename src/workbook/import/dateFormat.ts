import { dateText } from "./dateText.js";
import { isBlankWord } from "./fault.js";

export type DateOrder = "day first" | "month first";

/** How the dates of one column are written. */
export interface DateFormat {
  readonly order: DateOrder;
  /** values: a cell shows it · other columns: another date column does · assumed: none does · chosen: a person said so. */
  readonly decidedBy: "values" | "other columns" | "assumed" | "chosen";
  /** The whole column holds spreadsheet serial days. */
  readonly serials: boolean;
  /** A cell that could be read either way, as it is written. */
  readonly ambiguous: string | null;
}

/** What the cells of one column show about the order of day and month. */
export interface DateEvidence {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly serials: boolean;
  readonly ambiguous: string | null;
}

/** Serial days from 1954 to 2119: what a CRM can hold and no year, id or amount in a date column would be. */
const SERIAL = /^[2-7]\d{4}(?:[.,]\d+)?$/;

export function dateEvidence(texts: readonly string[]): DateEvidence {
  let dayFirst = 0;
  let monthFirst = 0;
  let serials = 0;
  let filled = 0;
  let ambiguous: string | null = null;
  for (const text of texts) {
    if (isBlankWord(text)) continue;
    filled++;
    if (isIso(text)) continue;
    if (SERIAL.test(text)) {
      serials++;
      continue;
    }
    const date = dateText(text);
    if (date === null || !("mark" in date)) continue;
    const { first, second, mark } = date;
    // Points separate days only where the day comes first (5.1.2026).
    if (mark === "." || (first > 12 && second <= 12)) dayFirst++;
    else if (second > 12 && first <= 12) monthFirst++;
    else if (first !== second) ambiguous ??= text;
  }
  return { dayFirst, monthFirst, serials: filled > 0 && serials === filled, ambiguous };
}

/**
 * Decides the order for each date column: by its own cells, else by the other date columns (one export is written by
 * one program), else day first where amounts have a decimal comma and month first otherwise, which is reported.
 */
export function decideDateFormats(
  evidence: readonly DateEvidence[],
  hints: { readonly chosen?: DateOrder | undefined; readonly decimalComma?: boolean },
): DateFormat[] {
  const overall = evidence.reduce((sum, column) => sum + column.dayFirst - column.monthFirst, 0);
  return evidence.map((column) => {
    const { serials, ambiguous } = column;
    const balance = column.dayFirst - column.monthFirst;
    if (hints.chosen !== undefined) return { order: hints.chosen, decidedBy: "chosen", serials, ambiguous };
    if (balance !== 0) return { order: orderOf(balance), decidedBy: "values", serials, ambiguous };
    if (overall !== 0) return { order: orderOf(overall), decidedBy: "other columns", serials, ambiguous };
    const order = hints.decimalComma ? "day first" : "month first";
    return { order, decidedBy: "assumed", serials, ambiguous };
  });
}

function orderOf(balance: number): DateOrder {
  return balance > 0 ? "day first" : "month first";
}

/** The cheap way out for what nearly every CRM writes. */
function isIso(text: string): boolean {
  return text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
}
