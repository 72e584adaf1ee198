import { CHOICE_RANGES, type Column } from "../../workbook/columns.js";
import type { PlacedColumn } from "./columnLooks.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** Drop-downs of fixed words, and of the lists in Settings: those follow the list as it grows. */
export class DropDowns {
  readonly #rules = new Map<string, Rule | undefined>();

  constructor(readonly spreadsheet: Spreadsheet) {}

  /** Neighbours that offer the same words get them in one call. */
  apply(sheet: Sheet, columns: readonly PlacedColumn[], firstRow: number, rows: number): void {
    const wanted = columns
      .filter(({ column }) => column.choices || column.choicesFrom)
      .sort((one, other) => one.place - other.place);
    for (let from = 0; from < wanted.length; ) {
      const { column, place } = wanted[from] as PlacedColumn;
      let width = 1;
      while (isNext(wanted[from + width], place + width, column)) width++;
      const rule = this.#ruleFor(column);
      if (rule) sheet.getRange(firstRow, place, rows, width).setDataValidation(rule);
      from += width;
    }
  }

  #ruleFor(column: Column): Rule | undefined {
    const key = keyOf(column);
    if (!this.#rules.has(key)) this.#rules.set(key, this.#build(column));
    return this.#rules.get(key);
  }

  /** Anything else may be typed too: a CRM has words of its own, and a refused paste would lose them. */
  #build({ choices, choicesFrom }: Column): Rule | undefined {
    const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
    if (choices) return rule.requireValueInList([...choices], true).build();
    const list = choicesFrom && this.spreadsheet.getRangeByName(CHOICE_RANGES[choicesFrom]);
    return list ? rule.requireValueInRange(list, true).build() : undefined;
  }
}

const keyOf = ({ choices, choicesFrom }: Column): string => choicesFrom ?? (choices ?? []).join("\n");

const isNext = (next: PlacedColumn | undefined, place: number, column: Column): boolean =>
  next !== undefined && next.place === place && keyOf(next.column) === keyOf(column);
