import { makeSvg } from "../elements.js";

/** Totals of the rounds as a line, with a text alternative; the axis runs over the whole scale, so that steps look as large as they are. */

const WIDTH = 276;
const HEIGHT = 84;
const INSET = { left: 10, right: 24, top: 16, bottom: 6 };
/** More would crowd 276 pixels; the list below has them all. */
const SHOWN = 12;

export interface TrendPoint {
  readonly name: string;
  readonly total: number;
}

export function drawTrend(
  points: readonly TrendPoint[],
  max: number,
  show: (total: number) => string,
): SVGElement {
  const shown = points.slice(-SHOWN);
  const x = (at: number): number =>
    INSET.left + (at / Math.max(1, shown.length - 1)) * (WIDTH - INSET.left - INSET.right);
  const y = (total: number): number =>
    HEIGHT - INSET.bottom - (total / max) * (HEIGHT - INSET.top - INSET.bottom);
  const words = `Total by round: ${shown.map(({ name, total }) => `${name} ${show(total)}`).join("; ")}; of ${max}.`;
  const label = (at: number): SVGElement =>
    makeSvg(
      "text",
      { class: "radar-label", x: x(at), y: y(shown[at]?.total ?? 0) - 7, "text-anchor": "middle" },
      show(shown[at]?.total ?? 0),
    );
  return makeSvg(
    "svg",
    { class: "trend", role: "img", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-label": words },
    makeSvg("line", { class: "radar-ring", x1: 0, y1: y(0), x2: WIDTH, y2: y(0) }),
    makeSvg("polyline", {
      class: "trend-line",
      points: shown.map(({ total }, at) => `${x(at).toFixed(1)},${y(total).toFixed(1)}`).join(" "),
    }),
    ...shown.map(({ total }, at) =>
      makeSvg("circle", { class: "radar-point", r: 3, cx: x(at).toFixed(1), cy: y(total).toFixed(1) }),
    ),
    label(0),
    ...(shown.length > 1 ? [label(shown.length - 1)] : []),
  );
}
