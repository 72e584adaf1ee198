import type { Declared } from "../declared.js";
import { between, type Draw, whole } from "../inputs/draw.js";
import { LEAD_SIGNALS } from "../inputs/tables.js";
import { race } from "../race.js";
import { scoresOfCells, scoresOfNumbers } from "../references/leadScore.js";
import { percentageErrorOfCells, percentageErrorOfNumbers } from "../references/percentageError.js";
import { velocitiesOfCells, velocitiesOfNumbers } from "../references/velocity.js";

/**
 * Functions that do a few operations a row. The fair reference is a loop by hand that reads and checks the same cells;
 * the loop over typed arrays shows what the cells themselves cost.
 */

const ROWS = 100_000;
export const SAME_CELLS = "by hand on the same cells";
export const TYPED_ARRAYS = "by hand over typed arrays";
const TARGET = "within 3 times a loop by hand on the same cells";
const within = { times: 3, reference: SAME_CELLS };

const cellsOf = (draw: Draw): unknown[][] => Array.from({ length: ROWS }, (_, row) => [draw(row, ROWS)]);
const numbersOf = (cells: readonly (readonly unknown[])[]) =>
  Float64Array.from(cells, ([cell]) => Number(cell));

export const ELEMENTWISE: readonly Declared[] = [
  race(
    "REVOPS_MAPE, 100,000 periods",
    () => {
      const [actual, forecast] = [cellsOf(whole(1, 100, 900)), cellsOf(whole(2, 100, 900))];
      const [a, f] = [numbersOf(actual), numbersOf(forecast)];
      return {
        rows: ROWS,
        ours: (addOn) => addOn.call("REVOPS_MAPE", [actual, forecast]),
        references: {
          [SAME_CELLS]: () => percentageErrorOfCells(actual, forecast),
          [TYPED_ARRAYS]: () => percentageErrorOfNumbers(a, f),
        },
        within,
      };
    },
    TARGET,
  ),
  race(
    "REVOPS_VELOCITY, a column of 100,000 answers",
    () => {
      const columns = [
        cellsOf(whole(3, 1, 90)),
        cellsOf(between(4, 0.05, 0.6)),
        cellsOf(whole(5, 1_000, 90_000)),
        cellsOf(whole(6, 10, 200)),
      ] as const;
      const [count, rate, size, days] = columns;
      const numbers = [numbersOf(count), numbersOf(rate), numbersOf(size), numbersOf(days)] as const;
      return {
        rows: ROWS,
        ours: (addOn) => addOn.call("REVOPS_VELOCITY", columns),
        references: {
          [SAME_CELLS]: () => velocitiesOfCells(count, rate, size, days),
          [TYPED_ARRAYS]: () => velocitiesOfNumbers(...numbers),
        },
        within,
      };
    },
    TARGET,
  ),
  race(
    "LEAD_SCORE, 100,000 leads with 4 signals",
    () => {
      const draws = Object.values(LEAD_SIGNALS);
      const headings = [Object.keys(LEAD_SIGNALS)];
      const leads = Array.from({ length: ROWS }, (_, row): unknown[] => draws.map((draw) => draw(row, ROWS)));
      const columns = draws.map((_, column) => Float64Array.from(leads, (cells) => Number(cells[column])));
      return {
        rows: ROWS,
        ours: (addOn) => addOn.call("LEAD_SCORE", [headings, leads]),
        references: {
          [SAME_CELLS]: () => scoresOfCells(leads),
          [TYPED_ARRAYS]: () => scoresOfNumbers(columns),
        },
        within,
      };
    },
    TARGET,
  ),
];
