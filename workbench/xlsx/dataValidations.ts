/** Drop-downs and other input rules of a sheet. */
import { cellName, closeRange } from "./address.js";
import type { SheetData } from "./engine.js";
import { toFileRange } from "./formulas.js";
import { quoteText, toRuleFormula } from "./literals.js";
import { areaWithin } from "./sheetCells.js";
import { portableFormula, type Writing } from "./writing.js";
import { element, escapeXml } from "./xml.js";

type Rule = SheetData["dataValidationRules"][number];

/** Excel refuses a drop-down whose items, joined by commas, are longer. */
const LONGEST_LIST = 255;

const LONGEST_PROMPT = 255;

const OPERATORS: Readonly<Record<string, string>> = {
  isBetween: "between",
  isNotBetween: "notBetween",
  isEqual: "equal",
  isNotEqual: "notEqual",
  isGreaterThan: "greaterThan",
  isGreaterOrEqualTo: "greaterThanOrEqual",
  isLessThan: "lessThan",
  isLessOrEqualTo: "lessThanOrEqual",
  dateIs: "equal",
  dateIsBefore: "lessThan",
  dateIsOnOrBefore: "lessThanOrEqual",
  dateIsAfter: "greaterThan",
  dateIsOnOrAfter: "greaterThanOrEqual",
  dateIsBetween: "between",
  dateIsNotBetween: "notBetween",
};

export function writeDataValidations(writing: Writing, sheet: SheetData): string {
  const rules: string[] = [];
  for (const rule of sheet.dataValidationRules) {
    const body = writeRule(writing, sheet, rule);
    if (body === undefined) {
      writing.onLoss(
        `An input rule on ${sheet.name} (${rule.ranges.join(" ")}) has no form in Excel and was left out.`,
      );
    } else {
      rules.push(body);
    }
  }
  return rules.length === 0 ? "" : element("dataValidations", { count: rules.length }, rules.join(""));
}

function writeRule(writing: Writing, sheet: SheetData, rule: Rule): string | undefined {
  const { type, values } = rule.criterion;
  const portable = (formula: string) => portableFormula(writing, formula);
  const [first = ""] = rule.ranges;
  const { left, top } = areaWithin(first, sheet);
  const cell = cellName(left, top);
  const text = quoteText(values[0] ?? "");
  const make = (kind: string, formulas: readonly (string | undefined)[], operator?: string) =>
    formulas.includes(undefined)
      ? undefined
      : element(
          "dataValidation",
          {
            type: kind,
            operator: operator === "between" ? undefined : operator,
            errorStyle: rule.isBlocking ? undefined : "warning",
            allowBlank: true,
            showInputMessage: true,
            prompt: writing.help[rule.id]?.slice(0, LONGEST_PROMPT),
            showErrorMessage: true,
            sqref: rule.ranges
              .map((range) =>
                closeRange(range.replaceAll("$", ""), writing.names.lastRow).replaceAll("$", ""),
              )
              .join(" "),
          },
          formulas
            .map((formula, index) => element(`formula${index + 1}`, {}, escapeXml(formula ?? "")))
            .join(""),
        );
  switch (type) {
    case "isValueInList": {
      const list = values.join(",");
      if (values.some((value) => value.includes(",")) || list.length > LONGEST_LIST) return undefined;
      return make("list", [quoteText(list)]);
    }
    case "isValueInRange": {
      const [source = ""] = values;
      // The cells that the entries came from were deleted.
      const isLost = source.startsWith("#");
      return make("list", [isLost ? "#REF!" : toFileRange(source, writing.names, sheet.name)]);
    }
    case "isBoolean":
      return make("list", [quoteText("TRUE,FALSE")]);
    case "customFormula":
      return make("custom", [portable(values[0] ?? "")]);
    case "containsText":
      return make("custom", [`ISNUMBER(SEARCH(${text},${cell}))`]);
    case "notContainsText":
      return make("custom", [`ISERROR(SEARCH(${text},${cell}))`]);
    case "isEqualText":
      return make("custom", [`${cell}=${text}`]);
    case "isEmail":
      return make("custom", [`ISNUMBER(MATCH("*?@?*.?*",${cell},0))`]);
    case "dateIsValid":
      return make("date", ["1"], "greaterThanOrEqual");
    default: {
      const operator = OPERATORS[type];
      if (!operator) return undefined;
      const day = "dateValue" in rule.criterion ? rule.criterion.dateValue : undefined;
      const formulas =
        day === "today" || day === "tomorrow" || day === "yesterday"
          ? [`TODAY()${day === "tomorrow" ? "+1" : day === "yesterday" ? "-1" : ""}`]
          : values.map((value) => toRuleFormula(value, portable));
      return make(type.startsWith("date") ? "date" : "decimal", formulas, operator);
    }
  }
}
