import { compileFormula } from "../../templates/formula.js";
import { numberFormat } from "../../templates/numberFormats.js";
import { THEME } from "../../templates/theme.js";
import type { Setting } from "../../workbook/setting.js";
import { SETTINGS_LISTS } from "../../workbook/settingsLists.js";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A setting, the title of a group, or a blank row between groups. */
export type SettingRow = Setting | string | null;

const isSetting = (row: SettingRow): row is Setting => row !== null && typeof row !== "string";

function settingFormat({ kind }: Setting): string {
  switch (kind) {
    case "date":
    case "share":
      return numberFormat(kind, "");
    case "multiple":
      return '0.00"x"';
    case "money":
    case "count":
      return "#,##0";
    default:
      return "General";
  }
}

const isFormula = (row: SettingRow): boolean =>
  isSetting(row) && typeof row.initial === "string" && row.initial.startsWith("=");

const formulaOf = ({ initial }: Setting): string =>
  compileFormula(String(initial), {
    tabs: SETTINGS_LISTS.map(({ tab }) => tab),
    cell: () => undefined,
    isCustomFunction: () => false,
  });

/** Draws label, value and help of each row, whose cells have their names by now. */
export function drawSettingRows(
  sheet: Sheet,
  first: number,
  labelColumn: number,
  rows: readonly SettingRow[],
): void {
  const valueColumn = labelColumn + 1;
  // The third column is a narrow gap: a figure on the right of its cell would touch the help beside it.
  const area = sheet.getRange(first, labelColumn, rows.length, 4);
  const each = <T>(draw: (row: SettingRow) => T): T[] => rows.map(draw);
  area.setNumberFormats(
    each((row) => ["General", isSetting(row) ? settingFormat(row) : "General", "General", "General"]),
  );
  area.setValues(
    each((row) =>
      isSetting(row) ? [row.label, isFormula(row) ? "" : row.initial, "", row.help] : [row ?? "", "", "", ""],
    ),
  );
  area.setBackgrounds(
    each((row) => [THEME.paper, isSetting(row) ? backgroundOf(row) : THEME.paper, THEME.paper, THEME.paper]),
  );
  area.setFontColors(
    each((row) => [
      isSetting(row) ? THEME.ink : THEME.accent,
      isSetting(row) && row.derived ? THEME.quiet : THEME.ink,
      THEME.quiet,
      THEME.quiet,
    ]),
  );
  area.setFontWeights(each((row) => [isSetting(row) ? "normal" : "bold", "normal", "normal", "normal"]));
  area.setHorizontalAlignments(each(() => ["left", "right", "left", "left"]));
  area.setVerticalAlignment("middle");
  // Formulas apart from values: only so are they read alike in a spreadsheet of any locale.
  for (const { from, some } of runs(rows, isFormula)) {
    sheet
      .getRange(first + from, valueColumn, some.length, 1)
      .setFormulas(some.map((setting) => [formulaOf(setting)]));
  }
  sheet
    .getRange(first, valueColumn, rows.length, 1)
    .setDataValidations(each((row) => [isSetting(row) ? ruleOf(row) : null]));
  for (const { from, some } of runs(rows, (row) => isSetting(row) && row.derived === true)) {
    sheet
      .getRange(first + from, valueColumn, some.length, 1)
      .protect()
      .setDescription("RevOps Engine works these dates out")
      .setWarningOnly(true);
  }
}

const backgroundOf = ({ derived }: Setting): string => (derived ? THEME.panel : THEME.input);

function ruleOf({ kind, choices, between, help, derived }: Setting) {
  if (derived) return null;
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(help);
  if (choices) return rule.requireValueInList([...choices], true).build();
  if (between) return rule.requireNumberBetween(between[0], between[1]).build();
  if (kind === "flag") return rule.requireCheckbox().build();
  if (kind === "date") return rule.requireDate().build();
  return null;
}

/** Neighbouring rows of one sort, to be written in one call. */
function runs(
  rows: readonly SettingRow[],
  wanted: (row: SettingRow) => boolean,
): { from: number; some: Setting[] }[] {
  const found: { from: number; some: Setting[] }[] = [];
  rows.forEach((row, index) => {
    if (!isSetting(row) || !wanted(row)) return;
    const last = found[found.length - 1];
    if (last && last.from + last.some.length === index) last.some.push(row);
    else found.push({ from: index, some: [row] });
  });
  return found;
}
