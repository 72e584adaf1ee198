import { beforeAll, describe, expect, test } from "vitest";
import { FORECAST_TRACKER } from "../../sheets-templates/forecastTracker.js";
import { bottomsUpForecast } from "../../src/core/forecast/bottomsUp.js";
import { forecastRange } from "../../src/core/forecast/forecastRange.js";
import { forecastSkill } from "../../src/core/forecast/forecastSkill.js";
import {
  meanAbsolutePercentageError,
  weightedAbsolutePercentageError,
} from "../../src/core/forecast/percentageError.js";
import { stageForecast } from "../../src/core/forecast/stageForecast.js";
import type { DealOutcome } from "../../src/core/pipeline/outcome.js";
import type { TabPlan } from "../../src/templates/plan.js";
import type { DataRecord, DataTab } from "../../src/workbook/columns.js";
import { OPPORTUNITIES } from "../../src/workbook/opportunities.js";
import { sampleStory } from "../../src/workbook/sample/story.js";
import { STAGES } from "../../src/workbook/settingsLists.js";
import { FORECASTS } from "../../src/workbook/tabs/forecasts.js";
import type { HeadlessWorkbench } from "../../workbench/headless/openWorkbench.js";
import { cellsOf, errorsOf, openAddOn, settingAt, typeInto, valueAt } from "./addOn.js";
import { planIn } from "./planIn.js";

const TAB = "Forecast tracker";

let workbench: HeadlessWorkbench;
let plan: TabPlan;
let rowsOf: (tab: DataTab) => readonly DataRecord[];
const at = (key: string) => valueAt(workbench, TAB, plan.keys[key] ?? "");
const setting = (key: string) => Number(settingAt(workbench, key));
const numbers = (rows: readonly DataRecord[], key: string) =>
  rows.map((row) => (typeof row[key] === "number" ? Number(row[key]) : null));
const texts = (rows: readonly DataRecord[], key: string) => rows.map((row) => String(row[key] ?? "") || null);
const total = (rows: readonly DataRecord[], key: string) =>
  numbers(rows, key).reduce<number>((sum, one) => sum + (one ?? 0), 0);

beforeAll(() => {
  workbench = openAddOn();
  workbench.run("loadSampleData");
  workbench.run("drawForecastTracker");
  const story = sampleStory({ asOf: setting("asOf") });
  rowsOf = (tab) => story.rows.get(tab) ?? [];
  plan = planIn(workbench, FORECAST_TRACKER);
});

/** Periods of the Forecasts tab that are over, with what all reps called and what came in. */
function finishedPeriods() {
  const forecasts = rowsOf(FORECASTS);
  const starts = [...new Set(numbers(forecasts, "period"))].sort((one, other) => Number(one) - Number(other));
  return starts
    .map((start) => forecasts.filter(({ period }) => period === start))
    .filter((rows) => rows.every(({ actual }) => actual !== null))
    .map((rows) => ({ forecast: total(rows, "forecast"), actual: total(rows, "actual") }));
}

/** Open deals due by the end of the quarter, overdue ones included, and what the quarter has won. */
function quarter(owner?: string) {
  const deals = rowsOf(OPPORTUNITIES).filter((deal) => owner === undefined || deal.owner === owner);
  const due = deals.filter(
    ({ outcome, expectedClose }) =>
      outcome === "Open" && typeof expectedClose === "number" && expectedClose < setting("quarterEnd") + 1,
  );
  const won = deals.filter(
    ({ outcome, closed }) =>
      outcome === "Won" &&
      Number(closed) >= setting("quarterStart") &&
      Number(closed) < setting("quarterEnd") + 1,
  );
  return { deals, due, won: total(won, "amount") };
}

describe("the forecast tracker on the sample company", () => {
  test("shows the error of the team's calls as the core computes it", () => {
    const periods = finishedPeriods();
    const [actual, forecast] = [periods.map((one) => one.actual), periods.map((one) => one.forecast)];
    expect(periods.length).toBeGreaterThan(3);
    expect(at("error")).toBeCloseTo(meanAbsolutePercentageError(actual, forecast), 12);
    expect(at("wape")).toBeCloseTo(weightedAbsolutePercentageError(actual, forecast), 12);
    const last = periods[periods.length - 1] ?? { actual: 0, forecast: 0 };
    expect(at("accuracy")).toBeCloseTo(
      Math.min(last.actual, last.forecast) / Math.max(last.actual, last.forecast),
      12,
    );
  });

  test("measures every forecaster by error and by skill against repeating the period before", () => {
    const forecasts = rowsOf(FORECASTS);
    const { forecasters } = forecastSkill(
      texts(forecasts, "forecaster"),
      numbers(forecasts, "period"),
      numbers(forecasts, "actual"),
      numbers(forecasts, "forecast"),
      4,
    );
    const names = [...new Set(texts(forecasts, "forecaster"))].map(String).sort((a, b) => a.localeCompare(b));
    names.forEach((name, index) => {
      const known = forecasters.find(({ forecaster }) => forecaster === name);
      expect(at(`forecasters.f${index}.forecaster`)).toBe(name);
      if (!known) {
        expect(at(`forecasters.f${index}.mape`)).toBe("–");
        return;
      }
      const mine = forecasts.filter(({ forecaster, actual }) => forecaster === name && actual !== null);
      expect(at(`forecasters.f${index}.mape`)).toBeCloseTo(
        meanAbsolutePercentageError(numbers(mine, "actual"), numbers(mine, "forecast")),
        12,
      );
      expect(at(`forecasters.f${index}.wape`)).toBeCloseTo(known.weightedError ?? Number.NaN, 12);
      expect(at(`forecasters.f${index}.skill`)).toBeCloseTo(known.skill.naive ?? Number.NaN, 12);
    });
  });

  // The sample's two who err on purpose: src/workbook/sample/plan.ts.
  test("names the rep who sandbags and the one who is too optimistic", () => {
    const leaning = (name: string) => {
      const row = Object.keys(plan.keys).find(
        (key) => key.endsWith(".forecaster") && key.startsWith("forecasters.") && at(key) === name,
      );
      return at(row?.replace(".forecaster", ".leaning") ?? "");
    };
    expect(leaning("Leila Haddanou")).toBe("Sandbagging");
    expect(leaning("Declan Farrowby")).toBe("Optimism");
  });

  test("shows the exact range of the quarter, what is won added", () => {
    const { deals, won } = quarter();
    const range = forecastRange(
      numbers(deals, "amount"),
      numbers(deals, "probability"),
      texts(deals, "outcome") as DealOutcome[],
      numbers(deals, "expectedClose"),
      undefined,
      setting("quarterEnd"),
    );
    expect(at("models.p10.total")).toBeCloseTo(won + range.quantile(0.1).value, 4);
    expect(at("models.p50.total")).toBeCloseTo(won + range.quantile(0.5).value, 4);
    expect(at("models.p90.total")).toBeCloseTo(won + range.quantile(0.9).value, 4);
    expect(at("chanceOfTarget")).toBeCloseTo(range.chanceOf(setting("quarterlyTarget") - won).value, 9);
  });

  test("sets the guide's bottoms-up and weighted forecasts side by side", () => {
    const { deals, due, won } = quarter();
    const periods = finishedPeriods();
    const trueAt =
      periods.reduce((sum, one) => sum + one.actual, 0) / periods.reduce((sum, one) => sum + one.forecast, 0);
    const of = (category: string) =>
      total(
        due.filter(({ forecastCategory }) => forecastCategory === category),
        "amount",
      );
    expect(at("models.bottomsUp.total")).toBeCloseTo(
      won + bottomsUpForecast(of("Commit"), of("Best Case"), of("Pipeline"), trueAt),
      4,
    );
    const stages = rowsOf(STAGES);
    const weighted = stageForecast(
      numbers(deals, "amount"),
      texts(deals, "stage"),
      stages.map(({ stage }) => String(stage)),
      numbers(stages, "probability"),
      texts(deals, "outcome") as DealOutcome[],
      numbers(deals, "expectedClose"),
      undefined,
      setting("quarterEnd"),
    );
    expect(at("models.weighted.total")).toBeCloseTo(won + weighted.total, 4);
    expect(Number(at("models.historical.open"))).toBeGreaterThan(0);
  });

  test("choosing a forecaster narrows periods and quarter to that rep", () => {
    const rep = "Rafael Quintela";
    typeInto(workbench, TAB, plan.keys.forecaster ?? "", rep);
    const mine = rowsOf(FORECASTS).filter(({ forecaster, actual }) => forecaster === rep && actual !== null);
    expect(at("error")).toBeCloseTo(
      meanAbsolutePercentageError(numbers(mine, "actual"), numbers(mine, "forecast")),
      12,
    );
    expect(at("stages.total.deals")).toBe(quarter(rep).due.length);
    expect(at("models.p50.won")).toBeCloseTo(quarter(rep).won, 6);
    expect(errorsOf(workbench, TAB)).toEqual([]);
    typeInto(workbench, TAB, plan.keys.forecaster ?? "", "Whole team");
  });

  test("a method's forecast beside the reps' is measured and does not count twice", () => {
    const before = at("error");
    const next = 2 + rowsOf(FORECASTS).length;
    const heading = (name: string) =>
      cellsOf(workbench, "Forecasts")
        .find(({ text }) => text === name)
        ?.address.replace(/\d+$/, "") ?? "";
    const start = Math.min(...numbers(rowsOf(FORECASTS), "period").map(Number));
    for (const [name, content] of [
      ["Period", String(start)],
      ["Forecaster", "Weighted pipeline"],
      ["Forecast", "900000"],
      ["Actual", "500000"],
    ] as const) {
      typeInto(workbench, "Forecasts", `${heading(name)}${next}`, content);
    }
    workbench.run("drawForecastTracker");
    plan = planIn(workbench, FORECAST_TRACKER);
    expect(at("error")).toBe(before);
    const texts = cellsOf(workbench, TAB).map(({ text }) => text);
    expect(texts).toContain("Weighted pipeline");
    expect(texts.some((text) => text.includes("leave out 1 forecaster who is no rep"))).toBe(true);
  });
});
