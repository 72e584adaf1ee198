/** Bundles the page's TypeScript in memory. */
import { build, type Plugin } from "esbuild";

/**
 * The engine comes to the page as a script of its own. Modules shared with Node import it by name; in the page that
 * name must mean the same engine, not a second copy.
 */
const engineFromThePage: Plugin = {
  name: "engine-from-the-page",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^@odoo\/(o-spreadsheet|owl)$/ }, ({ path }) => ({
      path,
      namespace: "page-global",
    }));
    esbuild.onLoad({ filter: /.*/, namespace: "page-global" }, ({ path }) => ({
      contents: `module.exports = globalThis.${path.endsWith("owl") ? "owl" : "o_spreadsheet"};`,
      loader: "js",
    }));
  },
};

export async function buildPage(entry: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    plugins: [engineFromThePage],
  });
  const output = result.outputFiles[0];
  if (output === undefined) throw new Error("The page's script could not be built.");
  return output.contents;
}
