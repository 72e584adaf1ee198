/** One tab of the spreadsheet. */

import { sheetNumber } from "../engine/cellLinks.js";
import type { Book } from "./book.js";
import {
  chartsOf,
  EmbeddedChartBuilderService,
  type EmbeddedChartService,
  insertChart,
  removeChart,
} from "./charts.js";
import { rulesOf, setRules } from "./conditionalFormat.js";
import { copySheet } from "./copySheet.js";
import { namedRangesIn } from "./namedRange.js";
import type { Offers } from "./offers.js";
import { protectionsOf, protectSheet } from "./protection.js";
import { type ClearOptions, RangeService, rangeOf } from "./range.js";
import { RangeListService } from "./rangeList.js";
import { checkedSheetName } from "./sheetNames.js";
import { hexColor } from "./styles.js";
import { lastUsed } from "./usedCells.js";
import { placeAt, placeNamed } from "./zones.js";

type Dimension = "ROW" | "COL";

/** Google's limit for a spreadsheet. */
const MAX_CELLS = 10_000_000;

export function sheetOf(book: Book, sheetId: string): SheetService {
  return book.guarded("Sheet", new SheetService(book, sheetId));
}

export class SheetService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.Sheet,
      | "activate"
      | "clear"
      | "clearConditionalFormatRules"
      | "clearContents"
      | "clearFormats"
      | "clearNotes"
      | "copyTo"
      | "deleteColumn"
      | "deleteColumns"
      | "deleteRow"
      | "deleteRows"
      | "getCharts"
      | "getColumnWidth"
      | "getConditionalFormatRules"
      | "getDataRange"
      | "getFrozenColumns"
      | "getFrozenRows"
      | "getIndex"
      | "getLastColumn"
      | "getLastRow"
      | "getMaxColumns"
      | "getMaxRows"
      | "getName"
      | "getNamedRanges"
      | "getParent"
      | "getProtections"
      | "getRange"
      | "getRangeList"
      | "getRowHeight"
      | "getSheetId"
      | "getTabColor"
      | "hasHiddenGridlines"
      | "hideColumns"
      | "hideRows"
      | "hideSheet"
      | "insertChart"
      | "insertColumnsAfter"
      | "insertColumnsBefore"
      | "insertRowsAfter"
      | "insertRowsBefore"
      | "isColumnHiddenByUser"
      | "isRowHiddenByUser"
      | "isSheetHidden"
      | "newChart"
      | "protect"
      | "removeChart"
      | "setActiveRange"
      | "setColumnWidth"
      | "setColumnWidths"
      | "setConditionalFormatRules"
      | "setFrozenColumns"
      | "setFrozenRows"
      | "setHiddenGridlines"
      | "setName"
      | "setRowHeight"
      | "setRowHeights"
      | "setTabColor"
      | "showColumns"
      | "showRows"
      | "showSheet"
    >
{
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, sheetId: string) {
    this.#book = book;
    this.#id = sheetId;
  }

  // What it is

  getName(): string {
    return this.#getters.getSheetName(this.sheetId);
  }

  setName(name: unknown) {
    const newName = checkedSheetName(this.#book, name, this.sheetId);
    const oldName = this.getName();
    if (newName !== oldName) this.#dispatch("RENAME_SHEET", { newName, oldName });
    else this.#book.requireChange();
    return this;
  }

  getSheetId(): number {
    return sheetNumber(this.sheetId);
  }

  getIndex(): number {
    return this.#getters.getSheetIds().indexOf(this.sheetId) + 1;
  }

  getParent(): unknown {
    return this.#book.spreadsheet;
  }

  activate() {
    this.#book.requireDocument();
    const sheetIdFrom = this.#getters.getActiveSheetId();
    if (this.isSheetHidden()) this.showSheet();
    if (sheetIdFrom !== this.sheetId)
      this.#book.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: this.sheetId });
    return this;
  }

  hideSheet() {
    if (!this.isSheetHidden()) this.#dispatch("HIDE_SHEET", {});
    return this;
  }

  showSheet() {
    if (this.isSheetHidden()) this.#dispatch("SHOW_SHEET", {});
    return this;
  }

  isSheetHidden(): boolean {
    return !this.#getters.isSheetVisible(this.sheetId);
  }

  setTabColor(color: unknown) {
    this.#dispatch("COLOR_SHEET", { color: hexColor(color, this.#book.host.engine) });
    return this;
  }

  getTabColor(): string | null {
    return this.#getters.getSheet(this.sheetId).color?.toLowerCase() ?? null;
  }

  setHiddenGridlines(hidden: unknown) {
    this.#dispatch("SET_GRID_LINES_VISIBILITY", { areGridLinesVisible: hidden !== true });
    return this;
  }

  hasHiddenGridlines(): boolean {
    return !this.#getters.getGridLinesVisibility(this.sheetId);
  }

  protect() {
    return protectSheet(this.#book, this.sheetId);
  }

  getProtections(type: unknown) {
    return protectionsOf(this.#book, this.sheetId, type);
  }

  getNamedRanges() {
    return namedRangesIn(this.#book, this.sheetId);
  }

  /** Google copies into any spreadsheet; the workbench has one. */
  copyTo(_spreadsheet: unknown) {
    return sheetOf(this.#book, copySheet(this.#book, this.sheetId));
  }

  // Ranges

  getRange(rowOrA1: unknown, column?: unknown, rows?: unknown, columns?: unknown) {
    if (typeof rowOrA1 === "string")
      return rangeOf(this.#book, placeNamed(this.#book, this.sheetId, rowOrA1));
    return rangeOf(this.#book, placeAt(this.#book, this.sheetId, rowOrA1, column, rows, columns));
  }

  getRangeList(a1Notations: readonly unknown[]) {
    const places = a1Notations.map((a1) => placeNamed(this.#book, this.sheetId, String(a1)));
    return this.#book.guarded("RangeList", new RangeListService(this.#book, places));
  }

  getDataRange() {
    const { row, column } = lastUsed(this.#book, this.sheetId);
    return this.getRange(1, 1, Math.max(row, 1), Math.max(column, 1));
  }

  getLastRow(): number {
    return lastUsed(this.#book, this.sheetId).row;
  }

  getLastColumn(): number {
    return lastUsed(this.#book, this.sheetId).column;
  }

  setActiveRange(range: unknown) {
    (range as RangeService).activate();
    return range;
  }

  // Rows and columns

  getMaxRows(): number {
    return this.#getters.getNumberRows(this.sheetId);
  }

  getMaxColumns(): number {
    return this.#getters.getNumberCols(this.sheetId);
  }

  insertRowsAfter(after: number, howMany: number) {
    return this.#insert("ROW", after, howMany, "after");
  }

  insertRowsBefore(before: number, howMany: number) {
    return this.#insert("ROW", before, howMany, "before");
  }

  insertColumnsAfter(after: number, howMany: number) {
    return this.#insert("COL", after, howMany, "after");
  }

  insertColumnsBefore(before: number, howMany: number) {
    return this.#insert("COL", before, howMany, "before");
  }

  deleteRow(row: number) {
    return this.#delete("ROW", row, 1);
  }

  deleteRows(row: number, howMany: number) {
    return this.#delete("ROW", row, howMany);
  }

  deleteColumn(column: number) {
    return this.#delete("COL", column, 1);
  }

  deleteColumns(column: number, howMany: number) {
    return this.#delete("COL", column, howMany);
  }

  setFrozenRows(rows: number) {
    this.#dispatch(rows > 0 ? "FREEZE_ROWS" : "UNFREEZE_ROWS", { quantity: rows });
  }

  getFrozenRows(): number {
    return this.#getters.getPaneDivisions(this.sheetId).ySplit;
  }

  setFrozenColumns(columns: number) {
    this.#dispatch(columns > 0 ? "FREEZE_COLUMNS" : "UNFREEZE_COLUMNS", { quantity: columns });
  }

  getFrozenColumns(): number {
    return this.#getters.getPaneDivisions(this.sheetId).xSplit;
  }

  setColumnWidth(column: number, width: number) {
    return this.#resize("COL", column, 1, width);
  }

  setColumnWidths(column: number, howMany: number, width: number) {
    return this.#resize("COL", column, howMany, width);
  }

  getColumnWidth(column: number): number {
    return this.#getters.getColSize(this.sheetId, column - 1);
  }

  setRowHeight(row: number, height: number) {
    return this.#resize("ROW", row, 1, height);
  }

  setRowHeights(row: number, howMany: number, height: number) {
    return this.#resize("ROW", row, howMany, height);
  }

  getRowHeight(row: number): number {
    return this.#getters.getRowSize(this.sheetId, row - 1);
  }

  hideRows(row: number, howMany = 1) {
    this.#headers("HIDE_COLUMNS_ROWS", "ROW", row, howMany);
  }

  showRows(row: number, howMany = 1) {
    this.#headers("UNHIDE_COLUMNS_ROWS", "ROW", row, howMany);
  }

  hideColumns(column: number, howMany = 1) {
    this.#headers("HIDE_COLUMNS_ROWS", "COL", column, howMany);
  }

  showColumns(column: number, howMany = 1) {
    this.#headers("UNHIDE_COLUMNS_ROWS", "COL", column, howMany);
  }

  isRowHiddenByUser(row: number): boolean {
    return this.#getters.isHeaderHidden(this.sheetId, "ROW", row - 1);
  }

  isColumnHiddenByUser(column: number): boolean {
    return this.#getters.isHeaderHidden(this.sheetId, "COL", column - 1);
  }

  // Charts and conditional formats

  newChart() {
    return this.#book.guarded("EmbeddedChartBuilder", new EmbeddedChartBuilderService(this.#book));
  }

  getCharts() {
    return chartsOf(this.#book, this.sheetId);
  }

  insertChart(chart: unknown): void {
    insertChart(this.#book, this.sheetId, chart as EmbeddedChartService);
  }

  removeChart(chart: unknown): void {
    removeChart(this.#book, this.sheetId, chart as EmbeddedChartService);
  }

  getConditionalFormatRules() {
    return rulesOf(this.#book, this.sheetId);
  }

  setConditionalFormatRules(rules: readonly unknown[]): void {
    setRules(this.#book, this.sheetId, rules);
  }

  clearConditionalFormatRules(): void {
    setRules(this.#book, this.sheetId, []);
  }

  // Clearing

  clear(options?: ClearOptions) {
    if (options?.contentsOnly) return this.clearContents();
    if (options?.formatOnly) return this.clearFormats();
    this.#everything.clear();
    this.clearConditionalFormatRules();
    return this;
  }

  clearContents() {
    this.#everything.clearContent();
    return this;
  }

  clearFormats() {
    this.#everything.clearFormat();
    this.clearConditionalFormatRules();
    return this;
  }

  clearNotes() {
    this.#everything.clearNote();
    return this;
  }

  get sheetId(): string {
    this.#book.requireDocument();
    if (!this.#book.getters.tryGetSheet(this.#id)) throw new Error("The sheet was deleted.");
    return this.#id;
  }

  get #getters() {
    return this.#book.getters;
  }

  get #everything(): RangeService {
    const zone = this.#getters.getSheetZone(this.sheetId);
    return new RangeService(this.#book, { sheetId: this.sheetId, zone, open: undefined });
  }

  #dispatch(command: string, payload: object): void {
    this.#book.dispatch(command, { sheetId: this.sheetId, ...payload });
  }

  #insert(dimension: Dimension, at: number, quantity: number, position: "before" | "after") {
    const there = dimension === "ROW" ? this.getMaxRows() : this.getMaxColumns();
    if (at < 1 || at > there)
      throw new Error("The place of insertion is outside the dimensions of the sheet.");
    const across = dimension === "ROW" ? this.getMaxColumns() : this.getMaxRows();
    if (cellsIn(this.#book) + quantity * across > MAX_CELLS)
      throw new Error(
        "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      );
    this.#dispatch("ADD_COLUMNS_ROWS", {
      sheetName: this.getName(),
      dimension,
      base: at - 1,
      quantity,
      position,
    });
    return this;
  }

  #delete(dimension: Dimension, from: number, howMany: number): void {
    const sheetName = this.getName();
    if (howMany < 1) throw new Error("At least one row or column must be deleted.");
    this.#checkHeaders(dimension, from, howMany);
    this.#dispatch("REMOVE_COLUMNS_ROWS", { sheetName, dimension, elements: indexes(from, howMany) });
  }

  #resize(dimension: Dimension, from: number, howMany: number, size: number) {
    this.#checkHeaders(dimension, from, howMany);
    this.#dispatch("RESIZE_COLUMNS_ROWS", { dimension, elements: indexes(from, howMany), size });
    return this;
  }

  #headers(command: string, dimension: Dimension, from: number, howMany: number): void {
    this.#checkHeaders(dimension, from, howMany);
    this.#dispatch(command, { dimension, elements: indexes(from, howMany) });
  }

  #checkHeaders(dimension: Dimension, from: number, howMany: number): void {
    const there = dimension === "ROW" ? this.getMaxRows() : this.getMaxColumns();
    if (from < 1 || from + howMany - 1 > there)
      throw new Error(`Those ${dimension === "ROW" ? "rows" : "columns"} are out of bounds.`);
  }
}

function cellsIn({ getters }: Book): number {
  return getters
    .getSheetIds()
    .reduce((sum, id) => sum + getters.getNumberRows(id) * getters.getNumberCols(id), 0);
}

function indexes(from: number, howMany: number): number[] {
  return Array.from({ length: howMany }, (_, index) => from - 1 + index);
}
