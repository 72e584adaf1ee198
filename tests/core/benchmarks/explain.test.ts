import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandRanges } from "../../../src/core/benchmarks/bandRanges.js";
import { PROFILES } from "../../../src/core/benchmarks/benchmark.js";
import { BENCHMARKS } from "../../../src/core/benchmarks/benchmarks.js";
import { explain } from "../../../src/core/benchmarks/explain.js";
import { EXPLANATIONS, PLAIN_METRICS } from "../../../src/core/benchmarks/explanations.js";
import { bareMetric, findBenchmark } from "../../../src/core/benchmarks/findBenchmark.js";
import { grade } from "../../../src/core/benchmarks/grade.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

/** Every metric that the tables of the two sources name, as they write it. */
const OF_THE_SOURCES = {
  "RevOps Engine playbook": [
    ...["ARR", "Net Revenue Retention", "GRR", "CAC", "LTV", "LTV:CAC", "CAC Payback", "Magic Number"],
    ...["Burn Multiple", "MQL volume", "MQL → SQL conversion", "SQL → Opp conversion", "Pipeline created"],
    ...[
      "Win rate",
      "Average deal size",
      "Sales cycle length",
      "Pipeline coverage",
      "Forecast accuracy",
      "MAPE",
    ],
    ...["Time in stage", "Activity metrics", "Lead response time", "Content engagement", "Feature adoption"],
    ...["Support ticket velocity", "Logo retention", "Sales Velocity", "Pipeline coverage (weighted)"],
    ...[
      "New pipeline created/month",
      "Deals in negotiation stage",
      "Duplicate accounts",
      "Contact bounce rate",
    ],
    ...[
      "Lead-to-account matching",
      "Closed-lost reason populated",
      "Stale opportunities",
      "Quota attainment",
    ],
    ...["Visitor → Known", "Known → MQL", "MQL → SAL", "SAL → SQL", "SQL → Opp Created", "Opp → Closed Won"],
    ...[
      "Full funnel (MQL→CW)",
      "Required AEs",
      "Calls per day",
      "Emails per day",
      "Meetings booked per week",
    ],
    ...["Demos per week", "Cost per meeting", "Revenue per activity", "Pipeline to close ratio", "Ramp"],
    ...["Net new ARR", "Gross churn rate", "Expansion rate", "Required pipeline", "Productive capacity"],
    ...["S&M % of revenue", "Activation rate", "Time-to-value", "Conversion from free", "Lead score"],
  ],
  "Revenue Operations guide": [
    ...["Visitor → Lead", "Lead → MQL", "SQL → Opportunity", "Opportunity → Closed Won", "Weighted pipeline"],
    ...[
      "Forecast accuracy",
      "Quota per AE",
      "Pipeline coverage ratio",
      "Average sales cycle",
      "Speed to lead",
    ],
    ...["Net revenue retention", "Pipeline created per rep", "Tech stack cost"],
  ],
};

describe("explaining a metric", () => {
  for (const [source, metrics] of Object.entries(OF_THE_SOURCES)) {
    it(`covers all that the ${source} names`, () => {
      for (const metric of metrics) {
        for (const profile of PROFILES) {
          for (const text of Object.values(explain(metric, profile))) expect(text, metric).not.toBe("");
        }
      }
    });
  }

  it("shows the bands of the profile, and says so where only the other has any", () => {
    expect(explain("NRR", "B").benchmark).toBe("On target: above 110%; Off target: 110% or less");
    expect(explain("Tech cost", "A").benchmark).toBe(
      "Profile B: On target: under 15%; Off target: 15% or more",
    );
    expect(explain("Sales cycle", "B")).toMatchObject({
      benchmark: "10% shorter year on year.",
      source: "Revenue Operations guide, section 7",
    });
    expect(explain("Time in stage", "B").benchmark).toBe("None published.");
  });

  it("makes the formula of a stage conversion from its name", () => {
    expect(explain("mql to sal", "A").formula).toBe("number that reach SAL ÷ number that reached MQL");
  });

  it("answers an unknown metric with its neighbours", () => {
    expect(refused(() => explain("sales velocitty", "A"))).toMatch(
      /^metric is "sales velocitty", which is not explained here; did you mean one of Sales velocity, /,
    );
  });

  it("has a text for every benchmark and no two metrics of one name", () => {
    const owners = new Map<string, string>();
    for (const { key, name, aliases } of [...BENCHMARKS, ...PLAIN_METRICS]) {
      for (const one of [name, ...aliases].map(bareMetric)) {
        expect(owners.get(one) ?? key, one).toBe(key);
        owners.set(one, key);
      }
    }
    expect(Object.keys(EXPLANATIONS).sort()).toEqual(BENCHMARKS.map(({ key }) => key).sort());
  });
});

describe("a benchmark in words", () => {
  it("has the unit behind it: minutes for speed to lead (RevOps Engine playbook, phase 5)", () => {
    expect(explain("Speed to lead", "A").benchmark).toMatch(/: under 5 minutes; .*: 5 minutes or more$/);
  });
});

describe("bands as stretches of values", () => {
  const words = (metric: string, profile: "A" | "B") =>
    bandRanges(findBenchmark(metric), profile).map(({ band, range }) => `${band}: ${range}`);

  it("read as the RevOps Engine playbook prints them, gaps closed", () => {
    expect(words("Opp to Closed Won", "A")).toEqual([
      "World-class: 45% or more",
      "Top 25%: 30% to under 45%",
      "Median: 20% to under 30%",
      "Bottom 25%: under 20%",
    ]);
    expect(words("MAPE", "A")).toEqual([
      "Excellent: under 10%",
      "Good: 10% to under 15%",
      "Needs work: 15% to 25%",
      "Broken: above 25%",
    ]);
    expect(words("CAC payback", "A").at(-1)).toBe("Below good: 18 months or more");
    expect(words("Field completion", "A")[0]).toBe("On target: 100%");
  });

  it("hold the values that are graded into them, and no others", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BENCHMARKS),
        fc.constantFrom(...PROFILES),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (benchmark, profile, at) => {
          if (!benchmark.profiles[profile]) return;
          const value = at * Math.min(benchmark.max ?? 30, 30);
          const given = grade(benchmark.name, value, profile);
          for (const { band, from, to } of bandRanges(benchmark, profile)) {
            const inside = value >= (from ?? value) && value <= (to ?? value);
            if (band === given) expect(inside).toBe(true);
            else if (value !== from && value !== to) expect(inside).toBe(false);
          }
        },
      ),
      { numRuns: cases(2000) },
    );
  });
});
