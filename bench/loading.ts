import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { medianMs } from "./measure.js";

/** What every formula pays before it computes: parsing the script and the first call, in a bare context. */
export function measureLoading() {
  const code = readFileSync("dist/Code.js", "utf8");
  let run = 0;
  // Another text each time, or the engine would take the compiled script from its cache.
  const load = (text: string, then: string) => () => {
    const context = createContext({});
    new Script(`${text}\n//${run++}`).runInContext(context);
    new Script(then).runInContext(context);
  };
  return {
    bytes: Buffer.byteLength(code),
    emptyScriptMs: medianMs(15, load("function f(){return 1}", "f()")),
    firstCallMs: medianMs(15, load(code, "REVOPS_VELOCITY(50, 0.25, 30000, 60)")),
  };
}
