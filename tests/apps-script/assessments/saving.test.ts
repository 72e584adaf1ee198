import { describe, expect, test } from "vitest";
import type { Proposal } from "../../../src/core/assessment/evidence.js";
import type { HeadlessWorkbench } from "../../../workbench/headless/openWorkbench.js";
import { everythingIn, openAddOn } from "../addOn.js";
import { firstAndLastWrites } from "../writes.js";

const save = (workbench: HeadlessWorkbench, assessor: string) =>
  workbench.callEndpoint("saveAssessment", [
    "maturity",
    { draft: "d", round: "Q1", assessor, scores: [3, 3, 3, 3, 3, 3], intake: {}, evidence: "" },
  ]);
const begun = () => {
  const workbench = openAddOn();
  save(workbench, "Ada");
  return workbench;
};

describe("saving an assessment", () => {
  test.each([
    ["the first", () => openAddOn()],
    ["another", begun],
  ] as const)("that fails in the middle of %s leaves everything as it was", (_, make) => {
    const tried = make();
    // The first call of all loads the actions; that is no part of saving.
    tried.callEndpoint("readAssessments", ["maturity"]);
    tried.serviceCalls.reset();
    const calls: string[] = [];
    tried.serviceCalls.onServiceCall = (name) => calls.push(name);
    save(tried, "Ben");
    const writes = firstAndLastWrites(calls);
    expect(writes.length).toBeGreaterThan(0);
    const workbench = make();
    workbench.callEndpoint("readAssessments", ["maturity"]);
    const before = everythingIn(workbench);
    for (const call of writes) {
      workbench.serviceCalls.reset();
      workbench.serviceCalls.failAt(call);
      expect(() => save(workbench, "Ben"), `call ${call} ${calls[call - 1]}`).toThrow("failed");
      expect(everythingIn(workbench), `call ${call} ${calls[call - 1]}`).toEqual(before);
    }
  });
});

describe("measuring the rubric on the sample company", () => {
  test("changes nothing, and proposes scores with the figures behind them", () => {
    const workbench = openAddOn();
    workbench.run("loadSampleData");
    const before = everythingIn(workbench);
    const proposals = workbench.callEndpoint("measureRubric") as Proposal[];
    expect(everythingIn(workbench)).toEqual(before);
    const required = proposals.find(({ key }) => key === "requiredFields");
    const [, complete, open] = /^(\d+) of (\d+) open deals/.exec(required?.evidence ?? "") ?? [];
    expect(Number(open)).toBeGreaterThan(100);
    expect(required?.score).toBe(Number(complete) / Number(open) > 0.8 ? 1 : 0);
    expect(proposals.find(({ key }) => key === "velocity")?.score).toBe(1);
  });
});
