import { type HeadlessWorkbench, openWorkbench } from "../../workbench/headless/openWorkbench.js";
import { readDist } from "../../workbench/headless/readDist.js";

/** The built add-on on a headless spreadsheet, and what tests ask of its cells. */

export const openAddOn = (options: Partial<Parameters<typeof openWorkbench>[0]> = {}): HeadlessWorkbench =>
  openWorkbench({ timeZone: "UTC", ...readDist("dist"), ...options });

export function sheetNames({ model }: HeadlessWorkbench): string[] {
  return model.getters.getSheetIds().map((id) => model.getters.getSheetName(id));
}

function sheetId({ model }: HeadlessWorkbench, name: string): string {
  const id = model.getters.getSheetIds().find((one) => model.getters.getSheetName(one) === name);
  if (!id) throw new Error(`There is no sheet ${name}.`);
  return id;
}

interface SeenCell {
  readonly address: string;
  readonly value: unknown;
  readonly text: string;
  readonly formula: string;
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** Every filled cell of a sheet, row by row. */
export function cellsOf(workbench: HeadlessWorkbench, name: string): SeenCell[] {
  const { getters } = workbench.model;
  const id = sheetId(workbench, name);
  const cells: SeenCell[] = [];
  for (let row = 0; row < getters.getNumberRows(id); row++) {
    for (let col = 0; col < getters.getNumberCols(id); col++) {
      const position = { sheetId: id, col, row };
      const { type, value, formattedValue } = getters.getEvaluatedCell(position);
      if (type === "empty") continue;
      const content = getters.getCellText(position, { showFormula: true });
      cells.push({
        address: `${letters(col)}${row + 1}`,
        value: type === "error" ? { error: value } : value,
        text: formattedValue,
        formula: content.startsWith("=") ? content : "",
      });
    }
  }
  return cells;
}

export const errorsOf = (workbench: HeadlessWorkbench, name: string): string[] =>
  cellsOf(workbench, name)
    .filter(({ value }) => typeof value === "object" && value !== null)
    .map(({ address, formula }) => `${address} ${formula}`);

function positionOf(workbench: HeadlessWorkbench, name: string, address: string) {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(address);
  if (!match) throw new Error(`${address} is not an address.`);
  const col =
    [...(match[1] as string)].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheetId: sheetId(workbench, name), col, row: Number(match[2]) - 1 };
}

export const valueAt = (workbench: HeadlessWorkbench, name: string, address: string): unknown =>
  workbench.model.getters.getEvaluatedCell(positionOf(workbench, name, address)).value;

export function typeInto(workbench: HeadlessWorkbench, name: string, address: string, content: string): void {
  workbench.model.dispatch("UPDATE_CELL", { ...positionOf(workbench, name, address), content });
}

function settingCell({ model }: HeadlessWorkbench, key: string) {
  const range = model.getters.getNamedRange(`Settings_${key}`)?.range;
  if (!range) throw new Error(`Settings has no cell named Settings_${key}.`);
  const { left: col, top: row } = range.zone;
  return { sheetId: range.sheetId, col, row };
}

/** The value of a setting, found by its name as every formula finds it. */
export const settingAt = (workbench: HeadlessWorkbench, key: string): unknown =>
  workbench.model.getters.getEvaluatedCell(settingCell(workbench, key)).value;

export function setSetting(workbench: HeadlessWorkbench, key: string, content: string): void {
  workbench.model.dispatch("UPDATE_CELL", { ...settingCell(workbench, key), content });
}

const toCells = (range: string): string[] => {
  const [from = "", to = from] = range.split(":");
  const parts = (cell: string) => /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const [, firstColumn = "", firstRow] = parts(from);
  const [, lastColumn = "", lastRow] = parts(to);
  // A data tab's whole column is one rule, always.
  if (!firstRow || !lastRow || Number(lastRow) - Number(firstRow) > 100) return [range];
  const number = (text: string) => [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const cells: string[] = [];
  for (let row = Number(firstRow); row <= Number(lastRow); row++) {
    for (let column = number(firstColumn); column <= number(lastColumn); column++) {
      cells.push(`${letters(column - 1)}${row}`);
    }
  }
  return cells;
};

/** Merges and rules are sets of cells: in which order and how many at a time they were made says nothing. */
const inOrder = (key: string, value: unknown): unknown => {
  if (key === "merges") return [...(value as string[])].sort();
  if (key !== "dataValidationRules" && key !== "conditionalFormats") return value;
  return (value as { ranges: string[] }[])
    .flatMap(({ ranges, ...rule }) =>
      ranges.flatMap(toCells).map((cell) => `${cell} ${JSON.stringify({ ...rule, id: "" })}`),
    )
    .sort();
};

/** All that a workbook holds and shows, to be compared before and after: cells, looks, charts, names, the tab in front. */
export function everythingIn(workbench: HeadlessWorkbench): string {
  const { getters } = workbench.model;
  const { workbook } = workbench.document() as unknown as { workbook: { sheets: unknown } };
  const names = getters.getNamedRanges().map(({ name, range }) => `${name} ${range.sheetId}`);
  return JSON.stringify({ sheets: workbook.sheets, names, front: getters.getActiveSheetId() }, inOrder);
}
