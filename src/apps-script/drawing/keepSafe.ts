import type { Undo } from "../sheets/undo.js";
import { copyUnfinished } from "../sheets/unfinishedTabs.js";
import { restoreSizes } from "./sizes.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Puts a copy of the tab aside for as long as it is drawn anew, so that it gets back its cells, looks and charts where
 * that fails. The tab itself must stay: other tabs may refer to it. The caller deletes the copy when all is done.
 */
export function keepSafe(spreadsheet: Spreadsheet, sheet: Sheet, undo: Undo): Sheet {
  const rules = sheet.getConditionalFormatRules();
  const charts = new Set(sheet.getCharts().map((chart) => chart.getChartId()));
  const validations = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getDataValidations();
  const copy = copyUnfinished(spreadsheet, sheet, undo);
  const [rows, columns] = [copy.getMaxRows(), copy.getMaxColumns()];
  undo.later(() => {
    for (const chart of sheet.getCharts()) if (!charts.has(chart.getChartId())) sheet.removeChart(chart);
    const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
    // The looks only: should this too be cut off, what was typed stands here still.
    all.breakApart();
    all.clearFormat();
    all.clearDataValidations();
    const place = sheet.getRange(1, 1, rows, columns);
    copy.getRange(1, 1, rows, columns).copyTo(place);
    place.setDataValidations(validations);
    sheet.setConditionalFormatRules(rules);
    if (sheet.getMaxRows() > rows) sheet.deleteRows(rows + 1, sheet.getMaxRows() - rows);
    if (sheet.getMaxColumns() > columns) sheet.deleteColumns(columns + 1, sheet.getMaxColumns() - columns);
    restoreSizes(sheet, copy);
  });
  return copy;
}
