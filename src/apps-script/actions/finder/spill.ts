import { describeCell } from "./activeCell.js";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** The room that an answer takes from its first cell on. */
export interface Spill {
  /** As B7:G12. */
  readonly range: string;
  /** Cells in which something stands, the first few. */
  readonly inTheWay: readonly { readonly cell: string; readonly holds: string }[];
  /** How many rows and columns the sheet lacks. */
  readonly lacksRows: number;
  readonly lacksColumns: number;
}

const NAMED = 3;

/** Where an answer of that size would stand, and what stands there already besides the first cell. */
export function spillFrom(first: Range, rows: number, columns: number): Spill {
  const sheet = first.getSheet();
  const [top, left] = [first.getRow(), first.getColumn()];
  const height = Math.min(rows, sheet.getMaxRows() - top + 1);
  const width = Math.min(columns, sheet.getMaxColumns() - left + 1);
  const cells = sheet.getRange(top, left, height, width);
  const [values, formulas] = [cells.getValues(), cells.getFormulas()];
  const inTheWay: { cell: string; holds: string }[] = [];
  for (let row = 0; row < height && inTheWay.length < NAMED; row++) {
    for (let column = 0; column < width && inTheWay.length < NAMED; column++) {
      if (row === 0 && column === 0) continue;
      if (values[row]?.[column] === "" && formulas[row]?.[column] === "") continue;
      const { cell, holds } = describeCell(sheet.getRange(top + row, left + column));
      inTheWay.push({ cell, holds });
    }
  }
  const start = describeCell(first).cell;
  const end = describeCell(sheet.getRange(top + height - 1, left + width - 1)).cell;
  return {
    range: start === end ? start : `${start}:${end}`,
    inTheWay,
    lacksRows: rows - height,
    lacksColumns: columns - width,
  };
}
