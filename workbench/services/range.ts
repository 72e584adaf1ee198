/** A range of cells. Writes are gathered by the book; reads see everything written before them. */

import { googleError } from "../engine/cellValues.js";
import type { CellChange, StyleChange } from "../engine/cellWriter.js";
import { changeCompanion, companionOf } from "../engine/companionPlugin.js";
import type { EvaluatedCell, Position, Style, UnboundedZone, Zone } from "../engine/engine.js";
import type { Book } from "./book.js";
import { setBorders } from "./borders.js";
import { engineFormat, googleFormat } from "./cellFormats.js";
import { changeFor, type DateFormats } from "./cellText.js";
import { copyCells } from "./copyCells.js";
import { clearRules, type DataValidationService, ruleAt, setRule } from "./dataValidation.js";
import { CopyPasteType } from "./enums.js";
import { equalCells } from "./equalCells.js";
import { checkedGrid } from "./grid.js";
import { unguarded } from "./guard.js";
import type { Offers } from "./offers.js";
import { protectPlace } from "./protection.js";
import { SheetService, sheetOf } from "./sheet.js";
import * as styles from "./styles.js";
import { type Place, placeAt } from "./zones.js";

export interface ClearOptions {
  readonly commentsOnly?: boolean | undefined;
  readonly contentsOnly?: boolean | undefined;
  readonly formatOnly?: boolean | undefined;
  readonly validationsOnly?: boolean | undefined;
}

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

export function rangeOf(book: Book, place: Place): RangeService {
  return book.guarded("Range", new RangeService(book, place));
}

export class RangeService
  implements
    Offers<
      GoogleRange,
      | "activate"
      | "breakApart"
      | "clear"
      | "clearContent"
      | "clearDataValidations"
      | "clearFormat"
      | "clearNote"
      | "copyTo"
      | "getA1Notation"
      | "getBackground"
      | "getBackgrounds"
      | "getCell"
      | "getColumn"
      | "getDataValidation"
      | "getDataValidations"
      | "getDisplayValue"
      | "getDisplayValues"
      | "getFontSize"
      | "getFontSizes"
      | "getFontStyle"
      | "getFontStyles"
      | "getFontWeight"
      | "getFontWeights"
      | "getFormula"
      | "getFormulas"
      | "getHeight"
      | "getHorizontalAlignment"
      | "getHorizontalAlignments"
      | "getLastColumn"
      | "getLastRow"
      | "getMergedRanges"
      | "getNote"
      | "getNotes"
      | "getNumberFormat"
      | "getNumberFormats"
      | "getNumColumns"
      | "getNumRows"
      | "getRow"
      | "getSheet"
      | "getValue"
      | "getValues"
      | "getVerticalAlignment"
      | "getVerticalAlignments"
      | "getWidth"
      | "getWrap"
      | "getWraps"
      | "getWrapStrategy"
      | "getWrapStrategies"
      | "isBlank"
      | "isPartOfMerge"
      | "merge"
      | "mergeAcross"
      | "mergeVertically"
      | "offset"
      | "protect"
      | "setBackground"
      | "setBackgrounds"
      | "setBorder"
      | "setDataValidation"
      | "setDataValidations"
      | "setFontColor"
      | "setFontColors"
      | "setFontFamilies"
      | "setFontFamily"
      | "setFontSize"
      | "setFontSizes"
      | "setFontStyle"
      | "setFontStyles"
      | "setFontWeight"
      | "setFontWeights"
      | "setFormula"
      | "setFormulas"
      | "setHorizontalAlignment"
      | "setHorizontalAlignments"
      | "setNote"
      | "setNotes"
      | "setNumberFormat"
      | "setNumberFormats"
      | "setValue"
      | "setValues"
      | "setVerticalAlignment"
      | "setVerticalAlignments"
      | "setWrap"
      | "setWraps"
      | "setWrapStrategies"
      | "setWrapStrategy"
    >
{
  readonly place: Place;
  readonly #book: Book;

  constructor(book: Book, place: Place) {
    this.#book = book;
    this.place = place;
  }

  // Where it is

  getRow(): number {
    return this.#zone.top + 1;
  }

  getColumn(): number {
    return this.#zone.left + 1;
  }

  getLastRow(): number {
    return this.#zone.bottom + 1;
  }

  getLastColumn(): number {
    return this.#zone.right + 1;
  }

  getNumRows(): number {
    return this.#zone.bottom - this.#zone.top + 1;
  }

  getNumColumns(): number {
    return this.#zone.right - this.#zone.left + 1;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getSheet() {
    return sheetOf(this.#book, this.place.sheetId);
  }

  getA1Notation(): string {
    const { sheetId } = this.place;
    const { getters } = this.#book;
    const data = getters.getRangeDataFromZone(sheetId, this.target as Zone);
    return getters.getRangeString(getters.getRangeFromRangeData(data), sheetId);
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number) {
    const { top, left } = this.#zone;
    const rows = numRows ?? this.getNumRows();
    const columns = numColumns ?? this.getNumColumns();
    const place = placeAt(
      this.#book,
      this.place.sheetId,
      top + 1 + rowOffset,
      left + 1 + columnOffset,
      rows,
      columns,
    );
    return rangeOf(this.#book, place);
  }

  getCell(row: number, column: number) {
    if (row < 1 || column < 1 || row > this.getNumRows() || column > this.getNumColumns())
      throw new Error("The cell is outside the range.");
    return this.offset(row - 1, column - 1, 1, 1);
  }

  activate() {
    this.#book.requireChange();
    new SheetService(this.#book, this.place.sheetId).activate();
    const { left: col, top: row } = this.#zone;
    this.#book.model.selection.selectZone({ cell: { col, row }, zone: this.#zone });
    return this;
  }

  // Values and formulas

  getValue() {
    return this.#scriptValue(this.#book.computed(this.#first.sheetId).getEvaluatedCell(this.#first));
  }

  getValues() {
    return this.#read((cell) => this.#scriptValue(cell));
  }

  getDisplayValue(): string {
    return displayed(this.#book.computed(this.#first.sheetId).getEvaluatedCell(this.#first));
  }

  getDisplayValues(): string[][] {
    return this.#read(displayed);
  }

  isBlank(): boolean {
    const { sheetId } = this.place;
    this.#book.computed(sheetId);
    return this.#every(({ col, row }) => {
      const cell = this.#book.getters.getCell({ sheetId, col, row });
      const evaluated = this.#book.getters.getEvaluatedCell({ sheetId, col, row });
      return !cell?.isFormula && (evaluated.value === null || evaluated.value === "");
    });
  }

  setValue(value: unknown) {
    const change = changeFor(value, this.#dateFormats);
    return this.#fill(change);
  }

  setValues(values: unknown) {
    const formats = this.#dateFormats;
    return this.#each(values, (value) => changeFor(value, formats));
  }

  getFormula(): string {
    this.#book.calls.read();
    return this.#formula(this.#first);
  }

  getFormulas(): string[][] {
    this.#book.calls.read();
    this.#book.applied();
    return this.#grid((position) => this.#formula(position));
  }

  setFormula(formula: unknown) {
    return this.#fill(formulaChange(formula));
  }

  setFormulas(formulas: unknown) {
    return this.#each(formulas, formulaChange);
  }

  // Number formats

  getNumberFormat(): string {
    return googleFormat(this.#book.computed(this.#first.sheetId).getEvaluatedCell(this.#first).format);
  }

  getNumberFormats(): string[][] {
    return this.#read((cell) => googleFormat(cell.format));
  }

  setNumberFormat(format: unknown) {
    return this.#fill({ format: engineFormat(format, this.#book.host.engine) });
  }

  setNumberFormats(formats: unknown) {
    return this.#each(formats, (format) => ({ format: engineFormat(format, this.#book.host.engine) }));
  }

  // Looks

  getBackground() {
    return this.#style(styles.read.background);
  }

  getBackgrounds() {
    return this.#styles(styles.read.background);
  }

  setBackground(color: unknown) {
    return this.#dress(styles.background(color, this.#book.host.engine));
  }

  setBackgrounds(colors: unknown) {
    return this.#dressEach(colors, (color) => styles.background(color, this.#book.host.engine));
  }

  setFontColor(color: unknown) {
    return this.#dress(styles.fontColor(color, this.#book.host.engine));
  }

  setFontColors(colors: unknown) {
    return this.#dressEach(colors, (color) => styles.fontColor(color, this.#book.host.engine));
  }

  getFontWeight() {
    return this.#style(styles.read.fontWeight);
  }

  getFontWeights() {
    return this.#styles(styles.read.fontWeight);
  }

  setFontWeight(weight: unknown) {
    return this.#dress(styles.fontWeight(weight));
  }

  setFontWeights(weights: unknown) {
    return this.#dressEach(weights, styles.fontWeight);
  }

  getFontStyle() {
    return this.#style(styles.read.fontStyle);
  }

  getFontStyles() {
    return this.#styles(styles.read.fontStyle);
  }

  setFontStyle(style: unknown) {
    return this.#dress(styles.fontStyle(style));
  }

  setFontStyles(all: unknown) {
    return this.#dressEach(all, styles.fontStyle);
  }

  getFontSize() {
    return this.#style(styles.read.fontSize);
  }

  getFontSizes() {
    return this.#styles(styles.read.fontSize);
  }

  setFontSize(size: unknown) {
    return this.#dress(styles.fontSize(size));
  }

  setFontSizes(sizes: unknown) {
    return this.#dressEach(sizes, styles.fontSize);
  }

  /** The engine draws one typeface only. */
  setFontFamily(_family: unknown) {
    this.#book.requireChange();
    return this;
  }

  setFontFamilies(families: unknown) {
    this.#book.requireChange();
    checkedGrid(families, this.getNumRows(), this.getNumColumns());
    return this;
  }

  getHorizontalAlignment(): string {
    return alignment(
      this.#book.computed(this.#first.sheetId).getEvaluatedCell(this.#first),
      this.#styleAt(this.#first),
    );
  }

  getHorizontalAlignments(): string[][] {
    return this.#read((cell, position) => alignment(cell, this.#styleAt(position)));
  }

  setHorizontalAlignment(to: unknown) {
    return this.#dress(styles.horizontalAlignment(to));
  }

  setHorizontalAlignments(to: unknown) {
    return this.#dressEach(to, styles.horizontalAlignment);
  }

  getVerticalAlignment() {
    return this.#style(styles.read.verticalAlignment);
  }

  getVerticalAlignments() {
    return this.#styles(styles.read.verticalAlignment);
  }

  setVerticalAlignment(to: unknown) {
    return this.#dress(styles.verticalAlignment(to));
  }

  setVerticalAlignments(to: unknown) {
    return this.#dressEach(to, styles.verticalAlignment);
  }

  getWrap() {
    return this.#style(styles.read.wrap);
  }

  getWraps() {
    return this.#styles(styles.read.wrap);
  }

  setWrap(isWrapped: unknown) {
    return this.#dress(styles.wrap(isWrapped));
  }

  setWraps(wraps: unknown) {
    return this.#dressEach(wraps, styles.wrap);
  }

  getWrapStrategy() {
    return this.#style(styles.read.wrapStrategy);
  }

  getWrapStrategies() {
    return this.#styles(styles.read.wrapStrategy);
  }

  setWrapStrategy(strategy: unknown) {
    return this.#dress(styles.wrapStrategy(strategy));
  }

  setWrapStrategies(strategies: unknown) {
    return this.#dressEach(strategies, styles.wrapStrategy);
  }

  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: unknown,
    style?: unknown,
  ) {
    const switches = { top, left, bottom, right, vertical, horizontal };
    setBorders(this.#book, this.place.sheetId, this.#zone, switches, color, style);
    return this;
  }

  // Validation, notes, protection

  getDataValidation() {
    this.#book.calls.read();
    return ruleAt(this.#book, this.#first);
  }

  getDataValidations() {
    this.#book.calls.read();
    return this.#grid((position) => ruleAt(this.#book, position));
  }

  setDataValidation(rule: unknown) {
    setRule(this.#book, [this.place], rule as DataValidationService | null);
    return this;
  }

  setDataValidations(rules: unknown) {
    const grid = checkedGrid(rules, this.getNumRows(), this.getNumColumns());
    const { top, left } = this.#zone;
    const wanted = grid.map((cells) => cells.map((cell) => unguarded(cell) as DataValidationService | null));
    const { sheetId } = this.place;
    for (const { value: rule, zones } of equalCells(wanted, top, left, (one) =>
      JSON.stringify(one?.parts ?? null),
    )) {
      const places = zones.map((zone) => ({ sheetId, zone, open: undefined }));
      setRule(this.#book, places, rule);
    }
    return this;
  }

  clearDataValidations() {
    clearRules(this.#book, [this.place]);
    return this;
  }

  getNote(): string {
    this.#book.calls.read();
    this.#book.requireDocument();
    return companionOf(this.#book.model).getCellNote(this.#first);
  }

  getNotes(): string[][] {
    this.#book.calls.read();
    return this.#grid((position) => companionOf(this.#book.model).getCellNote(position));
  }

  setNote(note: unknown) {
    const text = noteText(note);
    return this.#changeNotes(() => text);
  }

  setNotes(notes: unknown) {
    const grid = checkedGrid(notes, this.getNumRows(), this.getNumColumns());
    const { top, left } = this.#zone;
    return this.#changeNotes(({ col, row }) => noteText(grid[row - top]?.[col - left]));
  }

  clearNote() {
    return this.#changeNotes(() => "");
  }

  protect() {
    return protectPlace(this.#book, this.place);
  }

  // Merges

  merge() {
    return this.#merge([this.#zone]);
  }

  mergeAcross() {
    const { top, bottom } = this.#zone;
    return this.#merge(steps(top, bottom).map((row) => ({ ...this.#zone, top: row, bottom: row })));
  }

  mergeVertically() {
    const { left, right } = this.#zone;
    return this.#merge(steps(left, right).map((col) => ({ ...this.#zone, left: col, right: col })));
  }

  breakApart() {
    const { sheetId } = this.place;
    const target = this.#book
      .applied()
      .getMergesInZone(sheetId, this.#zone)
      .map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
    if (target.length) this.#book.dispatch("REMOVE_MERGE", { sheetId, target });
    else this.#book.requireChange();
    return this;
  }

  getMergedRanges() {
    const { sheetId } = this.place;
    return this.#book.getters
      .getMergesInZone(sheetId, this.#zone)
      .map(({ top, left, bottom, right }) =>
        rangeOf(this.#book, { sheetId, zone: { top, left, bottom, right }, open: undefined }),
      );
  }

  isPartOfMerge(): boolean {
    return this.#book.getters.getMergesInZone(this.place.sheetId, this.#zone).length > 0;
  }

  // Clearing and copying

  clear(options?: ClearOptions) {
    if (options?.contentsOnly) return this.clearContent();
    if (options?.formatOnly) return this.clearFormat();
    if (options?.validationsOnly) return this.clearDataValidations();
    if (options?.commentsOnly) return this.clearNote();
    this.#fillUsed({ content: "", style: null, format: "" });
    return this.#clearLines();
  }

  clearContent() {
    return this.#fillUsed({ content: "" });
  }

  clearFormat() {
    this.#fillUsed({ style: null, format: "" });
    return this.#clearLines();
  }

  copyTo(destination: unknown, optionsOrType?: unknown) {
    const contentsOnly = (optionsOrType as { contentsOnly?: boolean } | undefined)?.contentsOnly === true;
    const valuesOnly = contentsOnly || optionsOrType === CopyPasteType.PASTE_VALUES;
    copyCells(this.#book, this.place, (destination as RangeService).place, valuesOnly);
  }

  /** The zone as commands take it, open where the range is. */
  get target(): Zone | UnboundedZone {
    return this.place.open ?? this.#zone;
  }

  get #zone(): Zone {
    this.#book.requireDocument();
    if (!this.#book.getters.tryGetSheet(this.place.sheetId))
      throw new Error("The sheet of this range was deleted.");
    return this.place.zone;
  }

  get #first(): Position {
    const { top, left } = this.#zone;
    return { sheetId: this.place.sheetId, col: left, row: top };
  }

  get #dateFormats(): DateFormats {
    const { dateFormat, timeFormat } = this.#book.getters.getLocale();
    const { timeZone } = this.#book.values;
    return { timeZone, date: dateFormat, dateTime: `${dateFormat} ${timeFormat}` };
  }

  #scriptValue(cell: EvaluatedCell) {
    return this.#book.values.toScript(cell.value, cell.format);
  }

  #formula(position: Position): string {
    const cell = this.#book.applied().getCell(position);
    return cell?.isFormula ? cell.compiledFormula.toFormulaString(this.#book.getters) : "";
  }

  #styleAt(position: Position): Style {
    return this.#book.applied().getCell(position)?.style ?? {};
  }

  #style<Look>(look: (style: Style) => Look): Look {
    this.#book.calls.read();
    return look(this.#styleAt(this.#first));
  }

  #styles<Look>(look: (style: Style) => Look): Look[][] {
    this.#book.calls.read();
    this.#book.applied();
    return this.#grid((position) => look(this.#styleAt(position)));
  }

  #fill(change: CellChange) {
    const { top, bottom, left, right } = this.#zone;
    this.#book.write((writer) => {
      for (let row = top; row <= bottom; row++)
        for (let col = left; col <= right; col++) writer.write(this.place.sheetId, col, row, change);
    });
    return this;
  }

  /** Clearing a whole open column touches only cells that have something. */
  #fillUsed(change: CellChange) {
    const { top, bottom, left, right } = this.#zone;
    const { sheetId } = this.place;
    const getters = this.#book.applied();
    this.#book.write((writer) => {
      for (let row = top; row <= bottom; row++)
        for (let col = left; col <= right; col++)
          if (getters.getCell({ sheetId, col, row })) writer.write(sheetId, col, row, change);
    });
    return this;
  }

  #clearLines() {
    const { sheetId } = this.place;
    this.#book.dispatch("SET_ZONE_BORDERS", { sheetId, target: [this.#zone], border: { position: "clear" } });
    return this;
  }

  #each(data: unknown, change: (value: unknown) => CellChange) {
    const grid = checkedGrid(data, this.getNumRows(), this.getNumColumns());
    const { top, left } = this.#zone;
    const changes = grid.map((cells) => cells.map(change));
    this.#book.write((writer) => {
      changes.forEach((cells, row) => {
        cells.forEach((cell, column) => {
          writer.write(this.place.sheetId, left + column, top + row, cell);
        });
      });
    });
    return this;
  }

  #dress(style: StyleChange) {
    return this.#fill({ style });
  }

  #dressEach(data: unknown, style: (value: unknown) => StyleChange) {
    return this.#each(data, (value) => ({ style: style(value) }));
  }

  #changeNotes(text: (position: Position) => string) {
    this.#book.requireChange();
    const { sheetId } = this.place;
    const notes: (Position & { text: string })[] = [];
    this.#every(({ col, row }) => {
      notes.push({ sheetId, col, row, text: text({ sheetId, col, row }) });
      return true;
    });
    this.#book.calls.wrote();
    changeCompanion(this.#book.model, { notes });
    return this;
  }

  #merge(zones: readonly Zone[]) {
    const { sheetId } = this.place;
    const target = zones.filter((zone) => zone.left !== zone.right || zone.top !== zone.bottom);
    if (target.length) this.#book.dispatch("ADD_MERGE", { sheetId, target, force: true });
    else this.#book.requireChange();
    return this;
  }

  #read<Cell>(look: (cell: EvaluatedCell, position: Position) => Cell): Cell[][] {
    this.#book.requireDocument();
    const getters = this.#book.computed(this.place.sheetId);
    return this.#grid((position) => look(getters.getEvaluatedCell(position), position));
  }

  #grid<Cell>(look: (position: Position) => Cell): Cell[][] {
    const { top, bottom, left, right } = this.#zone;
    const { sheetId } = this.place;
    const rows = this.#book.values.array<Cell[]>(bottom - top + 1);
    for (let row = top; row <= bottom; row++) {
      const cells = this.#book.values.array<Cell>(right - left + 1);
      for (let col = left; col <= right; col++) cells[col - left] = look({ sheetId, col, row });
      rows[row - top] = cells;
    }
    return rows;
  }

  #every(holds: (position: { col: number; row: number }) => boolean): boolean {
    const { top, bottom, left, right } = this.#zone;
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) if (!holds({ col, row })) return false;
    return true;
  }
}

function displayed(cell: EvaluatedCell): string {
  return cell.type === "error" ? googleError(cell.formattedValue) : cell.formattedValue;
}

function alignment(cell: EvaluatedCell, style: Style): string {
  return style.align ?? (cell.defaultAlign === "left" ? "general-left" : "general-right");
}

function formulaChange(formula: unknown): CellChange {
  if (typeof formula !== "string") throw new Error(`A formula is text, not ${String(formula)}.`);
  if (formula === "") return { content: "" };
  return { content: formula.startsWith("=") ? formula : `=${formula}` };
}

function noteText(note: unknown): string {
  return note === null || note === undefined ? "" : String(note);
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
