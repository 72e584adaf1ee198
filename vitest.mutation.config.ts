import { defineConfig } from "vitest/config";

/** The tests that a mutation run asks: those of the maths and of the functions, without browser, build or random calls. */
export default defineConfig({
  test: {
    include: ["tests/core/**/*.test.ts", "tests/functions/**/*.test.ts"],
    exclude: ["tests/functions/anyInput.test.ts"],
    setupFiles: ["./tests/propertySeed.ts"],
    testTimeout: 60_000,
  },
});
