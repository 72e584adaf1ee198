import type { DataRecord, DataTab } from "../columns.js";
import { HISTORY } from "../history.js";
import { OPPORTUNITIES } from "../opportunities.js";
import { PERIODS, REPS, STAGES } from "../settingsLists.js";
import { ACCOUNTS } from "../tabs/accounts.js";
import { ACTIVITIES } from "../tabs/activities.js";
import { CONTACTS } from "../tabs/contacts.js";
import { FORECASTS } from "../tabs/forecasts.js";
import { LEADS } from "../tabs/leads.js";
import { LINE_ITEMS } from "../tabs/lineItems.js";
import { PRODUCTS } from "../tabs/products.js";
import { STAGE_HISTORY } from "../tabs/stageHistory.js";
import { SUBSCRIPTIONS } from "../tabs/subscriptions.js";
import { TICKETS } from "../tabs/tickets.js";
import { TOUCHES } from "../tabs/touches.js";
import { USAGE } from "../tabs/usage.js";
import { accountRows } from "./accounts.js";
import { activities } from "./activities.js";
import { companies } from "./companies.js";
import { SAMPLE_COMPANY } from "./company.js";
import type { Deal } from "./deal.js";
import { leadRows, leads } from "./leads.js";
import { lineItems, priceList, recurringAmounts } from "./lineItems.js";
import { lives, stageHistory } from "./lives.js";
import { contactRows, contacts } from "./people.js";
import { forecasts, GROSS_MARGIN, periods } from "./plan.js";
import { createDice } from "./random.js";
import { DEFAULT_SEED, type SampleInput, sampleOpportunities } from "./sample.js";
import { snapshots } from "./snapshots.js";
import { arrOn, customers, subscriptions } from "./subscriptions.js";
import { tickets, usage } from "./success.js";
import { touches } from "./touches.js";

export interface SampleStory {
  /** Rows of each data tab and list, in the order in which they are written. */
  readonly rows: ReadonlyMap<DataTab, readonly DataRecord[]>;
  /** Settings by key, for those that are still blank. */
  readonly settings: Readonly<Record<string, string | number>>;
}

const YEAR = 365;

/**
 * The sample company in all its tabs, told from the same deals: what each tab says follows from the others. Each part
 * throws dice of its own, so that a change to one leaves the rest as it was.
 */
export function sampleStory({ asOf, seed = DEFAULT_SEED }: SampleInput): SampleStory {
  const today = Math.floor(asOf);
  const sample = sampleOpportunities({ asOf, seed });
  const deals = sample.opportunities as readonly Deal[];
  const dice = (part: number) => createDice(Math.imul(seed, 31) + part);

  const market = companies(dice(1), today, deals);
  const lines = lineItems(dice(2), deals);
  const buyers = customers(dice(3), today, market, recurringAmounts(lines));
  const people = contacts(dice(4), market);
  const funnel = leads(dice(5), today, market);
  const histories = lives(dice(6), today, deals);

  const arr = (day: number, joinedAfter = Number.NEGATIVE_INFINITY) =>
    buyers.reduce((sum, buyer) => sum + (buyer.since > joinedAfter ? arrOn(buyer, day) : 0), 0);
  const figures = {
    quarterlyTarget: sample.quarterlyTarget,
    newArr: arr(today, today - YEAR),
    netNewArr: arr(today) - arr(today - YEAR),
    known: funnel.map(({ times }) => times.created),
    qualified: funnel.flatMap(({ times }) => times.mqlAt ?? []),
  };

  return {
    rows: new Map<DataTab, readonly DataRecord[]>([
      [
        STAGES,
        sample.stages
          .filter(({ probability }) => probability > 0 && probability < 1)
          .map(({ stage, probability, forecastCategory }) => ({
            stage,
            probability,
            category: forecastCategory,
          })),
      ],
      [
        REPS,
        sample.reps.map(({ quarterlyQuota, ...rep }) => ({
          ...rep,
          quota: quarterlyQuota > 0 ? quarterlyQuota : null,
        })),
      ],
      [PERIODS, periods(dice(7), today, deals, figures)],
      [ACCOUNTS, accountRows(dice(8), today, market, buyers)],
      [CONTACTS, contactRows(dice(9), today, people)],
      [LEADS, leadRows(dice(10), today, funnel)],
      [OPPORTUNITIES, sample.opportunities],
      [STAGE_HISTORY, stageHistory(histories)],
      [ACTIVITIES, activities(dice(14), today, deals, people, funnel)],
      [PRODUCTS, priceList()],
      [LINE_ITEMS, lines],
      [SUBSCRIPTIONS, subscriptions(dice(11), today, buyers)],
      [USAGE, usage(dice(15), today, buyers, market)],
      [TICKETS, tickets(dice(16), today, buyers, people)],
      [TOUCHES, touches(dice(17), today, funnel, deals, people)],
      [FORECASTS, forecasts(dice(12), today, deals)],
      [HISTORY, snapshots(dice(13), today, histories)],
    ]),
    settings: { companyName: SAMPLE_COMPANY, grossMargin: GROSS_MARGIN },
  };
}
