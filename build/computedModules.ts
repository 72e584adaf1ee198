import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

/**
 * A module named `*.computed.ts` is run by the build and stands in the page as the plain data that it exports: a page
 * that lists all functions carries their texts, not their maths.
 */
export const computedModules: Plugin = {
  name: "computed-modules",
  setup(build) {
    build.onLoad({ filter: /\.computed\.ts$/ }, async ({ path }) => {
      const values = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
      const contents = Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n");
      return { contents, loader: "js" };
    });
  },
};
