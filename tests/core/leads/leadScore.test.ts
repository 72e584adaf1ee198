import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_LEAD_MODEL } from "../../../src/core/leads/defaultModel.js";
import { type Evidence, leadScores, signalColumns } from "../../../src/core/leads/leadScore.js";
import { bareName } from "../../../src/core/leads/signal.js";
import { cpuMs } from "../../cpuMs.js";
import { refused } from "../refused.js";

const today = 46_111;
const dayOf = (text: string) => (text.trim().startsWith("2026-03-01") ? today - 29 : undefined);
const ago = (days: number) => ({ serial: today - days });

function score(lead: Record<string, Evidence>, asOf: number | undefined = today): number | null | undefined {
  const columns = signalColumns(Object.keys(lead), DEFAULT_LEAD_MODEL);
  return leadScores(columns, [Object.values(lead)], asOf, dayOf)[0];
}

describe("the default model (RevOps Engine playbook, phase 3)", () => {
  const group = (name: string) => DEFAULT_LEAD_MODEL.filter((signal) => signal.group === name);

  it("has eight behavioural signals worth 93 points, four firmographic worth 40 and four negative", () => {
    expect(group("behavioural").map(({ points }) => points)).toEqual([15, 10, 12, 25, 8, 10, 8, 5]);
    expect(group("firmographic").map(({ points }) => points)).toEqual([15, 10, 10, 5]);
    expect(group("negative").map(({ points }) => points)).toEqual([-100, -30, -20, -15]);
  });

  it("gives each heading to one signal only", () => {
    const names = DEFAULT_LEAD_MODEL.flatMap(({ name, aliases }) => [name, ...aliases].map(bareName));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a lead's score", () => {
  it("is 60 for every behavioural signal at once and 100 with a perfect fit", () => {
    const all = (name: string) =>
      Object.fromEntries(
        DEFAULT_LEAD_MODEL.filter((one) => one.group === name).map((one) => [one.name, true]),
      );
    expect(score(all("behavioural"))).toBe(60);
    expect(score({ ...all("behavioural"), ...all("firmographic") })).toBe(100);
    expect(score({ ...all("behavioural"), ...all("firmographic"), ...all("negative") })).toBe(100 - 165);
  });

  it("ends below 0 for a competitor: the negative points come after the caps", () => {
    expect(score({ "Requested demo": true, "Competitor domain": true })).toBe(-75);
  });

  it("loses 5 pricing-page points for each whole week past day 14, and never more than it had", () => {
    const after = (days: number) => score({ "Visited pricing page": ago(days) });
    expect([0, 14, 20, 21, 27, 28, 34, 35, 400].map(after)).toEqual([15, 15, 15, 10, 10, 5, 5, 0, 0]);
  });

  it("counts from a signal's threshold: 3 e-mails, 5 pages, 1 of most", () => {
    expect([0, 2, 3, 9].map((mails) => score({ "Opened 3+ emails in 7 days": mails }))).toEqual([0, 0, 8, 8]);
    expect([4, 5].map((pages) => score({ "Visited 5+ pages in session": pages }))).toEqual([0, 10]);
    expect([0, 1, 2].map((webinars) => score({ "Attended webinar": webinars }))).toEqual([0, 12, 12]);
  });

  it("counts a signal of the last 7 days up to day 7", () => {
    expect([0, 7, 8].map((days) => score({ "Returned to site within 7 days": ago(days) }))).toEqual([
      8, 8, 0,
    ]);
    expect([7, 8].map((days) => score({ "Opened 3+ emails in 7 days": ago(days) }))).toEqual([8, 0]);
  });

  it("takes a date under No activity for the last activity, and a number for the days since", () => {
    expect([29, 30].map((days) => score({ "No activity in 30 days": ago(days) }))).toEqual([0, -15]);
    expect([29, 30].map((days) => score({ "No activity in 30 days": days }))).toEqual([0, -15]);
    expect(score({ "No activity in 30 days": true })).toBe(-15);
    expect(score({ "No activity in 30 days": null, "Requested demo": null, Lead: "Ada" })).toBe(0);
  });

  it("reads the words and figures that an export writes", () => {
    for (const yes of ["yes", "Y", "TRUE", "x", "✓", "1", "2026-03-01"]) {
      expect(score({ "Requested demo": yes }), yes).toBe(25);
    }
    for (const no of ["no", "N", "false", "-", "0"]) expect(score({ "Requested demo": no }), no).toBe(0);
  });

  it("has none for a wholly blank row, and 0 for a lead about whom nothing is known", () => {
    const columns = signalColumns(["Lead", "Requested demo"], DEFAULT_LEAD_MODEL);
    expect(
      leadScores(
        columns,
        [
          [null, null],
          ["Ada", null],
        ],
        undefined,
        dayOf,
      ),
    ).toEqual([null, 0]);
  });
});

describe("headings", () => {
  it("that match nothing are told the signals of the model, no more than twenty", () => {
    const model = Array.from({ length: 22 }, (_, at) => ({
      name: `Signal ${at + 1}`,
      group: "behavioural" as const,
      points: 1,
      threshold: 1,
      aliases: [],
    }));
    const listed = (count: number) =>
      refused(() => signalColumns(["Lead"], model.slice(0, count))).replace(/^.*: /, "");
    expect(listed(22)).toMatch(/^Signal 1, .*, Signal 20, and 2 more\.$/);
    expect(listed(20)).toMatch(/, Signal 20\.$/);
  });

  it("that are whole sentences are quoted by their beginning", () => {
    const heading = (length: number) => `Requested demo${" ".repeat(length - 14)}`;
    const both = (length: number) =>
      refused(() => signalColumns([heading(length), "Requested demo"], DEFAULT_LEAD_MODEL));
    expect(both(40)).toContain(`"${heading(40)}" and "Requested demo"`);
    expect(both(41)).toContain(`"${heading(40)}…" and "Requested demo"`);
  });

  const signalsOf = (...headings: string[]) =>
    signalColumns(headings, DEFAULT_LEAD_MODEL).map(({ column, signal }) => [column, signal.name]);

  it("match whatever their case, spaces and punctuation", () => {
    expect(signalsOf("visited PRICING-page", "opened 3 emails in 7 days", "Student / edu e-mail?")).toEqual(
      [
        [0, "Visited pricing page"],
        [1, "Opened 3+ emails in 7 days"],
      ].concat([[2, "Student/edu email"]]),
    );
  });

  it("match under their usual names", () => {
    expect(signalsOf("Pricing page", "Demo requested", "Unsubscribed", "Last activity")).toEqual([
      [0, "Visited pricing page"],
      [1, "Requested demo"],
      [2, "Unsubscribed from emails"],
      [3, "No activity in 30 days"],
    ]);
  });

  it("prefer the signal's very name to one that means the same", () => {
    expect(signalsOf("Last activity", "No activity in 30 days")).toEqual([[1, "No activity in 30 days"]]);
  });

  it("are refused where two mean one signal, rather than counted twice", () => {
    expect(refused(() => signalsOf("Webinar", "Webinars attended"))).toMatch(
      /^headings holds "Webinar" and "Webinars attended", which both mean the signal "Attended webinar"; keep one\.$/,
    );
  });

  it("are refused with the list of signals where none is one", () => {
    expect(refused(() => signalsOf("Name", "Company"))).toMatch(
      /^headings match no signal of the model; name at least one column after a signal: Visited pricing page, /,
    );
  });
});

describe("what cannot be read is asked about", () => {
  it("names the row and the heading", () => {
    expect(refused(() => score({ "Requested demo": "maybe" }))).toBe(
      'rows, row 1, has "maybe" under "Requested demo"; write TRUE or FALSE, a count, or the date it last happened.',
    );
    expect(refused(() => score({ "Requested demo": -1 }))).toMatch(
      /^rows, row 1, has -1 under "Requested demo"/,
    );
  });

  it("asks for as_of where there are dates, and for a later one where a date lies ahead", () => {
    const columns = signalColumns(["Requested demo"], DEFAULT_LEAD_MODEL);
    expect(refused(() => leadScores(columns, [[ago(1)]], undefined, dayOf))).toBe(
      'as_of is missing, but "Requested demo" holds dates; give the day on which to score.',
    );
    expect(refused(() => score({ "Requested demo": ago(-1) }))).toMatch(
      /^rows, row 1, has a date after as_of/,
    );
    expect(score({ "Requested demo": { serial: today + 0.9 } })).toBe(25);
  });
});

describe("scores of any leads", () => {
  const evidence = fc.oneof(
    fc.boolean(),
    fc.nat(9),
    fc.nat(90).map((days) => ago(days)),
    fc.constant(null),
  );
  const names = DEFAULT_LEAD_MODEL.map(({ name }) => name);
  const lead = fc.array(evidence, { minLength: names.length, maxLength: names.length });
  const columns = signalColumns(names, DEFAULT_LEAD_MODEL);
  const scoreOf = (cells: readonly Evidence[], asOf = today) =>
    leadScores(columns, [cells], asOf, dayOf)[0] ?? 0;

  it("lie between −165 and 100", () => {
    fc.assert(
      fc.property(lead, (cells) => {
        expect(scoreOf(cells)).toBeGreaterThanOrEqual(-165);
        expect(scoreOf(cells)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("never rise as time passes without anything happening", () => {
    fc.assert(
      fc.property(lead, fc.nat(60), (cells, days) => {
        expect(scoreOf(cells, today + days)).toBeLessThanOrEqual(scoreOf(cells));
      }),
    );
  });

  it("do not depend on the order of columns or of leads", () => {
    fc.assert(
      fc.property(fc.array(lead, { minLength: 1, maxLength: 5 }), (leads) => {
        const turned = signalColumns([...names].reverse(), DEFAULT_LEAD_MODEL);
        const backwards = leads.map((cells) => [...cells].reverse()).reverse();
        expect(leadScores(turned, backwards, today, dayOf).reverse()).toEqual(
          leadScores(columns, leads, today, dayOf),
        );
      }),
    );
  });

  it("come for 10,000 leads by 15 columns within a blink", () => {
    const cells = names.slice(0, 15).map((_, at) => (at % 3 === 0 ? ago(at) : at % 3 === 1 ? at : true));
    const leads = Array.from({ length: 10_000 }, () => cells);
    const wide = signalColumns(names.slice(0, 15), DEFAULT_LEAD_MODEL);
    const began = cpuMs();
    expect(leadScores(wide, leads, today, dayOf)).toHaveLength(10_000);
    expect(cpuMs() - began).toBeLessThan(500);
  });
});
