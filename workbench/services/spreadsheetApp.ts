/** The global `SpreadsheetApp`. */

import type { Book } from "./book.js";
import { ConditionalFormatRuleBuilderService } from "./conditionalFormat.js";
import { DataValidationBuilderService } from "./dataValidation.js";
import {
  BooleanCriteria,
  BorderStyle,
  CopyPasteType,
  DataValidationCriteria,
  ProtectionType,
  WrapStrategy,
} from "./enums.js";
import type { Offers } from "./offers.js";
import { SpreadsheetService } from "./spreadsheet.js";
import { UiService } from "./ui.js";

export class SpreadsheetAppService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.SpreadsheetApp,
      | "flush"
      | "getActive"
      | "getActiveRange"
      | "getActiveSheet"
      | "getActiveSpreadsheet"
      | "getUi"
      | "newConditionalFormatRule"
      | "newDataValidation"
      | "setActiveRange"
      | "setActiveSheet"
    >
{
  readonly BooleanCriteria = BooleanCriteria;
  readonly BorderStyle = BorderStyle;
  readonly CopyPasteType = CopyPasteType;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly ProtectionType = ProtectionType;
  readonly WrapStrategy = WrapStrategy;
  readonly #book: Book;
  readonly #spreadsheet: SpreadsheetService;
  readonly #ui: UiService;

  constructor(book: Book) {
    this.#book = book;
    this.#spreadsheet = new SpreadsheetService(book);
    this.#ui = book.guarded("Ui", new UiService(book));
    book.spreadsheet = book.guarded("Spreadsheet", this.#spreadsheet);
  }

  getActive() {
    this.#book.requireDocument();
    return this.#book.spreadsheet as SpreadsheetService;
  }

  getActiveSpreadsheet() {
    return this.getActive();
  }

  getActiveSheet() {
    return this.#spreadsheet.getActiveSheet();
  }

  setActiveSheet(sheet: unknown) {
    return this.#spreadsheet.setActiveSheet(sheet);
  }

  getActiveRange() {
    return this.#spreadsheet.getActiveRange();
  }

  setActiveRange(range: unknown) {
    return this.#spreadsheet.setActiveRange(range);
  }

  getUi() {
    this.#book.requireUserInterface();
    return this.#ui;
  }

  flush(): void {
    this.#book.requireChange();
    this.#book.flush();
  }

  newDataValidation() {
    return this.#book.guarded("DataValidationBuilder", new DataValidationBuilderService(this.#book));
  }

  newConditionalFormatRule() {
    return this.#book.guarded(
      "ConditionalFormatRuleBuilder",
      new ConditionalFormatRuleBuilderService(this.#book),
    );
  }
}
