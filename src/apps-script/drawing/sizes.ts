import type { TabPlan } from "../../templates/plan.js";
import { THEME } from "../../templates/theme.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Neighbouring rows or columns of one size are set in one call. */
function runs<Size>(sizes: readonly Size[]): { first: number; count: number; size: Size }[] {
  const out: { first: number; count: number; size: Size }[] = [];
  sizes.forEach((size, index) => {
    const last = out[out.length - 1];
    if (last && last.size === size) last.count++;
    else out.push({ first: index + 1, count: 1, size });
  });
  return out;
}

export function setSizes(sheet: Sheet, plan: TabPlan): void {
  sheet.setRowHeights(1, plan.rows, THEME.row.body);
  for (const { first, count, size } of runs(plan.rowHeights)) {
    if (size !== THEME.row.body) sheet.setRowHeights(first, count, Math.round(size));
  }
  for (const { first, count, size } of runs(plan.columnWidths)) sheet.setColumnWidths(first, count, size);
  for (const { first, count } of plan.hiddenRows) sheet.hideRows(first, count);
  for (const { first, count } of plan.hiddenColumns) sheet.hideColumns(first, count);
}

/** Gives a tab the heights and widths that its copy has kept, and shows and hides what is shown and hidden there. */
export function restoreSizes(sheet: Sheet, copy: Sheet): void {
  const each = <T>(count: number, look: (place: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => look(index + 1));
  const rows = Math.min(sheet.getMaxRows(), copy.getMaxRows());
  const columns = Math.min(sheet.getMaxColumns(), copy.getMaxColumns());
  for (const { first, count, size } of runs(each(rows, (row) => copy.getRowHeight(row)))) {
    sheet.setRowHeights(first, count, size);
  }
  for (const { first, count, size } of runs(each(columns, (column) => copy.getColumnWidth(column)))) {
    sheet.setColumnWidths(first, count, size);
  }
  for (const { first, count, size } of runs(each(rows, (row) => copy.isRowHiddenByUser(row)))) {
    if (size) sheet.hideRows(first, count);
    else sheet.showRows(first, count);
  }
  for (const { first, count, size } of runs(each(columns, (column) => copy.isColumnHiddenByUser(column)))) {
    if (size) sheet.hideColumns(first, count);
    else sheet.showColumns(first, count);
  }
}
