/** Conditional formats of a sheet, first rule first. */
import { cellName, closeRange } from "./address.js";
import type { SheetData, Style } from "./engine.js";
import { quoteText, toRuleFormula } from "./literals.js";
import { areaWithin } from "./sheetCells.js";
import { toArgb } from "./styles.js";
import { portableFormula, type Writing } from "./writing.js";
import { element, escapeXml } from "./xml.js";

type Rule = SheetData["conditionalFormats"][number]["rule"];
type CellRule = Extract<Rule, { type: "CellIsRule" }>;
type Threshold = { readonly type: string; readonly value?: string | undefined };

export function writeConditionalFormats(writing: Writing, sheet: SheetData): string {
  let text = "";
  sheet.conditionalFormats.forEach((format, index) => {
    // The engine counts a rule's references from the corner of each range, Excel from the corner of the first.
    for (const range of format.ranges) {
      const { left, top } = areaWithin(range, sheet);
      const body = writeRule(writing, format.rule, cellName(left, top), {
        priority: index + 1,
        stopIfTrue: format.stopIfTrue ? true : undefined,
      });
      if (body === undefined) {
        writing.onLoss(`A conditional format on ${sheet.name} uses what Excel has not and was left out.`);
      } else {
        text += element(
          "conditionalFormatting",
          { sqref: closeRange(range.replaceAll("$", ""), writing.names.lastRow).replaceAll("$", "") },
          body,
        );
      }
    }
  });
  return text;
}

type Common = { priority: number; stopIfTrue: boolean | undefined };

function writeRule(writing: Writing, rule: Rule, cell: string, common: Common): string | undefined {
  switch (rule.type) {
    case "CellIsRule":
      return writeCellRule(writing, rule, cell, common);
    case "ColorScaleRule": {
      const points = [rule.minimum, rule.midpoint, rule.maximum].filter((point) => point !== undefined);
      const values = points.map((point, index) => writeThreshold(writing, point, index === 0));
      if (values.includes(undefined)) return undefined;
      const colors = points.map((point) => `<color rgb="${toArgb(numberToColor(point.color))}"/>`);
      return element(
        "cfRule",
        { type: "colorScale", ...common },
        element("colorScale", {}, values.join("") + colors.join("")),
      );
    }
    case "DataBarRule":
      return element(
        "cfRule",
        { type: "dataBar", ...common },
        `<dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="${toArgb(numberToColor(rule.color))}"/></dataBar>`,
      );
    case "IconSetRule": {
      const points = [rule.lowerInflectionPoint, rule.upperInflectionPoint];
      const values = points.map((point) => writeThreshold(writing, point, true, point.operator === "gt"));
      if (values.includes(undefined)) return undefined;
      const { set, reverse } = iconSet(rule.icons.upper, rule.icons.lower);
      return element(
        "cfRule",
        { type: "iconSet", ...common },
        element("iconSet", { iconSet: set, reverse }, `<cfvo type="percent" val="0"/>${values.join("")}`),
      );
    }
  }
}

function writeThreshold(
  { engine, ...writing }: Writing,
  point: Threshold,
  isFirst: boolean,
  above?: boolean,
): string | undefined {
  const gte = above ? "0" : undefined;
  switch (point.type) {
    case "value":
      return element("cfvo", { type: isFirst ? "min" : "max" });
    case "formula": {
      const formula = portableFormula({ engine, ...writing }, `=${(point.value ?? "").replace(/^=/, "")}`);
      return formula === undefined ? undefined : element("cfvo", { type: "formula", val: formula, gte });
    }
    default: {
      const type =
        point.type === "percentage" ? "percent" : point.type === "percentile" ? "percentile" : "num";
      return element("cfvo", { type, val: point.value ?? "0", gte });
    }
  }
}

function numberToColor(color: number): string {
  return `#${color.toString(16).padStart(6, "0")}`;
}

/** The engine names its icons freely; Excel knows three sets of three. */
function iconSet(upper: string, lower: string): { set: string; reverse: boolean | undefined } {
  const set = /arrow/i.test(upper) ? "3Arrows" : /smile/i.test(upper) ? "3Symbols" : "3TrafficLights1";
  const reverse = /bad|red|frown|down/i.test(upper) && /good|green|smile|up/i.test(lower);
  return { set, reverse: reverse ? true : undefined };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  isEqual: "equal",
  isNotEqual: "notEqual",
  isGreaterThan: "greaterThan",
  isGreaterOrEqualTo: "greaterThanOrEqual",
  isLessThan: "lessThan",
  isLessOrEqualTo: "lessThanOrEqual",
  isBetween: "between",
  isNotBetween: "notBetween",
  dateIsBefore: "lessThan",
  dateIsAfter: "greaterThan",
  dateIsOnOrBefore: "lessThanOrEqual",
  dateIsOnOrAfter: "greaterThanOrEqual",
};

const DAYS: Readonly<Record<string, string>> = {
  today: "TODAY()",
  yesterday: "TODAY()-1",
  tomorrow: "TODAY()+1",
  lastWeek: "TODAY()-7",
  lastMonth: "EDATE(TODAY(),-1)",
  lastYear: "EDATE(TODAY(),-12)",
};

function writeCellRule(writing: Writing, rule: CellRule, cell: string, common: Common): string | undefined {
  const portable = (formula: string) => portableFormula(writing, formula);
  const values = rule.values.map((value) => toRuleFormula(value, portable));
  const text = rule.values[0] ?? "";
  const quoted = values[0] ?? quoteText(text);
  const day = rule.dateValue && rule.dateValue !== "exactDate" ? DAYS[rule.dateValue] : values[0];
  const make = (
    type: string,
    formulas: readonly (string | undefined)[],
    more: Record<string, string | boolean | undefined> = {},
  ) =>
    formulas.includes(undefined)
      ? undefined
      : element(
          "cfRule",
          { type, dxfId: writing.styles.conditional(rule.style as Style), ...common, ...more },
          formulas.map((formula) => element("formula", {}, escapeXml(formula ?? ""))).join(""),
        );
  const comparison = COMPARISONS[rule.operator];
  if (comparison) {
    const formulas = rule.operator.startsWith("date") ? [day] : values;
    return make("cellIs", formulas, { operator: comparison });
  }
  switch (rule.operator) {
    case "containsText":
      return make("containsText", [`NOT(ISERROR(SEARCH(${quoted},${cell})))`], {
        operator: "containsText",
        text,
      });
    case "notContainsText":
      return make("notContainsText", [`ISERROR(SEARCH(${quoted},${cell}))`], {
        operator: "notContains",
        text,
      });
    case "beginsWithText":
      return make("beginsWith", [`LEFT(${cell},LEN(${quoted}))=${quoted}`], { operator: "beginsWith", text });
    case "endsWithText":
      return make("endsWith", [`RIGHT(${cell},LEN(${quoted}))=${quoted}`], { operator: "endsWith", text });
    case "isEmpty":
      return make("containsBlanks", [`LEN(TRIM(${cell}))=0`]);
    case "isNotEmpty":
      return make("notContainsBlanks", [`LEN(TRIM(${cell}))>0`]);
    case "customFormula":
      return make("expression", [portable(text)]);
    case "dateIs": {
      if (day === undefined) return undefined;
      // "Last week" and its like are a stretch of days up to today, the others one day.
      const stretch = /last/.test(rule.dateValue ?? "");
      return make("expression", [`AND(${cell}>=${day},${cell}<${stretch ? "TODAY()" : `${day}+1`})`]);
    }
    case "top10":
      return make("top10", [], {
        rank: text,
        percent: rule.isPercent ? true : undefined,
        bottom: rule.isBottom ? true : undefined,
      });
    case "uniqueValues":
    case "duplicateValues":
      return make(rule.operator, []);
    default:
      return undefined;
  }
}
