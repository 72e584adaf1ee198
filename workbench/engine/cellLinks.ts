/**
 * Links to a cell of the same workbook, as Google Sheets writes them (`#gid=1234&range=B7`) and as an .xlsx does
 * (`#Accounts!B7`). The engine itself knows links to a whole sheet only and would take these for web addresses.
 */
import type { Engine, Getters } from "./engine.js";

const BY_NUMBER = /^#gid=(\d+)&range=([A-Z]{1,3}\d+)$/;
const BY_NAME = /^#(?:'((?:[^']|'')+)'|([^'!]+))!([A-Z]{1,3}\d+)$/;

/** Google's sheet ids are whole numbers; the engine's are texts. */
export function sheetNumber(sheetId: string): number {
  let hash = 2_166_136_261;
  for (const letter of sheetId) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  return hash >>> 1;
}

interface SheetNamed {
  readonly id: string;
  readonly name: string;
}

/** The sheet and cell that a link leads to, or undefined where it is no such link or the sheet is gone. */
export function cellLinkTarget<S extends SheetNamed>(
  url: string,
  sheets: readonly S[],
): { readonly sheet: S; readonly cell: string } | undefined {
  const [, number, place] = BY_NUMBER.exec(url) ?? [];
  const [, quoted, plain, cell] = BY_NAME.exec(url) ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = sheets.find((one) =>
    number === undefined ? one.name === name : sheetNumber(one.id) === Number(number),
  );
  return sheet && { sheet, cell: place ?? cell ?? "A1" };
}

export const isCellLink = (url: string): boolean => BY_NUMBER.test(url) || BY_NAME.test(url);

const NAME = "workbench_cell";

/** Teaches the engine to follow such links. */
export function addCellLinks(engine: Engine): void {
  const registry = engine.registries.urlRegistry;
  if (registry.contains(NAME)) return;
  const target = (url: string, getters: Pick<Getters, "getSheetIds" | "getSheetName">) =>
    cellLinkTarget(
      url,
      getters.getSheetIds().map((id) => ({ id, name: getters.getSheetName(id) })),
    );
  registry.add(NAME, {
    match: isCellLink,
    createLink: (url, label) => ({ url, label, isExternal: false, isUrlEditable: false }),
    urlRepresentation(url, getters) {
      const found = target(url, getters);
      return found ? `${found.sheet.name}, ${found.cell}` : "A sheet that is no longer there";
    },
    open(url, { model }) {
      const found = target(url, model.getters);
      if (!found) return;
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (found.sheet.id !== sheetIdFrom)
        model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: found.sheet.id });
      const { col, row } = engine.helpers.toCartesian(found.cell);
      model.selection.selectCell(col, row);
    },
    sequence: -1,
    title: "Cells",
  });
}
