import { type CarriedOver, carryOver, KEPT_HEADING, type Stored } from "../../templates/carryOver.js";
import { address, KEY_COLUMN, KEY_ROW, PAGE_COLUMNS } from "../../templates/grid.js";
import type { Area, CellStyle, TabPlan } from "../../templates/plan.js";
import { THEME } from "../../templates/theme.js";
import { asCellText } from "../../workbook/import/index.js";
import { freeTabName, grow } from "../sheets/names.js";
import { TAB_PREFIX } from "../sheets/ourNames.js";
import type { Undo } from "../sheets/undo.js";
import { finishTab, insertUnfinished } from "../sheets/unfinishedTabs.js";
import type { Workbook } from "../workbook.js";
import { drawCharts, ourCharts } from "./drawCharts.js";
import { drawRules } from "./drawRules.js";
import { keepSafe } from "./keepSafe.js";
import { setSizes } from "./sizes.js";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Draws a plan on its tab: what a person typed is read first, then everything is written in blocks, one call a kind of
 * format, never cell by cell.
 */

export const tabRangeName = (id: string): string => `${TAB_PREFIX}${id.replace(/-/g, "_")}`;

export interface Drawn {
  readonly sheet: Sheet;
  /** How many typed cells had no field to go back to and stand in the list below the tab. */
  readonly kept: number;
  readonly refreshed: boolean;
}

/** What people have typed on a standing tab, and how far it is filled. */
interface Typed {
  readonly carried: CarriedOver | undefined;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/**
 * A tab to be drawn and, of several, what was found on it: all are read before the first is drawn, since reading waits
 * for writing. One alone is read at the last moment, so that what somebody types meanwhile is seen.
 */
interface Prepared {
  readonly plan: TabPlan;
  readonly standing: Sheet | undefined;
  readonly typed: Typed | undefined;
}

const NOTHING: Typed = { carried: undefined, lastRow: 0, lastColumn: 0 };

/**
 * Draws the plans each on its tab, the first to be read in front. What is made anew is taken away again where `undo`
 * runs; a tab that stood already gets back what it held.
 */
export function drawTabs(workbook: Workbook, plans: readonly TabPlan[], undo: Undo): Drawn[] {
  const { spreadsheet } = workbook.session;
  const names = workbook.names(TAB_PREFIX);
  const prepared = plans.map((plan): Prepared => {
    const standing = names.get(tabRangeName(plan.id))?.getSheet();
    const typed = standing && plans.length > 1 ? readTyped(standing, plan) : undefined;
    return { plan, standing, typed };
  });
  // Reports stand before settings and data, in the order in which they were made.
  let reports = names.size;
  const finished: (() => void)[] = [];
  const drawn = prepared.map((each) => {
    const position = each.standing ? 0 : reports++;
    const { tab, clearUp } = drawTab(spreadsheet, each, position, undo);
    finished.push(clearUp);
    return tab;
  });
  const first = drawn[0]?.sheet;
  if (first) {
    spreadsheet.setActiveSheet(first);
    // The cell at the top left is hidden; nobody wants to begin there.
    first.getRange(KEY_ROW + 1, PAGE_COLUMNS[0]).activate();
  }
  // Only when nothing else can fail is that given up from which the tabs would be restored.
  for (const clearUp of finished) clearUp();
  return drawn;
}

function drawTab(
  spreadsheet: Spreadsheet,
  { plan, standing, typed }: Prepared,
  position: number,
  undo: Undo,
): { tab: Drawn; clearUp: () => void } {
  const sheet = standing ?? insertUnfinished(spreadsheet, plan.title, position);
  const safekeeping = standing ? keepSafe(spreadsheet, sheet, undo) : undefined;
  const { carried, lastRow, lastColumn } = typed ?? (standing ? readTyped(standing, plan) : NOTHING);
  const below = carried?.inPlace ? Math.max(lastRow, plan.rows) : plan.rows;

  grow(sheet, below + (carried?.kept.length ?? 0) + 10, plan.columns);
  // What a person typed stands in the tab at every moment, in its old place or in its new one.
  if (carried && carried.kept.length > 0 && carried.inPlace) listKept(sheet, carried, below);
  if (carried) undress(sheet, plan, carried.inPlace);
  writeContent(sheet, plan, carried, { lastRow, lastColumn });
  if (carried && carried.kept.length > 0 && !carried.inPlace) dressKept(sheet, below);
  writeStyles(sheet.getRange(1, 1, plan.rows, plan.columns), plan.styles);
  for (const merge of plan.merges) rangeOf(sheet, merge).mergeAcross();
  drawLines(sheet, plan);
  drawRules(sheet, plan);
  setSizes(sheet, plan);
  const earlier = standing ? ourCharts(sheet, plan) : [];
  drawCharts(sheet, plan);
  sheet.setHiddenGridlines(true);
  if (!standing) {
    sheet.setTabColor(THEME.accent);
    spreadsheet.setNamedRange(tabRangeName(plan.id), sheet.getRange(KEY_ROW, KEY_COLUMN));
    finishTab(sheet, freeTabName(spreadsheet, plan.title));
  }
  const clearUp = () => {
    for (const chart of earlier) insist(() => sheet.removeChart(chart));
    if (safekeeping) insist(() => spreadsheet.deleteSheet(safekeeping));
  };
  const tab = { sheet, kept: carried?.kept.length ?? 0, refreshed: standing !== undefined };
  return { tab, clearUp };
}

/**
 * The new tab stands; an old chart that cannot be removed, asked twice, is no reason to take it back. The next refresh
 * removes it, and any run a copy that is left.
 */
function insist(step: () => void): void {
  try {
    step();
  } catch {
    try {
      step();
    } catch {
      // As said above.
    }
  }
}

export function rangeOf(sheet: Sheet, { row, column, rows, columns }: Area): Range {
  return sheet.getRange(row, column, rows, columns);
}

function readTyped(sheet: Sheet, plan: TabPlan): Typed {
  const all = sheet.getDataRange();
  // What somebody types between the two is seldom a formula, and the values, read last, hold it.
  const formulas = all.getFormulas();
  const carried = carryOver({ values: all.getValues() as Stored[][], formulas }, plan);
  return { carried, lastRow: all.getLastRow(), lastColumn: all.getLastColumn() };
}

/** Takes the looks off what we drew, not the content; below an unmoved tab people may have gone on working. */
function undress(sheet: Sheet, plan: TabPlan, inPlace: boolean): void {
  const rows = inPlace ? plan.rows : sheet.getMaxRows();
  const area = sheet.getRange(1, 1, rows, sheet.getMaxColumns());
  area.breakApart();
  area.clearFormat();
  area.clearDataValidations();
  sheet.setConditionalFormatRules([]);
}

/** In one call, which also empties what the new page no longer fills: a run may be cut off between two. */
function writeContent(
  sheet: Sheet,
  plan: TabPlan,
  carried: CarriedOver | undefined,
  { lastRow, lastColumn }: { readonly lastRow: number; readonly lastColumn: number },
): void {
  // A label such as 100% is a text and must not become a number.
  const content: (string | number | boolean | Date)[][] = plan.content.map((row) =>
    row.map((cell) => (typeof cell === "string" && !cell.startsWith("=") ? asCellText(cell) : cell)),
  );
  for (const { key, row, column } of plan.inputs) {
    const typed = carried?.fields.get(key);
    const cells = content[row - 1];
    if (typed === undefined || !cells) continue;
    const isFormula = typeof typed === "string" && typed.startsWith("=");
    cells[column - 1] = typeof typed === "string" && !isFormula ? asCellText(typed) : typed;
  }
  if (carried && !carried.inPlace) {
    if (carried.kept.length > 0) content.push([], ...keptRows(carried).map((row) => ["", ...row]));
    while (content.length < lastRow) content.push([]);
  }
  const columns = Math.max(plan.columns, lastColumn);
  for (const row of content) while (row.length < columns) row.push("");
  sheet.getRange(1, 1, content.length, columns).setValues(content);
}

function writeStyles(area: Range, styles: TabPlan["styles"]): void {
  const each = <T>(pick: (style: CellStyle) => T): T[][] => styles.map((row) => row.map(pick));
  area.setNumberFormats(each(({ format }) => format ?? "General"));
  area.setBackgrounds(each(({ background }) => background ?? THEME.paper));
  area.setFontColors(each(({ color }) => color ?? THEME.ink));
  area.setFontSizes(each(({ size }) => size ?? THEME.size.body));
  area.setFontWeights(each(({ bold }) => (bold ? "bold" : "normal")));
  area.setHorizontalAlignments(each(({ align }) => align ?? "left"));
  area.setVerticalAlignments(each(({ vertical }) => vertical ?? "middle"));
  area.setWraps(each(({ wrap }) => wrap ?? false));
}

function drawLines(sheet: Sheet, { lines }: TabPlan): void {
  const groups = new Map<string, string[]>();
  for (const { area, side, color } of lines) {
    const last = address(area.row + area.rows - 1, area.column + area.columns - 1);
    const key = `${side} ${color}`;
    groups.set(key, [
      ...(groups.get(key) ?? []),
      `${address(area.row, area.column)}:${last}`.replace(/\$/g, ""),
    ]);
  }
  for (const [key, areas] of groups) {
    const [side, color] = key.split(" ") as [string, string];
    const on = (wanted: string) => (side === wanted ? true : null);
    sheet
      .getRangeList(areas)
      .setBorder(on("top"), null, on("bottom"), null, null, null, color, SpreadsheetApp.BorderStyle.SOLID);
  }
}

/** The list of kept cells with its heading, from the page's first column on. */
const keptRows = ({ kept }: CarriedOver): (string | number | boolean | Date)[][] => [
  [KEPT_HEADING, ""],
  ...kept.map(({ address: place, value }) => [place, typeof value === "string" ? `'${value}` : value]),
];

function listKept(sheet: Sheet, carried: CarriedOver, below: number): void {
  const rows = keptRows(carried);
  sheet.getRange(below + 2, PAGE_COLUMNS[0], rows.length, 2).setValues(rows);
  dressKept(sheet, below);
}

function dressKept(sheet: Sheet, below: number): void {
  sheet
    .getRange(below + 2, PAGE_COLUMNS[0])
    .setFontWeight("bold")
    .setFontColor(THEME.accent);
}
