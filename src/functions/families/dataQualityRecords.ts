import { SAME_RECORD } from "../../core/quality/duplicates.js";
import { accountMatcher } from "../../core/quality/matchAccount.js";
import { domainOf, type RecordFields } from "../../core/quality/record.js";
import { RecordIndex } from "../../core/quality/recordIndex.js";
import { refuse } from "../../core/refusal/refusal.js";
import { number, one, optional, text } from "../parameters.js";
import { type FieldNames, fieldReader, isBlankRow, type Row } from "./rowsByHeading.js";

/** Reads company and person records, whatever the CRM calls their columns. */

const NAMES = {
  first: ["First name"],
  last: ["Last name", "Surname"],
  person: ["Full name", "Contact name", "Contact", "Person", "Lead name", "Lead"],
  company: ["Company", "Company name", "Account", "Account name", "Organization", "Organisation"],
  name: ["Name"],
  domain: ["Domain", "Website", "Web site", "URL", "Company domain"],
  email: ["E-mail", "Email address", "Work email"],
  phone: ["Phone", "Phone number", "Telephone", "Mobile", "Mobile phone", "Work phone"],
  place: ["City", "Place", "Town", "Location", "Billing city", "Address", "State", "Region", "Country"],
  id: ["ID", "Record ID", "Account ID", "Company ID", "Contact ID", "Lead ID"],
} satisfies FieldNames<string>;

const word = text("", "");

export const threshold = optional(
  one(
    number("threshold", "Score from which two records count as the same, 0.5 to 1; 0.85 where left out.", {
      min: 0.5,
      max: 1,
      what: "a score from 0.5 to 1",
    }),
  ),
  SAME_RECORD,
);

export interface ReadRecord extends RecordFields {
  /** Row in the user's range, from 1. */
  readonly row: number;
  readonly id: string | undefined;
  /** What a person knows the record by. */
  readonly label: string;
  /** The company that the record is, or that the person works for. */
  readonly companyName: string | undefined;
  /** country, state or region where the place is one: a lead's country says nothing about an account's city. */
  readonly placeKind: string | undefined;
}

/**
 * The records of a table; blank rows are passed over. A person is recognised by a column for a person's name (or Name
 * beside Company); otherwise a row is a company. Records that are `compared` need something to compare them by.
 */
export function readRecords(
  names: readonly string[],
  rows: readonly Row[],
  prefix = "",
  compared = true,
): ReadRecord[] {
  const { columns, has, read } = fieldReader(names, NAMES, `${prefix}rows`);
  if (compared && !Object.keys(NAMES).some((field) => !/place|id/.test(field) && has(field as "name"))) {
    refuse(
      `${prefix}headings`,
      "hold nothing to compare; name at least one column Name, Company, Domain, E-mail or Phone.",
    );
  }
  const persons = has("first") || has("last") || has("person") || (has("name") && has("company"));
  const placeKind = kindOfPlace(names[columns.get("place") ?? -1]);
  return rows.flatMap((cells, at) => {
    if (isBlankRow(cells)) return [];
    const row = at + 1;
    const of = (field: keyof typeof NAMES) => read(word, field, cells, row) ?? undefined;
    const [company, domain, email, id] = [of("company"), of("domain"), of("email"), of("id")];
    const name = persons ? personOf(of) : (of("name") ?? company);
    return {
      row,
      id,
      name,
      domain,
      email,
      phone: of("phone"),
      place: of("place"),
      company: persons ? company : undefined,
      companyName: company ?? (persons ? undefined : name),
      placeKind,
      label: name ?? company ?? email ?? (domain && domainOf(domain)) ?? id ?? "(no name)",
    };
  });
}

const personOf = (of: (field: "first" | "last" | "person" | "name") => string | undefined) =>
  [of("first"), of("last")].filter(Boolean).join(" ") || of("person") || of("name");

/** The company of a record alone, as it is looked for among accounts. */
const companyOf = ({ companyName, domain, email, phone, place }: ReadRecord): RecordFields => ({
  name: companyName,
  ...{ domain, email, phone, place },
});

const kindOfPlace = (heading = ""): string | undefined =>
  /country|state|region/i.exec(heading)?.[0].toLowerCase();

const isCompany = ({ name, companyName }: ReadRecord): boolean => name === companyName;

/** A table of accounts, made ready once for both the search for duplicates and that for leads. */
export interface Accounts {
  readonly names: readonly string[];
  readonly records: readonly ReadRecord[];
  readonly asRecords: readonly ReadRecord[] | RecordIndex;
  readonly asCompanies: readonly RecordFields[] | RecordIndex;
}

export function readAccounts(names: readonly string[], rows: readonly Row[], prefix = ""): Accounts {
  const records = readRecords(names, rows, prefix);
  // A list of persons is searched by person for duplicates, by employer for leads.
  if (!records.every(isCompany))
    return { names, records, asRecords: records, asCompanies: records.map(companyOf) };
  const index = new RecordIndex(records);
  return { names, records, asRecords: index, asCompanies: index };
}

/** The account of each lead; places are compared only where both tables hold the same kind. */
export function matchLeads(leads: readonly ReadRecord[], { records, asCompanies }: Accounts, enough: number) {
  const comparable = leads[0]?.placeKind === records[0]?.placeKind;
  const match = accountMatcher(asCompanies, enough);
  return leads.map((lead) => match(comparable ? companyOf(lead) : { ...companyOf(lead), place: undefined }));
}
