import type { DataRecord } from "../columns.js";
import { categoryOfProbability } from "../import/forecastCategory.js";
import { OPPORTUNITIES } from "../opportunities.js";
import { LINE_ITEMS } from "../tabs/lineItems.js";
import { changeOf, filledRows, type HygieneData, type ProposalGroup } from "./proposal.js";
import { textOf, wordKey } from "./words.js";

export const outcomeIs = ({ outcome }: DataRecord, wanted: "Open" | "Lost"): boolean =>
  (textOf(outcome) || "Open").toLowerCase() === wanted.toLowerCase();

export const dealName = (record: DataRecord): string => textOf(record.name) || textOf(record.id);

const openDeals = (data: HygieneData) =>
  [...filledRows(data, OPPORTUNITIES)].filter(({ record }) => outcomeIs(record, "Open"));

/** The forecast category that the deal's own probability stands for. */
export function proposeCategories(data: HygieneData): ProposalGroup {
  const proposals = openDeals(data).flatMap(({ index, record }) => {
    const { probability } = record;
    if (textOf(record.forecastCategory) !== "" || typeof probability !== "number") return [];
    if (probability < 0 || probability > 1) return [];
    return [
      {
        about: dealName(record),
        changes: [
          changeOf(OPPORTUNITIES, index, record, "forecastCategory", categoryOfProbability(probability)),
        ],
        reason: `Its probability is ${Math.round(probability * 100)}%.`,
      },
    ];
  });
  return { key: "categories", rule: "fields", title: "Open deals without a forecast category", proposals };
}

/** The sum of the deal's line items, or the list price of its product. */
export function proposeAmounts(data: HygieneData, prices: ReadonlyMap<string, number>): ProposalGroup {
  const sums = lineItemSums(data);
  const proposals = openDeals(data).flatMap(({ index, record }) => {
    if (textOf(record.amount) !== "") return [];
    const lines = sums.get(textOf(record.id));
    const price = prices.get(wordKey(textOf(record.product)));
    // A sum that leaves out a line without an amount would be too low, and a price does not mend it.
    const amount = lines ? lines.sum : price;
    if (amount === undefined || !(amount > 0)) return [];
    const reason = lines
      ? `Sum of its ${lines.count === 1 ? "one line item" : `${lines.count} line items`}.`
      : `List price of ${textOf(record.product)} in Products, for one.`;
    return [
      {
        about: dealName(record),
        changes: [changeOf(OPPORTUNITIES, index, record, "amount", amount)],
        reason,
      },
    ];
  });
  return { key: "amounts", rule: "fields", title: "Open deals without an amount", proposals };
}

interface LineItems {
  count: number;
  /** Undefined where a line has no amount and none can be worked out. */
  sum: number | undefined;
}

function lineItemSums(data: HygieneData): Map<string, LineItems> {
  const sums = new Map<string, LineItems>();
  for (const { record } of filledRows(data, LINE_ITEMS)) {
    const deal = textOf(record.deal);
    if (deal === "") continue;
    const lines = sums.get(deal) ?? { count: 0, sum: 0 };
    const amount = lineAmount(record);
    lines.count++;
    lines.sum =
      lines.sum === undefined || amount === undefined
        ? undefined
        : Math.round((lines.sum + amount) * 100) / 100;
    sums.set(deal, lines);
  }
  return sums;
}

function lineAmount({ amount, quantity, unitPrice, discount }: DataRecord): number | undefined {
  if (typeof amount === "number") return amount;
  if (typeof quantity !== "number" || typeof unitPrice !== "number") return undefined;
  if ((discount ?? null) !== null && typeof discount !== "number") return undefined;
  return quantity * unitPrice * (1 - (typeof discount === "number" ? discount : 0));
}
