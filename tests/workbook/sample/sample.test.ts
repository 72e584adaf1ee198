import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FORECAST_CATEGORIES, OPPORTUNITIES } from "../../../src/workbook/opportunities.js";
import { quarterEnd, quarterStart } from "../../../src/workbook/sample/calendar.js";
import type { Deal } from "../../../src/workbook/sample/deal.js";
import { type Sample, sampleOpportunities } from "../../../src/workbook/sample/sample.js";

/** 31 March 2026, a Tuesday and the last day of a quarter. */
const AS_OF = 46_112;

/** Ends, beginnings and middles of quarters, a leap day, weekends, a holiday week. */
const DAYS = [AS_OF, AS_OF + 1, 45_351, 46_000, 46_022, 46_023, 46_069, 46_207, 46_250, 46_382, 47_000];

const dealsOf = (sample: Sample) => sample.opportunities as unknown as readonly Deal[];
const withOutcome = (sample: Sample, outcome: Deal["outcome"]) =>
  dealsOf(sample).filter((deal) => deal.outcome === outcome);
const money = (deals: readonly Deal[]) => deals.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

const wonCycle = (deals: readonly Deal[]) =>
  median(deals.filter((deal) => deal.closed !== null).map((deal) => (deal.closed ?? 0) - deal.created));

function winRate(sample: Sample, of: (deal: Deal) => boolean = () => true): number {
  const won = withOutcome(sample, "Won").filter(of).length;
  return won / (won + withOutcome(sample, "Lost").filter(of).length);
}

/** Open deals due by quarter end ÷ what is missing to the target. */
function coverage(sample: Sample, asOf: number): number {
  const won = withOutcome(sample, "Won").filter((deal) => (deal.closed ?? 0) >= quarterStart(asOf));
  const due = withOutcome(sample, "Open").filter((deal) => deal.expectedClose <= quarterEnd(asOf));
  return money(due) / (sample.quarterlyTarget - money(won));
}

const anySample = fc
  .record({ asOf: fc.integer({ min: 40_000, max: 55_000 }), seed: fc.integer() })
  .map((input) => ({ ...input, sample: sampleOpportunities(input) }));

/** Holds for every deal of many samples, or names the deal for which it does not. */
function expectOfEveryDeal(holds: (deal: Deal, asOf: number) => boolean): void {
  fc.assert(
    fc.property(anySample, ({ asOf, sample }) => {
      expect(dealsOf(sample).filter((deal) => !holds(deal, asOf))).toEqual([]);
    }),
    { numRuns: 40 },
  );
}

describe("The sample is the same every time", () => {
  afterEach(() => vi.restoreAllMocks());

  it("gives the same text for the same day and seed, whatever was made in between", () => {
    const first = JSON.stringify(sampleOpportunities({ asOf: AS_OF, seed: 7 }));
    sampleOpportunities({ asOf: AS_OF + 1, seed: 8 });
    expect(JSON.stringify(sampleOpportunities({ asOf: AS_OF, seed: 7 }))).toBe(first);
  });

  it("has a default seed, and another seed gives other deals", () => {
    const byDefault = JSON.stringify(sampleOpportunities({ asOf: AS_OF }));
    expect(JSON.stringify(sampleOpportunities({ asOf: AS_OF }))).toBe(byDefault);
    expect(JSON.stringify(sampleOpportunities({ asOf: AS_OF, seed: 1 }))).not.toBe(byDefault);
  });

  it("asks neither the clock nor the platform's random numbers", () => {
    const now = vi.spyOn(Date, "now");
    const random = vi.spyOn(Math, "random");
    sampleOpportunities({ asOf: AS_OF });
    expect(now).not.toHaveBeenCalled();
    expect(random).not.toHaveBeenCalled();
  });

  it("reads a time of day as its day", () => {
    expect(sampleOpportunities({ asOf: AS_OF + 0.6 })).toEqual(sampleOpportunities({ asOf: AS_OF }));
  });
});

describe("Every deal is consistent, for any day and seed", () => {
  it("fills the columns of the Opportunities tab and no others, with whole days and numbers", () => {
    const keys = OPPORTUNITIES.columns.map(({ key }) => key).sort();
    expectOfEveryDeal((deal) => {
      const values: Record<string, unknown> = deal;
      const kindFits = OPPORTUNITIES.columns.every(({ key, kind, required }) => {
        const value = values[key];
        if (value === null) return !required;
        if (kind === "text") return typeof value === "string" && value !== "";
        return kind === "share" ? Number.isFinite(value) : Number.isInteger(value);
      });
      return kindFits && Object.keys(deal).sort().join() === keys.join();
    });
  });

  it("was created before it entered its stage, and closed after, within eighteen months up to the day", () => {
    expectOfEveryDeal(
      ({ created, stageSince, closed }, asOf) =>
        asOf - 550 <= created &&
        created <= stageSince &&
        stageSince <= (closed ?? asOf) &&
        (closed ?? asOf) <= asOf,
    );
  });

  it("has its other dates after its creation, and no activity after the day or after it closed", () => {
    expectOfEveryDeal(
      ({ created, expectedClose, lastActivity, closed }, asOf) =>
        expectedClose >= created &&
        expectedClose < asOf + 320 &&
        (lastActivity === null || (lastActivity >= created && lastActivity <= (closed ?? asOf))),
    );
  });

  it("records a moved close date with its day and the date before, or not at all", () => {
    expectOfEveryDeal(({ created, closed, expectedClose, previousClose, closeMoved }, asOf) =>
      previousClose === null || closeMoved === null
        ? previousClose === closeMoved
        : closeMoved >= created &&
          closeMoved <= (closed ?? asOf) &&
          previousClose >= created &&
          previousClose !== expectedClose,
    );
  });

  it("has an outcome that agrees with its stage, its closing day, its probability and its loss reason", () => {
    expectOfEveryDeal(({ outcome, stage, closed, probability, lossReason, nextStep, lastActivity }) => {
      if (outcome === "Open") {
        return (
          !stage.startsWith("Closed") && closed === null && probability > 0 && probability < 1 && !lossReason
        );
      }
      const fits =
        outcome === "Won"
          ? stage === "Closed Won" && probability === 1 && !lossReason
          : stage === "Closed Lost" && probability === 0;
      return fits && closed !== null && nextStep === null && lastActivity !== null;
    });
  });

  it("has an amount above zero wherever it has one, and always when it was won", () => {
    expectOfEveryDeal(({ amount, outcome }) =>
      amount === null ? outcome !== "Won" : amount > 0 && amount < 3e6,
    );
  });

  it("leaves no placeholder in a next step", () => {
    expectOfEveryDeal(
      ({ nextStep }) => nextStep === null || /^[^@#]* [A-Z][a-z]{2} \d{1,2}\b[^@#]*$/.test(nextStep),
    );
  });

  it("belongs to one of the twelve reps and carries a unique id in order of creation", () => {
    fc.assert(
      fc.property(anySample, ({ sample }) => {
        const reps = new Set(sample.reps.map(({ rep }) => rep));
        let before = 0;
        dealsOf(sample).forEach((deal, index) => {
          expect(deal.id).toBe(`OPP-${String(index + 1).padStart(4, "0")}`);
          expect(deal.created).toBeGreaterThanOrEqual(before);
          expect(reps).toContain(deal.owner);
          before = deal.created;
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(DAYS)("The company as seen on day %i", (asOf) => {
  const sample = sampleOpportunities({ asOf });
  const deals = dealsOf(sample);
  const [open, won, lost] = (["Open", "Won", "Lost"] as const).map((outcome) =>
    withOutcome(sample, outcome),
  ) as [Deal[], Deal[], Deal[]];

  it("has about a thousand deals, a fifth of them open, in every stage and category", () => {
    expect(deals.length).toBeGreaterThanOrEqual(900);
    expect(deals.length).toBeLessThanOrEqual(1100);
    expect(open.length).toBeGreaterThanOrEqual(165);
    expect(open.length).toBeLessThanOrEqual(260);
    expect(new Set(deals.map(({ stage }) => stage))).toEqual(
      new Set(sample.stages.map(({ stage }) => stage)),
    );
    expect(new Set(open.map((deal) => deal.forecastCategory))).toEqual(new Set(FORECAST_CATEGORIES));
  });

  it("wins 24 to 30% of what it closes, in a median of 45 to 70 days, longer in larger segments", () => {
    expect(winRate(sample)).toBeGreaterThan(0.24);
    expect(winRate(sample)).toBeLessThan(0.3);
    expect(wonCycle(won)).toBeGreaterThanOrEqual(45);
    expect(wonCycle(won)).toBeLessThanOrEqual(70);
    const [smb, middle, large] = ["SMB", "Mid-Market", "Enterprise"].map((name) => ({
      cycle: wonCycle(won.filter(({ segment }) => segment === name)),
      amount: median(deals.flatMap(({ segment, amount }) => (segment === name && amount ? [amount] : []))),
    }));
    expect(smb?.cycle).toBeLessThan(middle?.cycle ?? 0);
    expect(middle?.cycle).toBeLessThan(large?.cycle ?? 0);
    expect(smb?.amount).toBeLessThan((middle?.amount ?? 0) / 2);
    expect(middle?.amount).toBeLessThan((large?.amount ?? 0) / 2);
  });

  it("sets a target that the quarter's pipeline covers 2.5 to 3.5 times and that is not yet reached", () => {
    expect(coverage(sample, asOf)).toBeGreaterThanOrEqual(2.5);
    expect(coverage(sample, asOf)).toBeLessThanOrEqual(3.5);
    expect(sample.quarterlyTarget).toBeGreaterThan(1_000_000);
    expect(sample.quarterlyTarget).toBeLessThan(3_500_000);
  });

  it("gives a weekly review deals created, won, lost, pushed and pulled in", () => {
    const thisWeek = (day: number | null) => day !== null && day > asOf - 7 && day <= asOf;
    const moved = open.filter(({ closeMoved }) => thisWeek(closeMoved));
    expect(deals.filter(({ created }) => thisWeek(created)).length).toBeGreaterThanOrEqual(3);
    expect(won.filter(({ closed }) => thisWeek(closed)).length).toBeGreaterThanOrEqual(3);
    expect(lost.filter(({ closed }) => thisWeek(closed)).length).toBeGreaterThanOrEqual(4);
    expect(
      moved.filter((deal) => deal.expectedClose > (deal.previousClose ?? 0)).length,
    ).toBeGreaterThanOrEqual(5);
    expect(
      moved.filter((deal) => deal.expectedClose < (deal.previousClose ?? 0)).length,
    ).toBeGreaterThanOrEqual(1);
  });

  it("is messy, but only a little", () => {
    const share = (of: readonly Deal[], faulty: (deal: Deal) => boolean) =>
      of.filter(faulty).length / of.length;
    const between = (value: number, low: number, high: number) => {
      expect(value).toBeGreaterThan(low);
      expect(value).toBeLessThan(high);
    };
    between(
      share(open, ({ amount }) => amount === null),
      0.02,
      0.1,
    );
    between(
      share(open, ({ nextStep }) => nextStep === null),
      0.08,
      0.12,
    );
    between(
      share(open, ({ lastActivity }) => lastActivity === null),
      0.02,
      0.05,
    );
    between(
      share(deals, ({ contacts }) => contacts === null),
      0.04,
      0.06,
    );
    between(
      share(deals, ({ source }) => source === null),
      0.01,
      0.03,
    );
    between(
      share(lost, ({ lossReason }) => lossReason === null),
      0.06,
      0.08,
    );
    between(
      share(deals, ({ source }) => source !== null && !/^[A-Z][a-z]+$/.test(source)),
      0.03,
      0.06,
    );
    between(
      share(open, ({ expectedClose }) => expectedClose < asOf),
      0.05,
      0.14,
    );
    between(
      share(open, ({ lastActivity }) => lastActivity !== null && asOf - lastActivity > 14),
      0.1,
      0.25,
    );
  });

  it("has one account under two spellings, both with an open deal", () => {
    const names = new Set(open.map(({ account }) => account));
    const twice = [...names].filter(
      (name) => name.endsWith(", Inc.") && names.has(name.replace(", Inc.", "")),
    );
    expect(twice).toHaveLength(1);
  });
});

it("keeps win rate, open deals and coverage in believable bounds for other seeds and days too", () => {
  fc.assert(
    fc.property(anySample, ({ asOf, sample }) => {
      const open = withOutcome(sample, "Open").length;
      return (
        winRate(sample) > 0.23 &&
        winRate(sample) < 0.32 &&
        open > 150 &&
        open < 300 &&
        coverage(sample, asOf) >= 2.5 &&
        coverage(sample, asOf) <= 3.5
      );
    }),
    { numRuns: 60 },
  );
});

describe("The team", () => {
  const sample = sampleOpportunities({ asOf: AS_OF });

  it("has twelve reps with managers: two in their first six months and one who has left, without quota", () => {
    expect(sample.reps).toHaveLength(12);
    expect(sample.reps.filter(({ hireDate }) => AS_OF - hireDate < 180)).toHaveLength(2);
    expect(sample.reps.filter(({ quarterlyQuota }) => quarterlyQuota === 0).map(({ role }) => role)).toEqual([
      "Account Executive (left)",
    ]);
    expect(new Set(sample.reps.map(({ manager }) => manager)).size).toBe(3);
  });

  it("gives the nine ramped reps quotas of 1.15 times the target, to the rounding", () => {
    const ramped = sample.reps.filter(({ hireDate }) => AS_OF - hireDate > 180);
    const quotas = ramped.reduce((sum, { quarterlyQuota }) => sum + quarterlyQuota, 0);
    expect(quotas / sample.quarterlyTarget).toBeGreaterThan(1.13);
    expect(quotas / sample.quarterlyTarget).toBeLessThan(1.17);
  });

  it("leaves a few open deals with the rep who left, closed nothing in that name since, created none", () => {
    const left = dealsOf(sample).filter(({ owner }) => owner === "Sofia Marchelli");
    const stillOpen = left.filter(({ outcome }) => outcome === "Open").length;
    expect(stillOpen).toBeGreaterThanOrEqual(1);
    expect(stillOpen).toBeLessThanOrEqual(10);
    expect(left.filter(({ created, closed }) => created > AS_OF - 81 || (closed ?? 0) > AS_OF - 81)).toEqual(
      [],
    );
  });

  it("has reps who win clearly more often than others, whatever the seed", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const other = sampleOpportunities({ asOf: AS_OF, seed });
      const best = winRate(other, ({ owner }) => owner === "Maya Okonjare");
      expect(best).toBeGreaterThan(winRate(other, ({ owner }) => owner === "Declan Farrowby") + 0.05);
    }
  });

  it("wins more in the last ten days of a quarter than in any ten days before", () => {
    const tens = new Map<number, number>();
    for (const { closed } of withOutcome(sample, "Won")) {
      const ten = Math.floor((quarterEnd(closed ?? 0) - (closed ?? 0)) / 10);
      tens.set(ten, (tens.get(ten) ?? 0) + 1);
    }
    expect([...tens.entries()].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(0);
  });

  it("wins more often where three or more contacts take part", () => {
    const many = winRate(sample, ({ contacts }) => contacts !== null && contacts >= 3);
    expect(many).toBeGreaterThan(1.5 * winRate(sample, ({ contacts }) => contacts !== null && contacts < 3));
  });
});
