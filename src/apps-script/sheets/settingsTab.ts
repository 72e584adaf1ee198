import type { Zone } from "../../functions/cells.js";
import { numberFormat } from "../../templates/numberFormats.js";
import { THEME } from "../../templates/theme.js";
import type { DataTab } from "../../workbook/columns.js";
import {
  REPS,
  SETTINGS,
  SETTINGS_LAYOUT,
  type Setting,
  STAGES,
  settingRangeName,
} from "../../workbook/settings.js";
import { alignmentOf, columnFormat, nameRanges, type OpenDataTab } from "./dataTab.js";
import { freeTabName, namedRanges } from "./names.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export interface OpenSettings {
  readonly cells: ReadonlyMap<string, Range>;
}

export function findSettings(spreadsheet: Spreadsheet): OpenSettings | undefined {
  const names = namedRanges(spreadsheet);
  if (!names.has(settingRangeName("asOf"))) return undefined;
  const cells = new Map<string, Range>();
  for (const { key, label } of SETTINGS) {
    const range = names.get(settingRangeName(key));
    if (!range) {
      throw new Error(
        `Settings lacks "${label}"; undo its deletion or name its cell ${settingRangeName(key)} again.`,
      );
    }
    cells.set(key, range);
  }
  return { cells };
}

function settingFormat({ kind }: Setting): string {
  if (kind === "date") return numberFormat("date", "");
  if (kind === "money") return "#,##0";
  if (kind === "multiple") return numberFormat("multiple", "");
  return "General";
}

const initialContent = ({ initial }: Setting): string | number | boolean =>
  typeof initial === "string"
    ? initial.replace(/\{(\w+)\}/g, (_, key: string) => settingRangeName(key))
    : initial;

export function createSettings(spreadsheet: Spreadsheet): OpenSettings {
  const { labelColumn, firstRow, listHeadingRow } = SETTINGS_LAYOUT;
  const sheet = spreadsheet.insertSheet(freeTabName(spreadsheet, "Settings"), 0);
  sheet.setHiddenGridlines(true);
  sheet
    .setColumnWidth(1, 24)
    .setColumnWidth(labelColumn, 220)
    .setColumnWidth(labelColumn + 1, 130);
  sheet.setColumnWidth(labelColumn + 2, 430).setColumnWidth(labelColumn + 3, 24);
  sheet
    .getRange(2, labelColumn)
    .setValue("Settings")
    .setFontSize(THEME.size.title)
    .setFontWeight("bold")
    .setFontColor(THEME.ink);
  sheet
    .getRange(3, labelColumn)
    .setValue("Every tab reads these cells. Yellow cells are yours to fill in.")
    .setFontColor(THEME.quiet);
  const area = sheet.getRange(firstRow, labelColumn, SETTINGS.length, 3);
  const cells = new Map(
    SETTINGS.map(({ key }, index) => [key, sheet.getRange(firstRow + index, labelColumn + 1)] as const),
  );
  // Names first: a formula that is written before its names exist would stay an error.
  for (const [key, range] of cells) spreadsheet.setNamedRange(settingRangeName(key), range);
  area.setValues(SETTINGS.map((setting) => [setting.label, initialContent(setting), setting.help]));
  area.setNumberFormats(SETTINGS.map((setting) => ["General", settingFormat(setting), "General"]));
  area.setBackgrounds(
    SETTINGS.map(({ derived }) => [THEME.paper, derived ? THEME.panel : THEME.input, THEME.paper]),
  );
  area.setFontColors(
    SETTINGS.map(({ derived }) => [THEME.ink, derived ? THEME.quiet : THEME.ink, THEME.quiet]),
  );
  area.setHorizontalAlignments(SETTINGS.map(() => ["left", "right", "left"]));
  for (const { key, choices, kind, help } of SETTINGS) {
    const rule = choices
      ? SpreadsheetApp.newDataValidation().requireValueInList([...choices], true)
      : kind === "flag"
        ? SpreadsheetApp.newDataValidation().requireCheckbox()
        : undefined;
    if (rule) cells.get(key)?.setDataValidation(rule.setAllowInvalid(true).setHelpText(help).build());
  }
  const heading = sheet.getRange(firstRow - 1, labelColumn, 1, 3);
  heading
    .setValues([["Setting", "Value", "What it does"]])
    .setFontWeight("bold")
    .setFontColor(THEME.quiet);
  createList(spreadsheet, STAGES, SETTINGS_LAYOUT.stagesColumn);
  createList(spreadsheet, REPS, SETTINGS_LAYOUT.repsColumn);
  sheet.setFrozenRows(listHeadingRow);

  function createList(book: Spreadsheet, tab: DataTab, firstColumn: number): void {
    const { columns } = tab;
    const headings = sheet.getRange(listHeadingRow, firstColumn, 1, columns.length);
    headings.setValues([columns.map((column) => column.heading)]);
    headings.setNotes([columns.map((column) => column.help)]);
    headings.setFontWeight("bold").setFontColor(THEME.quiet);
    headings.setHorizontalAlignments([columns.map(alignmentOf)]);
    const rows = sheet.getMaxRows() - listHeadingRow;
    columns.forEach((column, index) => {
      sheet.setColumnWidth(firstColumn + index, column.width);
      const range = sheet.getRange(listHeadingRow + 1, firstColumn + index, rows, 1);
      range.setNumberFormat(columnFormat(column, "USD")).setHorizontalAlignment(alignmentOf(column));
    });
    sheet.setColumnWidth(firstColumn + columns.length, 24);
    nameRanges(book, tab, {
      sheet,
      headingRow: listHeadingRow,
      columnOf: new Map(columns.map(({ key }, index) => [key, firstColumn + index])),
    } satisfies OpenDataTab);
  }
  return { cells };
}

export function readSetting({ cells }: OpenSettings, key: string): unknown {
  return cells.get(key)?.getValue() ?? "";
}

/** The as-of date as a serial day; undefined where none is set. */
export function readAsOf(settings: OpenSettings, zone: Zone): number | undefined {
  const value = readSetting(settings, "asOf");
  return Object.prototype.toString.call(value) === "[object Date]"
    ? Math.round(zone.serialOf(value as Date))
    : typeof value === "number"
      ? value
      : undefined;
}
