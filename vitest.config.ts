import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["./tests/propertySeed.ts"],
    reporters: ["default", "./tests/plainSummary.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two browsers at once on a small machine make both slow enough to fail.
    maxWorkers: 2,
  },
});
