/**
 * Named ranges ↔ the file's definedNames. The engine's own export leaves them out, and every formula that uses one
 * then shows #NAME? elsewhere.
 */
import { openRange, parseCell, quoteSheet, splitSheet } from "./address.js";
import type { FormulaNames } from "./formulas.js";
import { toFileRange } from "./formulas.js";
import type { OnLoss } from "./losses.js";
import { element, escapeXml, readAttributes, unescapeXml } from "./xml.js";

/** Excel refuses names that begin with a digit or read as a cell (LTV1, R1C1, R, C). */
export function isExcelName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) &&
    !parseCell(name.toUpperCase()) &&
    !/^(?:[rc]|r\d+(?:c\d*)?|c\d+)$/i.test(name)
  );
}

export interface DefinedName {
  readonly name: string;
  /** 0-based place of the sheet the name belongs to; undefined for the whole workbook. */
  readonly sheetIndex?: number;
  readonly range: string;
}

/** The definedName elements, sorted as Excel sorts them, print titles and filters included. */
export function writeDefinedNames(names: readonly DefinedName[]): string {
  if (names.length === 0) return "";
  const sorted = [...names].sort((a, b) => {
    const first = a.name.toLowerCase();
    const second = b.name.toLowerCase();
    return first < second ? -1 : first > second ? 1 : (a.sheetIndex ?? -1) - (b.sheetIndex ?? -1);
  });
  const elements = sorted.map(({ name, sheetIndex, range }) =>
    element(
      "definedName",
      { name, localSheetId: sheetIndex, hidden: name === "_xlnm._FilterDatabase" ? true : undefined },
      escapeXml(range),
    ),
  );
  return element("definedNames", {}, elements.join(""));
}

/** The workbook's named ranges that Excel accepts, as definedNames. */
export function definedNamesOf(
  namedRanges: Readonly<Record<string, string>>,
  names: FormulaNames,
): DefinedName[] {
  return Object.entries(namedRanges)
    .filter(([name, range]) => isExcelName(name) && !range.includes("#REF"))
    .map(([name, range]) => ({ name, range: toFileRange(range, names) }));
}

/** Named ranges of a file's workbook part, in the engine's form; formulas and built-in names are passed over. */
export function readDefinedNames(
  workbookXml: string,
  lastRow?: number,
  onLoss?: OnLoss,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, tag = "", body = ""] of workbookXml.matchAll(
    /<definedName(\s[^<>]*)>([^<]*)<\/definedName>/g,
  )) {
    const { name, localSheetId } = readAttributes(tag);
    if (!name || name.startsWith("_xlnm.") || localSheetId !== undefined) continue;
    const { sheet, rest } = splitSheet(unescapeXml(body).trim());
    const range = openRange(rest.replaceAll("$", ""), lastRow);
    // A name may also stand for a constant, a formula or a place in another file: the engine has no such names.
    if (sheet === undefined || sheet.includes("[")) continue;
    if (!/^[A-Z]{1,3}\d*(?::[A-Z]{0,3}\d*)?$|^\d+:\d+$/.test(range)) continue;
    // The engine looks names up on plain objects, and finds there what every object has.
    if (name in {}) onLoss?.(`The name ${name} means something else to the spreadsheet and was left out.`);
    else found[name] = `${quoteSheet(sheet)}!${range}`;
  }
  return found;
}
