/** Conditional formats: Google's builder, the rule it builds, and the rules of a sheet in their order. */

import type { StyleChange } from "../engine/cellWriter.js";
import type { ConditionalFormat, Style } from "../engine/engine.js";
import type { Book } from "./book.js";
import { BooleanCriteria, type EnumMember } from "./enums.js";
import { unguarded } from "./guard.js";
import type { Offers } from "./offers.js";
import { type RangeService, rangeOf } from "./range.js";
import * as styles from "./styles.js";
import { type Place, placeNamed } from "./zones.js";

type CellRule = Extract<ConditionalFormat["rule"], { type: "CellIsRule" }>;

interface RuleParts {
  /** Missing until the rule is on a sheet. */
  readonly id?: string;
  /** What the engine does; a scale or icon set made by hand is kept as it is. */
  readonly rule: ConditionalFormat["rule"];
  readonly places: readonly Place[];
}

export class ConditionalFormatRuleBuilderService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder,
      | "build"
      | "setBackground"
      | "setBold"
      | "setFontColor"
      | "setItalic"
      | "setRanges"
      | "whenCellEmpty"
      | "whenCellNotEmpty"
      | "whenFormulaSatisfied"
      | "whenNumberBetween"
      | "whenNumberEqualTo"
      | "whenNumberGreaterThan"
      | "whenNumberGreaterThanOrEqualTo"
      | "whenNumberLessThan"
      | "whenNumberLessThanOrEqualTo"
      | "whenTextContains"
      | "whenTextEqualTo"
    >
{
  readonly #book: Book;
  #condition: Pick<CellRule, "operator" | "values"> | undefined;
  #style: StyleChange = {};
  #places: readonly Place[] = [];

  constructor(book: Book) {
    this.#book = book;
  }

  whenFormulaSatisfied(formula: unknown) {
    const text = String(formula);
    return this.#when("customFormula", text.startsWith("=") ? text : `=${text}`);
  }

  whenTextEqualTo(text: unknown) {
    return this.#when("isEqual", text);
  }

  whenTextContains(text: unknown) {
    return this.#when("containsText", text);
  }

  whenNumberLessThan(number: unknown) {
    return this.#when("isLessThan", number);
  }

  whenNumberLessThanOrEqualTo(number: unknown) {
    return this.#when("isLessOrEqualTo", number);
  }

  whenNumberGreaterThan(number: unknown) {
    return this.#when("isGreaterThan", number);
  }

  whenNumberGreaterThanOrEqualTo(number: unknown) {
    return this.#when("isGreaterOrEqualTo", number);
  }

  whenNumberEqualTo(number: unknown) {
    return this.#when("isEqual", number);
  }

  whenNumberBetween(start: unknown, end: unknown) {
    return this.#when("isBetween", start, end);
  }

  whenCellEmpty() {
    return this.#when("isEmpty");
  }

  whenCellNotEmpty() {
    return this.#when("isNotEmpty");
  }

  setBackground(color: unknown) {
    return this.#look(styles.background(color, this.#book.host.engine));
  }

  setFontColor(color: unknown) {
    return this.#look(styles.fontColor(color, this.#book.host.engine));
  }

  setBold(bold: unknown) {
    return this.#look({ bold: bold === true });
  }

  setItalic(italic: unknown) {
    return this.#look({ italic: italic === true });
  }

  setRanges(ranges: readonly unknown[]) {
    this.#places = ranges.map((range) => (unguarded(range) as RangeService).place);
    return this;
  }

  build() {
    if (!this.#condition) throw new Error("The conditional format rule has no condition: call one of when….");
    if (this.#places.length === 0)
      throw new Error("The conditional format rule has no ranges: call setRanges.");
    const style = Object.fromEntries(
      Object.entries(this.#style).filter(([, look]) => look !== undefined),
    ) as Style;
    const rule: CellRule = { type: "CellIsRule", ...this.#condition, style };
    return ruleOf(this.#book, { rule, places: this.#places });
  }

  #when(operator: CellRule["operator"], ...values: unknown[]) {
    this.#condition = { operator, values: values.map(String) };
    return this;
  }

  #look(style: StyleChange) {
    this.#style = { ...this.#style, ...style };
    return this;
  }
}

function ruleOf(book: Book, parts: RuleParts): ConditionalFormatRuleService {
  return book.guarded("ConditionalFormatRule", new ConditionalFormatRuleService(book, parts));
}

export class ConditionalFormatRuleService
  implements Offers<GoogleAppsScript.Spreadsheet.ConditionalFormatRule, "getBooleanCondition" | "getRanges">
{
  readonly parts: RuleParts;
  readonly #book: Book;

  constructor(book: Book, parts: RuleParts) {
    this.#book = book;
    this.parts = parts;
  }

  getRanges() {
    return this.parts.places.map((place) => rangeOf(this.#book, place));
  }

  /** Null for a scale, and for a condition that Google has no name for here. */
  getBooleanCondition() {
    const { rule } = this.parts;
    const type = rule.type === "CellIsRule" ? CRITERIA.get(rule.operator) : undefined;
    if (rule.type !== "CellIsRule" || !type) return null;
    return this.#book.guarded("BooleanCondition", new BooleanConditionService(type, rule));
  }
}

export class BooleanConditionService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.BooleanCondition,
      "getBackground" | "getBold" | "getCriteriaType" | "getCriteriaValues" | "getFontColor" | "getItalic"
    >
{
  readonly #type: EnumMember;
  readonly #rule: CellRule;

  constructor(type: EnumMember, rule: CellRule) {
    this.#type = type;
    this.#rule = rule;
  }

  getCriteriaType(): EnumMember {
    return this.#type;
  }

  getCriteriaValues(): string[] {
    return [...this.#rule.values];
  }

  getBackground(): string | null {
    return this.#rule.style.fillColor?.toLowerCase() ?? null;
  }

  getFontColor(): string | null {
    return this.#rule.style.textColor?.toLowerCase() ?? null;
  }

  getBold(): boolean | null {
    return this.#rule.style.bold ?? null;
  }

  getItalic(): boolean | null {
    return this.#rule.style.italic ?? null;
  }
}

const CRITERIA: ReadonlyMap<CellRule["operator"], EnumMember> = new Map([
  ["containsText", BooleanCriteria.TEXT_CONTAINS],
  ["customFormula", BooleanCriteria.CUSTOM_FORMULA],
  ["isBetween", BooleanCriteria.NUMBER_BETWEEN],
  ["isEmpty", BooleanCriteria.CELL_EMPTY],
  ["isGreaterOrEqualTo", BooleanCriteria.NUMBER_GREATER_THAN_OR_EQUAL_TO],
  ["isGreaterThan", BooleanCriteria.NUMBER_GREATER_THAN],
  ["isLessOrEqualTo", BooleanCriteria.NUMBER_LESS_THAN_OR_EQUAL_TO],
  ["isLessThan", BooleanCriteria.NUMBER_LESS_THAN],
  ["isNotEmpty", BooleanCriteria.CELL_NOT_EMPTY],
]);

export function rulesOf(book: Book, sheetId: string): ConditionalFormatRuleService[] {
  return book.getters.getConditionalFormats(sheetId).map(({ id, rule, ranges }) => {
    const places = ranges.map((xc) => placeNamed(book, sheetId, xc));
    return ruleOf(book, { id, rule, places });
  });
}

export function setRules(book: Book, sheetId: string, rules: readonly unknown[]): void {
  book.requireChange();
  const wanted = rules.map((rule) => (unguarded(rule) as ConditionalFormatRuleService).parts);
  for (const { places } of wanted)
    if (places.some((place) => place.sheetId !== sheetId))
      throw new Error("A conditional format rule's ranges must be on the sheet it is set on.");
  for (const { id } of book.getters.getConditionalFormats(sheetId))
    book.dispatch("REMOVE_CONDITIONAL_FORMAT", { sheetId, id });
  for (const { id, rule, places } of wanted) {
    const ranges = places.map(({ zone, open }) => ({ _sheetId: sheetId, _zone: open ?? zone }));
    book.dispatch("ADD_CONDITIONAL_FORMAT", { sheetId, cf: { id: id ?? book.newId(), rule }, ranges });
  }
}
