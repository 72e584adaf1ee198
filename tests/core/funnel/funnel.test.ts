import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnoseFunnel } from "../../../src/core/funnel/funnel.js";
import { requiredFunnel } from "../../../src/core/funnel/requiredFunnel.js";
import { knownStage } from "../../../src/core/funnel/transition.js";
import { refused } from "../refused.js";

const PLAYBOOK = ["Visitor", "Known", "MQL", "SAL", "SQL", "Opportunity Created", "Closed Won"];

describe("diagnosing a funnel", () => {
  it("gives each step the band of the RevOps Engine playbook (phase 3)", () => {
    const bands = diagnoseFunnel(PLAYBOOK, [100_000, 900, 90, 81, 36, 27, 6], "A").map(({ band }) => band);
    expect(bands).toEqual([
      undefined,
      "Bottom 25%",
      "Median",
      "World-class",
      "Median",
      "Top 25%",
      "Median",
      "Top 25%",
    ]);
  });

  it("and that of the Revenue Operations guide (section 1) under profile B", () => {
    const bands = diagnoseFunnel(PLAYBOOK, [10_000, 900, 90, 81, 36, 27, 6], "B").map(({ band }) => band);
    expect(bands).toEqual([
      undefined,
      "Above benchmark",
      "Below benchmark",
      "Above benchmark",
      "Within benchmark",
      "Above benchmark",
      "Within benchmark",
      undefined,
    ]);
  });

  it("says what the median would have won: 15 deals at 30% of MQLs accepted are 25 at 50%", () => {
    const [, sal] = diagnoseFunnel(["MQL", "SAL", "SQL", "Won"], [1000, 300, 150, 15], "A");
    expect(sal?.bottleneck).toBe(true);
    expect(sal?.extraWon).toBeCloseTo(10, 9);
  });

  it("ends with the whole way from MQL to won, where stages lie between the two", () => {
    const rows = diagnoseFunnel(["MQL", "SAL", "SQL", "Won"], [1000, 300, 150, 15], "A");
    expect(rows).toHaveLength(5);
    expect(rows[4]).toMatchObject({
      stage: "MQL → Won",
      count: 15,
      conversion: 0.015,
      bottleneck: false,
      extraWon: undefined,
    });
    for (const stages of [
      ["MQL", "Won"],
      ["Visitor", "MQL", "Won"],
      ["MQL", "SAL", "SQL"],
      ["MQL", "SAL", "SQL", "Opportunity"],
      ["SAL", "SQL", "Opportunity", "Won"],
    ]) {
      expect(
        diagnoseFunnel(
          stages,
          stages.map((_, at) => 100 - at),
          "A",
        ),
      ).toHaveLength(stages.length);
    }
  });

  it("leaves blank what an empty stage cannot tell", () => {
    const rows = diagnoseFunnel(["MQL", "SAL", "SQL"], [50, 0, 0], "A");
    expect(rows[1]).toMatchObject({ conversion: 0, bottleneck: true, extraWon: undefined });
    expect(rows[2]).toMatchObject({ conversion: undefined, band: undefined, bottleneck: false });
  });

  it("multiplies out: all conversions together are last ÷ first, and mending a step never loses deals", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 7, maxLength: 7 }),
        (counts) => {
          const falling = counts.sort((one, other) => other - one);
          const rows = diagnoseFunnel(PLAYBOOK, falling, "A").slice(0, 7);
          const product = rows.slice(1).reduce((all, { conversion }) => all * (conversion ?? Number.NaN), 1);
          expect(product).toBeCloseTo((falling[6] as number) / (falling[0] as number), 9);
          for (const { bottleneck, extraWon } of rows) {
            expect(extraWon !== undefined).toBe(bottleneck);
            if (extraWon !== undefined) expect(extraWon).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it("refuses what is no funnel by its row", () => {
    expect(refused(() => diagnoseFunnel(["MQL"], [5], "A"))).toMatch(/^stages hold a single stage; /);
    expect(refused(() => diagnoseFunnel(["MQL", "SAL"], [5, 6], "A"))).toMatch(
      /^counts, row 2, is 6, more than the 5 of the stage before; /,
    );
    expect(refused(() => diagnoseFunnel(["MQL", null], [5, 4], "A"))).toMatch(/^stages, row 2, is blank; /);
    expect(refused(() => diagnoseFunnel(["MQL", "SAL"], [5, null], "A"))).toMatch(
      /^counts, row 2, is blank; /,
    );
  });
});

describe("stages are known by the names people use", () => {
  it.each([
    ["Website visitors", "Visitor"],
    ["Leads", "Known"],
    ["MQL (Marketing Qualified Lead)", "MQL"],
    ["Sales Accepted Leads", "SAL"],
    ["SQLs", "SQL"],
    ["Opps", "Opportunity"],
    ["Opportunity Created", "Opportunity"],
    ["Closed-won", "Closed Won"],
    ["Customers", "Closed Won"],
    ["Proposal/Negotiation", "Proposal/Negotiation"],
    ["Sessions", "Visitor"],
    ["Traffic", "Visitor"],
    ["Won", "Closed Won"],
    ["ClosedWon", "Closed Won"],
    ["Closed won deals", "Closed Won"],
    ["Deals won", "Closed Won"],
    ["New customers", "Closed Won"],
    ["Customer", "Closed Won"],
    ["marketing-qualified", "MQL"],
    ["New MQL", "MQL"],
    ["SAL", "SAL"],
    ["sales accepted", "SAL"],
    ["sales-qualified leads", "SQL"],
    ["Opp", "Opportunity"],
    [" Leads ", "Known"],
    ["Known", "Known"],
    ["Known contacts", "Known"],
    ["Lead", "Known"],
    ["Leads created", "Known"],
    ["Lead generated", "Known"],
    ["Contacts", "Known"],
    ["Contact", "Known"],
    [" Revisited ", "Revisited"],
    ["Website redesign", "Website redesign"],
    ["Almost won", "Almost won"],
    ["Lost deals won", "Lost deals won"],
    ["Deals won back", "Deals won back"],
    ["Loyal customers", "Loyal customers"],
    ["Customers lost", "Customers lost"],
    ["Universal", "Universal"],
    ["Salsa", "Salsa"],
    ["MySQL", "MySQL"],
    ["Stopped", "Stopped"],
    ["Lead source", "Lead source"],
    ["Misleads", "Misleads"],
    ["Contacts lost", "Contacts lost"],
    ["Unknown", "Unknown"],
  ])("%s", (name, stage) => {
    expect(knownStage(name)).toBe(stage);
  });
});

describe("the volume that a number of won deals takes", () => {
  const volumes = (won: number, rates: readonly number[]) =>
    requiredFunnel(
      won,
      rates.map((_, at) => `Stage ${at}`),
      rates,
      "A",
    ).map(({ required }) => required);

  it("is 2,000 calls, 200 and 70 meetings, 35 proposals for 14 deals (My Sales Process, sales math)", () => {
    expect(volumes(14, [0.1, 0.35, 0.5, 0.4])).toEqual([2000, 200, 70, 35]);
  });

  it("is 4 opportunities, 5 meetings, 10 MQLs for a win (Winning by Design, sales as a science)", () => {
    expect(volumes(1, [0.5, 0.8, 0.25])).toEqual([10, 5, 4]);
  });

  it("takes the benchmark where no rate is given, and drops a Closed Won at the end", () => {
    const rows = requiredFunnel(10, ["MQL", "SAL", "SQL", "Opp", "Closed Won"], undefined, "A");
    expect(rows.map(({ required, rate }) => [required, rate])).toEqual([
      [417, 0.5],
      [209, 0.4],
      [84, 0.6],
      [50, 0.2],
    ]);
    expect(requiredFunnel(10, ["Opp"], [null], "B")).toEqual([
      { stage: "Opp", required: 50, rate: 0.2, benchmark: true },
    ]);
  });

  it("suffices, and with one fewer at any stage would not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.array(
          fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
          { minLength: 1, maxLength: 5 },
        ),
        (won, rates) => {
          volumes(won, rates).forEach((required, at) => {
            const yields = rates.slice(at).reduce((all, rate) => all * rate, 1);
            expect(required * yields).toBeGreaterThanOrEqual(won * (1 - 1e-9));
            expect((required - 1) * yields).toBeLessThan(won);
          });
        },
      ),
    );
  });

  it("is refused without a rate to go by", () => {
    expect(refused(() => requiredFunnel(1, ["Demo"], undefined, "A"))).toBe(
      "stages, row 1, names a step without a published benchmark; give the rates.",
    );
    expect(refused(() => requiredFunnel(1, ["Demo"], [null], "A"))).toMatch(/^rates, row 1, is blank and /);
    expect(refused(() => requiredFunnel(1, ["Opp"], [0], "A"))).toMatch(/^rates, row 1, is 0%, /);
    expect(refused(() => requiredFunnel(1, ["MQL", null, "Opp"], undefined, "A"))).toMatch(
      /^stages, row 2, is blank; name the stage/,
    );
    expect(refused(() => requiredFunnel(1, ["Opp", "Closed Won"], [0.2, 0.5], "A"))).toMatch(
      /^rates, row 2, stands beside Closed Won; /,
    );
    expect(refused(() => requiredFunnel(1, ["Won"], [null], "A"))).toMatch(/^stages hold only Closed Won; /);
  });
});
