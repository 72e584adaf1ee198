import gas from "gas-local";
import { expect, test } from "vitest";

test("an independent loader of Apps Script projects runs the same files", () => {
  const project = gas.require("./dist", {}) as Record<string, (...args: unknown[]) => unknown>;
  expect(project.REVOPS_VELOCITY?.(50, 0.25, 30000, 60)).toBe(6250);
  expect(project.REVOPS_NRR?.(1_000_000, 250_000, 50_000, 80_000)).toBeCloseTo(1.12, 12);
});
