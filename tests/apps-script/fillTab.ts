import { columnRangeName, type DataRecord, type DataTab } from "../../src/workbook/columns.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";

/** Types records into a data tab as a person would, each cell by itself; dates are serial days. */
export function fillTab({ model }: HeadlessWorkbench, tab: DataTab, records: readonly DataRecord[]): void {
  for (const column of tab.columns) {
    const range = model.getters.getNamedRange(columnRangeName(tab, column))?.range;
    if (!range) throw new Error(`${tab.title} has no column named ${columnRangeName(tab, column)}.`);
    const { left: col, top } = range.zone;
    records.forEach((record, at) => {
      const value = record[column.key] ?? null;
      if (value === null) return;
      model.dispatch("UPDATE_CELL", { sheetId: range.sheetId, col, row: top + at, content: String(value) });
    });
  }
}

/** The cells of one column from the first row on, so many as asked for. */
export function columnOf({ model }: HeadlessWorkbench, tab: DataTab, key: string, rows: number): unknown[] {
  const column = tab.columns.find((one) => one.key === key);
  const range = column && model.getters.getNamedRange(columnRangeName(tab, column))?.range;
  if (!range) throw new Error(`${tab.title} has no column ${key}.`);
  return Array.from({ length: rows }, (_, at) => {
    const { value } = model.getters.getEvaluatedCell({
      sheetId: range.sheetId,
      col: range.zone.left,
      row: range.zone.top + at,
    });
    return value === "" ? null : value;
  });
}
