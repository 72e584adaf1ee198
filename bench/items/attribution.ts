import type { Declared } from "../declared.js";
import { PATHS } from "../inputs/tables.js";
import { race } from "../race.js";
import { lastTouchByHand } from "../references/lastTouch.js";

/** Exact Markov removal effects over many paths: what reading the paths alone costs is the reference. */

const ROWS = 100_000;
const MOST_MS = 3_000;

export const ATTRIBUTION: readonly Declared[] = [
  race(
    "REVOPS_ATTRIBUTION by Markov chain, 100,000 paths over 20 channels",
    () => {
      const draws = Object.values(PATHS);
      const headings = [Object.keys(PATHS)];
      const rows = Array.from({ length: ROWS }, (_, row): unknown[] => draws.map((draw) => draw(row, ROWS)));
      return {
        rows: ROWS,
        ours: (addOn) => addOn.call("REVOPS_ATTRIBUTION", [headings, rows, "markov", "", 1, false]),
        // Both credit the same conversions in total, each to other channels.
        comparable: (answer) => [
          Math.round((answer as number[][]).reduce((sum, [, credit]) => sum + (credit as number), 0)),
        ],
        references: {
          "last touch by hand": () => lastTouchByHand(rows).reduce((sum, credit) => sum + credit, 0),
        },
        atMostMs: MOST_MS,
        rounds: 5,
      };
    },
    `at most ${MOST_MS / 1000} s`,
  ),
];
