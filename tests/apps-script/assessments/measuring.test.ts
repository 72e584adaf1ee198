import { describe, expect, test } from "vitest";
import type { Proposal } from "../../../src/core/assessment/evidence.js";
import { everythingIn, openAddOn } from "../addOn.js";

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
