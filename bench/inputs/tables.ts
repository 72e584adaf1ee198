import { between, type Draw, dayAt, dayWithin, drawn, oneOf, whole } from "./draw.js";

/** Tables as a CRM exports them: what stands under each heading. */

export type Columns = Readonly<Record<string, Draw>>;

const FIRST =
  "Nor Alt Brix Cor Del Ever Fen Gran Hel Iver Jun Kes Lor Mer Nim Ost Pal Quin Ros Sal Tor Ulm Ver Wes".split(
    " ",
  );
const SECOND = "dale mont wick ford stad haven field gate brook lund mark shore ridge well burn holm".split(
  " ",
);
const TRADES = ["Labs", "Foods", "Logistics", "Software", "Energy", "Retail", "Health", "Media", "Steel"];
const FORMS = ["Inc", "GmbH", "Ltd", "LLC", "AG", ""];
const CITIES = ["Berlin", "Austin", "Leeds", "Lyon", "Oslo", "Porto", "Turin", "Ghent"];
const SPAN = 700;
const START = "2024-02-01";

/** A company of its own for about every row; one in fifty stands there twice, spelt otherwise. */
function company(row: number): { name: string; domain: string } {
  const twice = drawn(row, 90) < 0.02 && row > 50;
  const at = twice ? row - 50 : row;
  const pick = (words: readonly string[], salt: number) =>
    words[Math.floor(drawn(at, salt) * words.length)] as string;
  const stem = `${pick(FIRST, 91)}${pick(SECOND, 92)} ${pick(FIRST, 93)}${pick(SECOND, 94)}`;
  const trade = pick(TRADES, 95);
  const form = FORMS[Math.floor(drawn(row, 96) * FORMS.length)] as string;
  const name = `${stem} ${trade} ${form}`.trim();
  return {
    name: twice ? name.toUpperCase() : name,
    domain: `${`${stem}-${trade}`.replace(/\s/g, "").toLowerCase()}.com`,
  };
}

export const COMPANIES: Columns = {
  "Account ID": (row) => `A${row}`,
  Company: (row) => company(row).name,
  Website: (row) => company(row).domain,
  City: oneOf(97, ...CITIES),
};

const rep: Draw = (row) => `Rep ${Math.floor(drawn(row, 30) * 40)}`;
const amount = whole(31, 1_000, 90_000);
const created = dayWithin(32, START, SPAN);
const outcome = oneOf(33, "Won", "Lost", "Open", "Open");
const stage = oneOf(34, "Discovery", "Demo", "Proposal", "Negotiation");

export const DEALS: Columns = {
  "Deal ID": (row) => `D${row}`,
  Deal: (row) => `Deal ${row}`,
  Account: (row) => company(row).name,
  Owner: rep,
  Stage: stage,
  Amount: amount,
  Created: created,
  "Expected close": dayWithin(35, START, SPAN + 200),
  Closed: dayWithin(36, START, SPAN),
  Outcome: outcome,
  "Next step": oneOf(37, "Call", "Send offer", ""),
  "Last activity": dayWithin(38, START, SPAN),
  "Contacts engaged": whole(39, 0, 6),
  "Loss reason": oneOf(40, "Price", "No decision", "Competitor"),
};

/** Each deal on two days, a week apart; some moved in between. */
export const SNAPSHOTS: Columns = {
  "Snapshot date": (row, rows) => dayAt("2026-01-02", row < rows / 2 ? 0 : 7),
  "Deal ID": (row, rows) => `D${row % Math.ceil(rows / 2)}`,
  Owner: (row, rows) => rep(row % Math.ceil(rows / 2), rows),
  Stage: stage,
  Amount: whole(41, 1_000, 1_200),
  "Expected close": dayWithin(42, "2026-02-01", 3),
  Outcome: oneOf(43, "Open", "Open", "Open", "Won", "Lost"),
  Closed: () => dayAt("2026-01-06", 0),
};

export const LEADS: Columns = {
  "E-mail": (row) => `person${row}@${company(row).domain}`,
  Company: (row) => company(row).name,
  Employees: whole(44, 5, 2_000),
  "ICP tier": oneOf(45, "A", "B", "C"),
  Score: whole(46, -20, 100),
  City: oneOf(97, ...CITIES),
};

/** Four kinds of evidence that the default model scores: an answer, an answer, an answer, a count. */
export const LEAD_SIGNALS: Columns = {
  "Visited pricing page": oneOf(47, true, false),
  "Requested demo": oneOf(48, true, false, false, false),
  "ICP industry match": oneOf(49, true, false),
  "Opened 3+ emails in 7 days": whole(50, 0, 6),
};

export const CUSTOMERS: Columns = {
  Account: (row) => company(row).name,
  "Seats used": whole(51, 10, 110),
  Seats: () => 100,
  "New department": oneOf(52, true, false),
  "API growth": between(53, -0.5, 1),
  "Renewal date": dayWithin(54, "2026-01-01", 365),
  NPS: whole(55, 0, 10),
  "Last price increase": dayWithin(56, START, SPAN),
};

/** Twenty channels; four touches a person on average, every third person converts. */
export const TOUCHES: Columns = {
  Person: (row, rows) => `P${Math.floor(drawn(row, 57) * Math.ceil(rows / 4))}`,
  Date: dayWithin(58, START, SPAN),
  Channel: (row) => `Channel ${Math.floor(drawn(row, 59) ** 2 * 20)}`,
  Milestone: oneOf(60, "", "", "", "", "lead", "opportunity"),
};

/** Paths of one to eight touches over twenty channels, written in one cell. */
export const PATHS: Columns = {
  Path: (row) =>
    Array.from(
      { length: 1 + Math.floor(drawn(row, 61) * 8) },
      (_, touch) => `Channel ${Math.floor(drawn(row * 8 + touch, 62) ** 2 * 20)}`,
    ).join(" > "),
  Conversions: whole(63, 0, 2),
  "Non-conversions": whole(64, 0, 9),
  Value: whole(65, 0, 20_000),
};

const LAST_DAY_OF_FIRST = 364;
const firstStart = (customer: number): number => Math.floor(drawn(customer, 66) * 1_400);
const renews = (customer: number): boolean => drawn(customer, 67) < 0.7;
/** Odd rows renew the contract above them, some after a gap, or belong to a customer who comes later. */
const subscription = (row: number): { customer: string; starts: number; ends: number | undefined } => {
  const customer = row >> 1;
  const starts = firstStart(customer);
  if (row % 2 === 0) return { customer: `Customer ${customer}`, starts, ends: starts + LAST_DAY_OF_FIRST };
  const gap = drawn(row, 68) < 0.1 ? 60 : 0;
  const again = starts + LAST_DAY_OF_FIRST + 1 + gap;
  return {
    customer: renews(customer) ? `Customer ${customer}` : `Late customer ${customer}`,
    starts: again,
    ends: drawn(row, 69) < 0.4 ? again + LAST_DAY_OF_FIRST : undefined,
  };
};
const FIRST_CONTRACT = "2021-01-01";

export const SUBSCRIPTIONS = {
  Account: (row) => subscription(row).customer,
  "Annual amount": amount,
  Starts: (row) => dayAt(FIRST_CONTRACT, subscription(row).starts),
  Ends: (row) => {
    const { ends } = subscription(row);
    return ends === undefined ? "" : dayAt(FIRST_CONTRACT, ends);
  },
} satisfies Columns;

export const CONTACTS: Columns = {
  Contact: (row) => `Person ${row}`,
  "E-mail": (row) => `person${row}@${company(row).domain}`,
  Bounced: oneOf(70, true, false, false, false),
};
