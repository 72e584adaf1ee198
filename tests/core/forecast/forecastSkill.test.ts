import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecastSkill } from "../../../src/core/forecast/forecastSkill.js";
import { refused } from "../refused.js";
import { AUSBEER } from "./ausbeer.js";

/** One forecaster over consecutive periods. */
function skillOf(actual: readonly (number | null)[], forecast: readonly (number | null)[], season?: number) {
  const periods = actual.map((_, at) => 40_000 + 7 * at);
  const { forecasters } = forecastSkill(
    actual.map(() => "Ada"),
    periods,
    actual,
    forecast,
    season,
  );
  const [own] = forecasters;
  if (!own) throw new Error("no forecaster");
  return own;
}

/** The mean miss of a method, seen through the skill of somebody who always misses by 1. */
const methodMiss = (skill: number | undefined) => 1 / (1 - (skill ?? 1));
/** The first period has no forecast, since no method knows anything yet. */
const offByOne = (actual: readonly number[]) => actual.map((a, at) => (at === 0 ? null : a + 1));

describe("the plain methods a forecaster is measured against", () => {
  it("miss by 4.4 with the last value (Anderson, Sweeney & Williams, weeks 18, 13, 16, 11, 17, 14)", () => {
    const weeks = [18, 13, 16, 11, 17, 14];
    expect(methodMiss(skillOf(weeks, offByOne(weeks)).skill.naive)).toBeCloseTo(4.4, 12);
  });

  it("miss by 2.73 with the average so far (the same textbook's exercise, weeks 19, 14, 17, 12, 18, 15)", () => {
    const weeks = [19, 14, 17, 12, 18, 15];
    expect(methodMiss(skillOf(weeks, offByOne(weeks)).skill.mean)).toBeCloseTo(13.666_666_666_7 / 5, 10);
  });

  it("agree with the same methods written in Python over four years of beer", () => {
    const actual = AUSBEER.slice(0, 16);
    const { skill, periods, weightedError } = skillOf(
      actual,
      actual.map((a) => a * 1.03),
      4,
    );
    expect(periods).toBe(16);
    expect(weightedError).toBeCloseTo(0.03, 12);
    expect(skill.mean).toBeCloseTo(0.686_744_978_076, 11);
    expect(skill.naive).toBeCloseTo(0.775_687_150_838, 11);
    expect(skill["seasonal naive"]).toBeCloseTo(0.227_536_231_884, 11);
    expect(skill.drift).toBeCloseTo(0.804_799_110_276, 11);
  });

  it("leave a forecaster who says the same as the last value without skill against it", () => {
    const actual = AUSBEER.slice(0, 20);
    const naive = actual.map((_, at) => actual[at - 1] ?? null);
    const seasonal = actual.map((_, at) => actual[at - 4] ?? null);
    expect(skillOf(actual, naive, 4).skill.naive).toBeCloseTo(0, 14);
    expect(skillOf(actual, seasonal, 4).skill["seasonal naive"]).toBeCloseTo(0, 14);
  });

  it("follow a straight line without a miss by drift, which leaves nothing to compare with", () => {
    const line = [10, 20, 30, 40, 50];
    expect(skillOf(line, offByOne(line)).skill.drift).toBeUndefined();
    expect(methodMiss(skillOf(line, offByOne(line)).skill.naive)).toBeCloseTo(10, 12);
  });
});

describe("a forecaster who began later than others", () => {
  it("is measured against the drift since the first actual known", () => {
    // 10 and 20, one period apart, go on to 30; it came to 40, and the forecast missed by 1.
    const { forecasters } = forecastSkill(
      ["Ben", "Ada", "Ada", "Ada"],
      [1, 2, 3, 4],
      [5, 10, 20, 40],
      [5, null, null, 41],
      undefined,
    );
    expect(forecasters[1]?.skill.drift).toBeCloseTo(0.9, 12);
  });
});

describe("forecast skill", () => {
  it("has no weighted error where nothing came in", () => {
    expect(skillOf([0, 0], [1, 2])).toMatchObject({ meanMiss: 1.5, weightedError: undefined });
  });

  it("needs no order of rows, and keeps forecasters apart", () => {
    const rows: [string, number, number, number][] = [];
    [12, 9, 14, 8].forEach((actual, at) => {
      rows.push(["Ada", 40_000 + at, actual, actual + 1], ["Ben", 40_000 + at, actual * 3, actual * 3 - 2]);
    });
    const run = (list: typeof rows) =>
      forecastSkill(
        list.map(([who]) => who),
        list.map(([, day]) => day),
        list.map(([, , actual]) => actual),
        list.map(([, , , forecast]) => forecast),
        undefined,
      );
    const byName = (list: typeof rows) =>
      [...run(list).forecasters].sort((one, other) => (one.forecaster < other.forecaster ? -1 : 1));
    expect(byName([...rows].reverse())).toEqual(byName(rows));
    expect(byName(rows).map(({ meanMiss }) => meanMiss)).toEqual([1, 2]);
  });

  it("does not depend on the currency", () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    const rows = fc.array(fc.tuple(amount, amount), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 50 }), (list, rate) => {
        const [actual, forecast] = [list.map(([a]) => a), list.map(([, f]) => f)];
        const one = skillOf(actual, forecast, 2);
        const other = skillOf(
          actual.map((a) => a * rate),
          forecast.map((f) => f * rate),
          2,
        );
        for (const method of ["mean", "naive", "seasonal naive"] as const) {
          if (one.skill[method] === undefined) expect(other.skill[method]).toBeUndefined();
          else expect(other.skill[method]).toBeCloseTo(one.skill[method], 9);
        }
      }),
    );
  });

  it("compares nothing across a gap, where the last value is not known", () => {
    const periods = [40_000, 40_007, 40_014];
    const { forecasters } = forecastSkill(
      ["Ada", "Ben", "Ada"],
      periods,
      [10, 20, 30],
      [null, 20, 31],
      undefined,
    );
    expect(forecasters[0]?.skill).toMatchObject({ naive: undefined, drift: undefined });
    expect(methodMiss(forecasters[0]?.skill.mean)).toBeCloseTo(20, 12);
  });

  it("names who cannot be measured yet, and counts rows without forecaster or period", () => {
    const skill = forecastSkill(
      ["Ada", "Ben", null, "Ada"],
      [40_000, 40_000, 40_000, null],
      [10, null, 10, 10],
      [11, 12, 10, 10],
      undefined,
    );
    expect(skill).toMatchObject({ unmeasured: ["Ben"], incomplete: 2 });
  });

  it("refuses two forecasts of one period by the row", () => {
    expect(refused(() => forecastSkill(["A", "A"], [40_000.2, 40_000.8], [1, 1], [1, 1], 1))).toBe(
      "periods, row 2, repeats a period of the same forecaster; keep one forecast a period.",
    );
    expect(refused(() => forecastSkill(["A"], [40_000], [null], [1], 1))).toMatch(
      /^forecast and actual are never/,
    );
  });
});
