import { distance } from "fastest-levenshtein";
import { loadAddOn } from "../addOn.js";
import { counted, type Declared, inMs, timesOf } from "../declared.js";
import { drawn } from "../inputs/draw.js";
import { COMPANIES } from "../inputs/tables.js";
import { medianTimes } from "../measure.js";

/** Duplicates among many companies, against comparing every name with every other by the string library alone. */

const ROWS = 50_000;
const SAMPLED_PAIRS = 300_000;
const MOST_MS = 3_000;

function sampledPairs(names: readonly string[]): number {
  let close = 0;
  for (let pair = 0; pair < SAMPLED_PAIRS; pair++) {
    const one = names[Math.floor(drawn(pair, 1) * ROWS)] as string;
    const other = names[Math.floor(drawn(pair, 2) * ROWS)] as string;
    if (distance(one, other) <= 0.15 * Math.max(one.length, other.length)) close++;
  }
  return close;
}

export const DUPLICATES: readonly Declared[] = [
  {
    what: "REVOPS_DUPLICATES, 50,000 companies",
    target: `at most ${MOST_MS / 1000} s`,
    measure: () => {
      const draws = Object.values(COMPANIES);
      const rows = Array.from({ length: ROWS }, (_, row): unknown[] => draws.map((draw) => draw(row, ROWS)));
      const names = rows.map((cells) => String(cells[1]).toLowerCase());
      const ours = loadAddOn().call("REVOPS_DUPLICATES", [[Object.keys(COMPANIES)], rows]);
      const { own, sample } = medianTimes({ own: ours, sample: () => sampledPairs(names) }, 5);
      const allPairs = (sample * (ROWS * (ROWS - 1))) / 2 / SAMPLED_PAIRS;
      return {
        result: `${inMs(own)}, ${counted((ROWS / own) * 1000)} rows a second`,
        against: `fastest-levenshtein over all pairs, extrapolated from ${counted(SAMPLED_PAIRS)}: ${timesOf(own, allPairs)}`,
        met: own <= MOST_MS,
        figures: { rows: ROWS, ms: own, allPairsMs: allPairs, sampledPairs: SAMPLED_PAIRS },
      };
    },
  },
];
