import { FIGURES } from "../../../core/receipts/figures.js";
import { address } from "../../../templates/grid.js";
import { DEAL_COLUMNS, VERDICT_COLUMNS } from "./receiptRows.js";

/** Where everything stands on the Receipts tab: a table of the figures, three choices, and the deals they let through. */

export const WIDTHS = { margin: 24, page: [250, 110, 150, 70, 120, 110, 120, 390] } as const;

const pageColumn = 2;
export const PAGE = {
  titleRow: 1,
  headingRow: 4,
  firstFigureRow: 5,
  choiceLabelRow: 5 + FIGURES.length + 1,
  choiceRow: 5 + FIGURES.length + 2,
  listHeadingRow: 5 + FIGURES.length + 4,
  listRow: 5 + FIGURES.length + 5,
  firstColumn: pageColumn,
  columns: WIDTHS.page.length,
} as const;

/** Spreadsheet columns by what they show in the table of figures, and of the choices below it. */
export const AT = {
  figure: pageColumn,
  fromRows: pageColumn + 1,
  inWorkbook: pageColumn + 2,
  check: pageColumn + 3,
  counted: pageColumn + 4,
  leftOut: pageColumn + 5,
  rule: pageColumn + 6,
  rep: pageColumn + 2,
  show: pageColumn + 4,
} as const;

export const listColumn = (heading: (typeof DEAL_COLUMNS | typeof VERDICT_COLUMNS)[number]): number =>
  pageColumn + [...DEAL_COLUMNS, ...VERDICT_COLUMNS].indexOf(heading as never);

/** The hidden part begins after a margin: the deals with every figure's verdict, then the lists of choices. */
export const STORE = {
  firstColumn: pageColumn + WIDTHS.page.length + 1,
  columns: DEAL_COLUMNS.length + FIGURES.length * VERDICT_COLUMNS.length,
} as const;
export const CHOICES_COLUMN = STORE.firstColumn + STORE.columns + 1;
export const LAST_COLUMN = CHOICES_COLUMN + 2;

/** Addresses over all stored deals. */
export function storeAddresses(deals: number) {
  const column = (offset: number, count = 1) => {
    const [first, last] = [STORE.firstColumn + offset, STORE.firstColumn + offset + count - 1];
    return `${address(PAGE.listRow, first)}:${address(PAGE.listRow + Math.max(deals, 1) - 1, last)}`;
  };
  const verdict = (figure: number, offset: number, count = 1) =>
    column(DEAL_COLUMNS.length + figure * VERDICT_COLUMNS.length + offset, count);
  return {
    deals: column(0, DEAL_COLUMNS.length),
    owner: column(DEAL_COLUMNS.indexOf("Owner")),
    counted: (figure: number) => verdict(figure, 0),
    countsAs: (figure: number) => verdict(figure, 1),
    verdict: (figure: number) => verdict(figure, 0, VERDICT_COLUMNS.length),
  };
}
