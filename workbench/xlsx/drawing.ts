/** Where a sheet's figures stand: one drawing part, which points to a chart part or a picture each. */
import { chartTitle, writeChart } from "./charts.js";
import type { SheetData } from "./engine.js";
import type { Writing } from "./writing.js";
import { attributes, XML_HEAD } from "./xml.js";

interface Picture {
  readonly extension: string;
  readonly bytes: Uint8Array;
}
export interface Figure {
  readonly kind: "chart" | "picture";
  /** The chart part's text, or the picture's bytes. */
  readonly chart?: string;
  readonly picture?: Picture;
  readonly anchor: (relation: string, number: number) => string;
}

const EMU_PER_PIXEL = 9525;

/** The figures a file can hold; the others are told as losses. */
export function figuresOf(writing: Writing, sheet: SheetData): Figure[] {
  const { getters } = writing.model;
  return sheet.figures.flatMap((figure): Figure[] => {
    if (figure.tag === "chart") {
      const chartId = (figure.data as { chartId?: string }).chartId ?? figure.id;
      const chart = getters.isChartDefined(chartId) ? writeChart(writing, sheet.id, chartId) : undefined;
      if (chart !== undefined) {
        const title = chartTitle(writing, chartId);
        return [
          {
            kind: "chart",
            chart,
            anchor: (relation, number) =>
              anchor(
                writing,
                sheet,
                figure,
                `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${attributes({ id: number + 1, name: `Chart ${number}`, descr: title || undefined })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
                  '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
                  `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
              ),
          },
        ];
      }
    }
    const picture =
      figure.tag === "image" ? readPicture((figure.data as { path?: string }).path ?? "") : undefined;
    if (picture) {
      return [
        {
          kind: "picture",
          picture,
          anchor: (relation, number) =>
            anchor(
              writing,
              sheet,
              figure,
              `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 1}" name="Picture ${number}"/><xdr:cNvPicPr/></xdr:nvPicPr>` +
                `<xdr:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
                `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(figure.width)}" cy="${emu(figure.height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
            ),
        },
      ];
    }
    const kind = (figure.data as { type?: string } | undefined)?.type ?? figure.tag;
    writing.onLoss(`A ${kind} figure on ${sheet.name} has no form in Excel and was left out.`);
    return [];
  });
}

function emu(pixels: number): number {
  return Math.round(pixels * EMU_PER_PIXEL);
}

/** A figure is tied to its corner cell and keeps its size, whatever the fonts make of the columns. */
function anchor(
  { model }: Writing,
  sheet: SheetData,
  figure: SheetData["figures"][number],
  content: string,
): string {
  const { getters } = model;
  let { col, row } = figure;
  let { x, y } = figure.offset;
  for (; col < sheet.colNumber - 1 && x >= getters.getColSize(sheet.id, col); col++)
    x -= getters.getColSize(sheet.id, col);
  for (; row < sheet.rowNumber - 1 && y >= getters.getRowSize(sheet.id, row); row++)
    y -= getters.getRowSize(sheet.id, row);
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:colOff>${emu(x)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(y)}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${emu(figure.width)}" cy="${emu(figure.height)}"/>${content}<xdr:clientData/></xdr:oneCellAnchor>`
  );
}

const PICTURE = /^data:image\/(png|jpeg|gif|bmp|webp);base64,(.+)$/s;

function readPicture(path: string): Picture | undefined {
  const match = PICTURE.exec(path);
  if (!match?.[1] || !match[2]) return undefined;
  return { extension: match[1], bytes: Uint8Array.from(atob(match[2]), (letter) => letter.charCodeAt(0)) };
}

export function writeDrawing(anchors: readonly string[]): string {
  return `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${anchors.join("")}</xdr:wsDr>`;
}
