import { callFunction } from "../src/functions/call.js";
import { findFunction } from "../src/functions/catalogue.js";
import { zoneOf } from "../src/functions/zone.js";
import { medianMs } from "./measure.js";

/** Custom functions on many rows against a hand-written loop over typed arrays that does the same sum. */

const zone = zoneOf("UTC");

function call(name: string, ...args: unknown[]) {
  const definition = findFunction(name);
  if (!definition) throw new Error(`${name} is not in the catalogue.`);
  return callFunction(definition, args, zone);
}

/** Figures without a random number: the same on every machine. */
const figure = (index: number) => 100 + ((index * 7919) % 1000);

export function measureFunctions(rows: number) {
  const actual = Array.from({ length: rows }, (_, index) => [figure(index)]);
  const forecast = Array.from({ length: rows }, (_, index) => [figure(index + 13)]);
  const typedActual = Float64Array.from(actual, ([value]) => value as number);
  const typedForecast = Float64Array.from(forecast, ([value]) => value as number);
  const byHand = () => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const value = typedActual[row] as number;
      sum += Math.abs(value - (typedForecast[row] as number)) / Math.abs(value);
    }
    return sum / rows;
  };

  const share = Array.from({ length: rows }, (_, index) => [0.1 + (index % 80) / 100]);
  const headings = [
    ["Visited pricing page", "Requested demo", "ICP industry match", "Opened 3+ emails in 7 days"],
  ];
  const leads = Array.from({ length: rows }, (_, index) => [
    index % 2 === 0,
    index % 5 === 0,
    index % 3 === 0,
    index % 7,
  ]);
  return {
    rows,
    handWrittenMapeMs: medianMs(5, byHand),
    mapeMs: medianMs(5, () => call("REVOPS_MAPE", actual, forecast)),
    velocityColumnMs: medianMs(5, () => call("REVOPS_VELOCITY", actual, share, forecast, actual)),
    leadScoreMs: medianMs(5, () => call("LEAD_SCORE", headings, leads)),
  };
}
