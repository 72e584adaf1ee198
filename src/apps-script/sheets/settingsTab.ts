import type { Zone } from "../../functions/cells.js";
import { SETTINGS, settingRangeName } from "../../workbook/settings.js";
import { type ListedNames, type Names, namedRanges } from "./names.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The cells of the Settings tab, each found by its name wherever it stands by now. */
export interface OpenSettings {
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<string, Range>;
}

/** The settings that stand in the workbook. */
export function standingSettings(names: Names): Map<string, Range> {
  const cells = new Map<string, Range>();
  for (const { key } of SETTINGS) {
    const range = names.get(settingRangeName(key));
    if (range) cells.set(key, range);
  }
  return cells;
}

export function findSettings(spreadsheet: Spreadsheet, listed?: ListedNames): OpenSettings | undefined {
  const cells = standingSettings(namedRanges(spreadsheet, settingRangeName(""), listed));
  const [some] = cells.values();
  if (!some) return undefined;
  const missing = SETTINGS.find(({ key }) => !cells.has(key));
  if (missing) {
    throw new Error(
      `Settings lacks "${missing.label}"; undo its deletion, or choose Set up workbook in the menu to bring it back.`,
    );
  }
  return { sheet: some.getSheet(), cells };
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
