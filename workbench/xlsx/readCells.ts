/**
 * The cells of a file's sheet part, read as text. The engine's import builds a DOM of every cell, throws away the
 * cached values and reads "00123" as a number; the values are needed here to tell whether a kept formula still
 * belongs where it was.
 */
import { cellName, lettersOf, parseArea, parseCell } from "./address.js";
import type { FileValue } from "./cellValues.js";
import { readAttributes, unescapeCellText, unescapeXml } from "./xml.js";

export interface FileCell {
  readonly value: FileValue;
  /** Without its equals sign. */
  readonly formula?: string;
  /** The cells an array formula fills, its own first. */
  readonly array?: string;
  /** Place of the cell's look in the styles part. */
  readonly look: number;
}

interface FileRow {
  readonly height?: number;
  readonly isHidden: boolean;
}

export interface FileSheet {
  readonly cells: Map<string, FileCell>;
  readonly rows: Map<number, FileRow>;
}

const ROW_OR_CELL = /<row\b([^<>]*?)(\/?)>|<c\b([^<>]*?)(?:\/>|>([^<]*(?:<(?!\/?c[\s>/])[^<]*)*)<\/c>)/g;

export function readCells(sheetXml: string, strings: readonly string[]): FileSheet {
  const cells = new Map<string, FileCell>();
  const rows = new Map<number, FileRow>();
  const shared = new Map<string, { formula: string; col: number; row: number }>();
  const start = sheetXml.indexOf("<sheetData");
  const end = sheetXml.indexOf("</sheetData>");
  if (start < 0 || end < 0) return { cells, rows };
  let row = -1;
  let col = -1;
  for (const [, rowTag, , cellTag, body = ""] of sheetXml.slice(start, end).matchAll(ROW_OR_CELL)) {
    if (rowTag !== undefined) {
      const { r, ht, customHeight, hidden } = readAttributes(rowTag);
      row = r ? Number(r) - 1 : row + 1;
      col = -1;
      const isHidden = isTrue(hidden);
      const height = ht && isTrue(customHeight) ? Number(ht) : undefined;
      if (isHidden || height) rows.set(row, height ? { height, isHidden } : { isHidden });
      continue;
    }
    const { r, s, t } = readAttributes(cellTag ?? "");
    const place = r ? parseCell(r) : { col: col + 1, row };
    if (!place) continue;
    col = place.col;
    const name = cellName(place.col, place.row);
    const formula = readFormula(body, place, shared);
    cells.set(name, { value: readValue(t, body, strings), look: Number(s ?? 0), ...formula });
  }
  return { cells, rows };
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

function readValue(type: string | undefined, body: string, strings: readonly string[]): FileValue {
  if (type === "inlineStr") {
    const text = [...body.matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g)].map(([, part = ""]) => part).join("");
    return { type: "text", value: unescapeCellText(text) };
  }
  const text = /<v(?:\s[^<>]*)?>([^<]*)<\/v>/.exec(body)?.[1];
  if (text === undefined) return { type: "empty" };
  switch (type) {
    case "s":
      return { type: "text", value: strings[Number(text)] ?? "" };
    case "str":
      return { type: "text", value: unescapeCellText(text) };
    case "b":
      return { type: "boolean", value: isTrue(text.trim()) };
    case "e":
      return { type: "error", value: unescapeXml(text) };
    case "d":
      return { type: "number", value: Date.parse(text) / 86_400_000 + 25_569 };
    default: {
      const value = Number(text);
      return text.trim() === "" || Number.isNaN(value) ? { type: "empty" } : { type: "number", value };
    }
  }
}

type SharedFormulas = Map<string, { formula: string; col: number; row: number }>;

function readFormula(
  body: string,
  place: { col: number; row: number },
  shared: SharedFormulas,
): { formula?: string; array?: string } {
  const match = /<f\b([^<>]*?)(?:\/>|>([^<]*)<\/f>)/.exec(body);
  if (!match) return {};
  const { t, ref, si } = readAttributes(match[1] ?? "");
  const formula = unescapeXml(match[2] ?? "").trim();
  if (t === "shared" && si !== undefined) {
    if (formula !== "") {
      shared.set(si, { formula, ...place });
      return { formula };
    }
    const first = shared.get(si);
    return first ? { formula: moveFormula(first.formula, place.col - first.col, place.row - first.row) } : {};
  }
  // LibreOffice saves a plain truth value or error as a formula that says the same.
  if (formula === "" || t === "dataTable" || /^(?:TRUE|FALSE)\(\)$|^#[A-Z0-9/]+[!?]?$/.test(formula))
    return {};
  return t === "array" && ref && parseArea(ref) ? { formula, array: ref } : { formula };
}

/** A shared formula as its other cells have it: what is not fixed moves along; texts and sheet names stay. */
export function moveFormula(formula: string, cols: number, rows: number): string {
  return formula.replace(
    /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.(!])/gu,
    (whole, kept, colMark, letters, rowMark, digits) => {
      if (kept !== undefined) return kept;
      const cell = parseCell(letters + digits);
      if (!cell) return whole;
      const col = colMark ? cell.col : cell.col + cols;
      const row = rowMark ? cell.row : cell.row + rows;
      return col < 0 || row < 0 ? "#REF!" : `${colMark}${lettersOf(col)}${rowMark}${row + 1}`;
    },
  );
}

/** The file's table of texts; rich text keeps its words and loses its looks. */
export function readStrings(xml: string | undefined): string[] {
  if (!xml) return [];
  return [...xml.matchAll(/<si\b[^<>]*?(?:\/>|>([^<]*(?:<(?!\/?si[\s>/])[^<]*)*)<\/si>)/g)].map(
    ([, body = ""]) =>
      unescapeCellText(
        [
          ...body
            .replace(/<rPh\b[^<]*(?:<(?!\/?rPh[\s>/])[^<]*)*<\/rPh>/g, "")
            .matchAll(/<t(?:\s[^<>]*)?>([^<]*)<\/t>/g),
        ]
          .map(([, text = ""]) => text)
          .join(""),
      ),
  );
}
