import { loadAddOn } from "../addOn.js";
import { counted, type Declared, inMs, timesOf } from "../declared.js";
import { between, drawn, whole } from "../inputs/draw.js";
import { medianTimes } from "../measure.js";

/** The computed distribution of what many deals may bring, against drawing it at random until that is as accurate. */

const DEALS = 5_000;
const DRAWS = 200;
const LEVEL = 0.1;
const MOST_MS = 3_000;

/** Height of the normal density at its 10% point: the total of 5,000 deals is as good as normal. */
const DENSITY_AT_LEVEL = 0.175498;
/** Two standard errors: what the random figure is off by in one case of twenty. */
const SURE = 1.96;

/** So many draws bring the random P10 as near as ours says of its own. */
function drawsNeeded(spread: number, error: number): number {
  const errorOfOneDraw = (Math.sqrt(LEVEL * (1 - LEVEL)) / DENSITY_AT_LEVEL) * spread;
  return ((SURE * errorOfOneDraw) / error) ** 2;
}

export const FORECAST_RANGES: readonly Declared[] = [
  {
    what: "REVOPS_FORECAST_RANGE, 5,000 deals",
    target: `at most ${MOST_MS / 1000} s`,
    measure: () => {
      const amount = whole(1, 1_000, 90_000);
      const chance = between(2, 0.02, 0.98);
      const amounts = Array.from({ length: DEALS }, (_, deal) => amount(deal, DEALS) as number);
      const chances = Array.from({ length: DEALS }, (_, deal) => chance(deal, DEALS) as number);
      const column = (values: readonly number[]) => values.map((value) => [value]);
      const ours = loadAddOn().call("REVOPS_FORECAST_RANGE", [
        column(amounts),
        column(chances),
        "",
        [[LEVEL]],
      ]);
      const answer = ours() as (string | number)[][];
      const [, p10 = Number.NaN, error = Number.NaN] = answer[1] as [string, number, number];
      let seed = 0;
      const totals = new Float64Array(DRAWS);
      const drawTotals = () => {
        for (let draw = 0; draw < DRAWS; draw++) {
          let total = 0;
          seed++;
          for (let deal = 0; deal < DEALS; deal++) {
            if (drawn(deal, seed) < (chances[deal] as number)) total += amounts[deal] as number;
          }
          totals[draw] = total;
        }
        totals.sort();
      };
      const { own, drawing } = medianTimes({ own: ours, drawing: drawTotals }, 5);
      const variance = amounts.reduce((sum, value, deal) => {
        const p = chances[deal] as number;
        return sum + value ** 2 * p * (1 - p);
      }, 0);
      const needed = drawsNeeded(Math.sqrt(variance), error);
      const monteCarlo = (drawing / DRAWS) * needed;
      return {
        result: `${inMs(own)}; P10 is ${counted(p10)}, off by at most ${counted(error)}`,
        against: `Monte Carlo of equal accuracy, ${counted(needed)} draws, extrapolated from ${DRAWS}: ${timesOf(own, monteCarlo)}`,
        met: own <= MOST_MS,
        figures: { deals: DEALS, ms: own, p10, error, monteCarloMs: monteCarlo, draws: needed },
      };
    },
  },
];
