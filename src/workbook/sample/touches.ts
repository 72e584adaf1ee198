import type { DataRecord } from "../columns.js";
import { toTheMinute } from "./calendar.js";
import type { Deal } from "./deal.js";
import type { Lead } from "./leads.js";
import type { Contact } from "./people.js";
import type { Dice } from "./random.js";
import { campaigns, channels } from "./words.js";

/** Journeys that came to nothing, of each hundred MQLs without a deal. */
const KEPT = 0.85;
/** What a touch in a paid channel costs. */
const COSTS: Readonly<Record<string, number>> = {
  "Paid search": 9,
  "LinkedIn ads": 14,
  Webinar: 30,
  Event: 160,
};
const BEFORE_SALES = ["Organic search", "Paid search", "LinkedIn ads", "Content download", "Webinar"];
const DURING_SALES = [
  "Webinar",
  "Event",
  "Content download",
  "Outbound e-mail",
  "Organic search",
  "LinkedIn ads",
];
/** The channel by which a deal without a lead began. */
const FIRST: Readonly<Record<string, string>> = {
  Outbound: "Outbound e-mail",
  Referral: "Referral",
  Partner: "Partner",
  Event: "Event",
  Webinar: "Webinar",
};

/** Rows of the Touches tab: the journeys of all who became a deal or a customer, and of those who became an MQL only. */
export function touches(
  dice: Dice,
  asOf: number,
  leads: readonly Lead[],
  deals: readonly Deal[],
  people: readonly Contact[],
): DataRecord[] {
  const rows: DataRecord[] = [];
  const journey = (
    person: string,
    first: string,
    known: number,
    opportunity: number | undefined,
    deal: Deal | undefined,
  ) => {
    const won = deal?.outcome === "Won" ? deal : undefined;
    const end = won
      ? (won.closed as number) + 0.6
      : Math.min(asOf, (opportunity ?? known) + dice.between(3, 40));
    const add = (when: number, channel: string, milestone: string | null = null) =>
      rows.push({
        person,
        channel,
        campaign: dice.pick(campaigns()),
        when: toTheMinute(when),
        milestone,
        value: milestone === "Close" ? (won?.amount ?? null) : null,
        cost: COSTS[channel] ?? null,
        deal: won?.id ?? null,
      });
    const some = (most: number, from: number, to: number, of: readonly string[]) => {
      for (let count = dice.between(0, most); count > 0 && to > from; count--) {
        add(from + (to - from) * dice.unit(), dice.pick(of));
      }
    };
    some(2, known - 30, known, BEFORE_SALES);
    add(known, first, "Lead");
    if (opportunity === undefined) {
      some(3, known, end, DURING_SALES);
      return;
    }
    some(2, known, opportunity, DURING_SALES);
    add(opportunity, dice.pick(DURING_SALES), "Opportunity");
    some(2, opportunity, end, DURING_SALES);
    if (won) add(end, dice.pick(["Outbound e-mail", "Event", "Referral", "Content download"]), "Close");
  };

  const withLead = new Set<Deal>();
  for (const { email, source, times, deal } of leads) {
    if (deal) withLead.add(deal);
    if (deal || (times.mqlAt !== undefined && dice.chance(KEPT))) {
      journey(email, source, times.created, times.opportunityAt, deal);
    }
  }
  const emailOf = new Map(people.map(({ company, email }) => [company.account, email]));
  for (const deal of deals) {
    if (deal.outcome !== "Won" || deal.type === "Expansion" || withLead.has(deal)) continue;
    const source = Object.keys(FIRST).find((name) => name.toLowerCase() === deal.source?.toLowerCase());
    const known = deal.created + 0.4 - dice.between(1, 25);
    journey(
      emailOf.get(deal.account) ?? deal.account,
      source ? (FIRST[source] as string) : dice.pick(channels().slice(0, 3)),
      known,
      deal.created + 0.45,
      deal,
    );
  }
  return rows
    .sort((one, other) => (one.when as number) - (other.when as number))
    .map((row, index) => ({ id: `T-${String(index + 1).padStart(5, "0")}`, ...row }));
}
