import { TestRunner } from "vitest";

/** Stands for cpuMs in a mutation run: every line carries a switch there, no time says anything, and the test is skipped. */
export function cpuMs(): number {
  TestRunner.getCurrentTest()?.context.skip("a mutation run is no measure of speed");
  return 0;
}
