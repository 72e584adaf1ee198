import { daysBetween } from "../dates/days.js";
import { counted } from "../pipeline/counted.js";

/** What is known of a customer; null where nobody knows. Dates are serial days. */
export interface CustomerFacts {
  /** Share of the seat or usage limit; may exceed 1. */
  readonly usage: number | null;
  readonly newDepartment: boolean | null;
  /** Month-over-month growth of API usage. */
  readonly apiGrowth: number | null;
  readonly executiveWebinar: boolean | null;
  readonly ticketFromNewDepartment: boolean | null;
  readonly renewal: number | null;
  readonly nps: number | null;
  readonly lastPriceIncrease: number | null;
}
export type CustomerFact = keyof CustomerFacts;

export type Urgency = "High" | "Medium" | "Low";
export const URGENCIES: readonly Urgency[] = ["High", "Medium", "Low"];

export interface ExpansionRule {
  readonly signal: string;
  readonly needs: readonly CustomerFact[];
  readonly urgency: Urgency;
  readonly action: string;
  /** What was found, in words, or undefined where the signal is not there. */
  readonly find: (facts: CustomerFacts, asOf: number, healthyNps: number) => string | undefined;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** Whole calendar months from one day to another. */
export function monthsBetween(from: number, to: number): number {
  const parts = (serial: number) => new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const [a, b] = [parts(from), parts(to)];
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return b.getUTCDate() < a.getUTCDate() ? months - 1 : months;
}

/** The expansion signals of the RevOps Engine playbook, phase 8; those of a kind together, most urgent first. */
export const EXPANSION_RULES: readonly ExpansionRule[] = [
  {
    signal: "Near the seat or usage limit",
    needs: ["usage"],
    urgency: "High",
    action: "Alert CS and AE; nudge to upgrade",
    find: ({ usage }) => (usage !== null && usage > 0.8 ? `${percent(usage)} of the limit` : undefined),
  },
  {
    signal: "Executive attended a webinar",
    needs: ["executiveWebinar"],
    urgency: "High",
    action: "Alert AE: a champion to expand with",
    find: ({ executiveWebinar }) => (executiveWebinar ? "attended" : undefined),
  },
  {
    signal: "Renewal near and NPS healthy",
    needs: ["renewal", "nps"],
    urgency: "High",
    action: "Open the renewal and expansion talk",
    find: ({ renewal, nps }, asOf, healthyNps) => {
      if (renewal === null || nps === null || nps < healthyNps) return undefined;
      const ahead = daysBetween(asOf, renewal);
      return ahead >= 0 && ahead <= 90 ? `renews in ${counted(ahead, "day", "days")}, NPS ${nps}` : undefined;
    },
  },
  {
    signal: "New department uses the product",
    needs: ["newDepartment"],
    urgency: "Medium",
    action: "Alert AE: cross-sell",
    find: ({ newDepartment }) => (newDepartment ? "new department" : undefined),
  },
  {
    signal: "API usage grows",
    needs: ["apiGrowth"],
    urgency: "Medium",
    action: "Put on the QBR; prepare the enterprise tier",
    find: ({ apiGrowth }) =>
      apiGrowth !== null && apiGrowth > 0.2 ? `${percent(apiGrowth)} in a month` : undefined,
  },
  {
    signal: "Support ticket from a new department",
    needs: ["ticketFromNewDepartment"],
    urgency: "Medium",
    action: "Alert CS: a new group of users",
    find: ({ ticketFromNewDepartment }) => (ticketFromNewDepartment ? "new department" : undefined),
  },
  {
    signal: "No price increase for 12 months",
    needs: ["lastPriceIncrease"],
    urgency: "Low",
    action: "Review the price at renewal",
    find: ({ lastPriceIncrease }, asOf) => {
      if (lastPriceIncrease === null) return undefined;
      const months = monthsBetween(lastPriceIncrease, asOf);
      return months >= 12 ? `${months} months ago` : undefined;
    },
  },
];
