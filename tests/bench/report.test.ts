import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Declared, Found } from "../../bench/declared.js";
import { GROUPS } from "../../bench/groups.js";
import { type Line, namedIn, verdict, withPerformance } from "../../bench/report.js";

const declared = Object.values(GROUPS).flat();

test("the README's performance tables name exactly what the bench measures", () => {
  expect(namedIn(readFileSync("README.md", "utf8")), "run `npm run bench -- --readme`").toEqual(
    declared.map(({ what }) => what),
  );
});

test("every line of the bench has a name of its own", () => {
  expect(new Set(declared.map(({ what }) => what)).size).toBe(declared.length);
});

test("a target that is not reached is said to be missed, and the README is changed between its marks only", () => {
  const line = (what: string, target: string | undefined, found: Partial<Found>): Line => ({
    group: "Some",
    declared: { what, ...(target ? { target } : {}) } as Declared,
    found: { result: "3 ms", figures: {}, ...found },
  });
  const lines = [line("One | two", "at most 2 ms", { met: false }), line("Three", undefined, {})];
  const readme = "before\n<!-- performance -->\nold\n<!-- /performance -->\nafter\n";
  const written = withPerformance(readme, lines);
  expect(verdict((lines[0] as Line).declared, (lines[0] as Line).found)).toBe("at most 2 ms: missed");
  expect(written).toMatch(/^before\n<!-- performance -->\nMeasured on /);
  expect(written).toContain("| One \\| two | 3 ms | at most 2 ms: missed |");
  expect(written).not.toContain("old");
  expect(written.endsWith("\n<!-- /performance -->\nafter\n")).toBe(true);
  expect(withPerformance(written, lines)).toBe(written);
});
