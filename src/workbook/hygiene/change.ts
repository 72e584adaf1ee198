import type { DataValue } from "../columns.js";

/** One cell to be changed, from what stands there to what is to stand there. */
export interface CellChange {
  /** Key of the data tab or list. */
  readonly tab: string;
  /** Place among the rows below the headings, from 0. */
  readonly index: number;
  readonly column: string;
  /** Tells the row from its neighbours, should rows be moved before the yes comes. */
  readonly row: string;
  readonly before: DataValue;
  readonly after: DataValue;
}

/** The changes of some proposals, one for each cell: where two name the same cell, the later one prevails. */
export function changesOf(proposals: readonly { readonly changes: readonly CellChange[] }[]): CellChange[] {
  const byCell = new Map<string, CellChange>();
  for (const { changes } of proposals)
    for (const change of changes) byCell.set(`${change.tab} ${change.index} ${change.column}`, change);
  return [...byCell.values()];
}
