/**
 * The vocabulary in which a data tab is declared: one tab is a list of columns, and everything that needs to
 * know a column (import, named ranges, templates, formats, help) reads this declaration.
 */

/**
 * How the cells of a column are read, shown and checked. Dates are spreadsheet serial days; a moment is a date with its
 * time of day. A yes or no is text with two choices: checkboxes would fill every spare row with FALSE, and blank must
 * go on meaning that nobody knows.
 */
export type ColumnKind = "text" | "money" | "share" | "count" | "number" | "date" | "moment";

/**
 * The lists in Settings whose entries a column offers as a drop-down, with the named range of each. They are named
 * here, apart from the lists themselves, since both tabs and Settings refer to them.
 */
export const CHOICE_RANGES = {
  reps: "Reps_Rep",
  rejectionReasons: "RejectionReasons_Rejection_reason",
} as const;
export type ChoiceList = keyof typeof CHOICE_RANGES;

export interface Column {
  /** Stable name used in code and in template formulas, e.g. `expectedClose`. Never shown, never changed. */
  readonly key: string;
  /** The heading in row 1, as a RevOps person would write it. */
  readonly heading: string;
  readonly kind: ColumnKind;
  /** One sentence for the note on the heading. */
  readonly help: string;
  /** Width in pixels. */
  readonly width: number;
  /** A row without it is refused on import. */
  readonly required?: boolean;
  /** The only words the column takes, offered as a drop-down. */
  readonly choices?: readonly string[];
  /** The list in Settings that the drop-down offers, where the workbook's owner decides on the words. */
  readonly choicesFrom?: ChoiceList;
}

export interface DataTab {
  /** Stable name, also the prefix of its named ranges. */
  readonly key: string;
  /** The tab's name in the workbook. */
  readonly title: string;
  /** What one row is, for messages: "deal". */
  readonly record: string;
  readonly columns: readonly Column[];
}

/** The named range of a column: `Opportunities_Expected_close`. */
export function columnRangeName(tab: DataTab, column: Column): string {
  return `${tab.key}_${column.heading.replace(/[^A-Za-z0-9]+/g, "_")}`;
}

/** A value as it is stored in a data cell: dates are serial days, a blank is null. */
export type DataValue = string | number | null;

/** One row of a data tab by column key; a missing key is a blank cell. */
export type DataRecord = Readonly<Record<string, DataValue>>;
