import type { DataRecord } from "../columns.js";
import { anniversaryAfter, monthsLater } from "./calendar.js";
import type { Company } from "./companies.js";
import type { Dice } from "./random.js";
import { churnReasons, contractionReasons } from "./words.js";

/** A product's annual amount from a day on; 0 once it has ended. */
interface Step {
  readonly day: number;
  readonly amount: number;
  /** Why the customer cut back or left. */
  readonly reason?: string;
  readonly raised?: boolean;
}

export interface Customer {
  readonly company: Company;
  readonly since: number;
  /** By product, in order of time. */
  readonly products: Map<string, Step[]>;
}

/**
 * What the customers of a year ago lost and gained since, as shares of their ARR then: gross retention of 91.5% and net
 * retention of 107.5%, so that one of them is great and the other merely good.
 */
const CHURN = 0.05;
const CONTRACTION = 0.035;
const EXPANSION = 0.16;
const YEAR = 365;

const amountOn = (steps: readonly Step[], day: number) =>
  steps.reduce((amount, step) => (step.day <= day ? step.amount : amount), 0);

export const arrOn = ({ products }: Customer, day: number) =>
  [...products.values()].reduce((sum, steps) => sum + amountOn(steps, day), 0);

/** All customers with what they paid from when on: those from before, and those whom the won deals brought. */
export function customers(
  dice: Dice,
  asOf: number,
  companies: readonly Company[],
  recurring: ReadonlyMap<string, number>,
): Customer[] {
  const all = companies.flatMap((company): Customer[] => {
    const won = company.deals
      .filter(({ outcome }) => outcome === "Won")
      .sort((one, other) => (one.closed ?? 0) - (other.closed ?? 0));
    const [first] = won;
    const { old } = company;
    if (!old && !first) return [];
    const products = new Map<string, Step[]>();
    if (old) products.set(old.product, [{ day: old.since, amount: old.annualAmount }]);
    for (const { id, product, closed } of won) {
      const steps = products.get(product) ?? [];
      const day = closed as number;
      products.set(product, [...steps, { day, amount: amountOn(steps, day) + (recurring.get(id) ?? 0) }]);
    }
    return [{ company, since: old?.since ?? (first?.closed as number), products }];
  });
  earlyLeavers(dice, asOf, all);
  lastYear(dice, asOf, all);
  return all;
}

const change = ({ products }: Customer, step: (steps: readonly Step[]) => Step): void => {
  const [product, steps] = [...products][0] as [string, Step[]];
  products.set(product, [...steps, step(steps)]);
};

/** Some of the customers from before had left by then, and two of them are back. */
function earlyLeavers(dice: Dice, asOf: number, all: readonly Customer[]): void {
  const opening = asOf - YEAR;
  const longStanding = all.filter(({ company, since }) => company.old && monthsLater(since, 12) < opening);
  dice.some(longStanding, 0.14).forEach((customer, index) => {
    const last = Math.floor((opening - customer.since) / YEAR);
    const day = monthsLater(customer.since, 12 * dice.between(1, Math.max(1, last)));
    if (day > opening) return;
    const before = arrOn(customer, day - 1);
    change(customer, () => ({ day, amount: 0, reason: dice.pick(churnReasons()) }));
    if (index < 2)
      change(customer, () => ({ day: asOf - 60 - 45 * index, amount: Math.round(before * 0.6) }));
  });
}

/** What became of the customers of a year ago at the renewals since. Who bought more by a deal is left out of it. */
function lastYear(dice: Dice, asOf: number, all: readonly Customer[]): void {
  const opening = asOf - YEAR;
  const frozen = all.filter((customer) => arrOn(customer, opening) > 0);
  const total = frozen.reduce((sum, customer) => sum + arrOn(customer, opening), 0);
  const quiet = dice.some(
    frozen.filter(
      ({ company, since }) => company.deals.length < 2 && anniversaryAfter(since, opening) <= asOf,
    ),
    1,
  );
  /** Takes customers one by one until their changes add up to the amount; one that would exceed it is passed over. */
  const until = (limit: number, stepOf: (amount: number) => Omit<Step, "day">): void => {
    let reached = 0;
    for (let at = 0; at < quiet.length && reached < 0.98 * limit; ) {
      const customer = quiet[at] as Customer;
      const before = arrOn(customer, opening);
      const step = stepOf(before);
      const moved = Math.abs(step.amount - before);
      if (reached + moved > limit) {
        at++;
        continue;
      }
      reached += moved;
      quiet.splice(at, 1);
      change(customer, () => ({ ...step, day: anniversaryAfter(customer.since, opening) }));
    }
  };
  until(CHURN * total, () => ({ amount: 0, reason: dice.pick(churnReasons()) }));
  until(CONTRACTION * total, (before) => ({
    amount: Math.round(before * (0.55 + 0.3 * dice.unit())),
    reason: dice.pick(contractionReasons()),
  }));
  const byDeals = frozen.reduce(
    (sum, customer) => sum + Math.max(0, arrOn(customer, asOf) - arrOn(customer, opening)),
    0,
  );
  until(EXPANSION * total - byDeals, (before) =>
    dice.chance(0.6)
      ? { amount: Math.round(before * 1.05), raised: true }
      : { amount: Math.round(before * (1.15 + 0.3 * dice.unit())) },
  );
}

/** Rows of the Subscriptions tab: a new one at each change of price. */
export function subscriptions(dice: Dice, asOf: number, all: readonly Customer[]): DataRecord[] {
  return all
    .flatMap(({ company, since, products }) =>
      [...products].flatMap(([product, steps]) => {
        const anniversary = monthsLater(since, 12);
        let raised = company.old && anniversary < asOf - YEAR && dice.chance(0.5) ? anniversary : null;
        return steps.flatMap((step, at): DataRecord[] => {
          if (step.raised) raised = step.day;
          if (step.amount === 0) return [];
          const next = steps[at + 1];
          const ends = next ? next.day - 1 : null;
          const unhappy = next?.reason !== undefined;
          return [
            {
              account: company.account,
              product,
              plan:
                company.segment === "SMB"
                  ? "Team"
                  : company.segment === "Enterprise"
                    ? "Enterprise"
                    : "Business",
              annualAmount: step.amount,
              starts: step.day,
              ends,
              renewal: anniversaryAfter(since, ends === null ? asOf : ends - 1),
              owner: company.owner,
              lastPriceIncrease: raised,
              nps: dice.chance(0.3) ? null : unhappy ? dice.between(1, 7) : Math.min(10, dice.between(6, 12)),
              churnReason: next?.reason ?? null,
            },
          ];
        });
      }),
    )
    .map((row, index) => ({ id: `SUB-${String(index + 1).padStart(4, "0")}`, ...row }));
}
