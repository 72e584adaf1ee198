import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests that a mutation run asks: those of the maths and of the functions, but for random calls and speed. */
export default defineConfig({
  test: {
    include: ["tests/core/**/*.test.ts", "tests/functions/**/*.test.ts"],
    exclude: ["tests/functions/anyInput.test.ts"],
    alias: [
      {
        find: /^.*\/cpuMs\.js$/,
        replacement: fileURLToPath(new URL("tests/withoutSpeed.ts", import.meta.url)),
      },
    ],
    setupFiles: ["./tests/propertySeed.ts"],
    testTimeout: 60_000,
  },
});
