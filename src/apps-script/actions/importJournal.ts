import { DEALS, type ImportKind, kindNamed } from "../../workbook/import/index.js";
import { freeTabName } from "../sheets/names.js";
import { IMPORT_MARK } from "../sheets/ourNames.js";
import { allOrNothing, type Undo } from "../sheets/undo.js";
import { finishTab, insertUnfinished, outdateTab, removeTab } from "../sheets/unfinishedTabs.js";
import type { Content } from "./importCells.js";
import type { ImportPart, ListRows } from "./importPlan.js";

/**
 * The last import in a hidden sheet, written before it is carried out: what it writes and what stood there before. So a
 * run that is cut off can be continued without the file, and a finished one can be taken back. Properties would be too
 * small: an import of 100,000 deals takes some 25 MB.
 */

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TITLE = "RevOps undo";
/** Google takes 50,000 characters in a cell. */
const CELL_CHARACTERS = 45_000;

interface SettingChange {
  readonly before: Content;
  readonly after: Content;
}

export interface ImportState extends ListRows {
  readonly file: string;
  /** Key of the tab that the records go to. */
  readonly kind: string;
  /** Records to add or to change. */
  readonly total: number;
  /** How many of them are to be added. */
  readonly added: number;
  readonly asOf: number | null;
  /** First row and number of rows of each part, and the records in it. */
  readonly parts: readonly (readonly [row: number, rows: number, records: number])[];
  /** Parts that are written. */
  readonly written: number;
  /** As-of date and what goes with it; absent until the first part is written, or where Settings was made for this. */
  readonly settings: Readonly<Record<string, SettingChange>>;
}

export const isUnfinished = ({ written, parts }: ImportState): boolean => written < parts.length;

export const recordsWritten = ({ written, parts }: ImportState): number =>
  parts.slice(0, written).reduce((sum, [, , records]) => sum + records, 0);

export const kindOfState = ({ kind }: Pick<ImportState, "kind">): ImportKind => kindNamed(kind) ?? DEALS;

export class ImportJournal {
  private constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly sheet: Sheet,
  ) {}

  static find(spreadsheet: Spreadsheet): ImportJournal | undefined {
    // The user may rename the sheet; the named range finds it.
    const sheet = spreadsheet.getRangeByName(IMPORT_MARK)?.getSheet();
    return sheet && new ImportJournal(spreadsheet, sheet);
  }

  /** An empty journal, which counts only when it has taken the place of the one before. */
  static begin(spreadsheet: Spreadsheet): ImportJournal {
    const active = spreadsheet.getActiveSheet();
    const sheet = insertUnfinished(spreadsheet, TITLE, spreadsheet.getSheets().length);
    sheet.deleteColumns(2, sheet.getMaxColumns() - 1);
    spreadsheet.setActiveSheet(active);
    sheet.hideSheet();
    return new ImportJournal(spreadsheet, sheet);
  }

  /** From here on this is the last import; the one before can no longer be taken back. */
  replace(before: ImportJournal | undefined, undo: Undo): void {
    if (before) {
      undo.later(() => this.spreadsheet.setNamedRange(IMPORT_MARK, before.sheet.getRange(1, 1)));
      outdateTab(this.spreadsheet, before.sheet, undo);
    }
    this.spreadsheet.setNamedRange(IMPORT_MARK, this.sheet.getRange(1, 1));
    finishTab(this.sheet, freeTabName(this.spreadsheet, TITLE), undo);
    // Last of all, since a deleted tab cannot be brought back.
    if (before) this.spreadsheet.deleteSheet(before.sheet);
  }

  fill(parts: readonly ImportPart[], state: Omit<ImportState, "parts" | "written">): ImportState {
    // The first row is the state's, which grows with the lists that it names.
    let row = STATE_ROWS + 1;
    const places = parts.map((part) => {
      const rows = this.writeText(row, JSON.stringify(part));
      const place = [row, rows, part.changed.length + part.added.length] as const;
      row += rows;
      return place;
    });
    const full = { ...state, parts: places, written: 0 };
    this.writeState(full);
    return full;
  }

  get state(): ImportState | undefined {
    const text = this.readText(1, STATE_ROWS);
    return text === "" ? undefined : (JSON.parse(text) as ImportState);
  }

  writeState(state: ImportState): void {
    const cells = cellsOf(JSON.stringify(state));
    if (cells.length > STATE_ROWS) {
      throw new Error("The export names too many owners and stages to keep for taking the import back.");
    }
    while (cells.length < STATE_ROWS) cells.push("");
    this.sheet.getRange(1, 1, STATE_ROWS, 1).setValues(cells.map((cell) => [cell]));
  }

  part({ parts }: ImportState, index: number): ImportPart {
    const [row, rows] = parts[index] ?? [1, 0];
    return JSON.parse(this.readText(row, rows)) as ImportPart;
  }

  /** Nothing is left to take back. */
  remove(): void {
    allOrNothing((undo) => {
      const mark = this.sheet.getRange(1, 1);
      outdateTab(this.spreadsheet, this.sheet, undo);
      undo.later(() => this.spreadsheet.setNamedRange(IMPORT_MARK, mark));
      removeTab(this.spreadsheet, this.sheet);
    });
  }

  private writeText(row: number, text: string): number {
    const cells = cellsOf(text);
    const have = this.sheet.getMaxRows();
    if (have < row + cells.length) this.sheet.insertRowsAfter(have, row + cells.length - have);
    this.sheet.getRange(row, 1, cells.length, 1).setValues(cells.map((cell) => [cell]));
    return cells.length;
  }

  private readText(row: number, rows: number): string {
    if (rows === 0) return "";
    const cells = this.sheet.getRange(row, 1, rows, 1).getValues();
    return cells.map(([cell]) => String(cell ?? "").slice(1, -1)).join("");
  }
}

const STATE_ROWS = 20;

/** Each piece stands between tildes, so that no piece reads as a number, a date or a formula or loses a blank. */
export function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + CELL_CHARACTERS, text.length);
    // The two halves of a character beyond the basic plane stay together.
    if (to < text.length && /[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to--;
    cells.push(`~${text.slice(from, to)}~`);
    from = to;
  }
  return cells;
}
