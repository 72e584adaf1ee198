/**
 * An .xlsx file as workbook data for the engine. Cells are read here; the engine's own import reads the rest
 * (looks, rules, charts, widths); and what our own files keep beside the cells is put back where it still fits.
 */
import { readComments } from "./comments.js";
import type { Companion, Engine, WorkbookData } from "./engine.js";
import { fillSheet } from "./fillSheet.js";
import { importRest } from "./importRest.js";
import { type OnLoss, onceEach } from "./losses.js";
import { readDefinedNames } from "./namedRanges.js";
import { openRules } from "./openRules.js";
import { readCells, readStrings } from "./readCells.js";
import { placeFigures } from "./readFigures.js";
import { readLinks } from "./readLinks.js";
import { readLooks, tidyStyles } from "./readLooks.js";
import { relationsOf, type SheetPart, sheetParts, workbookPath } from "./relations.js";
import { restoreFormulas, restoreSheet } from "./restoreSheet.js";
import { UnreadableFile, unpack } from "./unpack.js";
import { readWayBack } from "./wayBack.js";

export interface ReadResult {
  /** Goes into `new Model(data)`. */
  readonly data: WorkbookData;
  readonly companion: Companion;
  /** Custom-function formulas put back, and those whose cells were changed since and keep their values. */
  readonly formulas: { readonly restored: number; readonly changed: number };
}

export interface ReadOptions {
  readonly onLoss?: OnLoss;
}

export function readXlsx(bytes: Uint8Array, engine: Engine, options: ReadOptions = {}): ReadResult {
  const onLoss = onceEach(options.onLoss);
  const file = unpack(bytes);
  const { parts } = file;
  const sheets = sheetParts(parts);
  if (sheets.length === 0) throw new UnreadableFile("There is no worksheet in this workbook.");
  const stringsPath = pathOfKind(parts, "sharedStrings");
  const strings = readStrings(parts.get(stringsPath ?? ""));
  const wayBack = readWayBack(parts);
  const data = importRest(engine, file, sheets, stringsPath, onLoss);
  const workbookXml = parts.get(workbookPath(parts)) ?? "";

  const order = new Map(sheets.map((sheet, index) => [sheet.name, index]));
  data.sheets.sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  const looks = readLooks(parts.get(pathOfKind(parts, "styles") ?? "") ?? "", data);
  const idOf = (name: string) => ownId(wayBack?.sheets.find((one) => one.file === name)?.id ?? name);
  const tally = { restored: 0, changed: 0 };
  const notes: Record<string, Record<string, string>> = {};
  const renamed = new Map<string, string>();
  for (const sheet of data.sheets) {
    const part = sheets[order.get(sheet.name) ?? 0] as SheetPart;
    const sheetXml = parts.get(part.path) ?? "";
    const read = readCells(sheetXml, strings);
    const kept = wayBack?.sheets.find((one) => one.file === sheet.name);
    sheet.id = idOf(sheet.name);
    fillSheet(engine, sheet, read, looks, sheetXml, readLinks(parts, part.path, idOf), wayBack?.openRangeEnd);
    sheet.rowNumber = Math.max(sheet.rowNumber, kept?.rows ?? LEAST_ROWS);
    sheet.colNumber = Math.max(sheet.colNumber, kept?.columns ?? LEAST_COLUMNS);
    placeFigures(sheet, parts, part.path);
    if (wayBack) restoreFormulas(sheet, read, wayBack, tally);
    openRules(engine, sheet, wayBack?.openRangeEnd);
    for (const { kind, target } of relationsOf(parts, part.path)) {
      if (kind === "comments")
        notes[sheet.id] = { ...notes[sheet.id], ...readComments(parts.get(target) ?? "") };
    }
    if (kept) restoreSheet(sheet, kept, part, parts, sheetXml);
    if (kept?.name) renamed.set(sheet.name, kept.name);
    if (!wayBack && /<extLst>/.test(sheetXml)) {
      onLoss(`Newer Excel features on ${sheet.name}, such as sparklines or slicers, were not read.`);
    }
  }
  tidyStyles(data);
  data.namedRanges = {
    ...readDefinedNames(workbookXml, wayBack?.openRangeEnd, onLoss),
    ...wayBack?.namedRanges,
  };
  if (wayBack?.settings) data.settings = wayBack.settings as WorkbookData["settings"];
  return {
    data: renamed.size > 0 ? renameSheets(data, renamed) : data,
    companion: withNotes(wayBack?.companion, notes),
    formulas: tally,
  };
}

/** The engine keeps what it knows of a sheet under the sheet's id on plain objects, where __proto__ means all of them. */
const ownId = (id: string): string => (id in {} ? `sheet ${id}` : id);

/** The size of a new sheet, for files that do not say how large theirs are. */
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

function pathOfKind(parts: ReadonlyMap<string, string>, kind: string): string | undefined {
  return relationsOf(parts, workbookPath(parts)).find((one) => one.kind === kind)?.target;
}

function withNotes(
  companion: Companion | undefined,
  notes: Record<string, Record<string, string>>,
): Companion {
  const { notes: _, ...rest } = companion ?? {};
  return Object.keys(notes).length > 0 ? { ...rest, notes } : rest;
}

/** Sheets whose long names were cut for the file get them back, in formulas too. */
function renameSheets(data: WorkbookData, renamed: ReadonlyMap<string, string>): WorkbookData {
  let text = JSON.stringify(data);
  for (const [file, name] of renamed) {
    text = text.replaceAll(JSON.stringify(file), JSON.stringify(name));
    const quoted = JSON.stringify(`'${file.replaceAll("'", "''")}'!`).slice(1, -1);
    text = text.replaceAll(quoted, JSON.stringify(`'${name.replaceAll("'", "''")}'!`).slice(1, -1));
  }
  return JSON.parse(text) as WorkbookData;
}
