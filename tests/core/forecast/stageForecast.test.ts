import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historicalForecast } from "../../../src/core/forecast/historicalForecast.js";
import { stageForecast } from "../../../src/core/forecast/stageForecast.js";
import { weightedPipeline } from "../../../src/core/pipeline/weightedPipeline.js";
import { refused } from "../refused.js";

const NAMES = ["Demo", "Proposal"];
const CHANCES = [0.2, 0.45];
const forecast = (amounts: (number | null)[], stages: (string | null)[], ...rest: unknown[]) =>
  stageForecast(
    amounts,
    stages,
    NAMES,
    CHANCES,
    ...(rest as [undefined, (number | null)[], number | undefined, number | undefined]),
  );

describe("forecast by stage (Revenue Operations guide, section 2)", () => {
  it("is $20 for $100 at 20% and $225 for $500 at 45% (Lucidchart, opportunity stage forecasting)", () => {
    const { stages, total } = forecast(
      [100, 500],
      ["demo", "PROPOSAL "],
      undefined,
      [],
      undefined,
      undefined,
    );
    expect(stages.map((row) => row.forecast)).toEqual([20, 225]);
    expect(total).toBe(245);
  });

  it("keeps to a period with both its days, and counts deals without a date or figure", () => {
    const result = forecast(
      [1, 10, 100, 1000, null, 5],
      ["Demo", "Demo", "Demo", "Demo", "Demo", null],
      undefined,
      [9, 10, 20.5, 21, 15, 15],
      10,
      20,
    );
    expect(result).toMatchObject({ incomplete: 2, undated: 0 });
    expect(result.stages[0]).toMatchObject({ deals: 2, amount: 110 });
    expect(forecast([1], ["Demo"], undefined, [null], 10, 20).undated).toBe(1);
  });

  it("refuses a deal whose stage has no probability, and lists it cannot read", () => {
    expect(refused(() => forecast([1, 2], ["Demo", "Legal"]))).toBe(
      'stages, row 2, is "Legal", which stage_names lacks; add it there with its probability.',
    );
    const long = (length: number) => refused(() => forecast([1], ["x".repeat(length)]));
    expect(long(40)).toContain(`is "${"x".repeat(40)}", which`);
    expect(long(41)).toContain(`is "${"x".repeat(40)}…", which`);
    const given = (names: string[], chances: (number | null)[]) => () =>
      stageForecast([1], ["Demo"], names, chances, undefined, undefined, undefined, undefined);
    expect(refused(given(["Demo"], [null]))).toMatch(/^stage_probabilities is blank for "Demo"/);
    expect(refused(given(["Demo", "demo"], [0.1, 0.2]))).toMatch(/^stage_names, row 2, names "demo" twice/);
    expect(refused(given(["", ""], []))).toMatch(/^stage_names holds no stage/);
    expect(refused(() => forecast([1], ["Demo"], undefined, undefined, 1, 2))).toMatch(
      /^expected_close is missing/,
    );
    expect(refused(() => forecast([1], ["Demo"], undefined, [1], 2, 1))).toMatch(/^from lies after to/);
  });

  it("is the weighted pipeline of the same deals", () => {
    const deal = fc.tuple(fc.option(fc.nat(1e6)), fc.constantFrom("Demo", "Proposal"));
    fc.assert(
      fc.property(fc.array(deal), (deals) => {
        const [amounts, stages] = [deals.map(([amount]) => amount), deals.map(([, stage]) => stage)];
        const { weighted, leftOut } = weightedPipeline(
          amounts,
          stages.map((stage) => CHANCES[NAMES.indexOf(stage)] as number),
        );
        const result = forecast(amounts, stages);
        expect(Math.abs(result.total - weighted)).toBeLessThan(1e-6);
        expect(result.incomplete).toBe(leftOut);
      }),
    );
  });
});

describe("forecast from history (Revenue Operations guide, section 2)", () => {
  it("multiplies deals, close rate and deal size, a stage's own size first", () => {
    const stages = historicalForecast([50, 20], [0.1, 0.6], 1000, [null, 2000]);
    expect(stages.map(({ expected }) => expected)).toEqual([5000, 24_000]);
  });

  it("asks for a figure that a stage lacks", () => {
    expect(refused(() => historicalForecast([1, null], [0.1, 0.1], 1, undefined))).toMatch(
      /^counts, row 2, is blank/,
    );
    expect(refused(() => historicalForecast([1], [null], 1, undefined))).toMatch(
      /^close_rates, row 1, is blank/,
    );
  });
});
