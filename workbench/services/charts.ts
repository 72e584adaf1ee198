/** Charts: Google's builder, and the chart it puts on a sheet. */

import type { ChartDefinition } from "../engine/engine.js";
import type { Book } from "./book.js";
import { chartDefinition } from "./chartDefinition.js";
import { ChartType, type EnumMember } from "./enums.js";
import type { Offers } from "./offers.js";
import { type RangeService, rangeOf } from "./range.js";
import { type Place, placeNamed } from "./zones.js";

/** What a chart is drawn from, in Google's terms. */
export interface ChartParts {
  readonly type: EnumMember;
  readonly places: readonly Place[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly headers: number;
  /** Series in rows instead of columns. */
  readonly transposed: boolean;
  readonly anchor: { readonly row: number; readonly column: number; readonly x: number; readonly y: number };
}

/** As Google draws a chart nobody gave a size. */
const WIDTH = 600;
const HEIGHT = 371;

export class EmbeddedChartBuilderService
  implements
    Offers<
      GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder,
      | "addRange"
      | "build"
      | "clearRanges"
      | "setChartType"
      | "setNumHeaders"
      | "setOption"
      | "setPosition"
      | "setTransposeRowsAndColumns"
    >
{
  readonly #book: Book;
  #parts: ChartParts = {
    type: ChartType.COLUMN,
    places: [],
    options: {},
    headers: 0,
    transposed: false,
    anchor: { row: 1, column: 1, x: 0, y: 0 },
  };

  constructor(book: Book) {
    this.#book = book;
  }

  setChartType(type: unknown) {
    return this.#with({ type: type as EnumMember });
  }

  addRange(range: unknown) {
    return this.#with({ places: [...this.#parts.places, (range as RangeService).place] });
  }

  clearRanges() {
    return this.#with({ places: [] });
  }

  setNumHeaders(headers: unknown) {
    return this.#with({ headers: Number(headers) });
  }

  setTransposeRowsAndColumns(transposed: unknown) {
    return this.#with({ transposed: transposed === true });
  }

  setPosition(row: unknown, column: unknown, x: unknown, y: unknown) {
    return this.#with({ anchor: { row: Number(row), column: Number(column), x: Number(x), y: Number(y) } });
  }

  setOption(option: unknown, value: unknown) {
    return this.#with({ options: { ...this.#parts.options, [String(option)]: value } });
  }

  build() {
    const definition = chartDefinition(this.#book, this.#parts);
    return this.#book.guarded("EmbeddedChart", new EmbeddedChartService(this.#book, this.#parts, definition));
  }

  #with(change: Partial<ChartParts>) {
    this.#parts = { ...this.#parts, ...change };
    return this;
  }
}

export class EmbeddedChartService
  implements Offers<GoogleAppsScript.Spreadsheet.EmbeddedChart, "getChartId" | "getOptions" | "getRanges">
{
  readonly parts: ChartParts | undefined;
  readonly definition: ChartDefinition;
  readonly #book: Book;
  /** Missing until the chart is on a sheet. */
  readonly figureId: string | undefined;
  readonly #chartId: number;
  readonly #sheetId: string;

  constructor(
    book: Book,
    parts: ChartParts | undefined,
    definition: ChartDefinition,
    sheetId = "",
    figureId?: string,
    id = 0,
  ) {
    this.#book = book;
    this.parts = parts;
    this.definition = definition;
    this.figureId = figureId;
    this.#chartId = id;
    this.#sheetId = sheetId;
  }

  getChartId(): number | null {
    return this.figureId === undefined ? null : this.#chartId;
  }

  /** Of what was set only the title is kept in the engine's own words. */
  getOptions() {
    const options = { ...this.parts?.options, title: this.definition.title?.text ?? "" };
    return this.#book.guarded("ChartOptions", {
      get: (name: unknown): unknown => (options as Record<string, unknown>)[String(name)] ?? null,
    });
  }

  getRanges() {
    const places = this.parts?.places ?? placesOf(this.#book, this.definition, this.#sheetId);
    return places.map((place) => rangeOf(this.#book, place));
  }
}

export function insertChart(book: Book, sheetId: string, chart: EmbeddedChartService): void {
  const { parts, definition } = chart;
  if (!parts) throw new Error("The chart already is on a sheet.");
  const { row, column, x, y } = parts.anchor;
  if (
    row < 1 ||
    column < 1 ||
    row > book.getters.getNumberRows(sheetId) ||
    column > book.getters.getNumberCols(sheetId)
  )
    throw new Error("The chart's position is outside the dimensions of the sheet.");
  book.dispatch("CREATE_CHART", {
    sheetId,
    figureId: book.newId(),
    chartId: book.newId(),
    col: column - 1,
    row: row - 1,
    offset: { x, y },
    size: {
      width: Number(parts.options.width ?? WIDTH),
      height: Number(parts.options.height ?? HEIGHT),
    },
    definition,
  });
}

export function chartsOf(book: Book, sheetId: string): EmbeddedChartService[] {
  return book.getters.getChartIds(sheetId).map((chartId, index) => {
    const definition = book.getters.getChartDefinition(chartId);
    const figureId = book.getters.getFigureIdFromChartId(chartId);
    return book.guarded(
      "EmbeddedChart",
      new EmbeddedChartService(book, undefined, definition, sheetId, figureId, index + 1),
    );
  });
}

export function removeChart(book: Book, sheetId: string, { figureId }: EmbeddedChartService): void {
  if (figureId === undefined || !book.getters.getFigure(sheetId, figureId))
    throw new Error("The chart is not on this sheet.");
  book.dispatch("DELETE_FIGURE", { sheetId, figureId });
}

/** A range that names no sheet lies on the chart's own. */
function placesOf(book: Book, definition: ChartDefinition, sheetId: string): Place[] {
  const source = "dataSource" in definition ? definition.dataSource : undefined;
  if (source?.type !== "range") return [];
  const texts = [source.labelRange, ...source.dataSets.map(({ dataRange }) => dataRange)];
  return texts.flatMap((xc) => (xc ? [placeNamed(book, sheetId, xc)] : []));
}
