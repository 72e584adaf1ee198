import { refuse } from "../refusal/refusal.js";
import type { Series } from "./pairs.js";

export const BENCHMARK_METHODS = ["mean", "naive", "seasonal naive", "drift"] as const;
type Method = (typeof BENCHMARK_METHODS)[number];

interface ForecasterSkill {
  readonly forecaster: string;
  /** Periods of which both forecast and actual are known. */
  readonly periods: number;
  readonly meanMiss: number;
  /** Misses as a share of the actuals; undefined where these add up to 0. */
  readonly weightedError: number | undefined;
  /** 1 − the forecaster's mean miss ÷ the benchmark's, over the periods that the benchmark can forecast. */
  readonly skill: Readonly<Record<Method, number | undefined>>;
}

export interface ForecastSkill {
  readonly forecasters: readonly ForecasterSkill[];
  /** Rows without a forecaster or a period. */
  readonly incomplete: number;
  /** Forecasters with no period of which both forecast and actual are known. */
  readonly unmeasured: readonly string[];
}

interface Period {
  actual: number | null;
  forecast: number | null;
}

/** What is known of the actuals before a period. */
interface Past {
  sum: number;
  known: number;
  /** Where the first known actual stands, and it. */
  first: readonly [at: number, actual: number] | undefined;
}

/**
 * What a plain method would have said of the period at `at`, knowing only the actuals before it: their mean, the last,
 * the one a season earlier, or the last moved on by the mean change so far (Hyndman & Athanasopoulos, Forecasting:
 * Principles and Practice, simple forecasting methods).
 */
function plainForecast(
  method: Method,
  actuals: Series,
  at: number,
  { sum, known, first }: Past,
  season: number | undefined,
): number | null {
  if (method === "mean") return known === 0 ? null : sum / known;
  if (method === "seasonal naive") return season === undefined ? null : (actuals[at - season] ?? null);
  const last = actuals[at - 1] ?? null;
  if (method === "naive" || last === null || !first) return last;
  const steps = at - 1 - first[0];
  return steps < 1 ? null : last + (last - first[1]) / steps;
}

/**
 * Whether each forecaster beats methods that need no judgement. Periods are those of all rows together, in order of
 * time; a benchmark that lacks the actuals it needs for a period is not compared there.
 */
export function forecastSkill(
  forecasters: readonly (string | null)[],
  periods: Series,
  actual: Series,
  forecast: Series,
  season: number | undefined,
): ForecastSkill {
  const calendar = new Set<number>();
  const rows = new Map<string, Map<number, Period>>();
  let incomplete = 0;
  forecasters.forEach((forecaster, row) => {
    const start = periods[row] ?? null;
    if (forecaster === null || start === null) {
      incomplete++;
      return;
    }
    const day = Math.floor(start);
    calendar.add(day);
    const own = rows.get(forecaster) ?? new Map<number, Period>();
    rows.set(forecaster, own);
    if (own.has(day)) {
      refuse("periods", "repeats a period of the same forecaster; keep one forecast a period.", row + 1);
    }
    own.set(day, { actual: actual[row] ?? null, forecast: forecast[row] ?? null });
  });
  const days = [...calendar].sort((one, other) => one - other);
  const measured: ForecasterSkill[] = [];
  const unmeasured: string[] = [];
  for (const [forecaster, own] of rows) {
    const actuals = days.map((day) => own.get(day)?.actual ?? null);
    const told = days.map((day) => own.get(day)?.forecast ?? null);
    let count = 0;
    let misses = 0;
    let total = 0;
    const against = BENCHMARK_METHODS.map(() => ({ count: 0, own: 0, plain: 0 }));
    const past: Past = { sum: 0, known: 0, first: undefined };
    actuals.forEach((a, at) => {
      if (a === null) return;
      const f = told[at] ?? null;
      if (f !== null) measure(at, a, f);
      past.sum += a;
      past.known++;
      past.first ??= [at, a];
    });
    function measure(at: number, a: number, f: number): void {
      const miss = Math.abs(a - f);
      count++;
      misses += miss;
      total += Math.abs(a);
      BENCHMARK_METHODS.forEach((method, index) => {
        const plain = plainForecast(method, actuals, at, past, season);
        const sums = against[index];
        if (plain === null || !sums) return;
        sums.own += miss;
        sums.plain += Math.abs(a - plain);
      });
    }
    if (count === 0) {
      unmeasured.push(forecaster);
      continue;
    }
    const skill = BENCHMARK_METHODS.map((method, index) => {
      const sums = against[index];
      return [method, sums && sums.plain > 0 ? 1 - sums.own / sums.plain : undefined];
    });
    measured.push({
      forecaster,
      periods: count,
      meanMiss: misses / count,
      weightedError: total === 0 ? undefined : misses / total,
      skill: Object.fromEntries(skill) as Record<Method, number | undefined>,
    });
  }
  if (measured.length === 0) {
    refuse("forecast", "and actual are never both filled in one row; give at least one such period.");
  }
  return { forecasters: measured, incomplete, unmeasured };
}
