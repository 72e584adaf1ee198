/** Puts back what our own files keep beside the cells, wherever nobody has changed what it belongs to. */
import { areaName, parseArea } from "./address.js";
import { checksumOf } from "./checksum.js";
import type { SheetData } from "./engine.js";
import { namesIn } from "./fillSheet.js";
import type { FileSheet } from "./readCells.js";
import { relationsOf, type SheetPart } from "./relations.js";
import { checkArea } from "./sheetCells.js";
import type { KeptSheet, WayBack } from "./wayBack.js";
import { wholeElements } from "./xml.js";

/** Puts kept formulas back where their cells still show what they showed. */
export function restoreFormulas(
  sheet: SheetData,
  read: FileSheet,
  wayBack: WayBack,
  tally: { restored: number; changed: number },
): void {
  for (const kept of wayBack.formulas) {
    if (kept.sheet !== sheet.name) continue;
    const area = parseArea(kept.area);
    if (!area || typeof kept.formula !== "string") continue;
    const check = checkArea(area, (col, row) => {
      const cell = read.cells.get(areaName({ left: col, right: col, top: row, bottom: row }));
      // Somebody's own formula in the place is not our value, whatever it shows.
      return cell === undefined || cell.formula !== undefined ? { type: "empty" } : cell.value;
    });
    if (check !== kept.check) {
      tally.changed++;
      continue;
    }
    for (const name of namesIn(kept.area)) delete sheet.cells[name];
    sheet.cells[kept.cell] = kept.formula;
    tally.restored++;
  }
}

/** The engine's own record of a sheet, where the file still shows what was written for it. */
export function restoreSheet(
  sheet: SheetData,
  kept: KeptSheet,
  part: SheetPart,
  parts: ReadonlyMap<string, string>,
  sheetXml: string,
): void {
  sheet.id = kept.id;
  if (kept.figures && kept.figures.check === figuresCheck(parts, part.path))
    sheet.figures = kept.figures.value;
  const rules = [...sheetXml.matchAll(wholeElements("conditionalFormatting"))].map(([text]) => text).join("");
  if (kept.conditionalFormats && kept.conditionalFormats.check === checksumOf(rules)) {
    sheet.conditionalFormats = kept.conditionalFormats.value;
  }
  const inputs = wholeElements("dataValidations").exec(sheetXml)?.[0] ?? "";
  if (kept.dataValidations && kept.dataValidations.check === checksumOf(inputs)) {
    sheet.dataValidationRules = kept.dataValidations.value;
  }
  if (kept.tables) sheet.tables = kept.tables;
}

function figuresCheck(parts: ReadonlyMap<string, string>, sheetPath: string): string {
  const path = relationsOf(parts, sheetPath).find(({ kind }) => kind === "drawing")?.target;
  if (path === undefined) return checksumOf("");
  const charts = relationsOf(parts, path).filter(({ kind }) => kind === "chart");
  return checksumOf((parts.get(path) ?? "") + charts.map(({ target }) => parts.get(target) ?? "").join(""));
}
