/** Google's words for looks and the engine's, both ways. */

import type { StyleChange } from "../engine/cellWriter.js";
import type { Engine, Style } from "../engine/engine.js";
import { type EnumMember, WrapStrategy } from "./enums.js";

export type StyleReader = (style: Style) => unknown;

export function background(color: unknown, engine: Engine): StyleChange {
  return { fillColor: hexColor(color, engine) };
}

export function fontColor(color: unknown, engine: Engine): StyleChange {
  return { textColor: hexColor(color, engine) };
}

export function fontWeight(weight: unknown): StyleChange {
  if (weight === null || weight === "normal") return { bold: undefined };
  if (weight === "bold") return { bold: true };
  throw new Error(`Invalid font weight: ${String(weight)}. Use "bold" or "normal".`);
}

export function fontStyle(style: unknown): StyleChange {
  if (style === null || style === "normal") return { italic: undefined };
  if (style === "italic") return { italic: true };
  throw new Error(`Invalid font style: ${String(style)}. Use "italic" or "normal".`);
}

export function fontSize(size: unknown): StyleChange {
  if (typeof size !== "number" || !(size > 0)) throw new Error(`Invalid font size: ${String(size)}.`);
  return { fontSize: size };
}

export function horizontalAlignment(alignment: unknown): StyleChange {
  if (alignment === null || alignment === "normal") return { align: undefined };
  if (alignment === "left" || alignment === "center" || alignment === "right") return { align: alignment };
  throw new Error(`Invalid horizontal alignment: ${String(alignment)}.`);
}

export function verticalAlignment(alignment: unknown): StyleChange {
  if (alignment === null) return { verticalAlign: undefined };
  if (alignment === "top" || alignment === "middle" || alignment === "bottom")
    return { verticalAlign: alignment };
  throw new Error(`Invalid vertical alignment: ${String(alignment)}.`);
}

export function wrap(isWrapped: unknown): StyleChange {
  return { wrapping: isWrapped ? "wrap" : "overflow" };
}

export function wrapStrategy(strategy: unknown): StyleChange {
  const found = WRAPPING.get(strategy as EnumMember);
  if (!found) throw new Error(`Invalid wrap strategy: ${String(strategy)}.`);
  return { wrapping: found };
}

const WRAPPING = new Map([
  [WrapStrategy.WRAP, "wrap"],
  [WrapStrategy.OVERFLOW, "overflow"],
  [WrapStrategy.CLIP, "clip"],
] as const);

/** What the getters answer for a cell in this style. */
export const read = {
  background: (style: Style) => style.fillColor?.toLowerCase() ?? "#ffffff",
  fontColor: (style: Style) => style.textColor?.toLowerCase() ?? "#000000",
  fontWeight: (style: Style) => (style.bold ? "bold" : "normal"),
  fontStyle: (style: Style) => (style.italic ? "italic" : "normal"),
  fontSize: (style: Style) => style.fontSize ?? 10,
  verticalAlignment: (style: Style) => style.verticalAlign ?? "bottom",
  wrap: (style: Style) => style.wrapping === "wrap",
  wrapStrategy: (style: Style) =>
    [...WRAPPING].find(([, wrapping]) => wrapping === style.wrapping)?.[0] ?? WrapStrategy.OVERFLOW,
} satisfies Record<string, StyleReader>;

/** `null` takes the colour away, as in Google Sheets. */
export function hexColor(color: unknown, engine: Engine): string | undefined {
  if (color === null) return undefined;
  const text = String(color).trim().toLowerCase();
  const hex = NAMED_COLORS[text] ?? text;
  if (!/^#([0-9a-f]{3}|[0-9a-f]{6})$/.test(hex)) throw new Error(`Invalid color: ${String(color)}.`);
  return engine.helpers.rgbaToHex(engine.helpers.colorToRGBA(hex));
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  white: "#ffffff",
  black: "#000000",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  orange: "#ffa500",
  gray: "#808080",
  grey: "#808080",
  purple: "#800080",
};
