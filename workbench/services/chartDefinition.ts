/**
 * A chart in Google's terms as the engine's definition. Google lays the ranges side by side: the first column holds
 * the labels, each further column is a series, and the header row names them.
 */

import type { ChartDefinition, UnboundedZone, Zone } from "../engine/engine.js";
import type { Book } from "./book.js";
import type { ChartParts } from "./charts.js";
import { ChartType } from "./enums.js";
import { hexColor } from "./styles.js";
import type { Place } from "./zones.js";

type Legend = "top" | "bottom" | "left" | "right" | "none";

interface Series {
  readonly dataSetId: string;
  readonly dataRange: string;
}

export function chartDefinition(book: Book, parts: ChartParts): ChartDefinition {
  if (parts.places.length === 0) throw new Error("A chart needs a range: call addRange.");
  const [labels, ...lines] = parts.places.flatMap((place) => linesOf(place, parts.transposed));
  const dataSets = (lines.length ? lines : [labels as Place]).map((place, index) => ({
    dataSetId: String(index),
    dataRange: rangeText(book, place),
  }));
  const common = {
    title: titleOf(option(parts, "title")),
    background: "#FFFFFF",
    legendPosition: legendOf(parts, dataSets.length),
    dataSource: {
      type: "range" as const,
      dataSets,
      dataSetsHaveTitle: parts.headers > 0,
      ...(lines.length ? { labelRange: rangeText(book, labels as Place) } : {}),
    },
    dataSetStyles: stylesOf(book, parts, dataSets),
    axesDesign: {
      x: { title: titleOf(option(parts, "hAxis.title")) },
      y: { title: titleOf(option(parts, "vAxis.title")) },
    },
    showValues: option(parts, "annotations.show") === true,
  };
  const stacked = Boolean(option(parts, "isStacked"));
  const line = { type: "line" as const, labelsAsText: true, stacked, cumulative: false };
  switch (parts.type) {
    case ChartType.BAR:
      return { ...common, type: "bar", stacked, horizontal: true };
    case ChartType.COLUMN:
    case ChartType.HISTOGRAM:
      return { ...common, type: "bar", stacked };
    case ChartType.LINE:
      return { ...common, ...line };
    case ChartType.AREA:
    case ChartType.STEPPED_AREA:
      return { ...common, ...line, fillArea: true };
    case ChartType.PIE: {
      const hole = Number(option(parts, "pieHole") ?? 0);
      const slicesColors = colorsOf(book, parts);
      return {
        ...common,
        type: "pie",
        ...(slicesColors.length ? { slicesColors } : {}),
        isDoughnut: hole > 0,
      };
    }
    case ChartType.COMBO:
      return { ...common, type: "combo" };
    case ChartType.SCATTER:
      return { ...common, type: "scatter", labelsAsText: false };
    case ChartType.RADAR:
      return { ...common, type: "radar", stacked };
    case ChartType.WATERFALL:
      return {
        ...common,
        type: "waterfall",
        verticalAxisPosition: "left",
        showSubTotals: false,
        showConnectorLines: true,
      } as ChartDefinition;
    default:
      throw new Error(`The workbench's engine draws no chart of the type ${String(parts.type)}.`);
  }
}

/** An option may be given whole (`legend: {position}`) or by its path (`legend.position`). */
function option(parts: ChartParts, path: string): unknown {
  const { options } = parts;
  if (path in options) return options[path];
  const [first = "", ...rest] = path.split(".");
  return rest.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    options[first],
  );
}

function titleOf(text: unknown): { text: string } {
  return { text: text === undefined || text === null ? "" : String(text) };
}

function legendOf(parts: ChartParts, series: number): Legend {
  const given = option(parts, "legend.position") ?? option(parts, "legend");
  if (given === "in" || given === "labeled") return "right";
  if (given === "top" || given === "bottom" || given === "left" || given === "right" || given === "none")
    return given;
  return series > 1 || parts.type === ChartType.PIE ? "right" : "none";
}

function colorsOf(book: Book, parts: ChartParts): string[] {
  const colors = option(parts, "colors");
  if (!Array.isArray(colors)) return [];
  return colors.flatMap((color) => hexColor(color, book.host.engine) ?? []);
}

function stylesOf(book: Book, parts: ChartParts, dataSets: readonly Series[]): Record<string, object> {
  const colors = parts.type === ChartType.PIE ? [] : colorsOf(book, parts);
  const styles: Record<string, object> = {};
  dataSets.forEach(({ dataSetId }, index) => {
    const color = option(parts, `series.${index}.color`) ?? colors[index];
    const label = option(parts, `series.${index}.labelInLegend`);
    styles[dataSetId] = {
      ...(color === undefined ? {} : { backgroundColor: hexColor(color, book.host.engine) }),
      ...(label === undefined ? {} : { label: String(label) }),
      ...(option(parts, `series.${index}.targetAxisIndex`) === 1 ? { yAxisId: "y1" } : {}),
      ...(parts.type === ChartType.COMBO ? { type: comboType(parts, index) } : {}),
    };
  });
  return styles;
}

function comboType(parts: ChartParts, index: number): "bar" | "line" {
  const given = option(parts, `series.${index}.type`) ?? option(parts, "seriesType");
  if (given === "line" || given === "area") return "line";
  if (given === "bars") return "bar";
  return index === 0 ? "bar" : "line";
}

function linesOf({ sheetId, zone, open }: Place, transposed: boolean): Place[] {
  if (transposed)
    return span(zone.top, zone.bottom).map((row) =>
      part(sheetId, { ...zone, top: row, bottom: row }, undefined),
    );
  return span(zone.left, zone.right).map((col) =>
    part(sheetId, { ...zone, left: col, right: col }, open && { ...open, left: col, right: col }),
  );
}

function part(sheetId: string, zone: Zone, open: UnboundedZone | undefined): Place {
  return { sheetId, zone, open };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** With the sheet's name, so that a chart on another sheet finds it. */
function rangeText(book: Book, { sheetId, zone, open }: Place): string {
  const range = book.getters.getRangeFromRangeData({ _sheetId: sheetId, _zone: open ?? zone });
  return book.getters.getRangeString({ ...range, prefixSheet: true }, sheetId);
}
