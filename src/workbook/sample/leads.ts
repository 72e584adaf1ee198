import { DEFAULT_LEAD_MODEL } from "../../core/leads/defaultModel.js";
import { leadScores, signalColumns } from "../../core/leads/leadScore.js";
import type { DataRecord, DataValue } from "../columns.js";
import { REJECTION_REASONS, SETTINGS_LISTS } from "../settingsLists.js";
import { LEADS } from "../tabs/leads.js";
import { isWorkday, momentAfter, momentBefore, officeMoment, toTheMinute } from "./calendar.js";
import type { Company } from "./companies.js";
import { PEOPLE } from "./company.js";
import type { Deal } from "./deal.js";
import { type Person, person } from "./people.js";
import type { Dice } from "./random.js";
import { campaigns, channels } from "./words.js";

/** A lead with the moments at which it was passed on. */
export interface Lead extends Person {
  readonly id: string;
  readonly company: Company;
  readonly source: string;
  readonly deal: Deal | undefined;
  readonly times: Times;
}

interface Times {
  readonly created: number;
  readonly mqlAt?: number;
  readonly routedAt?: number;
  readonly contactedAt?: number;
  readonly acceptedAt?: number;
  readonly sqlAt?: number;
  readonly meetingAt?: number;
  readonly opportunityAt?: number;
  readonly rejectedAt?: number;
}

/** Leads that become deals, at most. */
const OPPORTUNITIES = 120;
/**
 * From SQL to opportunity, SAL to SQL, MQL to SAL and known to MQL. Sales accepts too few of the MQLs, and slowly: the
 * bottleneck. The other rates are those of a good company.
 */
const RATES = [0.78, 0.58, 0.37, 0.27];
/** Days of the sample. */
const WINDOW = 548;
const MINUTE = 1 / 1440;

/** All leads in the order in which they became known. */
export function leads(dice: Dice, asOf: number, companies: readonly Company[]): Lead[] {
  const inbound = companies.flatMap(({ deals }) =>
    deals.filter(({ type, source }) => type !== "Expansion" && /^(inbound|webinar)$/i.test(source ?? "")),
  );
  const became = dice.some(inbound, Math.min(1, OPPORTUNITIES / inbound.length));
  const byAccount = new Map(companies.map((company) => [company.account, company]));
  const counts = [became.length];
  for (const rate of RATES) counts.push(Math.round((counts[counts.length - 1] as number) / rate));
  const found: Omit<Lead, "id">[] = became.map((deal) => ({
    ...somebody(dice, byAccount.get(deal.account) as Company),
    source: /webinar/i.test(deal.source ?? "") ? "Webinar" : channel(dice),
    deal,
    times: backFrom(dice, deal.created),
  }));
  // How many end at SQL, SAL, MQL and as a mere address: what each stage has more than the one after it.
  counts.slice(1).forEach((count, at) => {
    for (let left = count - (counts[at] as number); left > 0; left--) {
      const company = dice.pick(companies);
      found.push({
        ...somebody(dice, company),
        source: channel(dice),
        deal: undefined,
        times: onwardTo(dice, asOf, 3 - at),
      });
    }
  });
  return found
    .sort((one, other) => one.times.created - other.times.created)
    .map((lead, index) => ({ id: `LEAD-${String(index + 1).padStart(4, "0")}`, ...lead }));
}

const channel = (dice: Dice) => dice.pick(channels().slice(0, 7));

const somebody = (dice: Dice, company: Company) => ({
  ...person(dice, company, undefined, dice.between(0, 8)),
  company,
});

/** Routing is quick for most leads; some wait in a queue for hours. */
const queue = (dice: Dice) =>
  dice.chance(0.76) ? dice.between(1, 5) * MINUTE : (10 + 470 * dice.unit() ** 2) * MINUTE;

/** What came before the day on which a deal was created. */
function backFrom(dice: Dice, day: number): Times {
  const opportunityAt = officeMoment(day, 0.3 + 0.7 * dice.unit());
  const sqlAt = momentBefore(opportunityAt, dice.between(1, 4), dice.unit());
  const meetingAt = Math.min(opportunityAt, momentAfter(sqlAt, dice.pick([0, 1, 1, 2, 3]), dice.unit()));
  const acceptedAt = momentBefore(sqlAt, dice.between(1, 7), dice.unit());
  const contactedAt = momentBefore(acceptedAt, dice.pick([0, 0, 0, 1]), dice.unit());
  const routedAt = momentBefore(contactedAt, dice.pick([0, 0, 0, 1]), 1 - 0.3 * dice.unit());
  const mqlAt = routedAt - queue(dice);
  const created = mqlAt - 40 * dice.unit() ** 2 - MINUTE;
  return { created, mqlAt, routedAt, contactedAt, acceptedAt, sqlAt, meetingAt, opportunityAt };
}

/** A lead that went no further than a stage: 3 SQL, 2 SAL, 1 MQL, 0 known. What lies after the day has not happened. */
function onwardTo(dice: Dice, asOf: number, stage: number): Times {
  let created = 0;
  do created = asOf - WINDOW * dice.unit();
  while (!dice.chance((isWorkday(Math.floor(created)) ? 1 : 0.25) * (1 - (asOf - created) / (2 * WINDOW))));
  if (stage === 0) return { created };
  const mqlAt = created + 40 * dice.unit() ** 2 + MINUTE;
  const routedAt = mqlAt + queue(dice);
  const slow = dice.chance(0.42);
  const contactedAt = momentAfter(
    routedAt,
    slow ? dice.between(1, 4) : 0,
    slow ? dice.unit() : 0.4 * dice.unit(),
  );
  const rejected = stage === 1 && dice.chance(0.62);
  const decidedAt = momentAfter(
    contactedAt,
    rejected ? dice.between(1, 19) : dice.pick([0, 0, 1, 2]),
    dice.unit(),
  );
  const sqlAt = momentAfter(decidedAt, dice.between(1, 9), dice.unit());
  const times: Times = {
    created,
    mqlAt,
    routedAt,
    // One MQL in ten of those that come to nothing was never called.
    ...(stage === 1 && !rejected && dice.chance(0.25) ? {} : { contactedAt }),
    ...(rejected ? { rejectedAt: decidedAt } : stage > 1 ? { acceptedAt: decidedAt } : {}),
    ...(stage > 2 && { sqlAt, meetingAt: momentAfter(sqlAt, dice.between(0, 4), dice.unit()) }),
  };
  return Object.fromEntries(Object.entries(times).filter(([, moment]) => moment < asOf)) as unknown as Times;
}

function statusOf({ deal, times }: Lead, asOf: number): string {
  if (deal) return deal.outcome === "Won" ? "Customer" : "Opportunity";
  if (times.rejectedAt) return "Rejected";
  const stage = times.sqlAt ? "SQL" : times.acceptedAt ? "SAL" : times.mqlAt ? "MQL" : "Known";
  // What has stood still for a month and a half goes back to nurturing.
  return stage !== "Known" && asOf - Math.max(...Object.values(times)) > 45 ? "Nurture" : stage;
}

/** Rows of the Leads tab, with the signals that LEAD_SCORE reads and the score they make. */
export function leadRows(dice: Dice, asOf: number, all: readonly Lead[]): DataRecord[] {
  const reasons =
    SETTINGS_LISTS.find(({ tab }) => tab === REJECTION_REASONS)?.initial.map(([reason]) => reason) ?? [];
  const rows = all.map((lead): Record<string, DataValue> => {
    const { id, name, email, company, source, deal, times, job } = lead;
    const { account, industry, employees, tier, fits, place, domain, segment } = company;
    const qualified = times.mqlAt !== undefined;
    const late = dice.chance(0.45);
    const matched = dice.chance(0.965);
    const rejected = times.rejectedAt !== undefined;
    return {
      id,
      lead: name,
      email,
      company: dice.chance(0.8) ? account : dice.pick([account.toUpperCase(), `${account} Ltd`]),
      account: matched || deal ? account : null,
      website: domain,
      jobTitle: job[0],
      employees,
      industry,
      country: place[1],
      tier,
      score: null,
      source,
      campaign: dice.pick(campaigns()),
      owner: times.routedAt
        ? (deal?.owner ?? dice.pick(PEOPLE.filter((one) => one.segment === segment && !one.left)).rep)
        : null,
      status: statusOf(lead, asOf),
      ...Object.fromEntries(Object.entries(times).map(([key, moment]) => [key, toTheMinute(moment)])),
      deal: deal?.id ?? null,
      rejectionReason: rejected && !dice.chance(0.06) ? (dice.pick(reasons) as string) : null,
      touches: times.contactedAt
        ? rejected
          ? late
            ? dice.between(1, 5)
            : dice.between(6, 9)
          : dice.between(1, 6)
        : null,
      ...signals(dice, asOf, times, qualified, fits, job[1]),
    };
  });
  return scored(rows, asOf);
}

/** What the lead did and who it is. An MQL did more, and what it did it did at about that time. */
function signals(
  dice: Dice,
  asOf: number,
  { created, mqlAt }: Times,
  qualified: boolean,
  fits: Company["fits"],
  seniority: string,
): Record<string, DataValue> {
  const around = Math.min(asOf, Math.floor((mqlAt ?? created) + dice.between(0, qualified ? 25 : 6)));
  const often = (likely: number, unlikely: number) => dice.chance(qualified ? likely : unlikely);
  const yes = (is: boolean) => (is ? "Yes" : "No");
  const lastActivity = Math.min(asOf, around + dice.between(0, 20));
  return {
    pricingVisit: often(0.65, 0.08) ? around : null,
    downloads: often(0.7, 0.3) ? dice.between(1, 3) : 0,
    webinars: often(0.45, 0.12) ? dice.between(1, 2) : 0,
    demo: yes(often(0.5, 0.02)),
    emailsOpened: asOf - lastActivity <= 7 ? dice.between(0, qualified ? 6 : 3) : 0,
    pages: dice.between(1, qualified ? 12 : 6),
    returned: often(0.6, 0.15) ? lastActivity : null,
    chats: often(0.2, 0.05) ? 1 : 0,
    industryFits: yes(fits.industry),
    sizeFits: yes(fits.size),
    decides: yes(["C-level", "VP", "Director"].includes(seniority)),
    placeFits: yes(fits.place),
    competitor: yes(!qualified && dice.chance(0.006)),
    student: yes(!qualified && dice.chance(0.02)),
    unsubscribed: yes(often(0.03, 0.06)),
    lastActivity,
  };
}

/** The score of each row on the day, by the playbook's model. */
function scored(rows: readonly Record<string, DataValue>[], asOf: number): DataRecord[] {
  const columns = signalColumns(
    LEADS.columns.map(({ heading }) => heading),
    DEFAULT_LEAD_MODEL,
  );
  const evidence = rows.map((row) =>
    LEADS.columns.map(({ key, kind }) => {
      const value = row[key] ?? null;
      return kind === "date" && typeof value === "number" ? { serial: value } : value;
    }),
  );
  const scores = leadScores(columns, evidence, asOf, () => undefined);
  return rows.map((row, at) => ({ ...row, score: scores[at] ?? null }));
}
