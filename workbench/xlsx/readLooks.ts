/**
 * Which look of the file is which style, format and border of the engine. The engine's import numbers them by their
 * place in the styles part, one up; here the numbers are read from the same part.
 */
import type { Style, WorkbookData } from "./engine.js";
import { BUILT_IN_FORMATS, fromFileFormat } from "./numberFormats.js";
import { readAttributes, wholeElements } from "./xml.js";

export interface Looks {
  readonly cells: readonly {
    readonly style: number;
    readonly format?: number;
    readonly border?: number;
    readonly isPlainText: boolean;
  }[];
}

/** The engine's number of the format for plain text, the file's built-in 49, one up. */
const PLAIN_TEXT = 50;

export function readLooks(stylesXml: string, data: WorkbookData): Looks {
  const custom = new Map<string, string>();
  for (const [, tag = ""] of stylesXml.matchAll(/<numFmt\b([^<>]*)>/g)) {
    const { numFmtId, formatCode } = readAttributes(tag);
    if (numFmtId && formatCode) custom.set(numFmtId, formatCode);
  }
  data.formats[PLAIN_TEXT] = "@";
  const body = wholeElements("cellXfs").exec(stylesXml)?.[0] ?? "";
  const cells = [...body.matchAll(/<xf\b([^<>]*)>/g)].map(([, tag = ""], index) => {
    const { numFmtId = "0", borderId = "0" } = readAttributes(tag);
    const format = Number(numFmtId) + 1;
    const code = custom.get(numFmtId);
    const own = BUILT_IN_FORMATS.get(numFmtId) ?? (code && fromFileFormat(code, data.formats[format]));
    if (own) data.formats[format] = own;
    return {
      style: index + 1,
      ...(data.formats[format] ? { format } : {}),
      ...(borderId === "0" ? {} : { border: Number(borderId) + 1 }),
      isPlainText: data.formats[format] === "@",
    };
  });
  return { cells };
}

const DEFAULTS: Style = {
  align: undefined,
  bold: false,
  fontSize: 10,
  italic: false,
  rotation: 0,
  strikethrough: false,
  textColor: "#000000",
  underline: false,
  verticalAlign: "bottom",
  wrapping: "overflow",
} as Style;

/** A style without what is the engine's default anyway. */
export function tidyStyle(style: Style): Style {
  const kept = Object.entries(style).filter(
    ([name, value]) => value !== undefined && value !== "" && value !== DEFAULTS[name as keyof Style],
  );
  return Object.fromEntries(kept) as Style;
}

export function tidyStyles(data: WorkbookData): void {
  for (const [id, style] of Object.entries(data.styles)) data.styles[Number(id)] = tidyStyle(style);
}
