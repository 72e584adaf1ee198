import type { Benchmark, Profile } from "./benchmark.js";
import { publishedBands } from "./findBenchmark.js";

/** A band as a stretch of values; an end that is not there is open. */
export interface BandRange {
  readonly band: string;
  /** In words: 115% to under 130%. */
  readonly range: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const rounded = (value: number) => Number(value.toPrecision(12));

/** Bands are declared by the one bound that admits to them; what the better band next to it claims is the other end. */
export function bandRanges(benchmark: Benchmark, profile: Profile): BandRange[] {
  const { unit, max } = benchmark;
  const shown = (value: number) =>
    unit === "share" ? `${rounded(value * 100)}%` : unit === "ratio" ? `${value}x` : String(value);
  const noun = unit === "months" || unit === "minutes" ? ` ${unit}` : "";
  const { bands } = publishedBands(benchmark, profile);
  return bands.map(({ name, atLeast, above, below, upTo }, index) => {
    const better = bands[index - 1];
    const from = atLeast ?? above ?? better?.below ?? better?.upTo;
    const to = below ?? upTo ?? better?.atLeast ?? better?.above;
    const fromBeyond = above !== undefined || (atLeast === undefined && better?.upTo !== undefined);
    const toUnder = below !== undefined || (upTo === undefined && better?.atLeast !== undefined);
    const low = from === undefined ? "" : `${fromBeyond ? "above " : ""}${shown(from)}`;
    const high = to === undefined ? "" : `${toUnder ? "under " : ""}${shown(to)}`;
    const range =
      low && high
        ? `${low} to ${high}${noun}`
        : high
          ? `${high}${noun}${toUnder ? "" : " or less"}`
          : `${low}${noun}${fromBeyond || from === max ? "" : " or more"}`;
    return { band: name, range, from, to };
  });
}
