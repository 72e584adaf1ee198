/** XML is written as text here: a 9,000-row sheet through a DOM in Node takes minutes, as text a second. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
const FORBIDDEN = /[\x00-\x08\x0B\x0C\x0D\x0E-\x1F\uFFFE\uFFFF]/g;
/** Half of a letter that two signs stand for: no file holds one, and what encodes the file puts U+FFFD in its place. */
const HALF_LETTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export const hasHalfLetter = (text: string): boolean => text.search(HALF_LETTER) >= 0;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for an element or an attribute; what XML cannot carry is left out. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Cell text: what XML cannot carry stands as _x0007_, which Excel and LibreOffice read back; where somebody wrote those
 * very signs, their underscore is escaped.
 */
export function escapeCellText(text: string): string {
  return escapeXml(
    text
      .replace(ESCAPE_START, "_x005F_")
      .replace(
        FORBIDDEN,
        (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      ),
  );
}

/** The underscore that begins what would be read as an escaped character. */
export const ESCAPE_START = /_(?=x[0-9A-Fa-f]{4}_)/g;

const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The text that XML text stands for. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return NAMED.get(name) ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

export function unescapeCellText(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

type AttributeValue = string | number | boolean | undefined;

/** ` a="1" b="x"`: undefined values are left out, booleans become 1 and 0. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): string {
  let text = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    text += ` ${name}="${typeof value === "boolean" ? (value ? "1" : "0") : escapeXml(String(value))}"`;
  }
  return text;
}

/** One element; content is XML already. */
export function element(
  name: string,
  values: Readonly<Record<string, AttributeValue>> = {},
  content?: string,
): string {
  const head = `<${name}${attributes(values)}`;
  return content === undefined || content === "" ? `${head}/>` : `${head}>${content}</${name}>`;
}

/** Attributes of a start tag's text. */
export function readAttributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of tag.matchAll(
    /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found[name] = unescapeXml(double ?? single ?? "");
  }
  return found;
}

/** Finds whole elements of these names ("a|b"), and stops at the next start: starts without an end are read but once. */
export function wholeElements(names: string): RegExp {
  return new RegExp(
    String.raw`<(${names})(?=[\s>/])(?:[^<>]*\/>|[^<]*(?:<(?!\/?\1[\s>/])[^<]*)*<\/\1>)`,
    "g",
  );
}
