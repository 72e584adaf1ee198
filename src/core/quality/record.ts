import { foldText, nameWords } from "./foldName.js";

/** What may be known of a company or a person; a blank or missing cell is undefined. */
export interface RecordFields {
  readonly name?: string | undefined;
  /** The employer of a person. */
  readonly company?: string | undefined;
  readonly domain?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly place?: string | undefined;
}

/** A record made ready to be compared; "" where nothing is known. */
export interface PreparedRecord {
  readonly words: readonly string[];
  /** The name without spaces. */
  readonly compact: string;
  /** The same with its words in alphabetical order: "Smith, John" is "John Smith". */
  readonly sorted: string;
  /** First letters of a name of three words or more: IBM. */
  readonly initials: string;
  readonly digits: string;
  readonly company: string;
  readonly domain: string;
  readonly email: string;
  readonly phone: string;
  readonly place: string;
}

/** Mailbox providers: their domain says nothing about the company. */
const FREE_MAIL =
  /^(gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|t-online|freenet|proton|protonmail|pm|mail|yandex|qq|163|126|naver|zoho|orange|wanadoo|free|libero|comcast|verizon|att)\.(com?|net|org|de|fr|it|es|uk|co\.[a-z]{2}|com\.[a-z]{2}|ru|me|at|ch|eu|in|jp|cn|nl|ca)$/;
/** Second-level labels under which companies register: acme.co.uk, acme.com.au. */
const SECOND_LEVEL = /^(com?|org|net|gov|edu|ac|ne|or|gob|ltd|plc)$/;

const HOST = /^(?:[a-z]+:\/\/)?([^/?#:\s]*)/;

/** The part of a host's name that is registered: mail.acme.co.uk → acme.co.uk; "" where it is none. */
function registered(host: string): string {
  const dot = host.indexOf(".");
  // Two labels, as most have: all of it.
  if (dot > 0 && dot < host.length - 1 && host.indexOf(".", dot + 1) < 0) return host;
  const labels = host.replace(/\.$/, "").split(".");
  if (labels.length < 2 || labels.includes("")) return "";
  const top = labels[labels.length - 1] as string;
  const wide = top.length === 2 && SECOND_LEVEL.test(labels[labels.length - 2] as string);
  return labels.slice(wide ? -3 : -2).join(".");
}

/** The registered domain of an address or web site: https://www.mail.acme.co.uk/x → acme.co.uk; "" for none. */
export function domainOf(address: string): string {
  if (address === "") return "";
  const host = HOST.exec(address.trim().toLowerCase())?.[1] ?? "";
  return registered(host.slice(host.lastIndexOf("@") + 1));
}

export const isFreeMail = (domain: string): boolean => FREE_MAIL.test(domain);

/** Digits after which two numbers are the same whatever their country code and punctuation. */
const PHONE_DIGITS = 9;

/** An e-mail address without what stands behind a plus sign; "" where it is none. */
function mailboxOf(email: string): string {
  const mail = email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(mail)) return "";
  return mail.includes("+") ? mail.replace(/^([^+]*)\+[^@]*@/, "$1@") : mail;
}

function phoneOf(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 7 ? "" : digits.slice(-PHONE_DIGITS);
}

export function prepareRecord({ name, company, domain, email, phone, place }: RecordFields): PreparedRecord {
  const words = nameWords(name ?? "");
  const compact = words.join("");
  const mail = email ? mailboxOf(email) : "";
  const web = domainOf(domain ?? "") || domainOf(mail);
  return {
    words,
    compact,
    sorted: words.length < 2 ? (words[0] ?? "") : [...words].sort().join(" "),
    initials: words.length > 2 ? words.map((word) => word[0]).join("") : "",
    digits: /\d/.test(compact) ? words.filter((word) => /\d/.test(word)).join(" ") : "",
    company: company ? nameWords(company).join("") : "",
    domain: isFreeMail(web) ? "" : web,
    email: mail,
    phone: phone ? phoneOf(phone) : "",
    place: place ? foldText(place) : "",
  };
}

/** Letters beyond which it is no name any more but a text, such as a description pasted in the wrong column. */
const LONGEST_NAME = 200;
export const isText = ({ compact }: PreparedRecord): boolean => compact.length > LONGEST_NAME;

/** Whether there is anything to compare. */
export const isKnown = ({ compact, domain, email, phone }: PreparedRecord): boolean =>
  compact !== "" || domain !== "" || email !== "" || phone !== "";
