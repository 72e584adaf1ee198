/** Collects the styles that cells use and writes them as the file's styles part. */
import type { Border, Style } from "./engine.js";
import { toFileFormat } from "./numberFormats.js";
import { attributes, element, escapeXml, XML_HEAD } from "./xml.js";

const DEFAULT_FONT_SIZE = 10;
const FONT_NAME = "Arial";
/** Excel keeps numbers below 164 for its built-in formats. */
const FIRST_CUSTOM_FORMAT = 164;

/** A list in which equal entries share one place. */
class Pool {
  readonly entries: string[] = [];
  readonly #places = new Map<string, number>();

  constructor(...first: string[]) {
    for (const entry of first) this.place(entry);
  }

  place(entry: string): number {
    let place = this.#places.get(entry);
    if (place === undefined) {
      place = this.entries.length;
      this.entries.push(entry);
      this.#places.set(entry, place);
    }
    return place;
  }

  write(name: string): string {
    return element(name, { count: this.entries.length }, this.entries.join(""));
  }
}

/** CSS colour → Excel's AARRGGBB. Anything unreadable becomes black. */
export function toArgb(color: string): string {
  return `FF${toRgb(color)}`;
}

/** CSS colour → RRGGBB without the hash. */
export function toRgb(color: string): string {
  const numbers = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(color);
  if (numbers) {
    return numbers
      .slice(1, 4)
      .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0"))
      .join("")
      .toUpperCase();
  }
  const hex = color.replace("#", "").toUpperCase();
  if (/^[0-9A-F]{3}$/.test(hex)) return [...hex].map((digit) => digit + digit).join("");
  return /^[0-9A-F]{6}/.test(hex) ? hex.slice(0, 6) : "000000";
}

export class StyleSheet {
  readonly #fonts = new Pool(writeFont({}));
  readonly #fills = new Pool(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  readonly #borders = new Pool(writeBorder(undefined));
  readonly #formats = new Pool();
  readonly #cells = new Pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  readonly #conditional: string[] = [];

  /** The place of a cell's look in the file; 0 is the look of an untouched cell. */
  cell(style: Style, format: string | undefined, border: Border | undefined): number {
    const fontId = this.#fonts.place(writeFont(style));
    const fillId = style.fillColor ? this.#fills.place(solidFill(style.fillColor)) : 0;
    const borderId = this.#borders.place(writeBorder(border));
    const numFmtId = this.#format(format);
    const alignment = writeAlignment(style);
    const start = attributes({
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      applyNumberFormat: numFmtId ? true : undefined,
      applyFont: fontId ? true : undefined,
      applyFill: fillId ? true : undefined,
      applyBorder: borderId ? true : undefined,
      applyAlignment: alignment ? true : undefined,
    });
    return this.#cells.place(alignment ? `<xf${start}>${alignment}</xf>` : `<xf${start}/>`);
  }

  /** The place of a conditional look: only what the rule changes. */
  conditional(style: Style): number {
    const font = [
      style.bold ? "<b/>" : "",
      style.italic ? "<i/>" : "",
      style.strikethrough ? "<strike/>" : "",
      style.underline ? "<u/>" : "",
      style.textColor ? `<color rgb="${toArgb(style.textColor)}"/>` : "",
    ].join("");
    const fill = style.fillColor
      ? `<fill><patternFill patternType="solid"><bgColor rgb="${toArgb(style.fillColor)}"/></patternFill></fill>`
      : "";
    return this.#conditional.push(element("dxf", {}, (font ? `<font>${font}</font>` : "") + fill)) - 1;
  }

  #format(format: string | undefined): number {
    if (!format) return 0;
    if (format === "@") return 49;
    return FIRST_CUSTOM_FORMAT + this.#formats.place(toFileFormat(format));
  }

  write(): string {
    const formats = this.#formats.entries.map((formatCode, index) =>
      element("numFmt", { numFmtId: FIRST_CUSTOM_FORMAT + index, formatCode }),
    );
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (formats.length > 0 ? element("numFmts", { count: formats.length }, formats.join("")) : "") +
      this.#fonts.write("fonts") +
      this.#fills.write("fills") +
      this.#borders.write("borders") +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.#cells.write("cellXfs") +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      element("dxfs", { count: this.#conditional.length }, this.#conditional.join("")) +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
      "</styleSheet>"
    );
  }
}

function writeFont(style: Style): string {
  return element(
    "font",
    {},
    (style.bold ? "<b/>" : "") +
      (style.italic ? "<i/>" : "") +
      (style.strikethrough ? "<strike/>" : "") +
      (style.underline ? "<u/>" : "") +
      `<sz val="${style.fontSize ?? DEFAULT_FONT_SIZE}"/>` +
      `<color rgb="${toArgb(style.textColor || "#000000")}"/>` +
      `<name val="${FONT_NAME}"/><family val="2"/>`,
  );
}

function solidFill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${toArgb(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function writeBorder(border: Border | undefined): string {
  const side = (name: "left" | "right" | "top" | "bottom") => {
    const line = border?.[name];
    return line
      ? `<${name} style="${line.style}"><color rgb="${toArgb(line.color)}"/></${name}>`
      : `<${name}/>`;
  };
  return `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border>`;
}

const VERTICAL = { top: "top", middle: "center", bottom: "bottom" } as const;

function writeAlignment(style: Style): string {
  const vertical = style.verticalAlign ? VERTICAL[style.verticalAlign] : undefined;
  const text = attributes({
    horizontal: style.align ? escapeXml(style.align) : undefined,
    vertical: vertical === "bottom" ? undefined : vertical,
    textRotation: style.rotation ? toFileRotation(style.rotation) : undefined,
    wrapText: style.wrapping === "wrap" ? true : undefined,
  });
  return text ? `<alignment${text}/>` : "";
}

/** The engine turns clockwise in radians; the file anticlockwise in degrees, clockwise ones counted from 91. */
function toFileRotation(radians: number): number {
  const degrees = Math.round((-radians / Math.PI) * 180) % 180;
  const turned = degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
  return turned >= 0 ? turned : 90 - turned;
}
