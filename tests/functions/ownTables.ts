import fc from "fast-check";

/**
 * What the arguments of a function look like that reads a table by its headings: without it, random rows would hardly
 * ever be answered. Each entry gives the arguments by name; the caller spoils some of the cells.
 */

type Any = fc.Arbitrary<unknown>;
type CellOf = (right: Any) => Any;
export type OwnArgument = (cellOf: CellOf, rows: number) => Any;
type Columns = Readonly<Record<string, Any>>;

const day = fc.integer({ min: 45_000, max: 46_000 });
const yes = fc.constantFrom<unknown>(true, false, "yes", "no", "");
const name = fc.constantFrom("Acme Inc", "ACME GmbH", "Acmé", "Birch & Co", "Cedar", "__proto__", "");
const person = fc.constantFrom("Ada", "Ben", "Cy");
const channel = fc.constantFrom("Ads", "ads ", "Webinar", "E-mail", "__proto__", "");
const path = fc
  .array(fc.constantFrom("Ads", "Webinar", "E-mail", "Demo [opp]", "Form [lead]", "constructor"), {
    minLength: 1,
    maxLength: 6,
  })
  .map((touches) => touches.join(" > "));

const headingsOf =
  (columns: Columns): OwnArgument =>
  () =>
    fc.constant([Object.keys(columns)]);
const rowsOf =
  (columns: Columns): OwnArgument =>
  (cellOf, rows) =>
    fc.array(fc.tuple(...Object.values(columns).map(cellOf)), { minLength: 1, maxLength: rows });
const tableOf = (columns: Columns, prefix = ""): Record<string, OwnArgument> => ({
  [`${prefix}headings`]: headingsOf(columns),
  [`${prefix}rows`]: rowsOf(columns),
});
const single =
  (right: Any): OwnArgument =>
  (cellOf) =>
    cellOf(right);
const list =
  (right: Any, length: number): OwnArgument =>
  (cellOf) =>
    fc.array(fc.tuple(cellOf(right)), { minLength: length, maxLength: length });

const PATHS: Columns = {
  Path: path,
  Conversions: fc.constantFrom<unknown>(1, 2, 5, 0.5, 0, true, false, ""),
  "Non-conversions": fc.nat(5),
  Value: fc.constantFrom<unknown>(0, 100, 2500, ""),
};
const TOUCHES: Columns = {
  Person: person,
  Date: day,
  Channel: channel,
  Milestone: fc.constantFrom("", "", "lead", "Opportunity created", "won"),
};
const attribution = tableOf(PATHS);
const COMPANIES: Columns = {
  ID: fc.nat(99),
  Company: name,
  Website: fc.constantFrom("acme.com", "https://www.acme.co.uk/x", "gmail.com", "x", ""),
  Phone: fc.constantFrom("+49 30 1234567", "030 1234567", ""),
  City: fc.constantFrom("Köln", "Koln", "Paris", ""),
};
const LEADS: Columns = {
  Company: name,
  "E-mail": fc.constantFrom("a@acme.com", "b@gmail.com", "no address", ""),
  Employees: fc.constantFrom<unknown>(5, 49, 50, 499, 500, 10_000, ""),
  "ICP tier": fc.constantFrom("A", "b", "C", ""),
  Score: fc.constantFrom<unknown>(-75, 0, 49, 50, 100, ""),
};
const DEALS: Columns = {
  Deal: name,
  Amount: fc.constantFrom<unknown>(0, 5000, ""),
  Outcome: fc.constantFrom("Won", "Lost", "Open", ""),
  "Last activity": day,
  "Loss reason": fc.constantFrom("Price", ""),
};
const CUSTOMERS: Columns = {
  Account: name,
  "Seats used": fc.nat(120),
  Seats: fc.constantFrom<unknown>(100, 0, ""),
  "New department": yes,
  "API growth": fc.double({ min: -1, max: 2, noNaN: true }),
  "Renewal date": day,
  NPS: fc.constantFrom<unknown>(9, 3, -20, ""),
  "Last price increase": day,
};

/** Deals on three days, so that two of them can be compared. */
const SNAPSHOTS: Columns = {
  "Snapshot date": fc.constantFrom(42_000, 42_900, 43_500),
  "Deal ID": fc.constantFrom<unknown>("A", "a", 7, ""),
  Deal: name,
  Owner: person,
  Stage: fc.constantFrom("Demo", "Proposal"),
  Amount: fc.constantFrom<unknown>(0, 5000, 0.1, -20, ""),
  "Expected close": day,
  Outcome: fc.constantFrom("Won", "Lost", "Open", "Open", ""),
  Closed: day,
};
const { "Snapshot date": _, ...EXPORTED } = SNAPSHOTS;

/** Rows of which each metric finds what it reads; NRR's amounts and dates serve the others as well. */
const COUNTED: Columns = {
  Deal: name,
  Outcome: fc.constantFrom("Won", "Lost", "Open", ""),
  Account: fc.uuid(),
  "Annual amount": fc.constantFrom<unknown>(0, 5000, 0.1),
  Amount: fc.constantFrom<unknown>(0, 5000, ""),
  Created: day,
  Closed: day,
  "Expected close": day,
  Starts: fc.integer({ min: 40_000, max: 45_400 }),
  Ends: fc.constantFrom<unknown>(46_000, 45_600, ""),
  Period: day,
  Forecast: fc.constantFrom<unknown>(100, 120, 0, ""),
  Actual: fc.constantFrom<unknown>(100, 90, ""),
};

export const OWN_TABLES: Readonly<Record<string, Readonly<Record<string, OwnArgument>>>> = {
  REVOPS_ATTRIBUTION: attribution,
  REVOPS_DEFINITIONS: {
    metric: single(fc.constantFrom("win rate", "NRR", "MAPE")),
    ...tableOf(COUNTED),
    from: single(fc.constantFrom(45_200, 45_400)),
    to: single(fc.constantFrom(45_700, 45_900)),
  },
  REVOPS_ATTRIBUTION_COMPARE: tableOf(TOUCHES),
  REVOPS_DUPLICATES: { ...tableOf(COMPANIES), threshold: single(fc.constantFrom(0.5, 0.85, 1)) },
  REVOPS_COMPLETENESS: {
    ...tableOf(DEALS),
    required: () => fc.constantFrom([["Amount", "outcome"]], [["Deal"], [""]], [["Price"]]),
  },
  REVOPS_HYGIENE: {
    ...tableOf(DEALS, "deal_"),
    ...tableOf(COMPANIES, "account_"),
    ...tableOf({ Contact: name, Bounced: yes }, "contact_"),
    ...tableOf(LEADS, "lead_"),
    required: () => fc.constantFrom([["Amount"]], [["Deal"], ["Stage"]]),
  },
  REVOPS_HYGIENE_ROWS: {
    ...tableOf(DEALS),
    rule: single(fc.constantFrom("fields", "stale", "reasons")),
    required: () => fc.constantFrom([["Amount"]], [["Deal"], ["Stage"]]),
  },
  LEAD_ROUTE: {
    ...tableOf(LEADS),
    reps: () =>
      fc.constantFrom(
        [
          ["Queue", "Rep"],
          ["Enterprise", "Ada"],
          ["mm", "Ben"],
        ],
        [["SMB", "Cy"]],
        [["Nobody", "Cy"]],
      ),
    named_accounts: () => fc.constantFrom([["acme.com", "Ada"]], [["Birch", ""]]),
  },
  LEAD_MATCH_ACCOUNT: {
    ...tableOf(LEADS, "lead_"),
    ...tableOf(COMPANIES, "account_"),
    threshold: single(fc.constantFrom(0.5, 0.85, 1)),
  },
  REVOPS_SLA_STATUS: {
    start: (cellOf, rows) => list(day, rows)(cellOf, rows),
    done: (cellOf, rows) =>
      list(fc.constantFrom<unknown>(46_000, "2026-01-31 16:30", ""), rows)(cellOf, rows),
    sla_hours: single(fc.constantFrom(4, 0.25, 48)),
    as_of: single(fc.constantFrom<unknown>(46_100, "2026-06-30 09:00")),
    work_days: single(fc.constantFrom("Mon-Fri", "Sun-Thu", "0000011", "Sat", "1111111", "Tue-Mon")),
    work_hours: single(fc.constantFrom("9-17", "00:00-24:00", "17-9", "08:30-17:30")),
    holidays: (cellOf) => fc.array(fc.tuple(cellOf(day)), { minLength: 1, maxLength: 4 }),
    zone_shift: single(fc.constantFrom(0, -6, 5.5)),
  },
  REVOPS_PQL: {
    usage: (cellOf, rows) => list(fc.double({ min: 0, max: 2, noNaN: true }), rows)(cellOf, rows),
  },
  REVOPS_EXPANSION_SIGNALS: { ...tableOf(CUSTOMERS), healthy_nps: single(fc.constantFrom(9, 30)) },
  LEAD_GRADE: {
    score: single(fc.integer({ min: -165, max: 100 })),
    mql_from: single(fc.constantFrom(50, 40)),
    hot_from: single(fc.constantFrom(75, 45)),
    fit_points: single(fc.integer({ min: 0, max: 40 })),
  },
  REVOPS_PIPELINE_CHANGES: { ...tableOf(SNAPSHOTS), owner: single(person) },
  REVOPS_PIPELINE_COMPARE: {
    headings_before: headingsOf(EXPORTED),
    rows_before: rowsOf(EXPORTED),
    headings_after: headingsOf(EXPORTED),
    rows_after: rowsOf(EXPORTED),
    owner: single(person),
  },
  REVOPS_MATURITY: { scores: list(fc.integer({ min: 1, max: 5 }), 6) },
  REVOPS_RUBRIC: { scores: list(fc.integer({ min: 0, max: 2 }), 27) },
};
