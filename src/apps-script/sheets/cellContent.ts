import { asCellText } from "../../workbook/import/index.js";
import type { Undo } from "./undo.js";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** What one cell holds, in a form that JSON keeps: a formula, a moment, or a text, number, true or false. */
export type CellContent =
  | { readonly formula: string }
  | { readonly moment: number }
  | { readonly value: string | number | boolean };

export function contentOfCell(cell: Range): CellContent {
  const formula = cell.getFormula();
  if (formula !== "") return { formula };
  const value: unknown = cell.getValue();
  return Object.prototype.toString.call(value) === "[object Date]"
    ? { moment: (value as Date).getTime() }
    : { value: value as string | number | boolean };
}

export function putContent(cell: Range, content: CellContent): void {
  if ("formula" in content) cell.setFormula(content.formula);
  else if ("moment" in content) cell.setValue(new Date(content.moment));
  else cell.setValue(typeof content.value === "string" ? asCellText(content.value) : content.value);
}

/** The cell gets its content back where the action fails. */
export function putBackLater(cell: Range, undo: Undo): void {
  const content = contentOfCell(cell);
  undo.later(() => putContent(cell, content));
}
