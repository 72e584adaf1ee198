import { nameWords } from "../../core/quality/foldName.js";
import type { RecordFields } from "../../core/quality/record.js";
import type { DataRecord, DataTab } from "../columns.js";
import { OPPORTUNITIES } from "../opportunities.js";
import { ACCOUNTS } from "../tabs/accounts.js";
import { ACTIVITIES } from "../tabs/activities.js";
import { CONTACTS } from "../tabs/contacts.js";
import { LEADS } from "../tabs/leads.js";
import { SUBSCRIPTIONS } from "../tabs/subscriptions.js";
import { TICKETS } from "../tabs/tickets.js";
import { USAGE } from "../tabs/usage.js";
import { filledRows, type HygieneData } from "./proposal.js";
import { textOf, wordKey } from "./words.js";

/** The tabs that name a company under Account. History keeps what it recorded and is left alone. */
export const NAMING_TABS: readonly DataTab[] = [
  OPPORTUNITIES,
  CONTACTS,
  LEADS,
  ACTIVITIES,
  SUBSCRIPTIONS,
  USAGE,
  TICKETS,
];

export interface Account {
  readonly index: number;
  readonly record: DataRecord;
  /** As Accounts writes it, without stray spaces. */
  readonly name: string;
}

/** A name without accents, punctuation and legal form: two such names that are equal are most likely one company. */
export const bareCompany = (name: string): string => nameWords(name).join("");

/** Finds the account that a name means. */
export class AccountNames {
  readonly accounts: readonly Account[];
  readonly #exact = new Map<string, Account>();
  readonly #byWord = new Map<string, Account>();
  readonly #byCompany = new Map<string, Account[]>();

  constructor(data: HygieneData) {
    this.accounts = [...filledRows(data, ACCOUNTS)].map(({ index, record }) => ({
      index,
      record,
      name: textOf(record.account),
    }));
    for (const account of this.accounts) {
      const { name } = account;
      if (name === "") continue;
      if (!this.#exact.has(name)) this.#exact.set(name, account);
      if (!this.#byWord.has(wordKey(name))) this.#byWord.set(wordKey(name), account);
      const company = bareCompany(name);
      const same = this.#byCompany.get(company) ?? [];
      if (company !== "") this.#byCompany.set(company, [...same, account]);
    }
  }

  has(name: string): boolean {
    return this.#exact.has(name);
  }

  /** Undefined where no account is meant, or where several could be. */
  find(name: string): Account | undefined {
    const sure = this.#exact.get(name) ?? this.#byWord.get(wordKey(name));
    if (sure) return sure;
    const likely = this.#byCompany.get(bareCompany(name)) ?? [];
    return new Set(likely.map((account) => account.name)).size === 1 ? likely[0] : undefined;
  }

  /** Whether some account has the same name but for its legal form. */
  knows(company: string): boolean {
    return this.#byCompany.has(company);
  }
}

/** What is compared to find an account twice, or the account of a lead. */
export const accountFields = ({ record, name }: Account): RecordFields => ({
  name: name || undefined,
  domain: textOf(record.website) || undefined,
  phone: textOf(record.phone) || undefined,
  place: textOf(record.city) || undefined,
});
