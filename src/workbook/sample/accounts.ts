import type { DataRecord } from "../columns.js";
import type { Company } from "./companies.js";
import type { Dice } from "./random.js";
import { arrOn, type Customer } from "./subscriptions.js";
import { growthSignals, technologies } from "./words.js";

/** Share of the accounts that stand in the CRM twice. */
const DUPLICATES = 0.016;
const POTENTIAL = { SMB: 14_000, "Mid-Market": 60_000, Enterprise: 260_000 };
const BANDS = { SMB: "Below $5M", "Mid-Market": "$5M to $50M", Enterprise: "Above $50M" };

/** Rows of the Accounts tab; a few companies were entered twice, under another spelling. */
export function accountRows(
  dice: Dice,
  asOf: number,
  companies: readonly Company[],
  customers: readonly Customer[],
): DataRecord[] {
  const arr = new Map(customers.map((customer) => [customer.company, arrOn(customer, asOf)]));
  const rows = companies.map((company): DataRecord => {
    const { account, domain, industry, employees, segment, tier, owner, place, fits } = company;
    const paying = arr.get(company) ?? 0;
    const addressable = Math.round((POTENTIAL[segment] * (0.5 + dice.unit())) / 1000) * 1000;
    return {
      account,
      website: domain,
      phone: `+1 555 ${String(dice.between(1_000_000, 9_999_999))}`,
      industry,
      employees,
      arrBand: BANDS[segment],
      segment,
      tier,
      health: paying > 0 ? dice.between(dice.chance(0.15) ? 20 : 55, 98) : null,
      owner,
      territory: `${place[2]} ${segment}`,
      named: segment === "Enterprise" && fits.industry ? "Yes" : "No",
      city: place[0],
      country: place[1],
      region: place[2],
      addressable: Math.max(addressable, Math.ceil(paying / 1000) * 1000),
      revenuePotential: Math.round((paying > 0 ? paying * 1.3 : addressable * 0.3) / 1000) * 1000,
      effort: { SMB: 4, "Mid-Market": 10, Enterprise: 24 }[segment] + dice.between(0, 4),
      technologies: dice.some(technologies(), 0.3).join(", "),
      funding:
        segment === "Enterprise" ? "Public" : dice.pick(["Seed", "Series A", "Series B", "Series C", null]),
      growthSignals: dice.chance(0.2) ? dice.pick(growthSignals()) : null,
    };
  });
  const twice = dice.some(rows, DUPLICATES).map((row): DataRecord => {
    const account = String(row.account);
    return {
      ...row,
      account: dice.pick([
        `${account} Ltd`,
        account.toUpperCase(),
        account.replace(" ", "  "),
        `The ${account}`,
      ]),
      phone: null,
      health: null,
      technologies: null,
      growthSignals: null,
    };
  });
  return [...rows, ...twice].map((row, index) => ({
    id: `ACC-${String(index + 1).padStart(4, "0")}`,
    ...row,
  }));
}
