import { afterAll, describe, test } from "vitest";
import { cpuMs } from "../cpuMs.js";
import { ASKED, EVERYTHING, type Proven, proveCutOffs, proveFaults } from "./prove.js";
import { forgetOpened, Trial } from "./run.js";
import { SCENARIOS, type Scenario } from "./scenarios.js";

/** Of a sample so many runs each; `npm run test:faults` takes every point, FAULTS=20 so many; both the long scenarios too. */
const SAMPLE = Number(ASKED) || 1;

const reported: string[] = [];

async function report(scenario: Scenario, how: string, prove: () => Promise<Proven>): Promise<void> {
  const start = cpuMs();
  const { calls, runs } = await orForget(prove);
  const seconds = ((cpuMs() - start) / 1000).toFixed(1);
  reported.push(`${how} | ${scenario.what} | ${calls} calls | ${runs} runs | ${seconds} s`);
}

async function orForget(prove: () => Promise<Proven>): Promise<Proven> {
  try {
    return await prove();
  } catch (error) {
    forgetOpened();
    throw error;
  }
}

const only = process.env.FAULTS_OF;
const many = (runs: number) => (EVERYTHING ? "every telling call" : `${runs} of its calls`);
const limit = ASKED === undefined ? 240_000 : 6 * 3_600_000;

/** Two tests for each scenario of one kind: the kinds stand in files of their own, so that they run side by side. */
export function describeScenarios(isOurs: (scenario: Scenario) => boolean): void {
  const scenarios = SCENARIOS.filter(isOurs)
    .filter(({ what, slow }) =>
      only === undefined ? ASKED !== undefined || !slow : new RegExp(only).test(what),
    )
    // One workbook at a time is open: those that begin from the same one stand together.
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

  if (scenarios.length === 0) test.skip("none of these was asked for", () => {});
  describe.each(scenarios)("$what ($entry)", (scenario) => {
    test(
      `leaves the workbook as before or as after, and tells in a sentence, when ${many(SAMPLE)} fail`,
      () => report(scenario, "fails", () => proveFaults(new Trial(scenario), SAMPLE)),
      limit,
    );

    test(
      `keeps all that is the user's and is finished by the next run, when cut off at ${many(SAMPLE)}`,
      () => report(scenario, "cut off", () => proveCutOffs(new Trial(scenario), SAMPLE)),
      limit,
    );
  });

  afterAll(() => {
    if (ASKED !== undefined || only !== undefined) console.log(reported.join("\n"));
  });
}
