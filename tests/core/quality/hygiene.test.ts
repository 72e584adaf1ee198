import { describe, expect, it } from "vitest";
import { HYGIENE_RULES } from "../../../src/core/quality/hygiene.js";

/** The thresholds of the RevOps Engine playbook, phase 2: what just keeps a rule, and what just does not. */
const BOUNDS: Readonly<
  Record<(typeof HYGIENE_RULES)[number]["key"], readonly [keeps: number, breaks: number]>
> = {
  duplicates: [0.0199, 0.02],
  fields: [1, 0.9999],
  stale: [0, 0.0001],
  bounces: [0.0499, 0.05],
  matching: [0.95, 0.9499],
  lossReason: [1, 0.9999],
};

describe("a data hygiene rule", () => {
  it.each(HYGIENE_RULES.map((rule) => [rule.rule, rule.threshold, rule] as const))(
    "%s: %s",
    (_rule, _threshold, { key, passes }) => {
      const [keeps, breaks] = BOUNDS[key];
      expect(passes(keeps)).toBe(true);
      expect(passes(breaks)).toBe(false);
    },
  );
});
