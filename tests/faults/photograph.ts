import { sheetNumber } from "../../workbench/engine/cellLinks.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";

/**
 * All that a document holds, fact by fact: each cell's content and looks, notes, merges, charts, drop-downs, rules,
 * protections, named ranges, sizes, the order of the tabs, the tab in front, document properties. Ids that are drawn by
 * lot are left out, so that the photographs of two runs can be compared.
 */
export type Photograph = ReadonlyMap<string, string>;

type Zones = Readonly<Record<string, number>>;
interface Rule {
  readonly id: string;
  readonly ranges: readonly string[];
}
interface SheetData {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly styles: Zones;
  readonly formats: Zones;
  readonly borders: Zones;
  readonly merges: readonly string[];
  readonly dataValidationRules: readonly Rule[];
  readonly conditionalFormats: readonly Rule[];
  readonly figures: readonly unknown[];
}
interface BookData {
  readonly sheets: readonly SheetData[];
  readonly styles: Readonly<Record<string, unknown>>;
  readonly formats: Readonly<Record<string, unknown>>;
  readonly borders: Readonly<Record<string, unknown>>;
}

export function photograph(workbench: HeadlessWorkbench): Photograph {
  const { workbook, companion } = workbench.document();
  const book = workbook as BookData;
  const facts = new Map<string, string>();
  const nameOf = new Map(book.sheets.map(({ id, name }) => [id, name]));
  const numbers = new Map(book.sheets.map(({ id, name }) => [String(sheetNumber(id)), name]));
  const { getters } = workbench.model;
  facts.set("tabs", JSON.stringify(book.sheets.map(({ name }) => name)));
  facts.set("front", nameOf.get(getters.getActiveSheetId()) ?? "");

  const tables = JSON.stringify([book.styles, book.formats, book.borders, companion.validationHelp]);
  for (const sheet of book.sheets) {
    const notes = companion.notes[sheet.id] ?? {};
    const text = `${JSON.stringify([sheet, notes])}${tables}`;
    const known = seen.get(text) ?? factsOf(sheet, notes, book, companion.validationHelp, numbers);
    keep(text, known);
    for (const [key, fact] of known) facts.set(key, fact);
  }
  for (const { sheetId, range, description, warningOnly } of companion.protections)
    facts.set(`protected ${nameOf.get(sheetId)} ${range ?? ""}`, `${description} ${warningOnly}`);
  for (const { name, range } of getters.getNamedRanges()) {
    const { left, right, top, bottom } = range.zone;
    facts.set(`name ${name}`, `${nameOf.get(range.sheetId)}!${left},${top},${right},${bottom}`);
  }
  for (const [key, value] of Object.entries(companion.properties)) facts.set(`property ${key}`, value);
  return facts;
}

/** Most tabs are the same from one photograph to the next. */
const seen = new Map<string, Photograph>();
const MOST_SEEN = 200;

function keep(text: string, facts: Photograph): void {
  seen.delete(text);
  seen.set(text, facts);
  const [oldest] = seen.keys();
  if (seen.size > MOST_SEEN && oldest !== undefined) seen.delete(oldest);
}

function factsOf(
  sheet: SheetData,
  notes: Readonly<Record<string, string>>,
  book: BookData,
  validationHelp: Readonly<Record<string, string>>,
  numbers: ReadonlyMap<string, string>,
): Photograph {
  const facts = new Map<string, string>();
  const { id: _id, name, cells, styles, formats, borders, merges, figures, ...rest } = sheet;
  const { dataValidationRules, conditionalFormats, ...sizes } = rest;
  for (const [key, value] of Object.entries(sizes)) {
    // Row by row and column by column; a size that nobody gave, or that is what nobody's would be, is none.
    if (key !== "rows" && key !== "cols") facts.set(`${name} | ${key}`, JSON.stringify(value));
    else {
      for (const [place, { size, ...shown }] of Object.entries(value as Record<string, { size?: number }>)) {
        const said = sorted(size === USUAL[key] ? shown : { size, ...shown });
        if (said !== "{}") facts.set(`${name} | ${key} ${place}`, said);
      }
    }
  }
  for (const [cell, content] of Object.entries(cells)) {
    const text = JSON.stringify(content).replace(/#gid=(\d+)/g, (_, gid) => `#${numbers.get(gid) ?? "?"}`);
    facts.set(`${name}!${cell}`, text);
  }
  for (const [cell, note] of Object.entries(notes)) facts.set(`${name}!${cell} note`, note);
  const looks = { style: [styles, book.styles], format: [formats, book.formats] } as const;
  for (const [kind, [zones, table]] of Object.entries(looks))
    for (const [zone, key] of Object.entries(zones))
      for (const cell of cellsOf(zone)) facts.set(`${name}!${cell} ${kind}`, sorted(table[String(key)]));
  for (const [zone, key] of Object.entries(borders))
    for (const cell of cellsOf(zone)) facts.set(`${name}!${cell} border`, sorted(book.borders[String(key)]));
  for (const merge of merges) facts.set(`${name}!${merge} merge`, "merged");
  for (const { id: rule, ranges, ...said } of dataValidationRules) {
    const help = validationHelp[rule] ?? "";
    for (const range of ranges)
      for (const cell of cellsOf(range)) facts.set(`${name}!${cell} rule`, `${JSON.stringify(said)} ${help}`);
  }
  conditionalFormats.forEach(({ id: _, ranges, ...said }, at) => {
    facts.set(`${name} | tone ${at + 1}`, `${[...ranges].sort().join()} ${JSON.stringify(said)}`);
  });
  const charts = figures.map((figure) => JSON.stringify(figure, withoutIds)).sort();
  charts.forEach((chart, at) => {
    facts.set(`${name} | chart ${at + 1}`, chart);
  });
  return facts;
}

const withoutIds = (key: string, value: unknown): unknown =>
  key === "id" || key === "chartId" || key === "dataSetId" || key === "dataSetStyles" ? undefined : value;

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? "";

/** The engine's own sizes. */
const USUAL = { rows: 23, cols: 96 };

const MOST_ROWS = 100;

/** The cells of a zone, one by one; of a high one its columns, whatever stands beside them. */
function cellsOf(zone: string): string[] {
  const [, from = "", first = "", to = from, last = first] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(zone) ?? [];
  const [left, right] = [columnNumber(from), columnNumber(to)];
  const [top, bottom] = [Number(first), Number(last)];
  if (from === "") return [zone];
  const cells: string[] = [];
  for (let column = left; column <= right; column++) {
    const name = columnName(column);
    if (bottom - top >= MOST_ROWS) cells.push(`${name}${top}:${name}${bottom}`);
    else for (let row = top; row <= bottom; row++) cells.push(`${name}${row}`);
  }
  return cells;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const columnName = (column: number): string =>
  column === 0
    ? ""
    : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** What differs, in a few lines for a person; "" where nothing does. */
export function difference(
  one: Photograph,
  other: Photograph,
  passedOver: (key: string) => boolean = () => false,
): string {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return shown(
    [...keys]
      .filter((key) => one.get(key) !== other.get(key) && !passedOver(key))
      .map((key) => line(key, one, other)),
  );
}

/** What is neither as in the one nor as in the other photograph, facts of the allowed kind apart. */
export function neither(
  now: Photograph,
  before: Photograph,
  after: Photograph,
  allowed: (key: string, value: string) => boolean,
): string {
  const keys = new Set([...now.keys(), ...before.keys(), ...after.keys()]);
  const strange = [...keys].filter((key) => {
    const is = lookOf(key, now);
    return is !== lookOf(key, before) && is !== lookOf(key, after) && !allowed(key, now.get(key) ?? "");
  });
  return shown(strange.map((key) => `${line(key, before, now)} (at the end ${after.get(key) ?? "nothing"})`));
}

/** The engine saves no alignment that is the usual one of what a cell holds: with a number written, "right" is gone. */
const lookOf = (key: string, photograph: Photograph): string | undefined =>
  key.endsWith(" style")
    ? photograph.get(key)?.replace(/"align":"(?:left|right)",?/, "")
    : photograph.get(key);

const line = (key: string, one: Photograph, other: Photograph): string =>
  `${key}: ${one.get(key)?.slice(0, 160) ?? "nothing"} → ${other.get(key)?.slice(0, 160) ?? "nothing"}`;

const shown = (lines: readonly string[]): string =>
  lines.length === 0 ? "" : [`${lines.length} facts differ`, ...lines.slice(0, 8)].join("\n");
