import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROFILES, type Profile } from "../../../src/core/benchmarks/benchmark.js";
import { BENCHMARKS } from "../../../src/core/benchmarks/benchmarks.js";
import { bareMetric, findBenchmark } from "../../../src/core/benchmarks/findBenchmark.js";
import { grade } from "../../../src/core/benchmarks/grade.js";
import { cases } from "../../propertySeed.js";
import { refused } from "../refused.js";

/** Metric, value and band as the tables of the RevOps Engine playbook print them; and what lies between. */
const PLAYBOOK: [string, [number, string][]][] = [
  [
    "NRR",
    [
      [1.3, "World-class"],
      [1.15, "Great"],
      [1.149, "Good"],
      [1.05, "Good"],
      [1.04, "Below good"],
    ],
  ],
  [
    "GRR",
    [
      [0.95, "World-class"],
      [0.9, "Great"],
      [0.85, "Good"],
      [0.84, "Below good"],
    ],
  ],
  [
    "LTV:CAC",
    [
      [3, "Good"],
      [2.9, "Below good"],
    ],
  ],
  [
    "CAC payback",
    [
      [11.9, "Great"],
      [12, "Good"],
      [17.9, "Good"],
      [18, "Below good"],
    ],
  ],
  [
    "Magic number",
    [
      [1, "Great"],
      [0.75, "Good"],
      [0.7, "Below good"],
      [-0.2, "Below good"],
    ],
  ],
  [
    "Burn multiple",
    [
      [0.99, "Elite"],
      [1, "Great"],
      [1.5, "Good"],
      [2, "Below good"],
    ],
  ],
  [
    "MAPE",
    [
      [0.0999, "Excellent"],
      [0.1, "Good"],
      [0.1499, "Good"],
      [0.15, "Needs work"],
      [0.25, "Needs work"],
      [0.2501, "Broken"],
    ],
  ],
  [
    "Pipeline coverage",
    [
      [4, "Optimal"],
      [3.5, "Healthy"],
      [3, "Minimum"],
      [2.9, "Below minimum"],
    ],
  ],
  [
    "Weighted coverage",
    [
      [3, "Optimal"],
      [2, "Healthy"],
      [1.5, "Minimum"],
      [1.4, "Below minimum"],
    ],
  ],
  [
    "New pipeline",
    [
      [2, "Optimal"],
      [1.5, "Healthy"],
      [1, "Minimum"],
      [0.9, "Below minimum"],
    ],
  ],
  [
    "Negotiation share",
    [
      [0.35, "Optimal"],
      [0.25, "Healthy"],
      [0.22, "Minimum"],
      [0.15, "Minimum"],
      [0.1, "Below minimum"],
    ],
  ],
  [
    "Visitor to Known",
    [
      [0.08, "World-class"],
      [0.04, "Top 25%"],
      [0.035, "Median"],
      [0.02, "Median"],
      [0.015, "Bottom 25%"],
    ],
  ],
  [
    "Known → MQL",
    [
      [0.25, "World-class"],
      [0.15, "Top 25%"],
      [0.08, "Median"],
      [0.06, "Bottom 25%"],
    ],
  ],
  [
    "MQL - SAL",
    [
      [0.85, "World-class"],
      [0.7, "Top 25%"],
      [0.65, "Median"],
      [0.45, "Bottom 25%"],
    ],
  ],
  [
    "sal to sql",
    [
      [0.7, "World-class"],
      [0.55, "Top 25%"],
      [0.4, "Median"],
      [0.35, "Bottom 25%"],
    ],
  ],
  [
    "SQL → Opp Created",
    [
      [0.9, "World-class"],
      [0.75, "Top 25%"],
      [0.6, "Median"],
      [0.55, "Bottom 25%"],
    ],
  ],
  [
    "Opp → Closed Won",
    [
      [0.45, "World-class"],
      [0.3, "Top 25%"],
      [0.2, "Median"],
      [0.17, "Bottom 25%"],
    ],
  ],
  [
    "Full funnel",
    [
      [0.12, "World-class"],
      [0.06, "Top 25%"],
      [0.03, "Median"],
      [0.025, "Bottom 25%"],
    ],
  ],
  [
    "Duplicate rate",
    [
      [0.019, "On target"],
      [0.02, "Off target"],
    ],
  ],
  [
    "Field completion",
    [
      [1, "On target"],
      [0.99, "Off target"],
    ],
  ],
];

describe("grades under profile A, the RevOps Engine playbook", () => {
  for (const [metric, values] of PLAYBOOK) {
    it(metric, () => {
      expect(values.map(([value]) => [value, grade(metric, value, "A")])).toEqual(values);
    });
  }
});

describe("grades under profile B, the Revenue Operations guide", () => {
  it("say below, within or above a range whose ends belong to it", () => {
    expect([0.019, 0.02, 0.05, 0.051].map((value) => grade("Visitor → Lead", value, "B"))).toEqual([
      "Below benchmark",
      "Within benchmark",
      "Within benchmark",
      "Above benchmark",
    ]);
    expect(grade("Pipeline coverage", 4.5, "B")).toBe("Above benchmark");
  });

  it("say on or off a target", () => {
    expect(grade("CAC payback", 11, "B")).toBe("On target");
    expect(grade("CAC payback", 12, "B")).toBe("Off target");
    expect(grade("NRR", 1.1, "B")).toBe("Off target");
    expect(grade("MAPE", 0.1, "B")).toBe("On target");
  });

  it("send a metric that it has no benchmark for to the other profile", () => {
    expect(refused(() => grade("GRR", 0.9, "B"))).toBe(
      'metric is "Gross revenue retention", which has no benchmark in profile B; use profile A.',
    );
    expect(refused(() => grade("Tech cost", 0.1, "A"))).toMatch(/use profile B\.$/);
  });
});

describe("metrics are found by the names people use", () => {
  it("in any case, punctuation and with or without small words", () => {
    for (const name of ["nrr", "Net Dollar Retention", "net-revenue retention (rate)"]) {
      expect(findBenchmark(name).key, name).toBe("netRevenueRetention");
    }
    expect(findBenchmark("SQL to Opportunity conversion rate").key).toBe("sqlToOpportunity");
    expect(findBenchmark("ltv / cac").key).toBe("ltvToCac");
  });

  it("and an unknown one is answered with its neighbours", () => {
    expect(refused(() => findBenchmark("pipeline covrage"))).toMatch(
      /^metric is "pipeline covrage", which has no benchmark here; did you mean one of Pipeline coverage, /,
    );
    expect(refused(() => findBenchmark("?"))).toMatch(/^metric is "\?", which has no benchmark here/);
    expect(refused(() => findBenchmark("pipeline covrage"))).toMatch(
      /did you mean one of (?:[^,]+, ){3}[^,]+\?$/,
    );
    expect(refused(() => findBenchmark("cac paybak"))).toMatch(/did you mean one of CAC payback, /);
    const asked = (length: number) => refused(() => findBenchmark("x".repeat(length)));
    expect(asked(40)).toContain(`is "${"x".repeat(40)}", which`);
    expect(asked(41)).toContain(`is "${"x".repeat(40)}…", which`);
  });

  it("and no two metrics share a name", () => {
    const owners = new Map<string, string>();
    for (const { key, name, aliases } of BENCHMARKS) {
      for (const one of [key, name, ...aliases].map(bareMetric)) {
        expect(owners.get(one) ?? key, one).toBe(key);
        owners.set(one, key);
      }
    }
  });
});

describe("values that cannot be meant are asked about", () => {
  it("such as 112 for 112%", () => {
    expect(refused(() => grade("NRR", 112, "A"))).toBe(
      "value is 112, no such retention; write 112% or 1.12 for a hundred and twelve per cent.",
    );
    expect(refused(() => grade("GRR", 1.1, "A"))).toMatch(/^value is 1\.1, outside 0% to 100%/);
    expect(refused(() => grade("SQL to Opp", 60, "A"))).toMatch(
      /^value is 60, outside 0% to 100%; write 25%/,
    );
    expect(refused(() => grade("Burn multiple", -1, "A"))).toMatch(/^value is -1, below 0/);
    expect(refused(() => grade("MAPE", 12, "A"))).toMatch(/^value is 12, no such error; write 12% or 0\.12/);
  });
});

describe("every benchmark", () => {
  const published = BENCHMARKS.flatMap((benchmark) =>
    PROFILES.flatMap((profile: Profile) => {
      const bands = benchmark.profiles[profile]?.bands;
      return bands ? [{ benchmark, profile, bands }] : [];
    }),
  );

  it("ends in a band without a condition, and in that one only", () => {
    for (const { benchmark, bands } of published) {
      const conditions = bands.map(({ name, ...condition }) => Object.keys(condition).length);
      expect(
        conditions.slice(0, -1).every((count) => count === 1),
        benchmark.name,
      ).toBe(true);
      expect(conditions[conditions.length - 1]).toBe(0);
    }
  });

  it("never grades a better value lower", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...published),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ benchmark, profile, bands }, one, other) => {
          const top = Math.min(benchmark.max ?? 100, 20);
          const place = (value: number) =>
            bands.findIndex(({ name }) => name === grade(benchmark.name, value * top, profile));
          const [low, high] = one < other ? [one, other] : [other, one];
          const [better, worse] = benchmark.better === "higher" ? [high, low] : [low, high];
          expect(place(better)).toBeLessThanOrEqual(place(worse));
        },
      ),
      { numRuns: cases(2000) },
    );
  });

  it("reaches each of its bands with some value", () => {
    for (const { benchmark, profile, bands } of published) {
      const bounds = bands.flatMap(
        ({ atLeast, above, below, upTo }) => atLeast ?? above ?? below ?? upTo ?? [],
      );
      const around = bounds.flatMap((bound) => [
        bound * 0.99,
        bound,
        Math.min(bound * 1.01, benchmark.max ?? 1e9),
      ]);
      const reached = new Set(around.map((value) => grade(benchmark.name, value, profile)));
      expect([...reached].sort(), benchmark.name).toEqual(bands.map(({ name }) => name).sort());
    }
  });
});
