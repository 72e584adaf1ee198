import { makeSvg } from "./elements.js";

/** A small radar chart with a text alternative. A second, dashed outline shows what to compare with. */

export interface RadarChart {
  readonly element: SVGSVGElement;
  draw(values: readonly (number | null)[], before?: readonly number[]): void;
}

const WIDTH = 276;
const HEIGHT = 184;
const CENTRE = { x: WIDTH / 2, y: HEIGHT / 2 };
const RADIUS = 66;
const LABEL_GAP = 11;

/** `rings` are drawn at equal distances up to `max`. */
export function createRadar(
  title: string,
  axes: readonly string[],
  max: number,
  { rings = max, unit = "" }: { readonly rings?: number; readonly unit?: string } = {},
): RadarChart {
  const angleOf = (axis: number): number => (axis / axes.length) * 2 * Math.PI - Math.PI / 2;
  const at = (axis: number, radius: number): { x: number; y: number } => ({
    x: CENTRE.x + radius * Math.cos(angleOf(axis)),
    y: CENTRE.y + radius * Math.sin(angleOf(axis)),
  });
  const place = (axis: number, value: number): string => {
    const { x, y } = at(axis, (value / max) * RADIUS);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const outline = (values: readonly number[]): string =>
    values.map((value, axis) => place(axis, value)).join(" ");

  const name = makeSvg("title");
  const grid = Array.from({ length: rings }, (_, ring) =>
    makeSvg("polygon", { class: "radar-ring", points: outline(axes.map(() => ((ring + 1) / rings) * max)) }),
  );
  const spokes = axes.map((_, axis) => {
    const { x, y } = at(axis, RADIUS);
    return makeSvg("line", { class: "radar-ring", x1: CENTRE.x, y1: CENTRE.y, x2: x, y2: y });
  });
  const labels = axes.map((label, axis) => {
    const { x, y } = at(axis, RADIUS + LABEL_GAP);
    const anchor = Math.abs(x - CENTRE.x) < 1 ? "middle" : x > CENTRE.x ? "start" : "end";
    return makeSvg(
      "text",
      { class: "radar-label", x, y, "text-anchor": anchor, "dominant-baseline": "middle" },
      label,
    );
  });
  const earlier = makeSvg("polygon", { class: "radar-before" });
  const area = makeSvg("polygon", { class: "radar-area" });
  const points = axes.map(() => makeSvg("circle", { class: "radar-point", r: 3 }));
  const element = makeSvg(
    "svg",
    { class: "radar", role: "img", viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    name,
    ...grid,
    ...spokes,
    earlier,
    area,
    ...points,
    ...labels,
  );

  function draw(values: readonly (number | null)[], before?: readonly number[]): void {
    area.setAttribute("points", outline(values.map((value) => value ?? 0)));
    earlier.setAttribute("points", before ? outline(before) : "");
    points.forEach((point, axis) => {
      const value = values[axis] ?? 0;
      const { x, y } = at(axis, (value / max) * RADIUS);
      point.setAttribute("cx", x.toFixed(1));
      point.setAttribute("cy", y.toFixed(1));
      point.style.display = value > 0 ? "" : "none";
    });
    const words = axes.map((label, axis) => {
      const compared = before ? `, ${rounded(before[axis] ?? 0)}${unit} last time` : "";
      const value = values[axis] ?? null;
      return `${label} ${value === null ? "not scored" : `${rounded(value)}${unit}`}${compared}`;
    });
    name.textContent = `${title}, out of ${max}${unit}: ${words.join("; ")}.`;
    element.setAttribute("aria-label", name.textContent);
  }
  draw(axes.map(() => null));
  return { element, draw };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
