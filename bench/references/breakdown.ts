import * as aq from "arquero";

type Cells = readonly (readonly unknown[])[];

export interface BreakdownCells {
  readonly by: Cells;
  readonly outcome: Cells;
  readonly amount: Cells;
}

/** Open, won and lost deals of each group with arquero, group by group in the order of their names. */
export function breakdownByArquero({ by, outcome, amount }: BreakdownCells): number[] {
  const column = (cells: Cells) => cells.map(([cell]) => cell);
  const groups = aq
    .table({ by: column(by), outcome: column(outcome), amount: column(amount) })
    .groupby("by")
    .rollup({
      open: "d => op.sum(d.outcome === 'Open' ? 1 : 0)",
      openAmount: "d => op.sum(d.outcome === 'Open' ? d.amount : 0)",
      won: "d => op.sum(d.outcome === 'Won' ? 1 : 0)",
      wonAmount: "d => op.sum(d.outcome === 'Won' ? d.amount : 0)",
      lost: "d => op.sum(d.outcome === 'Lost' ? 1 : 0)",
    })
    .orderby("by");
  return (groups.objects() as Record<string, number>[]).flatMap(
    ({ open, openAmount, won, wonAmount, lost }) => [
      open as number,
      openAmount as number,
      won as number,
      wonAmount as number,
      lost as number,
      (won as number) / ((won as number) + (lost as number)),
      (wonAmount as number) / (won as number),
    ],
  );
}
