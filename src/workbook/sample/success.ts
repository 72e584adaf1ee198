import type { DataRecord } from "../columns.js";
import { momentAfter, officeMoment, toTheMinute, workday } from "./calendar.js";
import type { Company } from "./companies.js";
import { SEAT_PRICE } from "./lineItems.js";
import type { Contact } from "./people.js";
import type { Dice } from "./random.js";
import { arrOn, type Customer } from "./subscriptions.js";

/** Workspaces of companies that try the product by themselves. */
const SELF_SERVE = 55;

/** Rows of the Usage tab: what customers use of what they pay for, and who tries the product without paying yet. */
export function usage(
  dice: Dice,
  asOf: number,
  customers: readonly Customer[],
  companies: readonly Company[],
): DataRecord[] {
  const yes = (likely: number) => (dice.chance(likely) ? "Yes" : "No");
  const row = (company: Company, product: string, seats: number, paying: boolean): DataRecord => {
    const load = Math.min(1.05, (paying ? 0.45 : 0.3) + 0.55 * dice.unit());
    const seatsUsed = Math.max(1, Math.round(seats * load));
    const activeUsers = Math.round(seatsUsed * (0.4 + 0.55 * dice.unit()));
    const apiUsageBefore = dice.chance(0.45) ? 100 * dice.between(5, 900) : 0;
    return {
      account: company.account,
      product,
      measured: asOf,
      seats,
      seatsUsed,
      activeUsers,
      // One in eight is used less and less.
      activeUsersBefore: Math.round(activeUsers * (dice.chance(0.12) ? 1.6 : 0.8 + 0.3 * dice.unit())),
      coreFeatures: dice.between(paying ? 2 : 0, 5),
      apiUsage: Math.round(apiUsageBefore * (0.85 + 0.45 * dice.unit())),
      apiUsageBefore,
      billedUsage: null,
      onboarded: yes(paying ? 0.93 : 0.55),
      integrated: yes(paying ? 0.6 : 0.3),
      sharedOutside: yes(0.15),
      invited: dice.between(0, Math.max(1, Math.round(seats / 4))),
      enterpriseDomain: company.segment === "Enterprise" ? "Yes" : "No",
      newDepartment: yes(0.05),
      executiveWebinar: yes(0.03),
      ticketNewDepartment: yes(0.03),
    };
  };
  return [
    ...customers.flatMap((customer): DataRecord[] => {
      const arr = arrOn(customer, asOf);
      const [product] = [...customer.products.keys()];
      if (arr === 0 || product === undefined) return [];
      return [
        row(customer.company, product, Math.max(3, Math.round(arr / (SEAT_PRICE[product] ?? 480))), true),
      ];
    }),
    ...companies.slice(-SELF_SERVE).map((company) => row(company, "Core", dice.between(3, 15), false)),
  ];
}

const SUBJECTS = [
  "Cannot sign in",
  "Import stops half way",
  "Question about an invoice",
  "Report shows wrong total",
  "How to add a user",
  "Integration lost its connection",
  "Slow in the morning",
  "Feature request",
];
/** Hours to the first answer and workdays to the solution, by priority. */
const PRIORITIES = [
  ["Urgent", 1, 1],
  ["High", 4, 3],
  ["Normal", 9, 6],
  ["Normal", 9, 6],
  ["Low", 26, 12],
] as const;
const YEAR = 365;

/** Rows of the Tickets tab: a year of them, more from customers who then left. */
export function tickets(
  dice: Dice,
  asOf: number,
  customers: readonly Customer[],
  people: readonly Contact[],
): DataRecord[] {
  const contactOf = new Map(people.map(({ company, name, job }) => [company, { name, department: job[3] }]));
  return customers
    .flatMap(({ company, since, products }): DataRecord[] => {
      const steps = [...products.values()].flat();
      const left = steps.find(({ amount, day }) => amount === 0 && day <= asOf)?.day;
      const [from, to] = [Math.max(since + 3, asOf - YEAR), left ?? asOf];
      if (to <= from) return [];
      return Array.from({ length: dice.between(0, left ? 8 : 4) }, (): DataRecord => {
        const [priority, hours, days] = dice.pick(PRIORITIES);
        const opened = officeMoment(workday(dice.between(from, to - 1)), dice.unit());
        const answered = opened + (hours * (0.3 + 1.2 * dice.unit())) / 24;
        const solved = momentAfter(answered, dice.between(0, days), dice.unit());
        const done = solved < asOf;
        return {
          account: company.account,
          contact: contactOf.get(company)?.name ?? null,
          department: contactOf.get(company)?.department ?? null,
          subject: dice.pick(SUBJECTS),
          priority,
          status: done ? "Solved" : answered < asOf ? "Waiting" : "Open",
          opened: toTheMinute(opened),
          answered: answered < asOf ? toTheMinute(answered) : null,
          solved: done ? toTheMinute(solved) : null,
          owner: dice.pick(["Hedda Lorne", "Samir Baptiste", "Wanjiru Keller"]),
          csat: done && dice.chance(0.5) ? dice.between(left ? 1 : 3, left ? 4 : 5) : null,
        };
      });
    })
    .sort((one, other) => (one.opened as number) - (other.opened as number))
    .map((row, index) => ({ id: `TIC-${String(index + 1).padStart(4, "0")}`, ...row }));
}
