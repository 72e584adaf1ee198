import { describe, expect, it } from "vitest";
import { LEAD_STAGES, reachedCounts } from "../../../src/core/funnel/furthestStage.js";

describe("who reached a stage has passed all before it", () => {
  it("so a lead counts in its furthest stage and in every one above", () => {
    expect(LEAD_STAGES).toEqual(["Known", "MQL", "SAL", "SQL", "Opportunity", "Closed Won"]);
    expect(reachedCounts(["Known", "MQL", "SQL", "Closed Won"])).toEqual([4, 3, 2, 2, 1, 1]);
    expect(reachedCounts([])).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
