/**
 * Places and sizes of a sheet's figures. The engine's import measures a figure between two cells with widths and
 * heights of its own, and makes charts narrower each time a file goes through LibreOffice.
 */
import type { SheetData } from "./engine.js";
import { drawsFromCells } from "./importRest.js";
import { relationsOf } from "./relations.js";
import { wholeElements } from "./xml.js";

const EMU_PER_PIXEL = 9525;
const DEFAULT_COLUMN_PIXELS = 96;
const DEFAULT_ROW_PIXELS = 23;

export function placeFigures(sheet: SheetData, parts: ReadonlyMap<string, string>, sheetPath: string): void {
  const path = relationsOf(parts, sheetPath).find(({ kind }) => kind === "drawing")?.target;
  const charts = new Map((path ? relationsOf(parts, path) : []).map(({ id, target }) => [id, target]));
  const anchors = [
    ...((path && parts.get(path)) || "").matchAll(wholeElements("xdr:oneCellAnchor|xdr:twoCellAnchor")),
  ]
    .map(([text]) => text)
    .filter((text) => {
      const relation = /<c:chart\b[^<>]*\br:id="([^"]+)"/.exec(text)?.[1];
      const chart = relation === undefined ? undefined : charts.get(relation);
      return chart === undefined || drawsFromCells(parts.get(chart) ?? "");
    });
  // Where the import left a figure out, which anchor belongs to which figure cannot be told.
  if (anchors.length !== sheet.figures.length) return;
  anchors.forEach((anchor, index) => {
    const figure = sheet.figures[index];
    const from = readCorner(anchor, "from");
    if (!figure || !from) return;
    figure.col = from.col;
    figure.row = from.row;
    figure.offset = { x: from.x, y: from.y };
    const to = readCorner(anchor, "to");
    const size = /<xdr:ext\s+cx="(\d+)"\s+cy="(\d+)"/.exec(anchor);
    if (to) {
      figure.width = Math.max(
        1,
        distance(sheet.cols, DEFAULT_COLUMN_PIXELS, from.col, to.col) + to.x - from.x,
      );
      figure.height = Math.max(1, distance(sheet.rows, DEFAULT_ROW_PIXELS, from.row, to.row) + to.y - from.y);
    } else if (size) {
      figure.width = Math.round(Number(size[1]) / EMU_PER_PIXEL);
      figure.height = Math.round(Number(size[2]) / EMU_PER_PIXEL);
    }
  });
}

function readCorner(anchor: string, name: "from" | "to") {
  const body = new RegExp(`<xdr:${name}>([\\s\\S]*?)</xdr:${name}>`).exec(anchor)?.[1];
  if (body === undefined) return undefined;
  const number = (tag: string) => Number(new RegExp(`<xdr:${tag}>(-?\\d+)<`).exec(body)?.[1] ?? 0);
  return {
    col: number("col"),
    row: number("row"),
    x: Math.round(number("colOff") / EMU_PER_PIXEL),
    y: Math.round(number("rowOff") / EMU_PER_PIXEL),
  };
}

type Headers = Readonly<Record<number, { readonly size?: number; readonly isHidden?: boolean }>>;

function distance(headers: Headers, usual: number, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    const header = headers[index];
    if (!header?.isHidden) sum += header?.size ?? usual;
  }
  return sum;
}
