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

/**
 * Gives a tab the heights and widths that its copy has kept, and shows and hides what is shown and hidden there. What is
 * as it was is not touched: a row that was never given a height keeps fitting its text.
 */
export function restoreSizes(sheet: Sheet, copy: Sheet): void {
  const rows = Math.min(sheet.getMaxRows(), copy.getMaxRows());
  const columns = Math.min(sheet.getMaxColumns(), copy.getMaxColumns());
  restore(
    rows,
    sheet,
    copy,
    (tab, row) => tab.getRowHeight(row),
    (first, count, size) => sheet.setRowHeights(first, count, size),
  );
  restore(
    columns,
    sheet,
    copy,
    (tab, column) => tab.getColumnWidth(column),
    (first, count, size) => sheet.setColumnWidths(first, count, size),
  );
  restore(
    rows,
    sheet,
    copy,
    (tab, row) => tab.isRowHiddenByUser(row),
    (first, count, hidden) => (hidden ? sheet.hideRows(first, count) : sheet.showRows(first, count)),
  );
  restore(
    columns,
    sheet,
    copy,
    (tab, column) => tab.isColumnHiddenByUser(column),
    (first, count, hidden) => (hidden ? sheet.hideColumns(first, count) : sheet.showColumns(first, count)),
  );
}

function restore<Size>(
  places: number,
  sheet: Sheet,
  copy: Sheet,
  look: (tab: Sheet, place: number) => Size,
  give: (first: number, count: number, size: Size) => void,
): void {
  const kept = Array.from({ length: places }, (_, index) => {
    const size = look(copy, index + 1);
    return look(sheet, index + 1) === size ? undefined : size;
  });
  for (const { first, count, size } of runs(kept)) if (size !== undefined) give(first, count, size);
}
