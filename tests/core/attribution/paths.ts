import fc from "fast-check";
import type { Journeys } from "../../../src/core/attribution/journey.js";
import { pathJourneys } from "../../../src/core/attribution/readJourneys.js";

/** Paths as the tests write them: touches, conversions, paths that did not convert, value. */
export type WrittenPath = readonly [
  path: string,
  conversions: number,
  nonConversions?: number,
  value?: number,
];

export const journeysOf = (paths: readonly WrittenPath[]): Journeys =>
  pathJourneys(
    paths.map(([path, conversions, nonConversions = 0, value = 0], at) => ({
      row: at + 1,
      path,
      conversions,
      nonConversions,
      value,
    })),
  );

/** Credits by channel, in the channels' alphabetical order. */
export const byChannel = ({ channels }: Journeys, credits: readonly number[]): Map<string, number> =>
  new Map(
    channels
      .map((channel, at) => [channel, credits[at] as number] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export const anyPaths: fc.Arbitrary<WrittenPath[]> = fc
  .array(
    fc.tuple(
      fc
        .array(fc.constantFrom("A", "B", "C", "D", "E [lead]", "F [opp]", "G [close]"), {
          minLength: 1,
          maxLength: 7,
        })
        .map((touches) => touches.join(" > ")),
      fc.nat(9),
      fc.nat(9),
      fc.nat(1000),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .filter((paths) => paths.some(([, conversions]) => conversions > 0));
