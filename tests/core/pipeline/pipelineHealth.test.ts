import { describe, expect, it } from "vitest";
import { pipelineHealth } from "../../../src/core/pipeline/pipelineHealth.js";
import { refused } from "../refused.js";

const grades = (...figures: Parameters<typeof pipelineHealth>) =>
  pipelineHealth(...figures).map(({ grade }) => grade);
/** Quota of 100: the other figures are percentages of it, the part in negotiation one of the pipeline. */
const of = (pipeline: number, weighted: number, fresh: number, negotiation: number) =>
  grades(100, pipeline, weighted, fresh, (pipeline * negotiation) / 100, 0, undefined);

describe("pipeline health (RevOps Engine playbook, phase 4)", () => {
  it("begins each grade at the playbook's bounds", () => {
    expect(of(300, 150, 100, 15)).toEqual(["Minimum", "Minimum", "Minimum", "Minimum"]);
    expect(of(350, 200, 150, 25)).toEqual(["Healthy", "Healthy", "Healthy", "Healthy"]);
    expect(of(400, 300, 200, 35)).toEqual(["Optimal", "Optimal", "Optimal", "Optimal"]);
    expect(of(299, 149, 99, 14)).toEqual(new Array(4).fill("Below minimum"));
  });

  it("covers what is still to be won, and takes a month's quota for a month's new pipeline", () => {
    const values = pipelineHealth(300, 400, undefined, 150, undefined, 200, 100).map(({ value }) => value);
    expect(values).toEqual([4, undefined, 1.5, undefined]);
  });

  it("says what was not given, and grades no share of an empty pipeline", () => {
    expect(grades(100, 0, undefined, undefined, 0, 0, undefined)).toEqual([
      "Below minimum",
      "Not given",
      "Not given",
      "Not given",
    ]);
  });

  it("takes a pipeline that is sure to the last deal, and all of it in negotiation", () => {
    expect(grades(100, 400, 400, undefined, 400, 0, undefined)).toEqual([
      "Optimal",
      "Optimal",
      "Not given",
      "Optimal",
    ]);
  });

  it("refuses figures that contradict each other", () => {
    expect(refused(() => grades(0, 1, undefined, undefined, undefined, 0, undefined))).toMatch(/^quota is 0/);
    expect(refused(() => grades(1, 1, 2, undefined, undefined, 0, undefined))).toMatch(
      /^weighted_pipeline is larger than pipeline/,
    );
    expect(refused(() => grades(1, 1, undefined, undefined, 2, 0, undefined))).toMatch(
      /^in_negotiation is larger than pipeline/,
    );
    expect(refused(() => grades(1, 1, undefined, 1, undefined, 0, 0))).toMatch(/^monthly_quota is 0/);
    expect(refused(() => grades(1, 2000, undefined, undefined, undefined, 0, undefined))).toMatch(
      /^pipeline is more than 1000 times the quota/,
    );
    expect(refused(() => grades(1, 1, undefined, 1001, undefined, 0, undefined))).toMatch(
      /^new_pipeline is more than 1000 times the quota/,
    );
    expect(grades(1, 1000, undefined, 1000, undefined, 0, undefined)).toHaveLength(4);
    expect(refused(() => grades(1, 2, undefined, undefined, undefined, 1, undefined))).toMatch(
      /^already_won meets/,
    );
  });
});
