/** The axes of a chart, first pair and, where a series asks for it, the second. */

import { type ChartSeries, formatOf } from "./chartSeries.js";
import type { AxisDesign, ChartAxesDesign } from "./charts.js";
import { solid, text } from "./chartText.js";
import type { Writing } from "./writing.js";
import { escapeXml } from "./xml.js";

interface Axes {
  readonly design: ChartAxesDesign;
  /** Bars lie: the first label is at the top and the values run along the bottom. */
  readonly horizontal: boolean;
  readonly first: ChartSeries;
  readonly second: ChartSeries | undefined;
  readonly onRight: boolean;
  readonly scatter: boolean;
  /** No value axis is drawn. */
  readonly bare: boolean;
  /** The values begin at nought, as they do in the workbench, unless the axis says otherwise. */
  readonly fromNought: boolean;
}

const GRID = "E2E2E2";
const LINE = "B7B7B7";

export function chartAxes(writing: Writing, axes: Axes): string {
  const { design, horizontal } = axes;
  const labels = horizontal ? design.y : design.x;
  const values = horizontal ? design.x : axes.onRight ? (design.y1 ?? design.y) : design.y;
  return (
    axis({
      kind: axes.scatter ? "valAx" : "catAx",
      id: 111,
      crossing: 112,
      position: horizontal ? "l" : "b",
      reversed: horizontal,
      design: labels,
    }) +
    axis({
      kind: "valAx",
      id: 112,
      crossing: 111,
      position: horizontal ? "b" : axes.onRight ? "r" : "l",
      design: values,
      grid: true,
      hidden: axes.bare,
      format: formatOf(writing, axes.first),
      fromNought: axes.fromNought,
      crosses: horizontal || axes.onRight ? "max" : "autoZero",
    }) +
    (axes.second
      ? axis({ kind: "catAx", id: 113, crossing: 114, position: "b", hidden: true, design: undefined }) +
        axis({
          kind: "valAx",
          id: 114,
          crossing: 113,
          position: "r",
          design: design.y1,
          format: formatOf(writing, axes.second),
          fromNought: axes.fromNought,
          crosses: "max",
        })
      : "")
  );
}

interface Axis {
  readonly kind: "catAx" | "valAx";
  readonly id: number;
  readonly crossing: number;
  readonly position: "l" | "b" | "r";
  readonly design: AxisDesign | undefined;
  readonly reversed?: boolean;
  readonly grid?: boolean;
  readonly hidden?: boolean;
  readonly format?: string;
  readonly fromNought?: boolean;
  readonly crosses?: "autoZero" | "max";
}

function axis(one: Axis): string {
  const { min = one.fromNought ? 0 : undefined, max, title } = one.design ?? {};
  return (
    `<c:${one.kind}><c:axId val="${one.id}"/><c:scaling><c:orientation val="${one.reversed ? "maxMin" : "minMax"}"/>` +
    (max === undefined ? "" : `<c:max val="${max}"/>`) +
    (min === undefined ? "" : `<c:min val="${min}"/>`) +
    `</c:scaling><c:delete val="${one.hidden ? 1 : 0}"/><c:axPos val="${one.position}"/>` +
    (one.grid && !one.hidden
      ? `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(GRID)}</a:ln></c:spPr></c:majorGridlines>`
      : "") +
    (title?.text
      ? `<c:title>${text(title.text, { size: 12, bold: false })}<c:overlay val="0"/></c:title>`
      : "") +
    (one.format === undefined ? "" : `<c:numFmt formatCode="${escapeXml(one.format)}" sourceLinked="0"/>`) +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${one.kind === "catAx" ? "low" : "nextTo"}"/>` +
    `<c:spPr><a:ln w="6350">${one.kind === "valAx" && one.grid ? "<a:noFill/>" : solid(LINE)}</a:ln></c:spPr>` +
    `<c:crossAx val="${one.crossing}"/><c:crosses val="${one.crosses ?? "autoZero"}"/>` +
    (one.kind === "catAx"
      ? '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>'
      : '<c:crossBetween val="between"/>') +
    `</c:${one.kind}>`
  );
}
