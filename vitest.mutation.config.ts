import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The nearest tests first, the small before the large: a change that these notice is asked about no further. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const distance = ({ moduleId }: TestSpecification): number =>
      statSync(moduleId).size + (moduleId.includes("/tests/core/") ? 0 : 1e9);
    return [...files].sort((one, other) => distance(one) - distance(other));
  }
}

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
    sequence: { sequencer: NearestFirst },
    // Files of tests share what they load: loading the catalogue anew for each took most of the time of a run.
    isolate: false,
    setupFiles: ["./tests/propertySeed.ts"],
    env: { PROPERTY_SHARE: "0.2" },
    testTimeout: 300_000,
  },
});
