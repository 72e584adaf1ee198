import type { Rule } from "./sideBySide.js";

/** A deal as a win rate looks at it. Days are serial days; null where the cell is blank. */
export interface DecidedDeal {
  readonly label: string;
  readonly outcome: "Won" | "Lost" | "Open";
  readonly amount: number | null;
  readonly created: number | null;
  readonly expectedClose: number | null;
  readonly closed: number | null;
}

/** First and last day; undefined leaves that end open. */
export interface Stretch {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export const isBounded = ({ from, to }: Stretch): boolean => from !== undefined || to !== undefined;

/** A day that is not known lies in no bounded stretch, and in the unbounded one. */
export function within(stretch: Stretch, day: number | null): boolean {
  if (!isBounded(stretch)) return true;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = stretch;
  return day !== null && Math.floor(from) <= Math.floor(day) && Math.floor(day) <= Math.floor(to);
}

const won = ({ outcome }: DecidedDeal): number => (outcome === "Won" ? 1 : 0);
const isDecided = ({ outcome }: DecidedDeal): boolean => outcome !== "Open";

/**
 * Win rate under six rules. The first is ours: won ÷ (won + lost) of the deals decided in the period. Without a period
 * all deals are looked at.
 */
export function winRateRules(period: Stretch): Rule<DecidedDeal>[] {
  const decidedNow = (deal: DecidedDeal) => isDecided(deal) && within(period, deal.closed);
  const createdNow = ({ created }: DecidedDeal) => within(period, created);
  const overdue = ({ outcome, expectedClose }: DecidedDeal) =>
    outcome === "Open" &&
    expectedClose !== null &&
    period.to !== undefined &&
    Math.floor(expectedClose) < Math.floor(period.to);
  const needsCreated = (deals: readonly DecidedDeal[]) =>
    isBounded(period) && deals.every(({ created }) => created === null)
      ? "No deal has a created date, which this goes by."
      : undefined;
  return [
    {
      definition: "By count",
      countsSo:
        "Won ÷ (won + lost), deals decided in the period; so Salesforce's report on closed opportunities and Pipeline CRM.",
      part: (deal) => (decidedNow(deal) ? { over: won(deal), under: 1 } : null),
    },
    {
      definition: "By amount",
      countsSo:
        "Amount won ÷ amount decided in the period: large deals weigh more. Deals without amount cannot count.",
      part: (deal) =>
        decidedNow(deal) && deal.amount !== null
          ? { over: won(deal) * deal.amount, under: deal.amount }
          : null,
      objection: (deals) => {
        const counted = deals.filter((deal) => decidedNow(deal) && deal.amount !== null);
        const negative = counted.find(({ amount }) => (amount ?? 0) < 0);
        if (negative) return `${negative.label} has an amount below 0.`;
        const lost = counted.filter(({ outcome }) => outcome === "Lost");
        return lost.length > 0 && lost.every(({ amount }) => amount === 0)
          ? "The amount is 0 on every lost deal, so it would be 100% whatever happened."
          : undefined;
      },
    },
    {
      definition: "Won ÷ all created",
      countsSo:
        "Deals created in the period, open ones below the line too; so Salesforce's alternative over all created and Varicent's created win rate. Low while deals are young.",
      part: (deal) => (createdNow(deal) ? { over: won(deal), under: 1 } : null),
      objection: needsCreated,
    },
    {
      definition: "Created cohort",
      countsSo: "Won ÷ (won + lost) of the deals created in the period, whenever they were decided.",
      part: (deal) => (createdNow(deal) && isDecided(deal) ? { over: won(deal), under: 1 } : null),
      objection: needsCreated,
    },
    {
      definition: "Won now ÷ created now",
      countsSo:
        "Won in the period ÷ created in the period: two different sets of deals, so it can exceed 100%.",
      part: (deal) => {
        const [above, below] = [decidedNow(deal) ? won(deal) : 0, createdNow(deal) ? 1 : 0];
        return above + below > 0 ? { over: above, under: below } : null;
      },
      objection: needsCreated,
    },
    {
      definition: "Overdue counts as lost",
      countsSo:
        "Won ÷ (won + lost + open past the expected close at the end of the period); so Zoho Motivator, which adds deals it calls old.",
      part: (deal) => (decidedNow(deal) || overdue(deal) ? { over: won(deal), under: 1 } : null),
      objection: () =>
        period.to === undefined ? "Give to, the day on which an open deal is found overdue." : undefined,
    },
  ];
}
