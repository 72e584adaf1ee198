import { salesCycle } from "../../core/pipeline/salesCycle.js";
import { OPPORTUNITIES } from "../../workbook/opportunities.js";
import { openSession } from "../session.js";
import { findDataTab, readRecords } from "../sheets/dataTab.js";

/** The headline figures of the workbook's deals, with what each leaves out. */
export interface Summary {
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  /** A fraction; null while nothing is decided. */
  readonly winRate: number | null;
  readonly wonAmount: number;
  readonly wonWithoutAmount: number;
  readonly openAmount: number;
  readonly openWithoutAmount: number;
  readonly cycleMeanDays: number | null;
  readonly cycleMedianDays: number | null;
  readonly wonWithoutDates: number;
}

export function summarise(): Summary {
  const { spreadsheet, zone } = openSession();
  const tab = findDataTab(spreadsheet, OPPORTUNITIES);
  const deals = tab ? readRecords(OPPORTUNITIES, tab, zone).filter((deal) => deal !== null) : [];
  const of = (outcome: string) => deals.filter((deal) => (deal.outcome ?? "Open") === outcome);
  const [won, lost, open] = [of("Won"), of("Lost"), of("Open")];
  const amounts = (some: typeof deals) =>
    some.flatMap(({ amount }) => (typeof amount === "number" ? [amount] : []));
  const total = (some: typeof deals) => amounts(some).reduce((sum, amount) => sum + amount, 0);
  const day = (value: unknown) => (typeof value === "number" ? value : null);
  const cycle = salesCycle(
    won.map(({ created }) => day(created)),
    won.map(({ closed }) => day(closed)),
    won.map(() => "Won" as const),
  );
  const decided = won.length + lost.length;
  return {
    deals: deals.length,
    won: won.length,
    lost: lost.length,
    open: open.length,
    winRate: decided > 0 ? won.length / decided : null,
    wonAmount: total(won),
    wonWithoutAmount: won.length - amounts(won).length,
    openAmount: total(open),
    openWithoutAmount: open.length - amounts(open).length,
    cycleMeanDays: cycle.meanDays ?? null,
    cycleMedianDays: cycle.medianDays ?? null,
    wonWithoutDates: cycle.leftOut,
  };
}
