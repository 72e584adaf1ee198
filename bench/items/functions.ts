import { counted, type Declared, inMs } from "../declared.js";
import { everyFunction, growthOf, type MeasuredFunction, SIZES } from "../everyFunction.js";
import { GROWS_FASTER, growthByHand, isWithin } from "../growth.js";

const MOST_MS = 3_000;

const atMostRows = ({ ms }: MeasuredFunction): number => ms[ms.length - 1] as number;
const growing = (all: readonly MeasuredFunction[]) =>
  all
    .filter(({ exponent }) => exponent !== undefined)
    .sort((one, other) => (other.exponent ?? 0) - (one.exponent ?? 0));

export const FUNCTIONS: readonly Declared[] = [
  {
    what: "Every custom function on 100,000 rows",
    target: `each at most ${MOST_MS / 1000} s`,
    measure: () => {
      const all = [...everyFunction()].sort((one, other) => atMostRows(other) - atMostRows(one));
      const slowest = all.slice(0, 3).map((one) => `${one.name} ${inMs(atMostRows(one))}`);
      const middle = all[Math.floor(all.length / 2)] as MeasuredFunction;
      return {
        result: `${counted(all.filter((one) => atMostRows(one) <= MOST_MS).length)} of ${all.length} within it; median ${inMs(atMostRows(middle))}`,
        against: `the slowest: ${slowest.join(", ")}`,
        met: all.every((one) => atMostRows(one) <= MOST_MS),
        figures: { functions: everyFunction() },
      };
    },
  },
  {
    what: "Growth of every custom function from 1,000 to 100,000 rows",
    target: "none faster than n log n beside a loop by hand, but where stated why",
    measure: () => {
      const all = growing(everyFunction());
      const byHand = growthByHand(SIZES);
      const fastest = all.slice(0, 3).map(({ name, exponent }) => `${name} ${exponent?.toFixed(2)}`);
      // Functions and the loop were measured minutes apart: who seems to be beyond it is measured in turns with it.
      const again = all
        .filter(({ name, exponent = 0 }) => !isWithin({ own: exponent, byHand }) && !(name in GROWS_FASTER))
        .map(({ name }) => ({ name, ...growthOf(name) }));
      const closer = again.map(
        ({ name, own, byHand: loop }) => `${name} ${own.toFixed(2)} beside ${loop.toFixed(2)}`,
      );
      const middle = all[Math.floor(all.length / 2)]?.exponent ?? 0;
      return {
        result: `rows to the power ${middle.toFixed(2)} in the median`,
        against: `the steepest: ${fastest.join(", ")}; a loop by hand that answers a column: ${byHand.toFixed(2)}, and n log n is 0.11 more${closer.length > 0 ? `; measured again in turns: ${closer.join(", ")}` : ""}`,
        met: again.every(isWithin),
        figures: { exponents: Object.fromEntries(all.map(({ name, exponent }) => [name, exponent])) },
      };
    },
  },
];
