import type { DataRecord } from "../columns.js";
import type { Company } from "./companies.js";
import type { Dice } from "./random.js";
import { addressPart, buyers, channels, jobs, lastNames } from "./words.js";

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly job: readonly [title: string, seniority: string, role: string, persona: string];
}

/** Somebody at the company; `index` keeps two of one name apart. */
export function person(
  dice: Dice,
  { domain }: Pick<Company, "domain">,
  job = dice.pick(jobs()),
  index = 0,
): Person {
  const name = `${dice.pick(buyers())} ${dice.pick(lastNames())}`;
  const local = addressPart(name).replace("-", ".");
  return { name, email: `${local}${index > 0 ? index + 1 : ""}@${domain}`, job };
}

export interface Contact extends Person {
  readonly company: Company;
}

/** Two to four people a company, each with another part to play. */
export function contacts(dice: Dice, companies: readonly Company[]): Contact[] {
  return companies.flatMap((company) => {
    const wanted = company.segment === "SMB" ? 2 : dice.between(2, company.segment === "Enterprise" ? 4 : 3);
    const taken = new Set<string>();
    return dice.some(jobs(), wanted / jobs().length).map((job): Contact => {
      let at = person(dice, company, job);
      while (taken.has(at.email)) at = person(dice, company, job);
      taken.add(at.email);
      return { ...at, company };
    });
  });
}

/** Rows of the Contacts tab. */
export function contactRows(dice: Dice, asOf: number, all: readonly Contact[]): DataRecord[] {
  return all.map(({ name, email, job, company }, index) => {
    const [jobTitle, seniority, role, persona] = job;
    const activity = company.deals.reduce((day, deal) => Math.max(day, deal.lastActivity ?? 0), 0);
    const source = dice.pick(channels());
    return {
      id: `CON-${String(index + 1).padStart(5, "0")}`,
      contact: name,
      email: dice.chance(0.02) ? null : email,
      phone: dice.chance(0.4) ? `+1 555 ${dice.between(100, 999)} ${dice.between(1000, 9999)}` : null,
      account: company.account,
      jobTitle,
      role,
      seniority,
      persona,
      engagement: dice.between(5, 95),
      lastActivity:
        activity > 0 ? activity - dice.between(0, 9) : dice.chance(0.3) ? asOf - dice.between(5, 300) : null,
      channels: dice.pick(["E-mail", "E-mail", "E-mail, phone", "E-mail, phone", "Phone", null]),
      originalSource: source,
      recentSource: dice.chance(0.4) ? source : dice.pick(channels()),
      bounced: dice.chance(0.034) ? "Yes" : "No",
    };
  });
}
