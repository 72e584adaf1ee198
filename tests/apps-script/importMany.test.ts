import { expect, test } from "vitest";
import type { BegunImport, ImportProgress } from "../../src/apps-script/actions/importSteps.js";
import { cpuMs } from "../cpuMs.js";
import { openAddOn, valueAt } from "./addOn.js";

const DEALS = 20_000;
/** The whole bench imports 100,000; it takes a busy machine too long for every run of the tests. */
const MOST_CPU_SECONDS = 90;

function bigExport(): string {
  const lines = ["Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date"];
  for (let n = 0; n < DEALS; n++) {
    lines.push(
      `D-${n},Deal ${n},Rep ${n % 12},${n % 3 === 0 ? "Closed Won" : "Proposal"},${n},2026-01-0${(n % 9) + 1},2026-04-30`,
    );
  }
  return lines.join("\n");
}

test("an import of very many deals tells how far it is after each step, and a later step costs no more than an early one", () => {
  const workbench = openAddOn({ undoable: false });
  const begun = workbench.callEndpoint("beginImport", [bigExport(), "big.csv"]) as BegunImport;
  expect(begun).toMatchObject({ done: 0, total: DEALS, report: { added: DEALS, refusedRows: 0 } });
  const seconds: number[] = [];
  const done: number[] = [];
  for (let progress: ImportProgress = begun; progress.done < progress.total; ) {
    const start = cpuMs();
    progress = workbench.callEndpoint("continueImport") as ImportProgress;
    seconds.push((cpuMs() - start) / 1000);
    done.push(progress.done);
  }
  expect(done).toEqual([4000, 8000, 12_000, 16_000, 20_000]);
  expect(valueAt(workbench, "Opportunities", `A${DEALS + 1}`)).toBe(`D-${DEALS - 1}`);
  // The first step also makes Settings and the tab.
  const [, second = 0, ...others] = seconds;
  expect(Math.max(...others)).toBeLessThan(second * 4 + 4);
  expect(seconds.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_CPU_SECONDS);
});
