import type { DataRecord } from "../columns.js";
import type { Deal } from "./deal.js";
import type { Dice } from "./random.js";

/** What is not sold by the seat. */
const EXTRAS = { "API volume": 100, Onboarding: 100 };

/** Yearly list price of a seat. */
export const SEAT_PRICE: Readonly<Record<string, number>> = {
  Core: 480,
  Insights: 720,
  Automate: 960,
  Suite: 1500,
};
/** Rows of the Products tab. */
export const priceList = (): DataRecord[] =>
  Object.entries({ ...SEAT_PRICE, ...EXTRAS }).map(([product, listPrice], index) => ({
    product,
    code: `P-${index + 1}`,
    family: familyOf(product),
    listPrice,
    active: "Yes",
  }));

const familyOf = (product: string) =>
  product === "Suite" ? "Suite" : product === "Onboarding" ? "Services" : "Platform";

const DISCOUNTS = [0, 0, 0, 0.05, 0.1, 0.1, 0.15, 0.2];

const cents = (amount: number) => Math.round(amount * 100) / 100;
const hundreds = (amount: number) => Math.round(amount / 100) * 100;

/** The products on each deal: seats, for some an API volume and a one-off onboarding. They add up to its amount. */
export function lineItems(dice: Dice, deals: readonly Deal[]): DataRecord[] {
  return deals
    .flatMap((deal) => {
      const { amount, product, segment, type } = deal;
      if (amount === null) return [];
      const line = (name: string, billing: string, price: number, value: number): DataRecord => {
        const discount = billing === "Recurring" ? dice.pick(DISCOUNTS) : 0;
        const quantity = Math.max(1, Math.round(value / (1 - discount) / price));
        const unitPrice = cents(value / (1 - discount) / quantity);
        return {
          deal: deal.id,
          product: name,
          productLine: familyOf(name),
          billing,
          quantity,
          unitPrice,
          discount,
          amount: value,
        };
      };
      const onboarding =
        type !== "Expansion" && segment !== "SMB" && dice.chance(0.6)
          ? hundreds(amount * (0.04 + 0.05 * dice.unit()))
          : 0;
      const api =
        (product === "Automate" || product === "Suite") && dice.chance(0.35)
          ? hundreds(amount * (0.08 + 0.1 * dice.unit()))
          : 0;
      const lines = [line(product, "Recurring", SEAT_PRICE[product] ?? 480, amount - onboarding - api)];
      if (api > 0) lines.push(line("API volume", "Usage", EXTRAS["API volume"], api));
      if (onboarding > 0) lines.push(line("Onboarding", "One-off", EXTRAS.Onboarding, onboarding));
      return lines;
    })
    .map((line, index) => ({ id: `LI-${String(index + 1).padStart(5, "0")}`, ...line }));
}

/** What recurs of each deal in a year, by deal id: list of lines without those that are paid once. */
export function recurringAmounts(lines: readonly DataRecord[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { deal, billing, amount } of lines) {
    if (billing !== "One-off") {
      sums.set(deal as string, (sums.get(deal as string) ?? 0) + (amount as number));
    }
  }
  return sums;
}
