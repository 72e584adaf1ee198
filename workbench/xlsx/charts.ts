/**
 * Native charts. They are written here rather than by the engine's export, whose charts carry no cached numbers
 * (an application that does not recalculate draws them empty), put elements in an order the format forbids, and
 * leave out areas, funnels and waterfalls.
 */
import { type Area, lettersOf, splitSheet } from "./address.js";
import { chartAxes } from "./chartAxes.js";
import { type ChartSeries, categories, isNeverNegative, series, waterfallSeries } from "./chartSeries.js";
import { fillShape, text } from "./chartText.js";
import { toFileRange } from "./formulas.js";
import { areaWithin } from "./sheetCells.js";
import { toRgb } from "./styles.js";
import type { Writing } from "./writing.js";
import { XML_HEAD } from "./xml.js";

type Definition = ReturnType<Writing["model"]["getters"]["getChartDefinition"]>;
type Wide = Definition & {
  readonly dataSource?: {
    readonly type: string;
    readonly dataSets?: readonly { readonly dataRange: string; readonly dataSetId: string }[];
    readonly dataSetsHaveTitle?: boolean;
    readonly labelRange?: string;
  };
  readonly dataSetStyles?: Readonly<
    Record<string, { backgroundColor?: string; yAxisId?: string; label?: string; type?: string }>
  >;
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  readonly fillArea?: boolean;
  readonly hideDataMarkers?: boolean;
  readonly isDoughnut?: boolean;
  readonly pieHolePercentage?: number;
  readonly showValues?: boolean;
  readonly legendPosition?: string;
  readonly axesDesign?: ChartAxesDesign;
};
export interface ChartAxesDesign {
  readonly x?: AxisDesign;
  readonly y?: AxisDesign;
  readonly y1?: AxisDesign;
}
export interface AxisDesign {
  readonly title?: { readonly text?: string };
  readonly min?: number;
  readonly max?: number;
}

/** What the page draws: its colours are the file's colours. */
interface Drawn {
  readonly chartJsConfig?: {
    readonly data?: {
      readonly labels?: readonly unknown[];
      readonly datasets?: readonly DrawnSeries[];
    };
  };
}
interface DrawnSeries {
  readonly data?: readonly unknown[];
  readonly type?: string;
  readonly borderColor?: unknown;
  readonly backgroundColor?: unknown;
}

const PALETTE = ["#4EA7F2", "#EA6175", "#43C5B1", "#F4A261", "#8481DD", "#FFD86D"];
const LEGEND: Readonly<Record<string, string>> = { top: "t", bottom: "b", left: "l", right: "r" };

/** The chart part's text, or undefined for a kind of chart that Excel has not. */
export function writeChart(writing: Writing, sheetId: string, chartId: string): string | undefined {
  const { getters } = writing.model;
  const definition = getters.getChartDefinition(chartId) as Wide;
  const source = definition.dataSource;
  if (source?.type !== "range" || !source.dataSets || source.dataSets.length === 0) return undefined;
  const drawn = (getters.getChartRuntime(chartId) as Drawn).chartJsConfig?.data;
  const own = getters.getSheetName(sheetId);

  const place = (
    reference: string,
  ): { sheetId: string; area: Area; ref: (area: Area) => string } | undefined => {
    const { sheet = own, rest } = splitSheet(reference);
    const id = getters.getSheetIdByName(sheet);
    if (id === undefined || id === null) return undefined;
    const size = { rowNumber: getters.getNumberRows(id), colNumber: getters.getNumberCols(id) };
    return {
      sheetId: id,
      area: areaWithin(rest, size),
      ref: (area) =>
        toFileRange(
          `${lettersOf(area.left)}${area.top + 1}:${lettersOf(area.right)}${area.bottom + 1}`,
          writing.names,
          sheet,
        ),
    };
  };
  /** Without the title cell, where the data sets have one. */
  const body = (area: Area): Area =>
    !source.dataSetsHaveTitle
      ? area
      : area.left === area.right || area.top !== area.bottom
        ? { ...area, top: Math.min(area.top + 1, area.bottom) }
        : { ...area, left: Math.min(area.left + 1, area.right) };

  const labels = source.labelRange ? place(source.labelRange) : undefined;
  const category = labels
    ? categories(writing, labels.sheetId, body(labels.area), labels.ref(body(labels.area)))
    : "";
  const all: ChartSeries[] = source.dataSets.flatMap((dataSet, index) => {
    const found = place(dataSet.dataRange);
    if (!found) return [];
    const style = definition.dataSetStyles?.[dataSet.dataSetId];
    const shown = drawn?.datasets?.[index];
    const area = body(found.area);
    const title = { ...found.area, right: found.area.left, bottom: found.area.top };
    const color =
      style?.backgroundColor ?? colorOf(definition.type, shown) ?? PALETTE[index % PALETTE.length];
    return [
      {
        index,
        sheetId: found.sheetId,
        area,
        range: found.ref(area),
        ...(source.dataSetsHaveTitle ? { titleCell: title, titleRange: found.ref(title) } : {}),
        ...(style?.label ? { name: style.label } : {}),
        color: toRgb(color ?? "#4EA7F2"),
        pointColors: Array.isArray(shown?.backgroundColor)
          ? shown.backgroundColor.map((c) => toRgb(String(c)))
          : [],
        secondary: style?.yAxisId === "y1",
        line:
          definition.type === "combo"
            ? (shown?.type ?? style?.type ?? (index ? "line" : "bar")) === "line"
            : false,
      },
    ];
  });
  if (all.length === 0) return undefined;

  const plot = plotOf(writing, definition, all, category, drawn);
  if (plot === undefined) return undefined;
  const background = toRgb(definition.background || "#FFFFFF");
  const title = definition.title as { text?: string; fontSize?: number; bold?: boolean } | undefined;
  const legend = definition.type === "waterfall" ? undefined : LEGEND[definition.legendPosition ?? "none"];
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    (title?.text
      ? `<c:title>${text(title.text, { size: title.fontSize ?? 16, bold: title.bold ?? true })}<c:overlay val="0"/></c:title>`
      : "") +
    `<c:autoTitleDeleted val="${title?.text ? 0 : 1}"/>` +
    `<c:plotArea><c:layout/>${plot}${fillShape(background)}</c:plotArea>` +
    (legend ? `<c:legend><c:legendPos val="${legend}"/><c:overlay val="0"/></c:legend>` : "") +
    // Hidden helper columns still draw, as they do in the workbench.
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    fillShape(background, "D9D9D9") +
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>' +
    "</c:chartSpace>"
  );
}

function colorOf(type: string, shown: DrawnSeries | undefined): string | undefined {
  const color = type === "line" ? shown?.borderColor : (shown?.backgroundColor ?? shown?.borderColor);
  return typeof color === "string" ? color : undefined;
}

const AXES = '<c:axId val="111"/><c:axId val="112"/>';
const SECOND_AXES = '<c:axId val="113"/><c:axId val="114"/>';

function plotOf(
  writing: Writing,
  definition: Wide,
  all: readonly ChartSeries[],
  category: string,
  drawn: { readonly labels?: readonly unknown[]; readonly datasets?: readonly DrawnSeries[] } | undefined,
): string | undefined {
  const labels = definition.showValues
    ? '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    : "";
  const markers = definition.hideDataMarkers !== true;
  const bars = (some: readonly ChartSeries[], axes: string, points = false) =>
    some.length === 0
      ? ""
      : `<c:barChart><c:barDir val="${definition.horizontal || definition.type === "funnel" ? "bar" : "col"}"/>` +
        `<c:grouping val="${definition.stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>` +
        some.map((one) => series(writing, one, "bar", category, { labels, points })).join("") +
        `<c:gapWidth val="${definition.type === "funnel" ? 15 : 60}"/><c:overlap val="${definition.stacked ? 100 : 0}"/>${axes}</c:barChart>`;
  const lines = (some: readonly ChartSeries[], axes: string) =>
    some.length === 0
      ? ""
      : definition.fillArea && definition.type === "line"
        ? `<c:areaChart><c:grouping val="${definition.stacked ? "stacked" : "standard"}"/><c:varyColors val="0"/>` +
          some.map((one) => series(writing, one, "area", category, { labels })).join("") +
          `${axes}</c:areaChart>`
        : `<c:lineChart><c:grouping val="${definition.stacked ? "stacked" : "standard"}"/><c:varyColors val="0"/>` +
          some.map((one) => series(writing, one, "line", category, { labels, markers })).join("") +
          `<c:marker val="1"/>${axes}</c:lineChart>`;
  const left = all.filter((one) => !one.secondary);
  const right = all.filter((one) => one.secondary);
  // With nothing on the left the right-hand series take the first axes, drawn on the right.
  const main = left.length > 0 ? left : right;
  const second = left.length > 0 ? right : [];
  const axes = () =>
    chartAxes(writing, {
      design: definition.axesDesign ?? {},
      horizontal: definition.horizontal === true || definition.type === "funnel",
      first: main[0] as ChartSeries,
      second: second[0],
      onRight: left.length === 0,
      scatter: definition.type === "scatter",
      bare: definition.type === "funnel",
      fromNought: definition.type !== "scatter" && all.every((one) => isNeverNegative(writing, one)),
    });
  switch (definition.type) {
    case "bar":
      return bars(main, AXES) + bars(second, SECOND_AXES) + axes();
    case "funnel":
      return bars(main.slice(0, 1), AXES, true) + axes();
    case "line":
      return lines(main, AXES) + lines(second, SECOND_AXES) + axes();
    case "combo":
      return (
        bars(
          main.filter((one) => !one.line),
          AXES,
        ) +
        lines(
          main.filter((one) => one.line),
          AXES,
        ) +
        bars(
          second.filter((one) => !one.line),
          SECOND_AXES,
        ) +
        lines(
          second.filter((one) => one.line),
          SECOND_AXES,
        ) +
        axes()
      );
    case "scatter":
      return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>' +
        main.map((one) => series(writing, one, "scatter", category, { labels })).join("") +
        `${AXES}</c:scatterChart>${axes()}`
      );
    case "pie": {
      const slices = all
        .map((one) => series(writing, one, "pie", category, { labels, points: true }))
        .join("");
      return definition.isDoughnut
        ? `<c:doughnutChart><c:varyColors val="1"/>${slices}<c:firstSliceAng val="0"/><c:holeSize val="${definition.pieHolePercentage ?? 50}"/></c:doughnutChart>`
        : `<c:pieChart><c:varyColors val="1"/>${slices}<c:firstSliceAng val="0"/></c:pieChart>`;
    }
    case "radar":
      return (
        '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>' +
        main.map((one) => series(writing, one, "line", category, { labels, markers })).join("") +
        `${AXES}</c:radarChart>${axes()}`
      );
    case "waterfall": {
      const shown = drawn?.datasets?.[0];
      if (!shown?.data || !drawn?.labels) return undefined;
      return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>' +
        waterfallSeries(drawn.labels, shown.data, shown.backgroundColor, labels) +
        `<c:gapWidth val="40"/><c:overlap val="100"/>${AXES}</c:barChart>${axes()}`
      );
    }
    default:
      return undefined;
  }
}

/** The chart's title, which also names its figure for screen readers. */
export function chartTitle(writing: Writing, chartId: string): string {
  const definition = writing.model.getters.getChartDefinition(chartId) as Wide;
  return (definition.title as { text?: string } | undefined)?.text ?? "";
}
