/** The cells of one sheet: values, formulas with their cached results, looks. */

import { type Area, areaName, cellName, parseCell } from "./address.js";
import { needsArray } from "./arrayFormulas.js";
import { type FileValue, LONGEST_TEXT, toFileValue, writeComputed } from "./cellValues.js";
import { Checksum } from "./checksum.js";
import type { Border, SheetData, Style } from "./engine.js";
import { type GrownRow, growRow } from "./rowHeights.js";
import { portableFormula, type Writing } from "./writing.js";
import { escapeXml, hasHalfLetter } from "./xml.js";

/** A formula the file does not hold, kept for the way back. */
export interface KeptFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  /** The cells its result fills. */
  readonly area: string;
  /** The value it shows, for people who look into the file. */
  readonly value: string | number | boolean | null;
  /** Checksum of the values of the whole area. */
  readonly check: string;
}

interface Link {
  readonly cell: string;
  readonly url: string;
  readonly label: string;
}

export interface SheetCells {
  /** The row elements, without the sheetData around them. */
  readonly rows: string;
  readonly used: Area | undefined;
  readonly kept: readonly KeptFormula[];
  readonly links: readonly Link[];
  readonly hasArrays: boolean;
}

const COLUMNS = 16_384;
const DEFAULT_ROW_PIXELS = 23;
const LINK_STYLE: Style = { textColor: "#0563C1", underline: true };

export function writeCells(writing: Writing, sheet: SheetData): SheetCells {
  const { model, data, styles, strings } = writing;
  const { getters } = model;
  const looks = readLooks(sheet);
  const tableLooks = readTableLooks(writing, sheet);
  const keys = new Set<number>([...looks.styles.keys(), ...looks.formats.keys(), ...looks.borders.keys()]);
  for (const key of tableLooks.keys()) keys.add(key);
  for (const { col, row } of getters.getEvaluatedCellsPositions(sheet.id)) keys.add(row * COLUMNS + col);

  const grown = new Map<number, GrownRow>();
  const kept: KeptFormula[] = [];
  const links: Link[] = [];
  let hasArrays = false;
  let used: { left: number; top: number; right: number; bottom: number } | undefined;

  const xfs = new Map<string, number>();
  const lookOf = (key: number, format: string | undefined, link: boolean): number => {
    const styleId = looks.styles.get(key) ?? 0;
    const borderId = looks.borders.get(key) ?? 0;
    const table = tableLooks.get(key);
    const id = table ? undefined : `${styleId} ${borderId} ${link} ${format ?? ""}`;
    const found = id === undefined ? undefined : xfs.get(id);
    if (found !== undefined) return found;
    const own: Style = data.styles[styleId] ?? {};
    const style = { ...table?.style, ...(link && !own.textColor ? LINK_STYLE : {}), ...own };
    const place = styles.cell(style, format, data.borders[borderId] ?? table?.border);
    if (id !== undefined) xfs.set(id, place);
    return place;
  };

  const writeCell = (col: number, row: number): string => {
    const position = { sheetId: sheet.id, col, row };
    const key = row * COLUMNS + col;
    const evaluated = getters.getEvaluatedCell(position);
    const cell = getters.getCell(position);
    const name = cellName(col, row);
    const ownFormat = looks.formats.get(key);
    const format = evaluated.format ?? (ownFormat === undefined ? undefined : data.formats[ownFormat]);
    const look = lookOf(key, format, evaluated.link !== undefined);
    if (data.styles[looks.styles.get(key) ?? 0]?.wrapping === "wrap") {
      growRow(grown, writing, position, evaluated.formattedValue);
    }
    const start = `<c r="${name}"${look ? ` s="${look}"` : ""}`;
    const value = markedText(cell) ?? toFileValue(evaluated.type, evaluated.value);
    if (typeof evaluated.value === "string") {
      if (evaluated.value.length > LONGEST_TEXT) writing.changedTexts.cut.push(`${sheet.name}!${name}`);
      if (hasHalfLetter(evaluated.value)) writing.changedTexts.mended.push(`${sheet.name}!${name}`);
    }

    if (cell?.isFormula) {
      const formula = cell.compiledFormula.toFormulaString(getters);
      const spill = getters.getSpreadZone(position);
      const area: Area = spill ?? { left: col, right: col, top: row, bottom: row };
      const portable = writing.valuesOnly ? undefined : portableFormula(writing, formula);
      if (portable !== undefined) {
        const computed = writeComputed(value);
        const isArray = spill !== undefined || needsArray(writing.engine, formula, writing.isSeveral);
        hasArrays ||= isArray;
        const element = isArray ? `<f t="array" ref="${areaName(area)}">` : "<f>";
        return `${start}${isArray ? ' cm="1"' : ""}${computed.type}>${element}${escapeXml(portable)}</f>${computed.content}</c>`;
      }
      if (!writing.valuesOnly) {
        kept.push({
          sheet: writing.names.sheetName(sheet.name),
          cell: name,
          formula,
          area: areaName(area),
          value: value.type === "empty" ? null : value.value,
          check: checkArea(area, (c, r) => {
            const { type, value: content } = getters.getEvaluatedCell({ sheetId: sheet.id, col: c, row: r });
            return toFileValue(type, content);
          }),
        });
      }
    }
    if (evaluated.link && value.type === "text") {
      links.push({ cell: name, url: evaluated.link.url, label: value.value });
    }
    switch (value.type) {
      case "number":
        return `${start}><v>${value.value}</v></c>`;
      case "boolean":
        return `${start} t="b"><v>${value.value ? 1 : 0}</v></c>`;
      case "error":
        return `${start} t="e"><v>${value.value}</v></c>`;
      case "text":
        if (value.value !== "") return `${start} t="s"><v>${strings.place(value.value)}</v></c>`;
        return look ? `${start}/>` : "";
      case "empty":
        return look ? `${start}/>` : "";
    }
  };

  const sorted = Float64Array.from(keys).sort();
  const rows: string[] = [];
  let next = 0;
  for (let row = 0; row < sheet.rowNumber; row++) {
    let cells = "";
    for (; next < sorted.length && (sorted[next] as number) < (row + 1) * COLUMNS; next++) {
      const col = (sorted[next] as number) % COLUMNS;
      const text = writeCell(col, row);
      if (text === "") continue;
      cells += text;
      used = used
        ? {
            left: Math.min(used.left, col),
            right: Math.max(used.right, col),
            top: used.top,
            bottom: row,
          }
        : { left: col, right: col, top: row, bottom: row };
    }
    const rowAttributes = rowAttributesOf(writing, sheet, row, grown.get(row));
    if (cells !== "" || rowAttributes !== "") rows.push(`<row r="${row + 1}"${rowAttributes}>${cells}</row>`);
  }
  return { rows: rows.join(""), used, kept, links, hasArrays };
}

/** A text told to stay one, though the engine shows it as the error that it spells. */
function markedText(cell: Cell): FileValue | undefined {
  return cell?.isFormula === false && cell.content.startsWith("'#")
    ? { type: "text", value: cell.content.slice(1) }
    : undefined;
}

function rowAttributesOf(
  { model }: Writing,
  sheet: SheetData,
  row: number,
  grown: GrownRow | undefined,
): string {
  const { getters } = model;
  const own = sheet.rows[row]?.size;
  const size = Math.max(
    own ?? getters.getRowSize(sheet.id, row),
    own === undefined ? (grown?.pixels ?? 0) : 0,
  );
  const isFixed = own !== undefined || grown?.isMerged === true;
  const groups = sheet.headerGroups?.ROW ?? [];
  const level = groups.filter((group) => group.start <= row && row <= group.end).length;
  const closed = groups.some((group) => group.isFolded && group.end + 1 === row);
  return (
    (size !== DEFAULT_ROW_PIXELS
      ? ` ht="${Math.round(size * 75) / 100}"${isFixed ? ' customHeight="1"' : ""}`
      : "") +
    (getters.isRowHidden(sheet.id, row) ? ' hidden="1"' : "") +
    (level ? ` outlineLevel="${level}"` : "") +
    (closed ? ' collapsed="1"' : "")
  );
}

type Cell = ReturnType<Writing["model"]["getters"]["getCell"]>;

interface Looks {
  readonly styles: ReadonlyMap<number, number>;
  readonly formats: ReadonlyMap<number, number>;
  readonly borders: ReadonlyMap<number, number>;
}

function readLooks(sheet: SheetData): Looks {
  const spread = (zones: Readonly<Record<string, number>>) => {
    const places = new Map<number, number>();
    for (const [zone, id] of Object.entries(zones)) {
      const area = areaWithin(zone, sheet);
      for (let row = area.top; row <= area.bottom; row++) {
        for (let col = area.left; col <= area.right; col++) places.set(row * COLUMNS + col, id);
      }
    }
    return places;
  };
  return { styles: spread(sheet.styles), formats: spread(sheet.formats), borders: spread(sheet.borders) };
}

/** Corners of a zone that may be open ("A2:A", "A:C", "3:4"), cut to the sheet. */
export function areaWithin(zone: string, sheet: Pick<SheetData, "rowNumber" | "colNumber">): Area {
  const [first = "", second = first] = zone.replaceAll("$", "").split(":");
  const corner = (text: string, lastCol: number, lastRow: number) => {
    const letters = /^[A-Z]*/.exec(text)?.[0] ?? "";
    const digits = text.slice(letters.length);
    const cell = parseCell((letters || "A") + (digits || "1"));
    return { col: letters && cell ? cell.col : lastCol, row: digits && cell ? cell.row : lastRow };
  };
  const from = corner(first, 0, 0);
  const to = corner(second, sheet.colNumber - 1, sheet.rowNumber - 1);
  return {
    left: from.col,
    top: from.row,
    right: Math.min(to.col, sheet.colNumber - 1),
    bottom: Math.min(to.row, sheet.rowNumber - 1),
  };
}

/** The engine's tables have no part of their own in the file: their look is written into their cells. */
function readTableLooks(
  { model }: Writing,
  sheet: SheetData,
): Map<number, { style: Style; border?: Border }> {
  const looks = new Map<number, { style: Style; border?: Border }>();
  for (const table of sheet.tables) {
    const area = areaWithin(table.range, sheet);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) {
        const position = { sheetId: sheet.id, col, row };
        const style = model.getters.getCellTableStyle(position) ?? {};
        const border = model.getters.getCellTableBorder(position);
        looks.set(row * COLUMNS + col, border ? { style, border } : { style });
      }
    }
  }
  return looks;
}

/** Checksum of an area's values, the same whoever wrote the file: numbers count to twelve digits. */
export function checkArea(area: Area, valueAt: (col: number, row: number) => FileValue): string {
  const sum = new Checksum();
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      const value = valueAt(col, row);
      if (value.type === "number") sum.add(`n${Number(value.value.toPrecision(12))};`);
      else if (value.type === "empty" || value.value === "") sum.add(";");
      else sum.add(`${value.type[0]}${value.value};`);
    }
  }
  return sum.text;
}

export function columnElements(writing: Writing, sheet: SheetData): string {
  const { getters } = writing.model;
  const groups = sheet.headerGroups?.COL ?? [];
  let text = "";
  for (let col = 0; col < sheet.colNumber; col++) {
    const level = groups.filter((group) => group.start <= col && col <= group.end).length;
    const closed = groups.some((group) => group.isFolded && group.end + 1 === col);
    text +=
      `<col min="${col + 1}" max="${col + 1}" width="${toFileWidth(getters.getColSize(sheet.id, col))}" customWidth="1"` +
      (getters.isColHidden(sheet.id, col) ? ' hidden="1"' : "") +
      (level ? ` outlineLevel="${level}"` : "") +
      (closed ? ' collapsed="1"' : "") +
      "/>";
  }
  return text;
}

/** Pixels → Excel's characters, seven pixels each at this font. */
export function toFileWidth(pixels: number): number {
  return Math.round((pixels / 7) * 10_000) / 10_000;
}
