/** Data validation: Google's builder, the rule it builds, and rules on the cells they hold for. */

import { changeCompanion, companionOf } from "../engine/companionPlugin.js";
import type { DataValidationRule, Position, Zone } from "../engine/engine.js";
import type { Book } from "./book.js";
import { DataValidationCriteria, type EnumMember } from "./enums.js";
import type { Offers } from "./offers.js";
import { type RangeService, rangeOf } from "./range.js";
import { type Place, placeNamed } from "./zones.js";

type Criterion = DataValidationRule["criterion"];

interface RuleParts {
  readonly criterion: Criterion;
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export class DataValidationBuilderService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.DataValidationBuilder,
      | "build"
      | "requireCheckbox"
      | "requireDate"
      | "requireNumberBetween"
      | "requireNumberGreaterThanOrEqualTo"
      | "requireValueInList"
      | "requireValueInRange"
      | "setAllowInvalid"
      | "setHelpText"
    >
{
  readonly #book: Book;
  #criterion: Criterion | undefined;
  #allowInvalid = true;
  #helpText: string | null = null;

  constructor(book: Book, start?: RuleParts) {
    this.#book = book;
    if (!start) return;
    this.#criterion = start.criterion;
    this.#allowInvalid = start.allowInvalid;
    this.#helpText = start.helpText;
  }

  requireValueInList(values: readonly unknown[], showDropdown: unknown = true) {
    if (!Array.isArray(values) || values.length === 0)
      throw new Error("requireValueInList needs an array with at least one value.");
    const displayStyle = showDropdown ? "arrow" : "plainText";
    return this.#require({ type: "isValueInList", values: Array.from(values, String), displayStyle });
  }

  requireValueInRange(range: unknown, showDropdown: unknown = true) {
    const { place, target } = range as RangeService;
    const { getters } = this.#book;
    const source = getters.getRangeFromRangeData({ _sheetId: place.sheetId, _zone: target });
    const displayStyle = showDropdown ? "arrow" : "plainText";
    return this.#require({ type: "isValueInRange", values: [getters.getRangeString(source)], displayStyle });
  }

  requireCheckbox() {
    return this.#require({ type: "isBoolean", values: [] });
  }

  requireDate() {
    return this.#require({ type: "dateIsValid", values: [] });
  }

  requireNumberBetween(start: unknown, end: unknown) {
    return this.#require({ type: "isBetween", values: [String(start), String(end)] });
  }

  requireNumberGreaterThanOrEqualTo(number: unknown) {
    return this.#require({ type: "isGreaterOrEqualTo", values: [String(number)] });
  }

  setAllowInvalid(allowed: unknown) {
    this.#allowInvalid = Boolean(allowed);
    return this;
  }

  setHelpText(text: unknown) {
    this.#helpText = text === null ? null : String(text);
    return this;
  }

  build() {
    if (!this.#criterion) throw new Error("The data validation rule has no criterion: call one of require….");
    return ruleOf(this.#book, {
      criterion: this.#criterion,
      allowInvalid: this.#allowInvalid,
      helpText: this.#helpText,
    });
  }

  #require(criterion: Criterion) {
    this.#criterion = criterion;
    return this;
  }
}

function ruleOf(book: Book, parts: RuleParts): DataValidationService {
  return book.guarded("DataValidation", new DataValidationService(book, parts));
}

const CRITERIA: Partial<Record<Criterion["type"], EnumMember>> = {
  isValueInList: DataValidationCriteria.VALUE_IN_LIST,
  isValueInRange: DataValidationCriteria.VALUE_IN_RANGE,
  isBoolean: DataValidationCriteria.CHECKBOX,
  dateIsValid: DataValidationCriteria.DATE_IS_VALID_DATE,
  isBetween: DataValidationCriteria.NUMBER_BETWEEN,
  isGreaterOrEqualTo: DataValidationCriteria.NUMBER_GREATER_THAN_OR_EQUAL_TO,
};

export class DataValidationService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.DataValidation,
      "copy" | "getAllowInvalid" | "getCriteriaType" | "getCriteriaValues" | "getHelpText"
    >
{
  readonly parts: RuleParts;
  readonly #book: Book;

  constructor(book: Book, parts: RuleParts) {
    this.#book = book;
    this.parts = parts;
  }

  copy() {
    return this.#book.guarded(
      "DataValidationBuilder",
      new DataValidationBuilderService(this.#book, this.parts),
    );
  }

  getAllowInvalid(): boolean {
    return this.parts.allowInvalid;
  }

  getHelpText(): string | null {
    return this.parts.helpText;
  }

  getCriteriaType(): EnumMember {
    const type = CRITERIA[this.parts.criterion.type];
    if (!type) throw new Error(`The criterion ${this.parts.criterion.type} was not made by a script.`);
    return type;
  }

  getCriteriaValues(): unknown[] {
    const { criterion } = this.parts;
    switch (criterion.type) {
      case "isValueInList":
        return [[...criterion.values], criterion.displayStyle !== "plainText"];
      case "isValueInRange": {
        const [source = ""] = criterion.values;
        const place = placeNamed(this.#book, this.#book.getters.getActiveSheetId(), source);
        return [rangeOf(this.#book, place), criterion.displayStyle !== "plainText"];
      }
      case "isBetween":
      case "isGreaterOrEqualTo":
        return criterion.values.map(Number);
      default:
        return [];
    }
  }
}

export function setRule(book: Book, places: readonly Place[], rule: DataValidationService | null): void {
  const [first] = places;
  if (!first) return;
  if (!rule) {
    clearRules(book, places);
    return;
  }
  const { criterion, allowInvalid, helpText } = rule.parts;
  const id = book.newId();
  book.dispatch("ADD_DATA_VALIDATION_RULE", {
    sheetId: first.sheetId,
    ranges: places.map(({ sheetId, zone, open }) => ({ _sheetId: sheetId, _zone: open ?? zone })),
    rule: { id, criterion, isBlocking: !allowInvalid },
  });
  if (helpText !== null) changeCompanion(book.model, { validationHelp: { [id]: helpText } });
}

/** The engine has no command to take cells out of a rule: each rule that holds there is set anew for the others. */
export function clearRules(book: Book, places: readonly Place[]): void {
  book.requireChange();
  for (const { sheetId, zone } of places)
    for (const { ranges, ...rule } of [...book.getters.getDataValidationRules(sheetId)]) {
      if (!ranges.some((range) => meet(range.zone, zone))) continue;
      const cleared = book.getters.getRangeFromZone(sheetId, zone);
      const rest = book.getters.recomputeRanges(ranges, [cleared]);
      if (rest.length === 0) book.dispatch("REMOVE_DATA_VALIDATION_RULE", { sheetId, id: rule.id });
      else
        book.dispatch("ADD_DATA_VALIDATION_RULE", {
          sheetId,
          rule,
          ranges: rest.map((range) => ({ _sheetId: sheetId, _zone: range.unboundedZone })),
        });
    }
}

export function ruleAt(book: Book, position: Position): DataValidationService | null {
  const rule = book.getters.getValidationRuleForCell(position);
  if (!rule) return null;
  return ruleOf(book, {
    criterion: rule.criterion,
    allowInvalid: !rule.isBlocking,
    helpText: companionOf(book.model).getValidationHelp(rule.id) ?? null,
  });
}

function meet(a: Zone, b: Zone): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
