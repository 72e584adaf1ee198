import { createContext, Script } from "node:vm";
import { readDist } from "../../workbench/headless/readDist.js";
import { type Declared, inMs } from "../declared.js";
import { medianTimes } from "../measure.js";

/** What every formula pays before it computes: parsing the script and the first call, in a bare context. */

const MOST_KILOBYTES = 200;
const MOST_MS = 25;

const load = (text: string, then: string) => {
  let run = 0;
  // Another text each time, or the engine would take the compiled script from its cache.
  return () => {
    const context = createContext({});
    new Script(`${text}\n//${run++}`).runInContext(context);
    new Script(then).runInContext(context);
  };
};

export const LOADING: readonly Declared[] = [
  {
    what: "Size of Code.js",
    target: `at most ${MOST_KILOBYTES} KB`,
    measure: () => {
      const bytes = Buffer.byteLength(readDist("dist").code);
      return {
        result: `${Math.ceil(bytes / 1024)} KB`,
        met: bytes <= MOST_KILOBYTES * 1024,
        figures: { bytes },
      };
    },
  },
  {
    what: "Code.js: load and first call",
    target: `at most ${MOST_MS} ms`,
    measure: () => {
      const { addOn, empty } = medianTimes(
        {
          addOn: load(readDist("dist").code, "REVOPS_VELOCITY(50, 0.25, 30000, 60)"),
          empty: load("function f(){return 1}", "f()"),
        },
        31,
      );
      return {
        result: inMs(addOn),
        against: `an empty script: ${inMs(empty)}`,
        met: addOn <= MOST_MS,
        figures: { ms: addOn, emptyScriptMs: empty },
      };
    },
  },
];
