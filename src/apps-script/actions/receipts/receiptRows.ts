import { FIGURES } from "../../../core/receipts/figures.js";
import type { Quarter, ReceiptDeal } from "../../../core/receipts/verdict.js";
import type { DataRecord, DataValue } from "../../../workbook/columns.js";
import { asCellText } from "../../../workbook/import/index.js";

/** What the receipts keep of each deal: who it is, and for each figure whether it counts, with what and why. */

/** Columns that name a deal, in the order in which the tab shows them. */
export const DEAL_COLUMNS = ["Deal", "Deal ID", "Owner", "Row", "Amount"] as const;
/** Columns that each figure has. */
export const VERDICT_COLUMNS = ["Counted?", "Counts as", "Why"] as const;
export const [COUNTED, LEFT_OUT] = ["Counted", "Left out"] as const;

/** Where a cell has nothing: a spreadsheet's FILTER would make a 0 of a blank. */
const NOTHING = "–";

const numberOr = (value: DataValue | undefined): number | null => (typeof value === "number" ? value : null);
const text = (value: DataValue | undefined): string =>
  value === null || value === undefined || String(value).trim() === "" ? NOTHING : asCellText(String(value));

/** `firstRow` is the sheet's row of the first record. */
export function receiptRows(
  records: readonly (DataRecord | null)[],
  firstRow: number,
  quarter: Quarter | undefined,
): (string | number)[][] {
  return records.flatMap((record, index) => {
    if (!record) return [];
    const deal: ReceiptDeal = {
      outcome: record.outcome === null || record.outcome === undefined ? null : String(record.outcome),
      amount: numberOr(record.amount),
      probability: numberOr(record.probability),
      created: numberOr(record.created),
      closed: numberOr(record.closed),
    };
    const verdicts = FIGURES.flatMap(({ verdict }) => {
      const { counts, reason } = verdict(deal, quarter);
      return counts === undefined ? [LEFT_OUT, NOTHING, reason] : [COUNTED, counts, reason];
    });
    return [
      [
        text(record.name ?? record.id),
        text(record.id),
        text(record.owner),
        firstRow + index,
        deal.amount ?? NOTHING,
        ...verdicts,
      ],
    ];
  });
}
