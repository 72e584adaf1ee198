import { workday } from "./calendar.js";
import { PEOPLE, SEGMENTS, type SegmentName } from "./company.js";
import type { Deal } from "./deal.js";
import type { Dice } from "./random.js";
import { accountNames, addressPart, industryOf, places } from "./words.js";

/** A subscription sold before the deals of the sample begin. */
export interface OldCustomer {
  readonly since: number;
  readonly product: string;
  readonly annualAmount: number;
}

/** A company that the sample company sells to, or would like to. */
export interface Company {
  readonly account: string;
  readonly segment: SegmentName;
  readonly domain: string;
  readonly industry: string;
  readonly employees: number;
  readonly place: readonly [city: string, country: string, region: string];
  /** Fit with the ideal customer, A to D, and what it rests on. */
  readonly tier: string;
  readonly fits: { readonly industry: boolean; readonly size: boolean; readonly place: boolean };
  readonly owner: string;
  readonly deals: readonly Deal[];
  readonly old?: OldCustomer;
}

const OLD_CUSTOMERS = 175;
const PROSPECTS = 80;
/** Days of the sample's own deals. */
const WINDOW = 548;
const IDEAL = ["Logistics", "Healthcare", "Manufacturing", "Software", "Retail", "Financial services"];
const SIZES: Readonly<Record<SegmentName, readonly [low: number, high: number]>> = {
  SMB: [6, 49],
  "Mid-Market": [50, 499],
  Enterprise: [500, 5200],
};

/** Every company of the deals in their order, then customers from before, then prospects without a deal so far. */
export function companies(dice: Dice, asOf: number, deals: readonly Deal[]): Company[] {
  const byAccount = new Map<string, Deal[]>();
  for (const deal of deals) byAccount.set(deal.account, [...(byAccount.get(deal.account) ?? []), deal]);
  const unused = dice.some(
    accountNames().filter((name) => !byAccount.has(name)),
    1,
  );
  const segmentName = () =>
    dice.weighted(Object.keys(SEGMENTS) as SegmentName[], (name) =>
      name === "SMB" ? 4 : name === "Enterprise" ? 1 : 3,
    );
  return [
    ...[...byAccount].map(([account, own]) =>
      company(dice, account, (own[0] as Deal).segment as SegmentName, own),
    ),
    ...unused.splice(0, OLD_CUSTOMERS).map((account) => {
      const segment = segmentName();
      return { ...company(dice, account, segment, []), old: oldCustomer(dice, asOf, segment) };
    }),
    ...unused.splice(0, PROSPECTS).map((account) => company(dice, account, segmentName(), [])),
  ];
}

function company(dice: Dice, account: string, segment: SegmentName, deals: readonly Deal[]): Company {
  const [low, high] = SIZES[segment];
  const employees = Math.round(low * (high / low) ** dice.unit());
  const place = dice.pick(places());
  const industry = industryOf(account);
  const fits = {
    industry: IDEAL.includes(industry),
    size: employees >= 20 && employees <= 2000,
    place: places().findIndex(([city]) => city === place[0]) < 8,
  };
  const rep = dice.pick(PEOPLE.filter((one) => one.segment === segment && !one.left)).rep;
  return {
    account,
    segment,
    domain: `${addressPart(account)}.example`,
    industry,
    employees,
    place,
    tier: "DCBA"[Number(fits.industry) + Number(fits.size) + Number(fits.place)] as string,
    fits,
    owner: deals[deals.length - 1]?.owner ?? rep,
    deals,
  };
}

/** Contracts of the four years before the first deals of the sample. */
function oldCustomer(dice: Dice, asOf: number, segment: SegmentName): OldCustomer {
  const { amount, spread, products } = SEGMENTS[segment];
  return {
    since: workday(asOf - WINDOW - 1 - Math.floor(1300 * dice.unit() ** 1.3)),
    product: dice.pick(products),
    annualAmount: Math.max(12, Math.round((amount * Math.exp(spread * dice.normal())) / 100)) * 100,
  };
}
