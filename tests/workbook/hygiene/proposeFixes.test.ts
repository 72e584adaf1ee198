import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DataRecord } from "../../../src/workbook/columns.js";
import type { HygieneData, Proposal } from "../../../src/workbook/hygiene/proposal.js";
import { proposeFixes } from "../../../src/workbook/hygiene/proposeFixes.js";
import { cpuMs } from "../../cpuMs.js";
import { allChanges, changed } from "./afterFixes.js";

const only = (data: HygieneData, key: string, prices?: ReadonlyMap<string, number>): readonly Proposal[] =>
  proposeFixes(data, prices).find((group) => group.key === key)?.proposals ?? [];

const changesIn = (proposals: readonly Proposal[]) =>
  proposals.map(({ changes }) => changes.map(({ tab, index, before, after }) => [tab, index, before, after]));

const deal = (id: string, more: DataRecord = {}): DataRecord => ({ id, outcome: "Open", ...more });

describe("spellings", () => {
  test("a stage follows Settings, whatever most deals write", () => {
    const data = {
      Stages: [{ stage: "Proposal" }],
      Opportunities: [
        deal("1", { stage: "PROPOSAL" }),
        deal("2", { stage: "PROPOSAL" }),
        deal("3", { stage: " Proposal" }),
        deal("4", { stage: "Proposal" }),
      ],
    };
    expect(changesIn(only(data, "words"))).toEqual([
      [
        ["Opportunities", 0, "PROPOSAL", "Proposal"],
        ["Opportunities", 1, "PROPOSAL", "Proposal"],
      ],
      [["Opportunities", 2, " Proposal", "Proposal"]],
    ]);
  });

  test("a source that Settings does not list follows the most frequent spelling, across tabs", () => {
    const data = {
      Opportunities: [deal("1", { source: "web" })],
      Leads: [{ id: "L1", source: "Web" }, null, { id: "L3", source: "Web" }],
    };
    const [proposal] = only(data, "words");
    expect(changesIn([proposal as Proposal])).toEqual([[["Opportunities", 0, "web", "Web"]]]);
    expect(proposal?.reason).toBe("Most frequent: 2 of 3 cells write it so.");
  });

  test("two words that Settings lists apart stay apart", () => {
    const data = {
      LossReasons: [{ reason: "Price" }, { reason: "price" }],
      Opportunities: [deal("1", { outcome: "Lost", lossReason: "price" })],
    };
    expect(only(data, "words")).toEqual([]);
  });
});

describe("account names", () => {
  const accounts = [
    { id: "A1", account: "Acme", website: "acme.com" },
    { id: "A2", account: "Birch Ltd", website: "birch.io" },
  ];

  test("follow Accounts, capitals, punctuation and legal form aside", () => {
    const data = {
      Accounts: accounts,
      Opportunities: [deal("1", { account: "ACME, Inc." }), deal("2", { account: "Acme" })],
      Contacts: [{ id: "C1", account: "birch" }],
    };
    expect(changesIn(only(data, "accountNames"))).toEqual([
      [["Opportunities", 0, "ACME, Inc.", "Acme"]],
      [["Contacts", 0, "birch", "Birch Ltd"]],
    ]);
  });

  test("stay as they are where two accounts could be meant", () => {
    const data = {
      Accounts: [
        { id: "A1", account: "Acme Inc", website: "acme.com" },
        { id: "A2", account: "Acme GmbH", website: "acme.de", city: "Bonn" },
      ],
      Opportunities: [deal("1", { account: "Acme" })],
    };
    expect(only(data, "accountNames")).toEqual([]);
  });

  test("a company that Accounts lacks follows the most frequent spelling", () => {
    const data = {
      Opportunities: [deal("1", { account: "Cedar Corp" }), deal("2", { account: "Cedar" })],
      Contacts: [{ id: "C1", account: "Cedar" }],
    };
    expect(changesIn(only(data, "accountNames"))).toEqual([[["Opportunities", 0, "Cedar Corp", "Cedar"]]]);
  });

  test("of an account that stands twice the name is kept that most rows refer to; no row goes", () => {
    const data = {
      Accounts: [
        { id: "A1", account: "Acme Incorporated", website: "acme.com" },
        { id: "A2", account: "Acme", website: "www.acme.com" },
      ],
      Opportunities: [
        deal("1", { account: "Acme" }),
        deal("2", { account: "Acme" }),
        deal("3", { account: "Acme Incorporated" }),
      ],
    };
    const [proposal] = only(data, "merges");
    expect(changesIn([proposal as Proposal])).toEqual([[["Opportunities", 2, "Acme Incorporated", "Acme"]]]);
    expect(proposal?.reason).toContain("same domain");
    expect(allChanges(proposeFixes(data)).some(({ tab }) => tab === "Accounts")).toBe(false);
  });

  test("a lead without account gets the one that matches, with its score; a lead that has one keeps it", () => {
    const data = {
      Accounts: accounts,
      Leads: [
        { id: "L1", lead: "Ada", email: "ada@mail.acme.com", country: "Norway" },
        { id: "L2", lead: "Ben", email: "ben@gmail.com", company: "Nobody knows" },
        { id: "L3", lead: "Cy", email: "cy@acme.com", account: "Birch Ltd" },
      ],
    };
    const proposals = only(data, "leads");
    expect(changesIn(proposals)).toEqual([[["Leads", 0, null, "Acme"]]]);
    expect(proposals[0]?.reason).toBe("Match 100%: same domain.");
  });
});

describe("what is missing", () => {
  test("an open deal's forecast category is that of its probability; a closed deal needs none", () => {
    const data = {
      Opportunities: [
        deal("1", { probability: 0.95 }),
        deal("2", { probability: 0.6 }),
        deal("3", {}),
        deal("4", { outcome: "Won", probability: 1 }),
        { id: "5", probability: 0.1 },
      ],
    };
    expect(changesIn(only(data, "categories"))).toEqual([
      [["Opportunities", 0, null, "Commit"]],
      [["Opportunities", 1, null, "Best Case"]],
      [["Opportunities", 4, null, "Upside"]],
    ]);
  });

  test("an amount is the sum of the line items, unless one of them is not known, else the list price", () => {
    const data = {
      Opportunities: [
        deal("1"),
        deal("2", { product: "Basic" }),
        deal("3", { product: " basic" }),
        deal("4", { amount: 0 }),
      ],
      LineItems: [
        { deal: "1", product: "Basic", amount: 100.1 },
        { deal: "1", product: "Seats", quantity: 10, unitPrice: 20, discount: 0.1 },
        { deal: "2", product: "Basic" },
        { deal: "4", product: "Basic", amount: 5 },
      ],
    };
    const proposals = only(data, "amounts", new Map([["basic", 900]]));
    expect(changesIn(proposals)).toEqual([
      [["Opportunities", 0, null, 280.1]],
      [["Opportunities", 2, null, 900]],
    ]);
    expect(proposals.map(({ reason }) => reason)).toEqual([
      "Sum of its 2 line items.",
      "List price of basic in Products, for one.",
    ]);
  });

  test("a bounced contact loses e-mail among its channels and keeps the others; who never opted in is left alone", () => {
    const data = {
      Contacts: [
        { id: "C1", bounced: "Yes", channels: "E-mail; Phone" },
        { id: "C2", bounced: "yes", channels: "email" },
        { id: "C3", bounced: "Yes" },
        { id: "C4", bounced: "No", channels: "E-mail" },
        { id: "C5", bounced: "Yes", channels: "No" },
      ],
    };
    expect(changesIn(only(data, "bounces"))).toEqual([
      [["Contacts", 0, "E-mail; Phone", "Phone"]],
      [["Contacts", 1, "email", "No"]],
    ]);
  });

  test("a loss reason is offered from the list and never chosen beforehand", () => {
    const data = {
      LossReasons: [{ reason: "Price" }, { reason: "Timing" }],
      Opportunities: [deal("1", { outcome: "Lost" }), deal("2", { outcome: "Lost", lossReason: "Timing" })],
    };
    const [proposal, ...others] = only(data, "lossReasons");
    expect(others).toEqual([]);
    expect(proposal?.choices).toEqual(["Price", "Timing"]);
    expect(proposal?.changes[0]?.after).toBeNull();
  });
});

/** Names and words as people mistype them. */
const spelt = (...words: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...words),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => text.toUpperCase(),
        (text: string) => text.toLowerCase(),
        (text: string) => ` ${text.replace(" ", "  ")} `,
        (text: string) => `${text}\u00a0`,
      ),
    )
    .map(([word, write]) => write(word));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });

const company = spelt(
  "Acme",
  "Acme Inc.",
  "Acme GmbH",
  "Birch Ltd",
  "Birch",
  "Cedar & Co",
  "Globex",
  "Glob Ex",
  "東京",
);
const domain = fc.constantFrom("acme.com", "acme.de", "birch.io", "globex.com");
const reason = spelt("Price", "Timing", "No decision");

function rows(columns: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<(DataRecord | null)[]> {
  return fc
    .array(maybe(fc.record(columns)), { maxLength: 8 })
    .map((records) =>
      records.map((record, index) => record && ({ ...record, id: `R${index}` } as DataRecord)),
    );
}

const workbook: fc.Arbitrary<HygieneData> = fc.record({
  Stages: rows({ stage: maybe(spelt("Proposal", "Demo")) }),
  Reps: rows({ rep: maybe(spelt("Ann Lee")) }),
  LossReasons: rows({ reason: maybe(reason) }),
  Accounts: rows({ account: maybe(company), website: maybe(domain), city: maybe(spelt("Bonn")) }),
  Contacts: rows({
    account: maybe(company),
    bounced: maybe(fc.constantFrom("Yes", "No")),
    channels: maybe(fc.constantFrom("E-mail", "E-mail, Phone", "Yes", "No", "post")),
    originalSource: maybe(spelt("Web")),
  }),
  Leads: rows({
    account: maybe(company),
    company: maybe(company),
    email: maybe(domain.map((at) => `ann@${at}`)),
    owner: maybe(spelt("Ann Lee", "Bo Ek")),
    source: maybe(spelt("Web", "Fair")),
  }),
  Opportunities: rows({
    account: maybe(company),
    stage: maybe(spelt("Proposal", "Demo", "Legal")),
    owner: maybe(spelt("Ann Lee", "Bo Ek")),
    product: maybe(spelt("Basic")),
    outcome: maybe(fc.constantFrom("Open", "Won", "Lost")),
    probability: maybe(fc.constantFrom(0, 0.2, 0.9, 1, 7)),
    forecastCategory: maybe(fc.constantFrom("Commit", "Pipeline")),
    amount: maybe(fc.integer({ min: 0, max: 9 })),
    lossReason: maybe(reason),
  }),
  LineItems: rows({
    deal: maybe(fc.constantFrom("R0", "R1", "R2")),
    product: maybe(spelt("Basic")),
    amount: maybe(fc.integer({ min: -1, max: 9 })),
  }),
});
const prices = new Map([["basic", 50]]);

describe("of any workbook", () => {
  test("no proposal leaves a cell as it is, and each names the cell's true content", () => {
    fc.assert(
      fc.property(workbook, (data) => {
        for (const { proposals } of proposeFixes(data, prices)) {
          for (const { changes, choices } of proposals) {
            expect(changes.length).toBeGreaterThan(0);
            for (const { tab, index, column, before, after } of changes) {
              expect(data[tab]?.[index]?.[column] ?? null).toBe(before);
              if (!choices) expect(after).not.toBe(before);
            }
          }
        }
      }),
    );
  });

  test("after a yes to all nothing is left to propose", () => {
    fc.assert(
      fc.property(workbook, (data) => {
        const after = changed(data, allChanges(proposeFixes(data, prices)));
        expect(proposeFixes(after, prices)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("only cells that have a fault are touched: what Settings and Accounts write stays", () => {
    fc.assert(
      fc.property(workbook, (data) => {
        const after = changed(data, allChanges(proposeFixes(data, prices)));
        for (const { tab, before, after: becomes } of allChanges(proposeFixes(data, prices))) {
          if (tab !== "Stages" && tab !== "Reps" && tab !== "LossReasons" && tab !== "Accounts") continue;
          if (typeof before === "string" && typeof becomes === "string")
            expect(becomes.toLowerCase()).toBe(before.replace(/\s+/g, " ").trim().toLowerCase());
        }
        for (const [tab, records] of Object.entries(after)) expect(records.length).toBe(data[tab]?.length);
      }),
    );
  });
});

test("10,000 deals, leads, contacts and 2,000 accounts are looked through in seconds", () => {
  const companies = Array.from(
    { length: 2000 },
    (_, at) => `Company ${String.fromCharCode(65 + (at % 26))}${at * 7}`,
  );
  const many = <T>(make: (at: number) => T) => Array.from({ length: 10_000 }, (_, at) => make(at));
  const data = {
    Accounts: companies.map((account, at) => ({ id: `A${at}`, account, website: `c${at}.com` })),
    Opportunities: many((at) =>
      deal(`D${at}`, { account: companies[at % 2000] ?? "", stage: at % 9 ? "Demo" : "demo " }),
    ),
    Contacts: many((at) => ({ id: `C${at}`, account: companies[at % 2000]?.toUpperCase() ?? "" })),
    Leads: many((at) => ({
      id: `L${at}`,
      company: companies[(at * 3) % 2000] ?? "",
      email: `x@c${at % 4000}.com`,
    })),
  };
  const before = cpuMs();
  const groups = proposeFixes(data);
  const took = cpuMs() - before;
  expect(groups.map(({ key }) => key)).toEqual(["words", "accountNames", "leads"]);
  expect(took).toBeLessThan(30_000);
});
