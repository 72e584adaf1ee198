import { describe, expect, it } from "vitest";
import { callFunction } from "../../../src/functions/call.js";
import { findFunction } from "../../../src/functions/catalogue.js";
import type { FunctionDefinition } from "../../../src/functions/definition.js";
import { zoneOf } from "../../../src/functions/zone.js";
import { refused } from "../../core/refused.js";

const zone = zoneOf("America/New_York");
const call = (name: string, ...args: unknown[]) =>
  callFunction(findFunction(name) as FunctionDefinition, args, zone);

describe("REVOPS_MATURITY", () => {
  // RevOps Engine playbook, phase 1: 3 + 4 + 4 + 5 + 4 + 1 = 21 is the least that is Scaling; Enablement is weakest.
  const scores = [[3, 4, 4, 5, 4, 1]];
  const focus = "Automate what works, predict what comes, and tune both.";
  const steps = [
    "Write a plan for the first 30 days with what a new rep must be able to do at the end.",
    "Record three good calls and three lost ones as a first library.",
  ];

  it("says in a table how far a company is, what its stage is about and what to do first", () => {
    const rows = [
      ["Total of 30", 21],
      ["Stage", "Scaling"],
      ["Focus", focus],
      ["Weakest dimension", "Enablement"],
      ["Next step", steps[0]],
      ["Next step", steps[1]],
    ];
    expect(call("REVOPS_MATURITY", scores)).toEqual([["Measure", "Value"], ...rows]);
    expect(call("REVOPS_MATURITY", scores, "all", false)).toEqual(rows);
  });

  it("gives each of these figures alone on request", () => {
    const alone = ["total", "stage", "focus", "next"].map((measure) =>
      call("REVOPS_MATURITY", scores, measure),
    );
    expect(alone).toEqual([21, "Scaling", focus, steps[0]]);
  });

  it("asks for all six scores, of which a blank is none", () => {
    expect(refused(() => call("REVOPS_MATURITY", [[3, 4, "", 5, 4, 1]]))).toBe(
      "scores must be 6, one each for Data, Process, Technology, Analytics, Alignment, Enablement; there are 5.",
    );
  });
});

describe("REVOPS_RUBRIC", () => {
  // All fully there but for one criterion of Data Integrity that is partly there and one that is not:
  // 20 × (2 + 1 + 0 + 2) ÷ 8 = 12.5 points of the 20, 92.5 of all.
  const scores = [[2, 1, 0, 2, ...Array<number>(23).fill(2)]];

  it("lists the points of each dimension with what is still open, then total and verdict", () => {
    const rows = [
      ["Data Integrity", 12.5, 20, "Required fields enforced; Duplicates below 2%"],
      ["Funnel Definitions", 15, 15, ""],
      ["Pipeline Management", 15, 15, ""],
      ["Cross-Team Alignment", 15, 15, ""],
      ["Automation", 10, 10, ""],
      ["Analytics", 10, 10, ""],
      ["Compensation", 8, 8, ""],
      ["Process Documentation", 7, 7, ""],
      ["Total", 92.5, 100, "World-class RevOps"],
    ];
    expect(call("REVOPS_RUBRIC", scores)).toEqual([["Dimension", "Points", "Of", "Still open"], ...rows]);
    expect(call("REVOPS_RUBRIC", scores, "", false)).toEqual(rows);
  });

  it("gives total or verdict alone on request", () => {
    expect(call("REVOPS_RUBRIC", scores, "total")).toBe(92.5);
    expect(call("REVOPS_RUBRIC", scores, "verdict")).toBe("World-class RevOps");
  });
});
