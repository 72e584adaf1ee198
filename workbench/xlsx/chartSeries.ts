/** A chart's series: where its numbers stand, and the numbers themselves for who does not recalculate. */
import type { Area } from "./address.js";
import { fillShape, solid } from "./chartText.js";
import { toFileFormat } from "./numberFormats.js";
import { toRgb } from "./styles.js";
import type { Writing } from "./writing.js";
import { escapeXml } from "./xml.js";

export interface ChartSeries {
  readonly index: number;
  readonly sheetId: string;
  readonly area: Area;
  readonly range: string;
  readonly titleCell?: Area;
  readonly titleRange?: string;
  readonly name?: string;
  readonly color: string;
  readonly pointColors: readonly string[];
  readonly secondary: boolean;
  readonly line: boolean;
}

type Kind = "bar" | "line" | "area" | "pie" | "scatter";
interface Look {
  readonly labels: string;
  readonly markers?: boolean;
  /** Each point has its own colour. */
  readonly points?: boolean;
}

/** One series, its elements in the order the format demands. */
export function series(writing: Writing, one: ChartSeries, kind: Kind, category: string, look: Look): string {
  const xName = kind === "scatter" ? "c:xVal" : "c:cat";
  const yName = kind === "scatter" ? "c:yVal" : "c:val";
  return (
    `<c:ser><c:idx val="${one.index}"/><c:order val="${one.index}"/>` +
    seriesName(writing, one) +
    shape(one, kind) +
    (kind === "bar" ? '<c:invertIfNegative val="0"/>' : "") +
    (kind === "line" || kind === "scatter" ? marker(one, look.markers !== false) : "") +
    (look.points ? points(one) : "") +
    look.labels +
    (category ? `<${xName}>${category}</${xName}>` : "") +
    `<${yName}>${numbers(writing, one.sheetId, one.area, one.range)}</${yName}>` +
    (kind === "line" || kind === "scatter" ? '<c:smooth val="0"/>' : "") +
    "</c:ser>"
  );
}

function seriesName(writing: Writing, one: ChartSeries): string {
  if (one.name) return `<c:tx><c:v>${escapeXml(one.name)}</c:v></c:tx>`;
  if (!one.titleRange || !one.titleCell) return "";
  const cell = { sheetId: one.sheetId, col: one.titleCell.left, row: one.titleCell.top };
  const shown = writing.model.getters.getEvaluatedCell(cell).formattedValue;
  return `<c:tx><c:strRef><c:f>${escapeXml(one.titleRange)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(shown)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

const LINE_WIDTH = 25_400;

function shape(one: ChartSeries, kind: Kind): string {
  switch (kind) {
    case "line":
      return `<c:spPr><a:ln w="${LINE_WIDTH}" cap="rnd">${solid(one.color)}<a:round/></a:ln></c:spPr>`;
    case "area":
      return `<c:spPr>${solid(one.color, 0.4)}<a:ln w="${LINE_WIDTH}">${solid(one.color)}</a:ln></c:spPr>`;
    case "scatter":
      return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';
    case "pie":
      return "";
    case "bar":
      return fillShape(one.color);
  }
}

function marker(one: ChartSeries, shown: boolean): string {
  return shown
    ? `<c:marker><c:symbol val="circle"/><c:size val="5"/>${fillShape(one.color)}</c:marker>`
    : '<c:marker><c:symbol val="none"/></c:marker>';
}

function points(one: ChartSeries): string {
  return one.pointColors
    .slice(0, sizeOf(one.area))
    .map(
      (color, index) =>
        `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/><c:spPr>${solid(color)}<a:ln w="12700">${solid("FFFFFF")}</a:ln></c:spPr></c:dPt>`,
    )
    .join("");
}

function sizeOf(area: Area): number {
  return (area.right - area.left + 1) * (area.bottom - area.top + 1);
}

function* cellsOf(area: Area): Generator<{ col: number; row: number }> {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) yield { col, row };
  }
}

function numbers(writing: Writing, sheetId: string, area: Area, range: string): string {
  let cache = "";
  let format: string | undefined;
  let index = 0;
  for (const position of cellsOf(area)) {
    const cell = writing.model.getters.getEvaluatedCell({ sheetId, ...position });
    if (cell.type === "number") {
      format ??= cell.format;
      cache += `<c:pt idx="${index}"><c:v>${cell.value}</c:v></c:pt>`;
    }
    index++;
  }
  return `<c:numRef><c:f>${escapeXml(range)}</c:f><c:numCache><c:formatCode>${escapeXml(format ? toFileFormat(format) : "General")}</c:formatCode><c:ptCount val="${index}"/>${cache}</c:numCache></c:numRef>`;
}

/** The labels along the first axis: numbers and dates as such where all of them are, else as they are shown. */
export function categories(writing: Writing, sheetId: string, area: Area, range: string): string {
  const cells = [...cellsOf(area)].map((position) =>
    writing.model.getters.getEvaluatedCell({ sheetId, ...position }),
  );
  if (cells.length > 0 && cells.every((cell) => cell.type === "number" || cell.type === "empty")) {
    return numbers(writing, sheetId, area, range);
  }
  const cache = cells
    .map((cell, index) =>
      cell.type === "empty" ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(cell.formattedValue)}</c:v></c:pt>`,
    )
    .join("");
  return `<c:strRef><c:f>${escapeXml(range)}</c:f><c:strCache><c:ptCount val="${cells.length}"/>${cache}</c:strCache></c:strRef>`;
}

/** True where no number of the series is below nought. */
export function isNeverNegative(writing: Writing, one: ChartSeries): boolean {
  for (const position of cellsOf(one.area)) {
    const { value } = writing.model.getters.getEvaluatedCell({ sheetId: one.sheetId, ...position });
    if (typeof value === "number" && value < 0) return false;
  }
  return true;
}

/** The number format of a series' first number, for its axis. */
export function formatOf(writing: Writing, one: ChartSeries): string {
  for (const position of cellsOf(one.area)) {
    const cell = writing.model.getters.getEvaluatedCell({ sheetId: one.sheetId, ...position });
    if (cell.type === "number") return cell.format ? toFileFormat(cell.format) : "General";
  }
  return "General";
}

/**
 * Excel's old charts know no waterfall: an unseen column carries each step to its height. The numbers are those of
 * the moment, not references, because no cells hold them.
 */
export function waterfallSeries(
  labels: readonly unknown[],
  steps: readonly unknown[],
  colors: unknown,
  dataLabels: string,
): string {
  const pairs = steps.map((step) =>
    Array.isArray(step) ? [Number(step[0]), Number(step[1])] : [0, Number(step)],
  );
  const literal = (values: readonly number[]) =>
    `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values
      .map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)
      .join("")}</c:numLit>`;
  const category = `<c:cat><c:strLit><c:ptCount val="${labels.length}"/>${labels
    .map((label, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(label))}</c:v></c:pt>`)
    .join("")}</c:strLit></c:cat>`;
  const shades = Array.isArray(colors) ? colors.map((color) => toRgb(String(color))) : [];
  const shown = shades
    .map(
      (color, index) =>
        `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fillShape(color)}</c:dPt>`,
    )
    .join("");
  const lower = pairs.map(([from = 0, to = 0]) => Math.min(from, to));
  const height = pairs.map(([from = 0, to = 0]) => Math.abs(to - from));
  return (
    `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Below</c:v></c:tx><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>${category}<c:val>${literal(lower)}</c:val></c:ser>` +
    `<c:ser><c:idx val="1"/><c:order val="1"/><c:tx><c:v>Step</c:v></c:tx>${fillShape(shades[0] ?? "4EA7F2")}<c:invertIfNegative val="0"/>${shown}${dataLabels}${category}<c:val>${literal(height)}</c:val></c:ser>`
  );
}
