import type { Setting } from "../../workbook/setting.js";
import { SETTINGS, settingRangeName } from "../../workbook/settings.js";
import { type Names, nameRange } from "./names.js";
import { drawSettingRows } from "./settingRows.js";
import { standingSettings } from "./settingsTab.js";
import type { Undo } from "./undo.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Brings back the settings that have lost their name or their row: where the label still stands, the cell beside it
 * gets its name again; else the setting is added below the others. Answers with their labels.
 */
export function repairSettings(spreadsheet: Spreadsheet, names: Names, undo: Undo): string[] {
  const standing = standingSettings(names);
  const some = [...standing.values()][0];
  if (!some) return [];
  const sheet = some.getSheet();
  const valueColumn = some.getColumn();
  const rows = filledRows(sheet, valueColumn - 1);
  // A run that was cut off may have named cells whose row it never wrote.
  for (const [key, cell] of standing) {
    if (rows[cell.getRow() - 1]?.some((content) => content !== "") !== true) standing.delete(key);
  }
  const missing = SETTINGS.filter(({ key }) => !standing.has(key));
  if (missing.length === 0) return [];
  const taken = new Set([...standing.values()].map((cell) => cell.getRow()));
  const labels = rows.map(([label]) => String(label));
  const gone: Setting[] = [];
  for (const setting of missing) {
    const row = labels.findIndex((label, index) => label === setting.label && !taken.has(index + 1)) + 1;
    if (row === 0) gone.push(setting);
    else {
      taken.add(row);
      const name = settingRangeName(setting.key);
      nameRange(spreadsheet, name, sheet.getRange(row, valueColumn), undo, names.get(name));
    }
  }
  if (gone.length > 0) addBelow(spreadsheet, sheet, gone, names, labels.length + 1, valueColumn, undo);
  return missing.map(({ label }) => label);
}

/** Label, value, gap and help of each row down to the last that holds anything. */
function filledRows(sheet: Sheet, column: number): unknown[][] {
  const cells = sheet.getRange(1, column, sheet.getMaxRows(), 4).getValues();
  let last = cells.length;
  while (last > 0 && cells[last - 1]?.every((cell) => cell === "")) last--;
  return cells.slice(0, last);
}

function addBelow(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  settings: readonly Setting[],
  names: Names,
  row: number,
  valueColumn: number,
  undo: Undo,
): void {
  const rows = sheet.getMaxRows();
  const lacking = row + settings.length - 1 - rows;
  if (lacking > 0) {
    sheet.insertRowsAfter(rows, lacking);
    undo.later(() => sheet.deleteRows(rows + 1, lacking));
  }
  undo.later(() => {
    const area = sheet.getRange(row, valueColumn - 1, Math.min(settings.length, rows - row + 1), 4);
    area.clear().clearDataValidations();
  });
  settings.forEach(({ key }, index) => {
    const name = settingRangeName(key);
    nameRange(spreadsheet, name, sheet.getRange(row + index, valueColumn), undo, names.get(name));
  });
  drawSettingRows(sheet, row, valueColumn - 1, settings);
}
